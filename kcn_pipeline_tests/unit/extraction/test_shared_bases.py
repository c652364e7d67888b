"""Wordings inside the base of a percentage, and verbs that share a word with a wording."""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import facts_of, summary


def test_a_wording_inside_a_base_names_no_figure_behind_it() -> None:
    text = "Trong các dự án FDI mới, Nhật Bản có 6 dự án (152 triệu USD), chiếm 53% vốn thu hút mới;"
    text += " Đức 9 dự án (42 triệu USD)."
    assert [fact.metric for fact in facts_of(text) if fact.unit == "USD"] == ["capital_new", "capital_new"]


def test_a_verb_that_begins_inside_a_wording() -> None:
    facts = facts_of("Vốn thu hút mới bằng 27% kế hoạch.")
    assert summary(facts[0])[1:3] == ("capital_new", "vs_plan")


def test_a_total_is_recalled_before_its_parts() -> None:
    text = "Cấp mới 128 dự án, trong đó 39 dự án FDI. Số dự án cấp mới bằng 118,5% năm 2018."
    assert summary(facts_of(text)[-1]) == ("118,5%", "projects_licensed", "yoy_index", "total")

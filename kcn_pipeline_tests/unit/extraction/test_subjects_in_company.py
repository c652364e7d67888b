"""Percentages and changes behind several amounts, plans in brackets, and counts that money came from."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, summary

Summary = tuple[str, str | None, str, str | None]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # Two currencies are one amount of both origins, unless words part them.
        (
            "Vốn thu hút 46 triệu USD và 820 tỷ đồng, đạt 81% kế hoạch.",
            ("81%", "capital_attracted", "vs_plan", "total"),
        ),
        (
            "Vốn FDI thu hút 46 triệu USD, vốn DDI 820 tỷ đồng, tăng 8% so với cùng kỳ.",
            ("8%", "capital_attracted", "yoy", "ddi"),
        ),
        # A wording right behind an amount says what that is.
        (
            "Thực hiện được 38 triệu USD vốn đầu tư, đạt 103% so với cùng kỳ.",
            ("103%", "capital_disbursed", "yoy_index", "total"),
        ),
        # The plan in brackets tells which outcome is held against it.
        (
            "Cấp mới 14 dự án, vốn 68 triệu USD; so với kế hoạch năm (20 dự án) đạt 70%.",
            ("70%", "projects_licensed", "vs_plan", "total"),
        ),
        # A dimension of which nothing was stated is of what came in the window.
        (
            "Thu hút 966 triệu USD, so với kế hoạch đạt 101% về số dự án.",
            ("101%", "projects_licensed", "vs_plan", "total"),
        ),
        ("Có 114 dự án đang hoạt động, bằng 79% số dự án.", ("79%", "projects_operating", "share", "total")),
    ],
)
def test_last(text: str, last: Summary) -> None:
    assert summary(facts_of(text)[-1]) == last


def test_a_change_compared_behind_the_next_figure() -> None:
    facts = facts_of("Cấp mới 21 dự án với vốn 870 tỷ đồng, tăng 6 dự án và tăng 26% về vốn so với cùng kỳ.")
    assert summary(facts[2]) == ("6 dự án", "projects_licensed", "change", "total")


def test_the_change_of_an_amount_is_of_its_origin() -> None:
    facts = facts_of("Vốn FDI thu hút đạt 645 triệu USD, tăng 60 triệu USD so với cùng kỳ.")
    assert summary(facts[-1]) == ("60 triệu USD", "capital_attracted", "change", "fdi")


def test_the_base_of_a_share_of_the_number_of_projects() -> None:
    assert facts_of("Có 114 dự án đang hoạt động, bằng 79% số dự án.")[-1].base == "projects_active"

"""Counts in lists of zones."""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import facts_of


def test_numbers_behind_zones_count_what_is_in_them() -> None:
    facts = facts_of("Hiện có 75 dự án trong 3 KCN: Khánh Phú 40, Gián Khẩu 23, Phúc Sơn 12.", "board:ninh-binh")
    counted = [(str(f.value), f.metric) for f in facts if f.unit == "project"]
    assert counted == [(count, "projects_active") for count in ("75", "40", "23", "12")]


def test_numbers_behind_zones_count_no_zones() -> None:
    facts = facts_of("Tỉnh đã thành lập 5 KCN, trong đó: Khánh Phú 4, Gián Khẩu 2.", "board:ninh-binh")
    assert [str(f.value) for f in facts if f.unit == "zone"] == ["5"]

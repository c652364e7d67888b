"""Lists whose members have a name or an origin each, and a number without its unit."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

BLOC = "bloc:red-river-delta"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Cấp mới 58 dự án. Chia ra: Hải Phòng 31, Hà Nam 27.", "project"),
        ("Cấp mới 58 dự án (Hải Phòng 31, Hà Nam 27).", "project"),
        ("Xuất khẩu 4.412 triệu USD, trong đó Hải Phòng 1.986, Hà Nam 702.", "USD"),
        ("Đứng đầu là Hải Phòng và Hà Nam với số dự án tương ứng là 31 và 27.", "project"),
    ],
)
def test_what_is_counted_was_said_once(text: str, unit: str) -> None:
    members = facts_of(text, BLOC)[-2:]
    told = [(f.unit, f.entity) for f in members]
    assert told == [(unit, "board:hai-phong"), (unit, "board:ha-nam")]


def test_parts_are_told_in_the_scale_of_their_whole() -> None:
    facts = facts_of("Xuất khẩu 4.412 triệu USD, trong đó Hải Phòng 1.986, Hà Nam 702.", BLOC)
    assert [f.value for f in facts] == [4_412_000_000, 1_986_000_000, 702_000_000]


def test_the_head_of_a_list_of_countries_says_what_is_counted() -> None:
    facts = facts_of("Số dự án FDI cấp mới theo quốc gia: Hàn Quốc 9, Nhật Bản 6.")
    assert [(f.unit, f.entity) for f in facts] == [("project", "country:korea"), ("project", "country:japan")]


def test_a_name_that_ends_like_a_currency_has_no_amount() -> None:
    facts = facts_of("Cấp mới 11 dự án (Gia Lai 5, Lâm Đồng 6).", "bloc:central-highlands")
    assert [f.unit for f in facts] == ["project", "project", "project"]

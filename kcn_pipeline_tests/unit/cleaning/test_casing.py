"""Capitals of restored words."""

from __future__ import annotations

import pytest

from kcn_pipeline.cleaning.casing import cased_like, in_case
from kcn_pipeline.cleaning.tokens import Token


def cased(word: str, printed: str, text: str) -> str:
    start = text.index(printed)
    return in_case(word, Token(start, start + len(printed), "word", printed), text)


@pytest.mark.parametrize(
    ("word", "printed", "text", "written"),
    [
        ("mỹ", "MY", "KCN MY Phuoc", "Mỹ"),
        ("mỹ", "MY", "ty dé la MY, tang", "Mỹ"),
        ("bộ", "BO", "cua BO Tai chinh", "Bộ"),
        ("mỹ", "MY", "KHU MY PHUOC", "MỸ"),
        ("an", "AN", "LONG AN tang", "AN"),
        ("lý", "1y", "Quan 1y", "lý"),
        ("ở", "&", "xong. & day", "Ở"),
        ("tỷ usd", "tyUSD", "von 4,2 tyUSD va", "tỷ USD"),
        ("tỉnh vĩnh", "tinhVinh", "tai tinhVinh Phuc", "tỉnh Vĩnh"),
        ("thực hiện", "Thuchién", "Thuchién ké hoach", "Thực hiện"),
    ],
)
def test_capitals_follow_the_print_and_what_stands_around(word: str, printed: str, text: str, written: str) -> None:
    assert cased(word, printed, text) == written


def test_other_readings_are_written_alike() -> None:
    assert [cased_like(wording, "tổng") for wording in ("Tăng", "TĂNG", "tăng")] == ["Tổng", "TỔNG", "tổng"]

"""Readings told apart by the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from kcn_pipeline.documents.ocr.wordings import likeliest
from kcn_pipeline_tests.formats.reports import REPORTS, Report


@pytest.mark.parametrize(
    ("before", "readings", "after", "meant"),
    [
        ("nhập", ["khấu", "khẩu"], "đạt", "khẩu"),
        ("6/2018,", ["tống", "tổng"], "số", "tổng"),
        ("Tổng", ["đoanh", "doanh"], "thu", "doanh"),
        ("(nhập", ["Khấu,", "Khẩu,"], "2,3", "Khẩu,"),
    ],
)
def test_the_reading_that_a_wording_has_is_taken(before: str, readings: Sequence[str], after: str, meant: str) -> None:
    assert likeliest(before, readings, after) == meant


def test_a_hook_that_every_reading_missed_is_put_back_where_a_wording_has_it() -> None:
    assert likeliest("xuất", ["khấu"], "49") == "khẩu"
    assert likeliest("khoản", ["khấu"], "trừ") == "khấu"


def test_the_first_reading_stays_where_no_wording_tells() -> None:
    assert likeliest("ông", ["Đồn", "Dồn"], "nói") == "Đồn"
    assert likeliest("", ["Đồn"], "") == "Đồn"


@pytest.mark.parametrize("readings", [["1,947", "1.947"], ["l2", "12"], ["tống1", "tổng"]])
def test_a_word_with_a_digit_stays_as_it_was_voted(readings: Sequence[str]) -> None:
    assert likeliest("tổng", readings, "số") == readings[0]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_what_was_read_right_stays(report: Report) -> None:
    words = ["", *report.text.split(), ""]
    for (before, word), (_, after) in pairwise(pairwise(words)):
        assert likeliest(before, [word], after) == word

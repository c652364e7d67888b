"""Blanks, invisible characters and composed letters."""

from __future__ import annotations

import unicodedata

import pytest

from kcn_pipeline.cleaning.normalisation import normalise
from kcn_pipeline_tests.unit.cleaning.damages import WHOLE


def test_a_clean_text_gives_no_segment() -> None:
    assert not normalise(WHOLE).segments
    assert not normalise("plain ascii\nand lines\t").segments


def test_decomposed_letters_are_composed_one_by_one() -> None:
    decomposed = unicodedata.normalize("NFD", WHOLE)
    alignment = normalise(decomposed)
    assert alignment.apply(decomposed) == WHOLE
    marked = sum(unicodedata.normalize("NFD", c) != c for c in WHOLE)
    assert len(alignment.segments) == marked
    assert all(len(s.text) == 1 and s.kind == "normalised" for s in alignment.segments)


def test_only_the_decomposed_letter_of_a_mixed_text_is_touched() -> None:
    text = "tỷ đo\u0302\u0300ng"
    (segment,) = normalise(text).segments
    assert (segment.raw_start, segment.raw_end, segment.text, segment.rule) == (4, 7, "ồ", "nfc")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("12\u00a0242", "12 242", id="no-break space"),
        pytest.param("a\u2009\u202fb", "a  b", id="a blank for each blank"),
        pytest.param("\ufeffBan", "Ban", id="byte order mark"),
        pytest.param("doanh ng\u00adhiệp", "doanh nghiệp", id="soft hyphen"),
        pytest.param("KCN\u200b, KKT\u2060", "KCN, KKT", id="zero width"),
        pytest.param("một\u2028hai", "một\nhai", id="line separator"),
        pytest.param("１２．３４５，５ tỷ（ＦＤＩ）", "12.345,5 tỷ(FDI)", id="full width"),
    ],
)
def test_blanks_and_invisible_characters(text: str, expected: str) -> None:
    assert normalise(text).apply(text) == expected


def test_a_run_of_blanks_is_one_segment() -> None:
    assert [len(s.text) for s in normalise("a\u00a0\u00a0\u00a0b").segments] == [3]


def test_a_mark_behind_an_invisible_character_still_joins_its_letter() -> None:
    text = "o\u200b\u0301"
    alignment = normalise(text)
    assert alignment.apply(text) == "ó"
    assert len(alignment.segments) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\u0307\u0302\u0323x", id="marks out of order"),
        pytest.param("\u1100\u1161\u11a8", id="Korean parts"),
        pytest.param("\u09c7\u09be", id="a vowel sign that is no mark"),
        pytest.param("\u212b\u2126", id="signs that are letters"),
    ],
)
def test_whatever_combines_is_composed(text: str) -> None:
    assert normalise(text).apply(text) == unicodedata.normalize("NFC", text)

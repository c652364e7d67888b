"""Abbreviations found by their bare letters, and Roman numerals."""

from __future__ import annotations

import pytest

from kcn_pipeline.cleaning.abbreviations import Abbreviations, is_roman
from kcn_pipeline.reference.abbreviations import Abbreviation


@pytest.fixture
def abbreviations() -> Abbreviations:
    rows = [("QĐ", ()), ("VNĐ", ()), ("VND", ()), ("CTr", ()), ("m²", ("m?",)), ("III", ("Ill", "lll"))]
    return Abbreviations([Abbreviation(form=f, meaning="test", read_as=r, source="test") for f, r in rows])


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("QD", ("QĐ",)),
        ("QĐ", ("QĐ",)),
        ("VND", ("VND", "VNĐ")),
        ("CTr", ("CTr",)),
        ("CTR", ()),
        ("qd", ()),
        ("m?", ("m²",)),
        ("Ill", ("III",)),
        ("XYZ", ()),
    ],
)
def test_forms_of_a_word(abbreviations: Abbreviations, word: str, forms: tuple[str, ...]) -> None:
    assert abbreviations.forms(word) == forms


@pytest.mark.parametrize(
    ("reading", "printed", "written"),
    [
        ("ctr", "CTr", "CTr"),
        ("ctr", "ctr", None),
        ("m²", "m?", "m²"),
        ("iii", "Ill", "III"),
        ("iii", "lll", "III"),
        ("iii", "iii", None),
        ("qđ", "QD", None),
        ("ban", "BAN", None),
    ],
)
def test_own_capitals_are_told(abbreviations: Abbreviations, reading: str, printed: str, written: str | None) -> None:
    assert abbreviations.written(reading, printed) == written


@pytest.mark.parametrize("word", ["II", "III", "IV", "VI", "IX", "XII", "XXXIX"])
def test_roman_numerals(word: str) -> None:
    assert is_roman(word)


@pytest.mark.parametrize("word", ["I", "V", "", "IIII", "MI", "DI", "LI", "VX", "ii", "XL"])
def test_what_is_no_roman_numeral_or_may_be_a_word(word: str) -> None:
    assert not is_roman(word)

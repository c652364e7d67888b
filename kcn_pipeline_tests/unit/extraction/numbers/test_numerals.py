"""Examples beside the rules of printed numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.extraction.numbers.numerals import readings


@pytest.mark.parametrize(
    ("numeral", "values"),
    [
        ("255", ["255"]),
        ("04", ["4"]),
        ("2000", ["2000"]),
        ("1.029.779", ["1029779"]),
        ("592.901,1", ["592901.1"]),
        ("82,5", ["82.5"]),
        ("0,5", ["0.5"]),
        ("51.390", ["51390", "51.390"]),
        ("5,890", ["5.890", "5890"]),
        ("67.5", ["67.5"]),
        ("1,234,567", ["1234567"]),
        ("3.131.93", ["3131.93"]),
        ("12.34.567", ["1234567"]),
    ],
)
def test_every_reading_conventional_first(numeral: str, values: list[str]) -> None:
    assert [str(reading.value) for reading in readings(numeral)] == values


def test_step_is_the_place_of_the_last_printed_digit() -> None:
    grouped, decimal = readings("51.390")
    assert (grouped.step, decimal.step) == (Decimal(1), Decimal("0.001"))


def test_only_the_vietnamese_habit_is_conventional() -> None:
    assert [reading.conventional for reading in readings("5,890")] == [True, False]
    assert [reading.conventional for reading in readings("67.5")] == [False]


@pytest.mark.parametrize("text", ["", "1.", ",5", "1..2", "12a", "1 000"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no numeral"):
        readings(text)


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_integers_read_back(value: int) -> None:
    printed = f"{value:,}".replace(",", ".")
    assert readings(printed)[0].value == value


@given(st.from_regex(r"\A[0-9]{1,4}([.,][0-9]{1,4}){0,4}\Z"))
def test_no_reading_loses_a_digit(numeral: str) -> None:
    digits = "".join(c for c in numeral if c.isdigit())
    for reading in readings(numeral):
        unscaled = int(reading.value / reading.step)
        assert unscaled == int(digits)

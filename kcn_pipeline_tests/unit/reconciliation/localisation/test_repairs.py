"""Readings of a printed figure."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest

from kcn_pipeline.quantities import Bound, Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.localisation.repairs import (
    Numeral,
    Reading,
    printed_numeral,
    readings,
    remaining,
    unexplained_cost,
)
from kcn_pipeline_tests.unit.reconciliation.sheets import BILLION, MILLION, Sheet


@pytest.mark.parametrize(
    ("value", "quote", "numeral"),
    [
        ("532", "532 units", Numeral("532", 0, 0, 0)),
        ("2935000000", "2,935 bn", Numeral("2935", 6, 3, 1)),
        ("51390000000000", "51.390 bn", Numeral("51390", 9, 0, 1)),
        ("51390000000", "51.390 bn", Numeral("51390", 6, 0, 1)),
        ("954969000000000", "954.969 bn", Numeral("954969", 9, 0, 1)),
        ("1095829", "of 2019: 1.095.829 people", Numeral("1095829", 0, 0, 2)),
        ("4", "four", Numeral("4", 0, 0, None)),
        ("8000", None, Numeral("8", 3, 0, None)),
        ("0", "0", Numeral("0", 0, 0, 0)),
        ("-12", "-12", Numeral("12", 0, 0, 0)),
    ],
)
def test_the_numeral_behind_a_value(value: str, quote: str | None, numeral: Numeral) -> None:
    assert printed_numeral(Decimal(value), quote) == numeral


def read(quote: str, unit: str = "USD", scale: int = BILLION) -> dict[tuple[str, str], Reading]:
    sheet = Sheet()
    amount = sheet.add("exports", quote, None, unit, scale).amount
    return {(reading.kind, f"{reading.value:f}"): reading for reading in readings(amount, quote, unit)}


@pytest.mark.parametrize(
    ("quote", "scale", "kind", "value"),
    [
        ("51.390", BILLION, "separator", "51390000000"),
        ("2,935", BILLION, "separator", "2935000000000"),
        ("350", MILLION, "magnitude_word", "350000000000"),
        ("2,5", BILLION, "magnitude_word", "2500000"),
        ("18", BILLION, "confused_digit", "13000000000"),
        ("25", BILLION, "transposed_digits", "52000000000"),
        ("2,9", BILLION, "lost_digit", "2930000000"),
        ("2,9", BILLION, "lost_digit", "24900000000"),
        ("2,99", BILLION, "doubled_digit", "2900000000"),
        ("22,9", BILLION, "doubled_digit", "2900000000"),
    ],
)
def test_the_catalogue(quote: str, scale: int, kind: str, value: str) -> None:
    assert (kind, value) in read(quote, scale=scale)


@pytest.mark.parametrize(
    ("quote", "scale", "kind", "value"),
    [
        ("51,39", BILLION, "separator", "51390000000000"),
        ("1.051.390", 0, "separator", "1051"),
        ("350", MILLION, "magnitude_word", "350000"),
        ("2,5", BILLION, "magnitude_word", "2500000000000000"),
        ("25", BILLION, "unit_slip", "250000000000000"),
    ],
)
def test_what_is_no_reading(quote: str, scale: int, kind: str, value: str) -> None:
    assert (kind, value) not in read(quote, scale=scale)


def test_hectares_may_be_square_metres() -> None:
    assert ("unit_slip", "1.4200") in read("14200", "ha", 0)


def test_no_reading_is_the_figure_itself_or_nothing() -> None:
    for quote in ("7", "100", "8,08", "0,6"):
        values = {Decimal(value) for _, value in read(quote)}
        assert Decimal(0) not in values
        assert Decimal(quote.replace(",", ".")) * 10**9 not in values


def test_rounding_moves_with_the_last_place_and_a_hedge_with_the_value() -> None:
    rounded = read("51.390")["separator", "51390000000"]
    assert rounded.interval == Interval(Decimal(51389500000), Decimal(51390500000))
    amount = Sheet().add("exports", "350", None, "USD", MILLION, "lower").amount
    hedged = next(r for r in readings(amount, "350", "USD") if r.kind == "magnitude_word")
    assert hedged.interval == Interval(Decimal(350 * 10**9), Decimal(385 * 10**9))


def test_readings_come_cheapest_first_and_share_their_kinds_prior() -> None:
    found = list(read("1.234", "project", 0).values())
    assert [r.cost for r in found] == sorted(r.cost for r in found)
    cheap = next(r for r in found if r.kind == "separator")
    dear = next(r for r in found if r.kind == "lost_digit")
    assert cheap.cost < dear.cost < unexplained_cost()


def test_each_way_to_lose_a_digit_counts() -> None:
    found = read("86", "project", 0)
    assert found["lost_digit", "896"].cost - found["lost_digit", "886"].cost == pytest.approx(math.log(2))


def amount(quote: str, bound: Bound = "exact", unit: str = "USD") -> Amount:
    return Sheet().add("capital_new", quote, None, unit, MILLION if unit == "USD" else 0, bound).amount


@pytest.mark.parametrize(
    ("quote", "left", "values"),
    [
        ("82,0", ("28.29e6", "28.31e6"), ["28300000"]),
        ("82,0", ("28.25e6", "28.35e6"), ["28300000"]),
        ("82,0", ("28.2e6", "28.4e6"), ["28300000", "28200000", "28400000"]),
        ("82,0", ("28.1e6", "28.5e6"), []),
        ("28,3", ("28.29e6", "28.31e6"), []),
        ("82,0", ("0", "0.02e6"), ["0"]),
    ],
)
def test_what_is_left_at_the_printed_precision(quote: str, left: tuple[str, str], values: list[str]) -> None:
    found = remaining(amount(quote), quote, Interval(*(Decimal(end) for end in left)))
    assert [f"{reading.value:f}" for reading in found] == [f"{Decimal(v):f}" for v in values]
    assert all(reading.kind == "unexplained" and reading.cost >= unexplained_cost() for reading in found)


def test_whole_things_are_left_at_one_value() -> None:
    (reading,) = remaining(amount("363", unit="project"), "363", Interval(Decimal("232.9"), Decimal("233.1")))
    assert reading.interval == Interval.exactly(Decimal(233))


def test_nothing_is_left_where_the_precision_is_unknown_or_an_end_open() -> None:
    one = Interval(Decimal("28.29e6"), Decimal("28.31e6"))
    assert remaining(amount("82", bound="lower"), "82", one) == ()
    assert remaining(amount("82"), None, one) == ()
    assert remaining(amount("82"), "82", Interval(one.lo, None)) == ()


def test_a_figure_below_nothing_and_nothing_itself() -> None:
    amount = Amount(Decimal(-25), Interval.exactly(Decimal(-25)), True, frozenset(), ())
    found = {reading.kind: reading.value for reading in readings(amount, "-25", "project")}
    assert found.pop("sign") == 25
    assert all(value < 0 for value in found.values())
    zero = Amount(Decimal(0), Interval.exactly(Decimal(0)), True, frozenset(), ())
    assert {r.kind for r in readings(zero, "0", "project")} <= {"confused_digit", "lost_digit"}


def test_a_hedge_may_be_looser_than_usual() -> None:
    amount = Amount(Decimal(500), Interval(Decimal(500), Decimal(550)), False, frozenset(), ())
    (loose,) = (r for r in readings(amount, "500", "project", whole=True) if r.kind == "loose_hedge")
    assert (loose.value, loose.interval) == (Decimal(500), Interval(Decimal(500), Decimal(600)))
    exact = Amount(Decimal(500), Interval.exactly(Decimal(500)), True, frozenset(), ())
    assert all(reading.kind != "loose_hedge" for reading in readings(exact, "500", "project", whole=True))


def test_what_is_counted_has_no_fractions() -> None:
    amount = Amount(Decimal(41200), Interval.exactly(Decimal(41200)), True, frozenset(), ())
    assert "separator" in {reading.kind for reading in readings(amount, "41.200 people", "person")}
    counted = readings(amount, "41.200 people", "person", whole=True)
    assert counted
    assert all(reading.value == reading.value.to_integral_value() for reading in counted)


@pytest.mark.parametrize(("quote", "value", "meant"), [("9,87 people", "9.87", "9870"), ("98 thousand", "98000", "98")])
def test_the_word_for_thousand_may_be_lost_or_added(quote: str, value: str, meant: str) -> None:
    amount = Amount(Decimal(value), Interval.exactly(Decimal(value)), True, frozenset(), ())
    found = {(reading.kind, reading.value) for reading in readings(amount, quote, "person", whole=True)}
    assert ("thousand_word", Decimal(meant)) in found


def test_no_group_of_three_stands_behind_a_lone_nothing() -> None:
    assert ("separator", "867000000") not in read("0,867", scale=MILLION)
    assert ("magnitude_word", "867000000") in read("0,867", scale=MILLION)


@pytest.mark.parametrize(
    ("quote", "meant"),
    [("45,1", "4510000000"), ("4,51", "45100000000"), ("4,51", "451000000000"), ("45", "4500000000")],
)
def test_the_decimal_mark_may_be_misplaced_or_left_out(quote: str, meant: str) -> None:
    assert ("misplaced_mark", meant) in read(quote)


@pytest.mark.parametrize("quote", ["4", "1.234.567"])
def test_no_mark_stands_before_all_digits_or_among_groups(quote: str) -> None:
    assert all(kind != "misplaced_mark" for kind, _ in read(quote))


def test_what_is_counted_has_no_decimal_mark_to_misplace() -> None:
    assert all(kind != "misplaced_mark" for kind, _ in read("450", "project", 0))

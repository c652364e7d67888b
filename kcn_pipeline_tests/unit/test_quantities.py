"""Spans and intervals on known cases; the laws that hold for all are in property/test_value_types."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline.quantities import BOUNDS, COMPARISONS, COVERAGES, ORIGINS, ZERO, Interval, Span


def interval(lo: str | None, hi: str | None) -> Interval:
    return Interval(None if lo is None else Decimal(lo), None if hi is None else Decimal(hi))


class TestSpan:
    def test_covers_characters_up_to_its_end(self) -> None:
        span = Span(4, 9)
        assert span.of("vốn 2,935 tỷ") == "2,935"
        assert len(span) == 5

    def test_may_be_empty(self) -> None:
        assert Span(3, 3).of("abcdef") == ""
        assert len(Span(0, 0)) == 0

    @pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
    def test_refuses_negative_and_reversed(self, start: int, end: int) -> None:
        with pytest.raises(ValueError, match="negative or reversed"):
            Span(start, end)

    @pytest.mark.parametrize(
        ("one", "other", "shared"),
        [
            (Span(0, 5), Span(4, 6), True),
            (Span(0, 5), Span(5, 6), False),
            (Span(0, 5), Span(1, 2), True),
            (Span(2, 2), Span(0, 5), False),
            (Span(2, 2), Span(2, 2), False),
        ],
    )
    def test_overlaps_when_a_character_is_shared(self, one: Span, other: Span, shared: bool) -> None:
        assert one.overlaps(other) is shared
        assert other.overlaps(one) is shared

    def test_contains(self) -> None:
        assert Span(0, 5).contains(Span(0, 5))
        assert Span(0, 5).contains(Span(2, 3))
        assert not Span(0, 5).contains(Span(4, 6))

    def test_join_covers_the_gap(self) -> None:
        assert Span(7, 9).join(Span(1, 3)) == Span(1, 9)

    def test_shifted(self) -> None:
        assert Span(1, 3).shifted(4) == Span(5, 7)
        with pytest.raises(ValueError, match="negative"):
            Span(1, 3).shifted(-2)

    def test_order_is_that_of_the_text(self) -> None:
        assert sorted([Span(2, 3), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(2, 3)]


class TestInterval:
    def test_a_point(self) -> None:
        point = Interval.exactly(Decimal("12.5"))
        assert point.is_point
        assert point.width == 0
        assert not interval("1", "2").is_point

    def test_open_ends(self) -> None:
        assert not interval(None, None).is_point
        assert interval("1", None).width is None
        assert interval("1", None).contains(Decimal("1e30"))
        assert not interval("1", None).contains(Decimal("0.9"))
        assert interval(None, "1").contains(Decimal("-1e30"))

    def test_refuses_an_empty_one(self) -> None:
        with pytest.raises(ValueError, match=r"interval \[2, 1\] is empty"):
            interval("2", "1")

    @pytest.mark.parametrize(("lo", "hi"), [("NaN", None), (None, "Infinity"), ("-Infinity", "1"), ("sNaN", "1")])
    def test_refuses_ends_that_are_no_numbers(self, lo: str | None, hi: str | None) -> None:
        with pytest.raises(ValueError, match="an open end is written None"):
            interval(lo, hi)

    def test_arithmetic(self) -> None:
        assert interval("1", "2") + interval("10", "20") == interval("11", "22")
        assert interval("1", "2") - interval("10", "20") == interval("-19", "-8")
        assert -interval("1", "2") == interval("-2", "-1")
        assert interval("1", "2").scaled(Decimal("0.5")) == interval("0.5", "1")

    def test_arithmetic_with_open_ends(self) -> None:
        assert interval("1", None) + interval("10", "20") == interval("11", None)
        assert interval("1", None) - interval("10", "20") == interval("-19", None)
        assert interval("1", "2") - interval("10", None) == interval(None, "-8")
        assert -interval(None, "2") == interval("-2", None)
        assert interval(None, "2").scaled(Decimal(3)) == interval(None, "6")
        assert interval(None, "2").scaled(Decimal(0)) == ZERO

    def test_a_negative_factor_would_turn_the_ends_around(self) -> None:
        with pytest.raises(ValueError, match="must not be negative"):
            interval("1", "2").scaled(Decimal(-1))

    def test_no_digit_is_rounded_away(self) -> None:
        long = Decimal("47217000000000000000000000000.000000000001")
        assert (Interval.exactly(long) + Interval.exactly(Decimal("0.1"))).lo == Decimal(
            "47217000000000000000000000000.100000000001"
        )
        assert (-Interval.exactly(long)).lo == Decimal("-47217000000000000000000000000.000000000001")
        assert Interval.exactly(long).scaled(Decimal(3)).hi == Decimal("141651000000000000000000000000.000000000003")
        assert Interval(Decimal(0), long).width == long

    @pytest.mark.parametrize(
        ("one", "other", "common"),
        [
            (interval("1", "3"), interval("2", "4"), interval("2", "3")),
            (interval("1", "2"), interval("2", "4"), interval("2", "2")),
            (interval("1", "2"), interval("3", "4"), None),
            (interval(None, "2"), interval("1", None), interval("1", "2")),
            (interval(None, None), interval("1", "2"), interval("1", "2")),
            (interval(None, "0"), interval("1", None), None),
        ],
    )
    def test_intersection(self, one: Interval, other: Interval, common: Interval | None) -> None:
        assert one.intersection(other) == common
        assert other.intersection(one) == common
        assert one.overlaps(other) is (common is not None)


def test_the_vocabularies_are_those_of_a_fact() -> None:
    assert ORIGINS == ("fdi", "ddi", "total")
    assert BOUNDS == ("exact", "lower", "upper", "approx")
    assert set(COVERAGES) == {"kcn", "kcx", "kkt", "ccn", "outside"}
    assert COMPARISONS[0] == "level"
    assert len(set(COMPARISONS)) == 9

"""Laws of half-years, windows, spans and intervals."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Context, Decimal

from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.periods import HalfYear, Window, half_years_between, month_end
from kcn_pipeline.quantities import ZERO, Interval, Span

YEARS = st.integers(1900, 2100)
HALF_YEARS = st.builds(HalfYear, YEARS, st.sampled_from([1, 2]))
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
# Up to 80 digits: far beyond the 28 at which Python's decimal context begins to round.
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=20, min_value=-(10**60), max_value=10**60)
FACTORS = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=0, max_value=10**12)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 40))
    return Span(start, start + draw(st.integers(0, 10)))


@st.composite
def windows(draw: st.DrawFn) -> Window:
    end = draw(DAYS)
    length = draw(st.none() | st.integers(0, 800))
    return Window(None if length is None else end - timedelta(days=length), end)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    lo, hi = sorted([draw(DECIMALS), draw(DECIMALS)])
    return Interval(draw(st.sampled_from([lo, None])), draw(st.sampled_from([hi, None])))


@st.composite
def intervals_with_a_member(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    lo, member, hi = sorted([draw(DECIMALS), draw(DECIMALS), draw(DECIMALS)])
    return Interval(draw(st.sampled_from([lo, None])), draw(st.sampled_from([hi, None]))), member


class TestHalfYears:
    @given(st.builds(HalfYear, st.integers(1, 9999), st.sampled_from([1, 2])))
    def test_label_and_key_read_back(self, period: HalfYear) -> None:
        assert HalfYear.parse(period.label) == period
        assert HalfYear.parse(period.partition_key) == period

    @given(DAYS)
    def test_every_day_lies_in_the_one_that_contains_it(self, day: date) -> None:
        period = HalfYear.containing(day)
        assert period.start <= day <= period.end

    @given(HALF_YEARS)
    def test_the_next_begins_where_this_ends(self, period: HalfYear) -> None:
        assert period.shifted(1).start == period.end + timedelta(days=1)

    @given(HALF_YEARS, st.integers(-50, 50), st.integers(-50, 50))
    def test_shifts_add_up(self, period: HalfYear, one: int, other: int) -> None:
        assert period.shifted(one).shifted(other) == period.shifted(one + other)
        assert (period.shifted(one) < period) == (one < 0)

    @given(HALF_YEARS, st.integers(0, 60))
    def test_between_counts_both_ends(self, first: HalfYear, count: int) -> None:
        found = half_years_between(first, first.shifted(count))
        assert len(found) == count + 1
        assert found == sorted(set(found))
        assert (found[0], found[-1]) == (first, first.shifted(count))


class TestWindows:
    @given(windows())
    def test_the_half_year_holds_the_end(self, window: Window) -> None:
        assert window.half_year.start <= window.end <= window.half_year.end

    @given(windows(), windows(), windows())
    def test_the_order_is_total(self, one: Window, two: Window, three: Window) -> None:
        assert (one < two) + (two < one) + (one == two) == 1
        if one <= two <= three:
            assert one <= three

    @given(YEARS, st.integers(1, 12), st.integers(1, 12))
    def test_of_months_is_whole_months_and_so_is_the_year_before(self, year: int, one: int, other: int) -> None:
        first, last = min(one, other), max(one, other)
        window = Window.of_months(year, first, last)
        assert window.months == last - first + 1
        assert window.end == month_end(window.end.year, window.end.month)
        assert window.year_earlier() == Window.of_months(year - 1, first, last)

    @given(windows())
    def test_a_year_earlier_is_a_year_earlier(self, window: Window) -> None:
        earlier = window.year_earlier()
        assert 365 <= (window.end - earlier.end).days <= 366
        assert (earlier.start is None) == (window.start is None)
        assert earlier.months == window.months


class TestSpans:
    @given(spans(), spans())
    def test_overlap_is_a_shared_character(self, one: Span, other: Span) -> None:
        shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
        assert one.overlaps(other) is bool(shared)

    @given(spans(), spans())
    def test_join_contains_both_and_nothing_shorter_does(self, one: Span, other: Span) -> None:
        joined = one.join(other)
        assert joined.contains(one)
        assert joined.contains(other)
        assert {joined.start, joined.end} <= {one.start, one.end, other.start, other.end}

    @given(spans(), st.text(max_size=60))
    def test_contained_spans_cover_contained_text(self, span: Span, text: str) -> None:
        assert span.of(text) in text
        assert span.shifted(3).of("abc" + text) == span.of(text)


class TestIntervals:
    @given(intervals_with_a_member(), intervals_with_a_member())
    def test_sums_and_differences_hold_those_of_their_members(
        self, one: tuple[Interval, Decimal], other: tuple[Interval, Decimal]
    ) -> None:
        (a, x), (b, y) = one, other
        exact_sum, exact_difference = _exactly(x, y, 1), _exactly(x, y, -1)
        assert (a + b).contains(exact_sum)
        assert (a - b).contains(exact_difference)

    @given(DECIMALS, DECIMALS)
    def test_points_add_exactly(self, x: Decimal, y: Decimal) -> None:
        assert (Interval.exactly(x) + Interval.exactly(y)).lo == _exactly(x, y, 1)
        assert (Interval.exactly(x) - Interval.exactly(y)).hi == _exactly(x, y, -1)

    @given(intervals())
    def test_negation_undoes_itself(self, a: Interval) -> None:
        opposite = -a
        assert -opposite == a
        assert a + ZERO == a

    @given(intervals(), intervals())
    def test_addition_commutes(self, a: Interval, b: Interval) -> None:
        assert a + b == b + a

    @given(intervals_with_a_member(), FACTORS)
    def test_scaling_holds_the_scaled_member(self, one: tuple[Interval, Decimal], factor: Decimal) -> None:
        a, x = one
        scaled = Interval.exactly(x).scaled(factor).lo
        assert scaled is not None
        assert a.scaled(factor).contains(scaled)

    @given(intervals(), intervals(), DECIMALS)
    def test_the_intersection_holds_what_both_hold(self, a: Interval, b: Interval, x: Decimal) -> None:
        common = a.intersection(b)
        assert (common is not None and common.contains(x)) is (a.contains(x) and b.contains(x))
        assert a.overlaps(b) is (common is not None)


def _exactly(x: Decimal, y: Decimal, sign: int) -> Decimal:
    """The sum or difference by integer arithmetic: `places` decimals, no decimal context."""
    places = 10**20
    units = int(x.scaleb(20, _context())) + sign * int(y.scaleb(20, _context()))
    whole, rest = divmod(abs(units), places)
    return Decimal(f"{'-' if units < 0 else ''}{whole}.{rest:020d}")


def _context() -> Context:
    return Context(prec=200)

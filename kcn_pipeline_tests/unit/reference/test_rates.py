"""Exchange rates: every year, honest intervals."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.rates import load_rates, vnd_per_usd, vnd_per_usd_at_end

YEARS = range(2000, 2026)


def bounds(interval: Interval) -> tuple[Decimal, Decimal]:
    assert interval.lo is not None
    assert interval.hi is not None
    return interval.lo, interval.hi


def test_every_year_has_a_row() -> None:
    assert list(load_rates()) == list(YEARS)


@pytest.mark.parametrize("year", YEARS)
def test_intervals_are_narrow_but_not_points(year: int) -> None:
    for interval in (vnd_per_usd(year), vnd_per_usd_at_end(year)):
        lo, hi = bounds(interval)
        assert Decimal("0.003") < (hi - lo) / lo < Decimal("0.08")


@pytest.mark.parametrize(
    ("year", "published"),
    [
        (2000, "14167.75"),
        (2005, "15858.92"),
        (2008, "16302.25"),
        (2009, "17065.08"),
        (2010, "18612.92"),
        (2011, "20509.75"),
        (2015, "21697.57"),
        (2016, "21935.00"),
        (2019, "23050.24"),
        (2021, "23159.78"),
    ],
)
def test_the_published_average_lies_inside(year: int, published: str) -> None:
    """Period averages of the IMF's International Financial Statistics."""
    assert vnd_per_usd(year).contains(Decimal(published))


@pytest.mark.parametrize("year", YEARS[1:])
def test_a_year_moves_between_two_year_ends(year: int) -> None:
    """The average cannot lie beyond both year ends: the dong never swung further than 3% within a year."""
    before, after = bounds(vnd_per_usd_at_end(year - 1)), bounds(vnd_per_usd_at_end(year))
    lo, hi = bounds(vnd_per_usd(year))
    assert lo >= min(before[0], after[0]) * Decimal("0.97")
    assert hi <= max(before[1], after[1]) * Decimal("1.03")


def test_the_assumptions_of_the_annotated_identities_are_held() -> None:
    """The gold crosses 2019 at 23 100-23 300 and 2016 at 21 900-22 700."""
    assert vnd_per_usd(2019).contains(Decimal(23100))
    assert vnd_per_usd(2019).contains(Decimal(23300))
    assert vnd_per_usd(2016) == Interval(Decimal(21900), Decimal(22700))


def test_a_year_without_a_row_says_what_to_do() -> None:
    with pytest.raises(LookupError, match=r"no exchange rate for 1999; add its row to exchange_rates\.yaml"):
        vnd_per_usd(1999)
    with pytest.raises(LookupError, match="2031"):
        vnd_per_usd_at_end(2031)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("year: 2019, average: [23300, 23000], year_end: [1, 2]", "average runs from 23300 down to 23000"),
        ("year: 2019, average: [23000], year_end: [1, 2]", "average"),
        ("year: 2019, average: [-1, 2], year_end: [1, 2]", "average"),
        ("year: 1919, average: [1, 2], year_end: [1, 2]", "year"),
    ],
)
def test_broken_rates_are_refused(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "rates.yaml"
    path.write_text(f"- {{{row}, source: State Bank}}\n", encoding="utf-8")
    with pytest.raises(BrokenReference, match=problem):
        load_rates(path)

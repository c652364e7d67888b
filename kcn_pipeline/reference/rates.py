"""Exchange rates of the dong, as intervals.

Belongs here: the row model and loading of `exchange_rates.yaml`. Does not: crossing any figure
(`reconciliation`); cumulative stocks are never crossed at one day's rate.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reference.loading import DATA, Row, read_rows, rows_by_key

RATES_FILE: Final = DATA / "exchange_rates.yaml"

Dong = Annotated[Decimal, Field(gt=0)]


class ExchangeRate(Row):
    """VND per USD in one year: least and greatest, over the year and at its end."""

    year: int = Field(ge=2000, le=2100)
    average: tuple[Dong, Dong]
    year_end: tuple[Dong, Dong]

    @model_validator(mode="after")
    def _ends_in_order(self) -> Self:
        for name, (least, greatest) in (("average", self.average), ("year_end", self.year_end)):
            if least > greatest:
                raise ValueError(f"{name} runs from {least} down to {greatest}")
        return self


@cache
def load_rates(path: Path = RATES_FILE) -> dict[int, ExchangeRate]:
    """Rates by year. Errors: BrokenReference."""
    rows = rows_by_key(path, read_rows(path, ExchangeRate), lambda row: str(row.year))
    return {row.year: row for row in rows.values()}


def vnd_per_usd(year: int) -> Interval:
    """VND for one USD over a year, for its flows. Errors: LookupError for a year without a row."""
    return Interval(*_rate(year).average)


def vnd_per_usd_at_end(year: int) -> Interval:
    """VND for one USD on 31 December. Errors: LookupError for a year without a row."""
    return Interval(*_rate(year).year_end)


def _rate(year: int) -> ExchangeRate:
    rates = load_rates()
    if year not in rates:
        raise LookupError(f"no exchange rate for {year}; add its row to {RATES_FILE.name}")
    return rates[year]

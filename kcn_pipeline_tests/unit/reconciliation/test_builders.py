"""The facts that these tests are written with are facts as the pipeline stores them."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.quantities import Bound, Interval
from kcn_pipeline.tables import FACTS
from kcn_pipeline_tests.unit.reconciliation.builders import END, Book, interval_of


def test_built_facts_pass_the_schema_and_come_back() -> None:
    book = Book()
    book.add("exports", "5.5", "USD", ulp="0.1", bound="lower")
    book.percent("workers", "-7.6", "yoy", window=END)
    book.add("projects_licensed", 5, origin="fdi", target=True, coverage=("kcn",))
    frame = FACTS.validate(book.frame, lazy=True)
    assert [Fact.from_row({str(k): v for k, v in row.items()}) for row in frame.to_dict("records")] == book.facts
    assert isinstance(frame, pd.DataFrame)


@pytest.mark.parametrize(
    ("unit", "bound", "lo", "hi"),
    [
        ("USD", "exact", "9.5", "10.5"),
        ("project", "exact", "10", "10"),
        ("project", "lower", "10", "11"),
        ("USD", "upper", "9", "10"),
        ("USD", "approx", "9.5", "10.5"),
    ],
)
def test_built_intervals_follow_precision_and_hedge(unit: str, bound: Bound, lo: str, hi: str) -> None:
    assert interval_of(Decimal(10), unit, bound, Decimal(1)) == Interval(Decimal(lo), Decimal(hi))

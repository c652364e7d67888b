"""Which rows of reference data a relation is said to come from."""

from __future__ import annotations

import pytest

from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.relations.provenance import reference_rows
from kcn_pipeline.reference.loading import DATA
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, END, YEAR

CAPITAL = Series(DELTA, "capital_registered", "fdi", "USD")


@pytest.mark.parametrize(
    ("family", "code", "rows"),
    [
        ("origin_sum", "origin_sum", ["metrics.yaml: capital_registered"]),
        ("bloc_sum", "bloc_sum", ["bloc_memberships.yaml: red-river-delta 2019"]),
        ("ceiling", "ceiling", ["ceilings.yaml: capital_registered"]),
        ("subset", "local-workers", ["identities.yaml: local-workers"]),
        ("growth", "roll:2019-06-30", ["identities.yaml: capital-roll"]),
        ("growth", "yoy:7.6", []),
        ("window_order", "window_order:2019-01-01/2019-06-30", []),
    ],
)
def test_rows_by_family(family: str, code: str, rows: list[str]) -> None:
    found = reference_rows(family, code, CAPITAL, END)
    assert found == rows
    for row in found:
        file, _, key = row.partition(": ")
        assert all(part in (DATA / file).read_text(encoding="utf-8") for part in key.split())


def test_a_list_carried_from_another_year_is_named_by_its_own() -> None:
    later = Series(DELTA, "workers", None, "person")
    assert reference_rows("bloc_sum", "bloc_sum", later, YEAR.year_earlier()) == [
        "bloc_memberships.yaml: red-river-delta 2019"
    ]


def test_a_bloc_that_nobody_knows_has_no_row() -> None:
    unknown = Series("bloc:made-up", "workers", None, "person")
    assert reference_rows("bloc_sum", "bloc_sum", unknown, END) == []


def test_crossing_currencies_needs_the_rate_of_the_year() -> None:
    found = reference_rows("window_order", "window_order:x", CAPITAL, YEAR, crosses_currencies=True)
    assert found == ["exchange_rates.yaml: 2019"]

"""Ceilings: they discard misread decimal marks and let every true figure pass."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from kcn_pipeline.reference.ceilings import ceiling, load_ceilings
from kcn_pipeline.reference.entities import ENTITY_KINDS
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline.reference.units import base_units

BILLION = Decimal(10) ** 9
TRILLION_DONG = Decimal(10) ** 9  # a "tỷ" of dong


def test_every_metric_has_a_ceiling_in_each_of_its_units() -> None:
    for metric in load_metrics().values():
        for dimension in metric.dimensions:
            for unit in base_units(dimension):
                for kind in ENTITY_KINDS:
                    assert ceiling(metric.metric, kind, unit) is not None, (metric.metric, kind, unit)


def test_a_misread_decimal_mark_lies_above() -> None:
    limit = ceiling("capital_registered", "bloc", "USD")
    assert limit is not None
    assert Decimal("51.390") * BILLION < limit < Decimal(51390) * BILLION


@pytest.mark.parametrize(
    ("metric", "kind", "unit", "true", "misread"),
    [
        ("capital_registered", "board", "USD", Decimal("6.1") * BILLION, Decimal(6100) * BILLION),
        ("exports", "bloc", "USD", Decimal("69.134") * BILLION, Decimal(69134) * BILLION),
        ("exports", "board", "USD", Decimal("4.8") * BILLION, Decimal(4800) * BILLION),
        ("capital_new_and_increase", "bloc", "USD", Decimal("2.935") * BILLION, Decimal(2935) * BILLION),
        ("revenue", "bloc", "VND", 954969 * TRILLION_DONG, 954969000 * TRILLION_DONG),
        ("capital_registered", "bloc", "VND", 432285 * TRILLION_DONG, 432285000 * TRILLION_DONG),
        ("workers", "bloc", "person", Decimal(1095829), Decimal(1095829000)),
        ("average_income", "board", "VND_per_person_month", Decimal(8_500_000), Decimal(8_500_000_000)),
    ],
)
def test_true_figures_pass_and_misread_ones_do_not(
    metric: str, kind: str, unit: str, true: Decimal, misread: Decimal
) -> None:
    limit = ceiling(metric, kind, unit)
    assert limit is not None
    assert true * 2 < limit < misread


def test_every_annotated_level_passes(shared_dir: Path) -> None:
    tried = 0
    for line in (shared_dir / "gold" / "facts.jsonl").read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        if fact["metric"] is None or fact["entity"] is None or fact["comparison"] != "level":
            continue
        limit = ceiling(fact["metric"], fact["entity"].partition(":")[0], fact["unit"])
        assert limit is not None, fact
        assert Decimal(fact["value"]) <= limit, fact
        tried += 1
    assert tried > 80


def test_a_metric_row_goes_before_its_dimension() -> None:
    rows = load_ceilings()
    assert ceiling("exports", "bloc", "USD") == rows["metric:exports:USD"].bloc
    assert ceiling("projects_active", "bloc", "project") == rows["dimension:project:project"].bloc
    assert rows["metric:exports:USD"].bloc != rows["dimension:money:USD"].bloc


def test_kinds_without_a_column_take_their_size() -> None:
    assert ceiling("workers", "company", "person") == ceiling("workers", "zone", "person")
    assert ceiling("workers", "province", "person") == ceiling("workers", "bloc", "person")
    assert ceiling("workers", "country", "person") == ceiling("workers", "nation", "person")


def test_what_is_not_counted_in_a_unit_has_no_ceiling() -> None:
    assert ceiling("exports", "bloc", "percent") is None
    assert ceiling("workers", "bloc", "USD") is None
    assert ceiling("no_such_metric", "bloc", "USD") is None


def test_a_kind_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ValueError, match="'planet' is no kind of entity"):
        ceiling("exports", "planet", "USD")


def test_amounts_are_written_out() -> None:
    assert str(ceiling("exports", "bloc", "USD")) == "400000000000"
    assert str(ceiling("budget_contribution", "zone", "VND")) == "125000000000000"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("unit: USD, zone: 1, board: 2, bloc: 3, nation: 4", "give either metric or dimension"),
        ("metric: exports, dimension: money, unit: USD, zone: 1, board: 2, bloc: 3, nation: 4", "give either"),
        ("metric: no_such, unit: USD, zone: 1, board: 2, bloc: 3, nation: 4", "unknown metric: no_such"),
        ("dimension: weight, unit: kg, zone: 1, board: 2, bloc: 3, nation: 4", "dimension"),
        ("dimension: money, unit: USD, zone: 3, board: 2, bloc: 3, nation: 4", "must grow"),
        ("dimension: money, unit: USD, zone: 0, board: 2, bloc: 3, nation: 4", "zone"),
        ("dimension: money, unit: USD, zone: 1, board: 2, bloc: 3", "nation"),
        ("metric: exports, unit: ha, zone: 1, board: 2, bloc: 3, nation: 4", "'exports' is not counted in ha"),
    ],
)
def test_broken_ceilings_are_refused(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "ceilings.yaml"
    default = "- {dimension: money, unit: VND, zone: 1, board: 2, bloc: 3, nation: 4, source: a report}\n"
    path.write_text(f"{default}- {{{row}, source: a report}}\n", encoding="utf-8")
    with pytest.raises(BrokenReference, match=problem) as caught:
        load_ceilings(path)
    assert caught.value.line == 2

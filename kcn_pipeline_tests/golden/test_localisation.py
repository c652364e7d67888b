"""Who is wrong in the five real documents: the misread decimal mark, and otherwise no figure."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reconciliation.cells import cells_of_rows
from kcn_pipeline.reconciliation.decisions.records import facts_of_frame, records
from kcn_pipeline.reconciliation.decisions.totals import bloc_totals, board_totals
from kcn_pipeline.reconciliation.localisation.bounds import Bounds, bounds
from kcn_pipeline.reconciliation.localisation.linear_system import System
from kcn_pipeline.reconciliation.localisation.localise import linear_system, localise
from kcn_pipeline.reconciliation.localisation.rows import SuspectRow
from kcn_pipeline.reconciliation.localisation.suspects import suspect_rows
from kcn_pipeline.reconciliation.relations.statements import statements, targets
from kcn_pipeline.tables import BLOC_TOTALS, BOARD_TOTALS
from kcn_pipeline_tests.golden.seed_facts import seed_facts

DELTA, MIDLANDS = "bloc:red-river-delta", "bloc:northern-midlands-mountains"
LABELS = ("2016-H2", "2019-H1", "2019-H2", "2020-H1")


@pytest.fixture(scope="module")
def facts(shared_dir: Path) -> pd.DataFrame:
    return seed_facts(shared_dir)


@pytest.fixture(scope="module")
def misread(facts: pd.DataFrame) -> pd.DataFrame:
    """The facts with the one decimal mark that is wrong in print taken literally."""
    literal = facts.copy()
    wrong = literal["literal_value"].notna()
    for column in ("value", "lo", "hi"):
        literal.loc[wrong, column] = [str(Decimal(v) * 1000) for v in literal.loc[wrong, column]]
    return literal


def system_of(frame: pd.DataFrame, label: str) -> System:
    """The half-year and the year before it, as the pipeline would read them."""
    period = HalfYear.parse(label)
    back = [period.shifted(-halves) for halves in (2, 1, 0)]
    rows = [row for p in back for row in records(board_totals(frame, p), BOARD_TOTALS)]
    rows += [row for p in back for row in records(bloc_totals(frame, p), BLOC_TOTALS)]
    facts = facts_of_frame(frame)
    stated = [statement for p in back for statement in statements(facts, p)]
    return linear_system(cells_of_rows(rows), stated, {f.figure_id: f.quote for f in facts}, targets(facts))


def suspects(frame: pd.DataFrame, label: str) -> list[SuspectRow]:
    period = HalfYear.parse(label)
    return suspect_rows(localise(system_of(frame, label), period), period)


@pytest.mark.parametrize("label", LABELS)
def test_no_figure_is_called_wrong(facts: pd.DataFrame, label: str) -> None:
    best = [row for row in suspects(facts, label) if row.answer == 1]
    assert [row for row in best if row.kind == "figure"] == []
    assert not any(row.ambiguous for row in best)


def test_the_break_between_the_halves_of_2019_is_one_of_coverage(facts: pd.DataFrame) -> None:
    best = [row for row in suspects(facts, "2019-H2") if row.answer == 1]
    assert {row.repair for row in best} == {"coverage_break"}
    assert {(row.place.entity, row.place.metric, row.place.origin) for row in best} == {
        (DELTA, "capital_registered", "fdi"),
        (DELTA, "capital_registered", "ddi"),
        (DELTA, "projects_active", "ddi"),
    }


@pytest.mark.parametrize("label", ["2016-H2", "2019-H1", "2020-H1"])
def test_the_other_half_years_contradict_nothing(facts: pd.DataFrame, label: str) -> None:
    assert suspects(facts, label) == []


def test_the_misread_decimal_mark_is_found_and_mended(misread: pd.DataFrame) -> None:
    (row,) = suspects(misread, "2019-H1")
    assert (row.place.entity, row.place.metric, row.place.origin) == (DELTA, "capital_registered", "fdi")
    assert (row.repair, row.published, row.repaired) == ("separator", "51390000000000", "51390000000")
    assert row.finished
    assert not row.ambiguous
    assert Decimal(row.feasible_lo or 0) < Decimal("51.39e9") < Decimal(row.feasible_hi or 0)


def test_twelve_licences_are_left_for_three_boards(facts: pd.DataFrame) -> None:
    period = HalfYear(2016, 2)
    found = {b.series.entity: b for b in _licences(bounds(system_of(facts, "2016-H2"), period))}
    for board in ("board:bac-kan", "board:hoa-binh", "board:tuyen-quang"):
        assert (found[board].interval.lo, found[board].interval.hi) == (Decimal(0), Decimal(12))


def _licences(found: Iterable[Bounds]) -> list[Bounds]:
    return [b for b in found if (b.series.metric, b.series.origin) == ("projects_licensed", "total")]


def test_exports_of_the_second_half_follow_from_year_and_half(facts: pd.DataFrame) -> None:
    found = bounds(system_of(facts, "2019-H2"), HalfYear(2019, 2))
    (second,) = [b for b in found if (b.kind, b.series.entity, b.series.metric) == ("second_half", DELTA, "exports")]
    assert (second.interval.lo, second.interval.hi) == (Decimal("43.6885e9"), Decimal("43.6995e9"))

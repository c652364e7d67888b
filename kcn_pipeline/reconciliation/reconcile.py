"""Every relation among the figures of a half-year, tried and explained.

Belongs here: the order of the work and the rows of `reconciled_aggregates`. Does not: generating
constraints (a module a family), judging (`verdicts`) or wording (`sentences`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from kcn_pipeline.extraction.facts import Fact, plain_decimal
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.cells import Cells, cells_of_rows
from kcn_pipeline.reconciliation.decisions.records import facts_of_frame, records
from kcn_pipeline.reconciliation.relations.bloc_sums import bloc_sums
from kcn_pipeline.reconciliation.relations.constraints import Constraint, relation_identifier
from kcn_pipeline.reconciliation.relations.derived import completed
from kcn_pipeline.reconciliation.relations.growth import growths
from kcn_pipeline.reconciliation.relations.orders import ceilings, window_orders
from kcn_pipeline.reconciliation.relations.plans import plans
from kcn_pipeline.reconciliation.relations.rolls import stock_rolls
from kcn_pipeline.reconciliation.relations.shares import rates, shares
from kcn_pipeline.reconciliation.relations.statements import statements, targets
from kcn_pipeline.reconciliation.relations.sums import metric_sums, origin_sums
from kcn_pipeline.reconciliation.relations.verdicts import Verdict, judge
from kcn_pipeline.reconciliation.wording.sentences import explain
from kcn_pipeline.tables import BLOC_TOTALS, BOARD_TOTALS, RECONCILED_AGGREGATES, frame_of


def reconcile(
    board_totals: pd.DataFrame, bloc_totals: pd.DataFrame, facts: pd.DataFrame, period: HalfYear
) -> pd.DataFrame:
    """A row for every relation whose latest figure belongs to `period`; columns of `tables.RECONCILED_AGGREGATES`.

    board_totals, bloc_totals: cells of p−2 … p (a year back, for growth and rolls). facts: of
    p−2 … p+2, read for comparisons and plans only. Frames may be empty. Amounts are exact decimals
    in base units. Errors: ValueError for missing columns.
    """
    rows = [*records(board_totals, BOARD_TOTALS), *records(bloc_totals, BLOC_TOTALS)]
    cells = completed(cells_of_rows(rows))
    constraints = sorted(generate(cells, facts_of_frame(facts), period), key=_order)
    return frame_of(RECONCILED_AGGREGATES, [_row(constraint, judge(constraint), period) for constraint in constraints])


def generate(cells: Cells, facts: Sequence[Fact], period: HalfYear) -> Iterator[Constraint]:
    """Every constraint that belongs to `period`, family by family."""
    stated = statements(facts, period)
    yield from origin_sums(cells, period)
    yield from metric_sums(cells, period)
    yield from bloc_sums(cells, period)
    yield from window_orders(cells, period)
    yield from stock_rolls(cells, period)
    yield from growths(cells, stated)
    yield from shares(cells, stated)
    yield from rates(cells, period)
    yield from plans(cells, stated, targets(facts))
    yield from ceilings(cells, period)


def _order(constraint: Constraint) -> tuple[object, ...]:
    return constraint.series.sort_key, constraint.window.end, str(constraint.window.start), _identifier(constraint)


def _identifier(constraint: Constraint) -> str:
    """Sixteen hex digits that stay the same while the relation does, whatever its figures say."""
    return relation_identifier(constraint.family, constraint.code, constraint.series, constraint.window)


def _row(constraint: Constraint, verdict: Verdict, period: HalfYear) -> dict[str, Any]:
    series, window = constraint.series, constraint.window
    stated = None if constraint.stated is None else constraint.stated.interval
    derived = None if constraint.derived is None else constraint.derived.interval
    explanation = explain(constraint, verdict)
    return {
        "verdict_id": _identifier(constraint),
        "period": period.label,
        "rule": constraint.family,
        "entity": series.entity,
        "metric": series.metric,
        "origin": series.origin,
        "unit": constraint.unit,
        "period_start": window.start.isoformat() if window.start else None,
        "period_end": window.end.isoformat(),
        "verdict": verdict.verdict,
        **_ends("stated", stated),
        **_ends("derived", derived),
        **_ends("residual", verdict.residual),
        "members": constraint.members,
        "members_published": json.dumps(list(constraint.published)),
        "members_missing": json.dumps(list(constraint.missing)),
        "share_covered": verdict.share_covered,
        "smallest_visible_error": _text(verdict.smallest_visible_error),
        "explanation_vi": explanation.vi,
        "explanation_en": explanation.en,
        "figure_ids": json.dumps(list(constraint.figure_ids)),
    }


def _ends(name: str, interval: Interval | None) -> dict[str, str | None]:
    lo, hi = (None, None) if interval is None else (interval.lo, interval.hi)
    return {f"{name}_lo": _text(lo), f"{name}_hi": _text(hi)}


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain_decimal(value)

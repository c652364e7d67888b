"""Every decision of people with what became of it: the rows of `decisions`.

Belongs here: which half-year lists a decision, its state, what it changed, one sentence. Does not: whether a
decision holds (`docket`) or what it does to a cell (`rulings`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

import pandas as pd

from kcn_pipeline.extraction.facts import Fact, plain_decimal
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reconciliation.cells import CellName, cell_of
from kcn_pipeline.reconciliation.decisions.candidates import Candidate
from kcn_pipeline.reconciliation.decisions.docket import Docket, cell_of_target, docket
from kcn_pipeline.reconciliation.decisions.records import facts_of_frame
from kcn_pipeline.reconciliation.decisions.rulings import State
from kcn_pipeline.reconciliation.decisions.selection import Selection
from kcn_pipeline.reconciliation.decisions.totals import cell_columns, selections
from kcn_pipeline.reconciliation.wording.naming import cell_label, worded
from kcn_pipeline.reconciliation.wording.numerals import exactly
from kcn_pipeline.reference.corrections import Correction
from kcn_pipeline.reference.decision_sentences import load_decision_sentences
from kcn_pipeline.tables import DECISIONS, frame_of

_NO_CELL: Final = dict.fromkeys(("entity", "metric", "origin", "unit", "period_start", "period_end"))


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A decision with its state and, where it is applied, the values before and after."""

    correction: Correction
    state: State
    cell: CellName | None = None
    unit: str | None = None
    old: Decimal | None = None
    new: Decimal | None = None


def decisions(
    facts: pd.DataFrame,
    documents: pd.DataFrame,
    suspects: pd.DataFrame,
    period: HalfYear,
    corrections: Sequence[Correction],
) -> pd.DataFrame:
    """The decisions that `period` lists; columns of `tables.DECISIONS`, in the order of the file.

    One on a cell is listed with the cell, any other with the document it names. facts, documents, corrections: as
    of `totals.board_totals`. suspects: columns of `tables.SUSPECTS`, of the half-year. Errors: ValueError for
    missing columns.
    """
    known = facts_of_frame(facts)
    tried = docket(corrections, known)
    chosen = dict(selections(known, documents, period, tried))
    by_id = {fact.figure_id: fact for fact in known}
    suspected = frozenset(suspects["figure_id"].dropna()) if len(suspects) else frozenset()
    outcomes = [*_on_cells(tried, chosen, period), *_on_others(tried, period), *_idle(tried, by_id, period)]
    order = {correction.identifier: place for place, correction in enumerate(corrections)}
    outcomes.sort(key=lambda outcome: order[outcome.correction.identifier])
    settled = (_with_suspicion_settled(outcome, by_id, chosen, suspected) for outcome in outcomes)
    return frame_of(DECISIONS, [_row(outcome, period) for outcome in settled])


def _on_cells(tried: Docket, chosen: dict[CellName, Selection], period: HalfYear) -> Iterator[_Outcome]:
    for cell, corrections in tried.on_cells.items():
        if cell[1].half_year != period:
            continue
        selection = chosen.get(cell)
        for correction in corrections:
            yield _on_cell(correction, cell, selection)


def _on_cell(correction: Correction, cell: CellName, selection: Selection | None) -> _Outcome:
    if selection is None:
        # No figure of the cell is of the zones.
        idle = correction.target.figure_id or correction.action == "drop"
        state: State = "without_effect" if idle else "stale"
        return _Outcome(correction, state, cell, cell[0].unit)
    found = selection.states[correction.identifier]
    stands = correction.action == "accept" and found == "without_effect"
    outcome = _Outcome(correction, "confirming" if stands else found, cell, cell[0].unit)
    if outcome.state != "applied":
        return outcome
    ruling, now = selection.ruling, _value(selection.chosen)
    if correction.action == "drop":
        old = next(candidate for candidate, drop in ruling.dropped if drop == correction)
        return replace(outcome, old=old.value, new=now)
    if correction.action == "flag":
        return replace(outcome, old=now)
    return replace(outcome, old=_value(ruling.usual), new=now)


def _value(candidate: Candidate | None) -> Decimal | None:
    return None if candidate is None else candidate.value


def _on_others(tried: Docket, period: HalfYear) -> Iterator[_Outcome]:
    for correction, fact in tried.on_others:
        if correction.half_year != period:
            continue
        acts = correction.action != "accept"
        yield _Outcome(
            correction,
            "applied" if acts else "confirming",
            unit=fact.unit,
            old=fact.value if acts else None,
            new=correction.value,
        )


def _idle(tried: Docket, by_id: dict[str, Fact], period: HalfYear) -> Iterator[_Outcome]:
    for correction, state in tried.idle:
        if correction.half_year == period:
            fact = by_id.get(correction.target.figure_id or "")
            cell = cell_of(fact) if fact else cell_of_target(correction.target)
            yield _Outcome(correction, state, cell, fact.unit if fact else cell and cell[0].unit)


def _with_suspicion_settled(
    outcome: _Outcome, by_id: dict[str, Fact], chosen: dict[CellName, Selection], suspected: frozenset[str]
) -> _Outcome:
    """An accept that changes nothing is applied all the same where the figure is suspected: it is as published."""
    correction = outcome.correction
    if outcome.state != "confirming":
        return outcome
    fact = by_id.get(correction.target.figure_id or "")
    if fact is not None:
        settles = fact.figure_id in suspected
    else:
        selection = chosen.get(outcome.cell) if outcome.cell else None
        settles = bool(selection and selection.chosen and selection.chosen.figure_id in suspected)
    if not settles:
        return outcome
    return replace(outcome, state="applied", old=correction.expect.value, new=correction.expect.value)


def _row(outcome: _Outcome, period: HalfYear) -> dict[str, Any]:
    correction = outcome.correction
    return {
        "correction_id": correction.identifier,
        "period": period.label,
        "action": correction.action,
        "figure_id": correction.target.figure_id,
        "quote": correction.expect.quote,
        **(cell_columns(outcome.cell) if outcome.cell else _NO_CELL),
        "value": _text(correction.value),
        "expected_value": plain_decimal(correction.expect.value),
        "reason": correction.reason,
        "decided_by": correction.who,
        "decided_on": correction.when.isoformat(),
        "state": outcome.state,
        "old_value": _text(outcome.old),
        "new_value": _text(outcome.new),
        "explanation_vi": _sentence(outcome, "vi"),
        "explanation_en": _sentence(outcome, "en"),
    }


def _sentence(outcome: _Outcome, language: str) -> str:
    correction = outcome.correction
    key = correction.action if outcome.state == "applied" else outcome.state
    return _wording(f"decision.{key}", language).format(
        what=_what(outcome, language),
        who=correction.who,
        day=correction.when.isoformat(),
        reason=correction.reason.rstrip("."),
        old=_amount(outcome.old, outcome.unit, language),
        new=_amount(outcome.new, outcome.unit, language),
        expected=_expected(outcome, language),
    )


def _what(outcome: _Outcome, language: str) -> str:
    if outcome.cell is not None:
        return cell_label(*outcome.cell, language)
    return _wording("term.figure", language).format(quote=outcome.correction.expect.quote)


def _expected(outcome: _Outcome, language: str) -> str:
    expected = outcome.correction.expect
    value = _amount(expected.value, outcome.unit, language)
    if expected.quote is None:
        return value
    return _wording("term.found", language).format(value=value, quote=expected.quote)


def _amount(value: Decimal | None, unit: str | None, language: str) -> str:
    if value is None:
        return _wording("term.nothing", language)
    return plain_decimal(value) if unit is None else exactly(value, unit, language)


def _wording(key: str, language: str) -> str:
    return worded(load_decision_sentences()[key], language)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain_decimal(value)

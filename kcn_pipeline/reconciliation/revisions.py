"""Where documents give a cell different values, and where people decided: what stands, what does not, and why.

Belongs here: the rows of `revisions`, and which figures people accepted. Does not: choosing (`selection`) or the
list of decisions with their state (`decisions`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from kcn_pipeline.extraction.facts import plain_decimal
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reconciliation.candidates import Candidate, reason_before
from kcn_pipeline.reconciliation.docket import docket
from kcn_pipeline.reconciliation.records import facts_of_frame
from kcn_pipeline.reconciliation.selection import Selection, kind_of_difference
from kcn_pipeline.reconciliation.totals import cell_columns, selections
from kcn_pipeline.reference.corrections import Correction
from kcn_pipeline.tables import REVISIONS, frame_of

ACCEPTED: Final = "accepted"
_BY_CHOICE: Final = {"accept": ACCEPTED, "override": "overridden"}
_DECISION: Final = "decision"


def revisions(
    facts: pd.DataFrame, documents: pd.DataFrame, period: HalfYear, corrections: Sequence[Correction] = ()
) -> pd.DataFrame:
    """The revisions of the cells of `period`; columns of `tables.REVISIONS`.

    Arguments as of `totals.board_totals`. A figure of the value that stands is no revision, unless someone
    decided on it. Errors: ValueError for missing columns.
    """
    known = facts_of_frame(facts)
    rows = [
        {"period": period.label, **cell_columns(name), **row}
        for name, selection in selections(known, documents, period, docket(corrections, known))
        for row in _of_cell(selection)
    ]
    return frame_of(REVISIONS, rows)


def acceptances(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Who accepted a figure as it was published, by figure; rows: of `tables.REVISIONS`, of any half-years."""
    return {row["new_figure_id"]: row["decided_by"] for row in rows if row["reason"] == ACCEPTED}


def accepted_by(figure_ids: Iterable[str], accepted: Mapping[str, str]) -> str | None:
    """Who accepted any of the figures; None where nobody did."""
    return ", ".join(sorted({accepted[figure] for figure in figure_ids if figure in accepted})) or None


def _of_cell(selection: Selection) -> Iterator[dict[str, Any]]:
    ruling, chosen = selection.ruling, selection.chosen
    for dropped, correction in ruling.dropped:
        yield _row(dropped, chosen, _DECISION, "dropped", correction)
    if chosen is None:
        return
    choosing = ruling.choosing[0] if ruling.choosing else None
    reason = _BY_CHOICE[choosing.action] if choosing else None
    if choosing and reason:
        before = ruling.usual if reason == ACCEPTED else _as_published(ruling.kept, chosen)
        yield _row(before or chosen, chosen, _DECISION, reason, choosing)
    for other in selection.others:
        # What an accepted figure took the place of is told already.
        if other.value != chosen.value and not (reason == ACCEPTED and other == ruling.usual):
            why = reason or reason_before(chosen, other)
            yield _row(other, chosen, kind_of_difference(chosen, other), why, choosing)
    for correction in ruling.withholding[:1]:
        yield _row(chosen, None, _DECISION, "withheld", correction)


def _as_published(kept: Iterable[Candidate], chosen: Candidate) -> Candidate:
    return next(candidate for candidate in kept if candidate.facts == chosen.facts)


def _row(
    old: Candidate, new: Candidate | None, kind: str, reason: str, correction: Correction | None
) -> dict[str, Any]:
    return {
        "kind": kind,
        "reason": reason,
        "old_figure_id": old.figure_id,
        "old_value": plain_decimal(old.value),
        "old_document": old.facts[0].document,
        "new_figure_id": new and new.figure_id,
        "new_value": new and plain_decimal(new.value),
        "new_document": new and new.facts[0].document,
        "correction_id": correction and correction.identifier,
        "decided_by": correction and correction.who,
    }

"""Where documents give a cell different values, and where people decided: what stands, what does not, and why.

Belongs here: the rows of `revisions`, and which figures people accepted. Does not: choosing (`selection`) or the
list of decisions with their state (`decisions`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from kcn_pipeline.extraction.facts import plain_decimal
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reconciliation.decisions.candidates import Candidate, reason_before
from kcn_pipeline.reconciliation.decisions.docket import docket
from kcn_pipeline.reconciliation.decisions.records import facts_of_frame
from kcn_pipeline.reconciliation.decisions.selection import Selection, kind_of_difference
from kcn_pipeline.reconciliation.decisions.totals import cell_columns, selections
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


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who accepted a figure as it was published, and against which others; None: whatever contradicts it."""

    who: str
    against: frozenset[str] | None = None

    def covers(self, figure_ids: Collection[str]) -> bool:
        """Whether these are figures that were known to contradict it: a later contradiction is told anew."""
        return self.against is None or self.against.issuperset(figure_ids)


def acceptances(rows: Iterable[Mapping[str, Any]]) -> dict[str, Acceptance]:
    """The acceptances by figure; rows: of `tables.REVISIONS`, of any half-years."""
    accepted = [row for row in rows if row["reason"] == ACCEPTED]
    return {row["new_figure_id"]: Acceptance(row["decided_by"], _figures(row["against"])) for row in accepted}


def _figures(against: str | None) -> frozenset[str] | None:
    return frozenset(json.loads(against)) if isinstance(against, str) else None


def accepted_by(accused: Iterable[str], accepted: Mapping[str, Acceptance], tried: Collection[str] = ()) -> str | None:
    """Who accepted any of the accused figures against all that were tried with it; None where nobody did."""
    known = ((figure, accepted[figure]) for figure in accused if figure in accepted)
    names = {acceptance.who for figure, acceptance in known if acceptance.covers(set(tried) - {figure})}
    return ", ".join(sorted(names)) or None


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
        "against": _against(correction),
    }


def _against(correction: Correction | None) -> str | None:
    known = None if correction is None else correction.expect.against
    return None if known is None else json.dumps(list(known))

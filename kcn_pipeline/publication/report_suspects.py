"""The contradictions as the report shows them: each with its explanations, likeliest first, and what stands against it.

Belongs here: the rows of `suspects` and `conflict_members` turned into what a template prints. Does not: finding or
wording them (`reconciliation`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import pandas as pd

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.publication.bilingual import Bilingual
from kcn_pipeline.publication.figures import amount, number
from kcn_pipeline.publication.inputs import records
from kcn_pipeline.publication.report_relations import FigureLink, linked
from kcn_pipeline.publication.severity import Severity
from kcn_pipeline.reconciliation.decisions.revisions import Acceptance, acceptances, accepted_by

# An explanation of a thousandth beside another is only noise to a reader; the table keeps them all.
_EXPLANATIONS_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Accused:
    """A figure or relation called wrong: the sentence about it, its figure, and how else it may read.

    accepted_by: who accepted the figure against the others; None where nobody did.
    """

    sentence: Bilingual
    figure: FigureLink | None
    others: tuple[Bilingual, ...]
    accepted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One explanation of a contradiction; probability in percent, None where time was too short to find one."""

    number: int
    probability: Bilingual | None
    accused: tuple[Accused, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Figures that cannot all be right: the explanations, and every figure of the conflict."""

    contradiction_id: str
    period: str
    severity: Severity
    ambiguous: bool
    finished: bool
    explanations: tuple[Explanation, ...]
    hidden: int
    figures: tuple[FigureLink, ...]


def contradictions_of(
    suspects: pd.DataFrame, members: pd.DataFrame, facts: Iterable[Fact], revisions: pd.DataFrame | None = None
) -> list[Contradiction]:
    """Every contradiction of `tables.SUSPECTS`, those under hard identities first, then the latest half-year.

    revisions: `tables.REVISIONS`, for who accepted a figure; a contradiction all of whose likeliest suspects someone
    accepted is no error any more. Errors: KeyError for a figure that no document has.
    """
    by_id = {fact.figure_id: fact for fact in facts}
    tied = _grouped(records(members))
    accepted = {} if revisions is None else acceptances(records(revisions))
    found = [
        _contradiction(key, rows, tied.get(key, []), by_id, accepted)
        for key, rows in _grouped(records(suspects)).items()
    ]
    found.sort(key=lambda one: (one.period, one.contradiction_id), reverse=True)
    return sorted(found, key=lambda one: one.severity != "error")


def _grouped(rows: list[dict[str, Any]]) -> dict[tuple[str, str], list[dict[str, Any]]]:
    key = itemgetter("period", "contradiction")
    return {name: list(group) for name, group in groupby(sorted(rows, key=key), key)}


def _contradiction(
    key: tuple[str, str],
    rows: list[dict[str, Any]],
    members: list[dict[str, Any]],
    facts: Mapping[str, Fact],
    accepted: Mapping[str, Acceptance],
) -> Contradiction:
    period, identifier = key
    rows = sorted(rows, key=itemgetter("answer", "reading"))
    tied = dict.fromkeys(row["figure_id"] for row in members if row["figure_id"] is not None)
    names = {row["figure_id"]: accepted_by([row["figure_id"]], accepted, tied) for row in rows}
    explanations = [
        _explanation(answer, list(group), facts, names) for answer, group in groupby(rows, itemgetter("answer"))
    ]
    settled = all(one.accepted_by is not None for one in explanations[0].accused)
    return Contradiction(
        contradiction_id=identifier,
        period=period,
        severity="error" if any(row["hard"] for row in rows) and not settled else "warning",
        ambiguous=any(row["ambiguous"] for row in rows),
        finished=all(row["finished"] for row in rows),
        explanations=tuple(explanations[:_EXPLANATIONS_SHOWN]),
        hidden=max(len(explanations) - _EXPLANATIONS_SHOWN, 0),
        figures=tuple(_link(figure_id, period, facts) for figure_id in tied),
    )


def _explanation(
    answer: int, rows: list[dict[str, Any]], facts: Mapping[str, Fact], accepted: Mapping[str, str | None]
) -> Explanation:
    percent = Decimal(str(round(float(rows[0]["probability"]) * 100)))
    return Explanation(
        number=int(answer),
        probability=Bilingual.of(lambda language: f"{number(percent, language)}%") if answer else None,
        accused=tuple(
            _accused(list(group), facts, accepted) for _, group in groupby(sorted(rows, key=_element), _element)
        ),
    )


def _element(row: Mapping[str, Any]) -> tuple[str, ...]:
    """What tells the figures and relations of one explanation apart."""
    names = ("kind", "entity", "metric", "origin", "unit", "period_start", "period_end", "relation_id")
    return tuple(str(row[name] or "") for name in names)


def _accused(rows: list[dict[str, Any]], facts: Mapping[str, Fact], accepted: Mapping[str, str | None]) -> Accused:
    first, *others = sorted(rows, key=itemgetter("reading"))
    figure_id = first["figure_id"]
    return Accused(
        sentence=Bilingual(first["explanation_vi"], first["explanation_en"]),
        figure=None if figure_id is None else _link(figure_id, first["period"], facts),
        others=tuple(_value(row) for row in others if row["repaired"] is not None),
        accepted_by=accepted[figure_id],
    )


def _value(row: Mapping[str, Any]) -> Bilingual:
    value = Decimal(row["repaired"])
    return Bilingual.of(lambda language: amount(value, row["unit"], language))


def _link(figure_id: str, period: str, facts: Mapping[str, Fact]) -> FigureLink:
    fact = facts.get(figure_id)
    if fact is None:
        raise KeyError(
            f"a contradiction of {period} names figure {figure_id}, which no document has; run {period} again"
        )
    return linked(fact)

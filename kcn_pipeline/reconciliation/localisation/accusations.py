"""One sentence in each language for what localisation calls wrong.

Belongs here: filling in the sentences of `suspect_sentences.yaml`. Does not: the sentences themselves,
or finding suspects (`localise`, `suspects`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.localisation.rows import PlaceColumns, SuspectRow
from kcn_pipeline.reconciliation.relations.constraints import Constraint, relation_identifier
from kcn_pipeline.reconciliation.relations.verdicts import judge, severity
from kcn_pipeline.reconciliation.wording.naming import cell_label, party_label, worded
from kcn_pipeline.reconciliation.wording.numerals import between, exactly
from kcn_pipeline.reconciliation.wording.sentences import Explanation, explain
from kcn_pipeline.reference.suspect_sentences import load_suspect_sentences


class Accuser:
    """Sentences for the suspects of a half-year.

    constraints: those that verdicts are given on; where one of them fails by itself its own sentence, which
    names the figures and their difference, says more. rows: of the table `constraints`.
    """

    def __init__(self, constraints: Iterable[Constraint], rows: Iterable[Mapping[str, Any]]) -> None:
        self._failing = dict(_failing(constraints))
        self._rules = {row["constraint_id"]: _rule(row) for row in rows}

    def sentences(self, row: SuspectRow) -> dict[str, str]:
        """What is wrong, what it may have been, and what to do: the two columns `explanation_…`."""
        relation = row.relation_id or ""
        told = self._failing.get(relation)
        if told is None or row.repaired is not None:
            rule = self._rules.get(relation)
            told = Explanation(vi=_sentence(row, rule, "vi"), en=_sentence(row, rule, "en"))
        return {"explanation_vi": told.vi, "explanation_en": told.en}


def _failing(constraints: Iterable[Constraint]) -> Iterable[tuple[str, Explanation]]:
    for constraint in constraints:
        verdict = judge(constraint)
        if severity(verdict.verdict) is not None:
            key = constraint.family, constraint.code, constraint.series, constraint.window
            yield relation_identifier(*key), explain(constraint, verdict)


def _rule(row: Mapping[str, Any]) -> str:
    """The family in words; stocks that roll on are told apart from stated growth."""
    return "roll" if str(row["code"]).startswith("roll:") else str(row["rule"])


def _sentence(row: SuspectRow, rule: str | None, language: str) -> str:
    unit = "percent" if row.kind == "relation" else row.place.unit
    left = Interval(_decimal(row.feasible_lo), _decimal(row.feasible_hi))
    return _wording(f"suspect.{_situation(row)}", language).format(
        what=_what(row.place, language),
        published=row.hedge + _value(row.published, unit, language),
        left=between(left, unit, language),
        repaired=_value(row.repaired, unit, language),
        readings=row.readings,
        how=_how(row, language),
        rule=_wording(f"rule.{rule}", language) if rule else "",
        also=_also(row, language),
    )


def _how(row: SuspectRow, language: str) -> str:
    """The repair in words, with the party that took part."""
    wording = _wording(f"repair.{row.repair or 'unexplained'}", language)
    return wording if row.about is None else f"{wording}: {party_label(row.about, language)}"


def _situation(row: SuspectRow) -> str:
    if row.answer == 0:
        return "unfinished"
    if row.kind == "relation":
        return "relation" if row.repaired is None else "percentage"
    if row.repair == "loose_hedge":
        return "hedged"
    if row.repaired is None:
        return "unexplained" if row.repair is None else "alike"
    return "repaired" if row.readings <= 1 else "several"


def _also(row: SuspectRow, language: str) -> str:
    """That it is not the only explanation, or perhaps not the best."""
    names = [
        *(["less_likely"] if row.answer > 1 else ["ambiguous"] if row.ambiguous else []),
        *([] if row.finished else ["unfinished"]),
    ]
    return "".join(_wording(f"term.{name}", language) for name in names)


def _what(place: PlaceColumns, language: str) -> str:
    start = date.fromisoformat(place.period_start) if place.period_start else None
    series = Series(place.entity, place.metric, place.origin, place.unit)
    return cell_label(series, Window(start, date.fromisoformat(place.period_end)), language)


def _value(text: str | None, unit: str, language: str) -> str:
    return "?" if text is None else exactly(Decimal(text), unit, language)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _wording(key: str, language: str) -> str:
    return worded(load_suspect_sentences()[key], language)

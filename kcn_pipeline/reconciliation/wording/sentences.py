"""One sentence in each language for what became of a constraint.

Belongs here: filling in the sentences of `verdict_sentences.yaml`. Does not: the sentences themselves,
or the forms of numbers and names (`numerals`, `naming`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import ZERO, Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reconciliation.relations.constraints import Constraint, Operand
from kcn_pipeline.reconciliation.relations.verdicts import Verdict
from kcn_pipeline.reconciliation.wording.naming import cell_label, entity_label, metric_label, party_label, term
from kcn_pipeline.reconciliation.wording.numerals import between, computed, number, printed, window_text
from kcn_pipeline.reference.verdict_sentences import sentence

_MINUS: Final = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """The same sentence in Vietnamese and in English."""

    vi: str
    en: str


def explain(constraint: Constraint, verdict: Verdict) -> Explanation:
    """What became of the constraint, with its figures, and what to do where it fails."""
    row = sentence(constraint.wording, verdict.verdict)
    return Explanation(
        vi=row.vi.format_map(_Filling(constraint, verdict, "vi")),
        en=row.en.format_map(_Filling(constraint, verdict, "en")),
    )


class _Filling(dict[str, str]):
    """What stands in a sentence's open places; worked out only for those that it has."""

    def __init__(self, constraint: Constraint, verdict: Verdict, language: str) -> None:
        super().__init__()
        self._told = (constraint, verdict, language)

    def __missing__(self, name: str) -> str:
        return _FIELDS[name](*self._told)


def _allowed(constraint: Constraint, residual: Interval | None) -> Interval | None:
    """The residual as far as the constraint allows it: what is left for others cannot be less than nothing."""
    return residual and (residual.intersection(constraint.remainder) or residual)


def _amount(amount: Amount | None, unit: str, language: str, *, is_published: bool) -> str:
    if amount is None:
        return "?"
    return printed(amount, unit, language) if is_published else computed(amount, unit, language)


def _interval(interval: Interval | None, unit: str, language: str) -> str:
    return "?" if interval is None else between(interval, unit, language)


def _parts(constraint: Constraint, language: str) -> str:
    """`FDI 186 dự án + DDI 69 dự án`, or part / base."""
    written = ""
    for operand in constraint.operands:
        joint = "" if not written else _sign(operand)
        written += f"{joint}{party_label(operand.party, language)} {_operand(operand, language)}"
    return written or term("nothing", language)


def _total(constraint: Constraint, language: str) -> str:
    """` = 255 dự án`; nothing where the parts are one figure that says so itself."""
    alone = len(constraint.operands) == 1 and constraint.operands[0].sign == 1
    return "" if alone else f" = {_amount(constraint.derived, constraint.unit, language, is_published=False)}"


def _sign(operand: Operand) -> str:
    return {None: " / ", 1: " + ", -1: f" {_MINUS} "}[operand.sign]


def _operand(operand: Operand, language: str) -> str:
    one_figure = len(operand.amount.figure_ids) <= 1
    return _amount(operand.amount, operand.unit, language, is_published=one_figure)


def _missing(parties: Iterable[str], language: str) -> str:
    return ", ".join(party_label(party, language) for party in parties) or term("nothing", language)


def _power(constraint: Constraint, verdict: Verdict, language: str) -> str:
    """How much of the whole was tried and the least error that would have shown; empty where that cannot be told."""
    if verdict.share_covered is None:
        return ""
    visible = verdict.smallest_visible_error
    return " " + term(
        _power_term(constraint, visible),
        language,
        covered=f"{number(Decimal(str(round(verdict.share_covered * 100, 1))), language)}%",
        visible="" if visible is None else between(Interval.exactly(visible), constraint.unit, language),
        published=str(len(constraint.published)),
        members=str(constraint.members),
    )


def _power_term(constraint: Constraint, visible: Decimal | None) -> str:
    if visible is None:
        return "power_failed"
    if constraint.remainder == ZERO:
        return "power_complete"
    # An error as large as all that was added up would go unseen: then hardly anything was proved.
    if constraint.derived is None or visible > constraint.derived.value:
        return "power_little_bloc" if constraint.family == "bloc_sum" else "power_little"
    return "power"


def _implied(constraint: Constraint, language: str) -> str:
    if constraint.implied is None or constraint.implied_unit is None:
        return ""
    amount = computed(constraint.implied, constraint.implied_unit, language)
    return " " + term(f"implied_{constraint.family}", language, amount=amount)


def _since(constraint: Constraint, language: str) -> str:
    stated_on = constraint.stated_as_of
    return window_text(constraint.window if stated_on is None else Window(None, stated_on), language)


def _rest(constraint: Constraint, verdict: Verdict, language: str, *, opposite: bool) -> str:
    residual = _allowed(constraint, verdict.residual)
    return _interval(-residual if residual and opposite else residual, constraint.unit, language)


_FIELDS: Final[dict[str, Callable[[Constraint, Verdict, str], str]]] = {
    "what": lambda c, _, language: cell_label(c.series, c.window, language),
    "who": lambda c, _, language: entity_label(c.series.entity, language),
    "since": lambda c, _, language: _since(c, language),
    "year": lambda c, _verdict, _language: str(c.window.end.year),
    "stated": lambda c, _, language: _amount(c.stated, c.unit, language, is_published=True),
    "derived": lambda c, _, language: _amount(c.derived, c.unit, language, is_published=False),
    "quoted": lambda c, _, language: _amount(c.quoted, "percent", language, is_published=True),
    "implied": lambda c, _, language: _implied(c, language),
    "residual": lambda c, verdict, language: _rest(c, verdict, language, opposite=False),
    "left": lambda c, verdict, language: _rest(c, verdict, language, opposite=True),
    "parts": lambda c, _, language: _parts(c, language),
    "total": lambda c, _, language: _total(c, language),
    "published": lambda c, _verdict, _language: str(len(c.published)),
    "members": lambda c, _verdict, _language: str(c.members),
    "missing": lambda c, _, language: _missing(c.missing, language),
    "power": _power,
    "base": lambda c, _, language: metric_label(c.published[-1], language) if c.published else "",
    "named_base": lambda c, _, language: metric_label(c.named_base, language) if c.named_base else "",
}

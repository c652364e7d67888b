"""One figure of a document as the report shows it: what it was read as, by which words, and what came of it.

Belongs here: the card of a fact. Does not: its place in the text (`report_document`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kcn_pipeline.cleaning.review import Doubt
from kcn_pipeline.extraction.facts import Cue, Fact
from kcn_pipeline.periods import Window
from kcn_pipeline.publication.bilingual import Bilingual, text
from kcn_pipeline.publication.figures import BOUND_SIGNS, amount, doubt_text, interval_text
from kcn_pipeline.publication.marking import visible
from kcn_pipeline.publication.naming import metric_label, origin_label, short_name
from kcn_pipeline.publication.report_relations import Relation
from kcn_pipeline.publication.severity import worst_severity
from kcn_pipeline.quantities import Span
from kcn_pipeline.reconciliation.wording.numerals import window_text
from kcn_pipeline.reference.report_texts import load_texts


@dataclass(frozen=True, slots=True)
class CueWords:
    """A word that the figure was bound by, as the document writes it."""

    role: str
    role_name: Bilingual
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class FigureCard:
    """A figure, ready to print; `fields` are name and content of everything known of it.

    qualifiers: what sets it apart from other figures of its metric: origin, comparison, target.
    review: its doubtful words with what else they may read, None where it has none.
    state: `unknown` for a figure without a metric, `error` or `warning` after the worst relation it
    stands in, else `plain`.
    """

    figure_id: str
    number: int
    state: str
    quote: str
    value: Bilingual
    metric: Bilingual | None
    qualifiers: tuple[Bilingual, ...]
    fields: tuple[tuple[Bilingual, Bilingual], ...]
    rule: str
    cues: tuple[CueWords, ...]
    relations: tuple[Relation, ...]
    review: Bilingual | None

    @property
    def understood(self) -> bool:
        """Whether the figure has a metric."""
        return self.metric is not None


def figure_card(fact: Fact, number: int, document_text: str, tried: Mapping[str, Sequence[Relation]]) -> FigureCard:
    """The card of a fact; `number` counts the figures of its document from 1."""
    relations = tuple(tried.get(fact.figure_id, ()))
    return FigureCard(
        figure_id=fact.figure_id,
        number=number,
        state=_state(fact, relations),
        quote=visible(" ".join(fact.quote.split())),
        value=_amount(fact.value, fact.unit, BOUND_SIGNS[fact.bound]),
        metric=None if fact.metric is None else metric_label(fact.metric),
        qualifiers=tuple(_qualifiers(fact)),
        fields=tuple(_fields(fact)),
        rule=fact.rule,
        cues=tuple(_cue(cue, document_text) for cue in sorted(fact.cues, key=lambda cue: cue.start)),
        relations=relations,
        review=_review(fact.review),
    )


def _review(doubts: Sequence[Doubt]) -> Bilingual | None:
    if not doubts:
        return None
    return Bilingual.of(
        lambda language: "; ".join(doubt_text(doubt.word, doubt.alternatives, language) for doubt in doubts)
    )


def _state(fact: Fact, relations: Iterable[Relation]) -> str:
    if fact.metric is None:
        return "unknown"
    worst = worst_severity(relation.severity for relation in relations)
    return worst if worst in ("error", "warning") else "plain"


def _qualifiers(fact: Fact) -> Iterable[Bilingual]:
    if fact.origin is not None:
        yield origin_label(fact.origin)
    if fact.comparison != "level":
        yield text(f"comparison.{fact.comparison}")
    if fact.target:
        yield text("field.target")


def _fields(fact: Fact) -> Iterable[tuple[Bilingual, Bilingual]]:
    if fact.entity is not None:
        yield text("field.entity"), short_name(fact.entity)
    if fact.period_end is not None:
        window = Window(fact.period_start, fact.period_end)
        yield text("field.window"), Bilingual.of(lambda language: window_text(window, language))
    if fact.origin is not None:
        yield text("field.origin"), origin_label(fact.origin)
    if fact.comparison != "level":
        yield text("field.comparison"), _comparison(fact)
    if fact.target:
        yield text("field.target"), text("field.yes")
    yield text("field.bound"), _bound(fact)
    if not fact.interval.is_point:
        yield text("field.interval"), Bilingual.of(lambda language: interval_text(fact.interval, fact.unit, language))
    if fact.literal_value is not None:
        yield text("field.literal"), _amount(fact.literal_value, fact.unit)
    if fact.coverage:
        yield text("field.coverage"), Bilingual.same(", ".join(kind.upper() for kind in fact.coverage))


def _comparison(fact: Fact) -> Bilingual:
    name = text(f"comparison.{fact.comparison}")
    of = metric_label(fact.base) if fact.base else None
    if of is not None:
        name = text("comparison.of_base", comparison=name, base=of)
    return name if fact.base_period is None else text("comparison.of_base", comparison=name, base=fact.base_period)


def _bound(fact: Fact) -> Bilingual:
    name = text(f"bound.{fact.bound}")
    return name if fact.hedge is None else text("bound.hedged", bound=name, hedge=fact.hedge)


def _cue(cue: Cue, document_text: str) -> CueWords:
    words = visible(" ".join(Span(cue.start, cue.end).of(document_text).split()))
    key = f"role.{cue.role}"
    name = text(key) if key in load_texts() else Bilingual.same(cue.role)
    return CueWords(cue.role, name, words, cue.value)


def _amount(value: Decimal, unit: str, sign: str = "") -> Bilingual:
    return Bilingual.of(lambda language: sign + amount(value, unit, language))

"""The figures of one document as a table for reading.

Belongs here: which fields of a fact are shown, and how. Does not: names, numbers and windows in
words, which the report writes alike (`publication`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.table import Table
from rich.text import Text

from kcn_pipeline.commands import terminal
from kcn_pipeline.documents.document import Document, Identity
from kcn_pipeline.documents.identity.guessing import is_stand_in
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.extraction.roles import NumberRole
from kcn_pipeline.messages import say
from kcn_pipeline.periods import Window
from kcn_pipeline.publication.bilingual import text_in
from kcn_pipeline.publication.figures import amount, doubt_text
from kcn_pipeline.publication.naming import metric_label, origin_label, short_name
from kcn_pipeline.reconciliation.wording.numerals import window_text
from kcn_pipeline.settings import language

_HEADINGS: Final = ("extract.quote", "extract.metric", "extract.entity", "extract.window", "extract.value")
_HEADINGS_OF_ONE: Final = ("extract.quote", "extract.metric", "extract.window", "extract.value")
_AROUND: Final = 24  # characters on either side by which a number is found again
_BOUND_SIGNS: Final = {"exact": "", "lower": "≥ ", "upper": "≤ ", "approx": "≈ "}


def show(document: Document, facts: Sequence[Fact], numbers: Sequence[NumberRole] = (), *, everything: bool) -> None:
    """Print the figures; those without a metric are counted only, unless `everything` asks for them.

    numbers: those that are no figures, printed below with what they are.
    """
    out = terminal.console()
    unknown = sum(fact.metric is None for fact in facts)
    shown = [fact for fact in facts if everything or fact.metric is not None]
    out.print(heading(document))
    if shown:
        out.print(_table(shown, document.identity.publisher))
    counts = say("extract.counts", figures=len(facts), unknown=unknown)
    if doubtful := sum(bool(fact.review) for fact in shown):
        counts += f" {say('extract.review', figures=doubtful)}"
    hint = f" {say('extract.show_all')}" if unknown and not everything else ""
    out.print(counts + hint, style=terminal.FAINT)
    if numbers:
        out.print(_numbers(document, numbers))
    out.print()


def heading(document: Document) -> Text:
    """Name of the file, publisher and period."""
    publisher = document.identity.publisher
    name = _named(publisher) if publisher else say("extract.no_publisher")
    return Text.assemble((document.name, "bold"), f"  {name}, {_period(document.identity)}")


def _period(identity: Identity) -> str:
    return say("extract.no_period") if is_stand_in(identity.window.end) else identity.period.label


def _numbers(document: Document, numbers: Sequence[NumberRole]) -> Table:
    """The numbers that are no figures, each with the words around it."""
    made = terminal.table(*map(say, ("extract.quote", "extract.role", "extract.around")))
    for number in numbers:
        around = document.text[max(number.span.start - _AROUND, 0) : number.span.end + _AROUND]
        role = text_in(language(), f"number_role.{number.role}")
        made.add_row(" ".join(number.quote.split()), role, " ".join(around.split()))
    return made


def _table(facts: Sequence[Fact], publisher: str | None) -> Table:
    """Whom a figure speaks of is shown where it is not the publisher, and not at all where it always is."""
    others = any(fact.entity != publisher for fact in facts)
    made = terminal.table(*map(say, _HEADINGS if others else _HEADINGS_OF_ONE))
    for fact in facts:
        entity = [_named(fact.entity) if fact.entity != publisher else ""] if others else []
        value = _BOUND_SIGNS[fact.bound] + amount(fact.value, fact.unit, language())
        made.add_row(
            _quote(fact),
            _metric(fact),
            *entity,
            window_text(Window(fact.period_start, fact.period_end), language()) if fact.period_end else "",
            # Read otherwise than its marks say, on the document's own evidence: that must be seen.
            Text(value, terminal.DOUBTFUL if fact.literal_value is not None else ""),
        )
    return made


def _quote(fact: Fact) -> Text:
    """The words of the figure; below them those it rests on that may be wrong, with what else they may read."""
    words = Text(" ".join(fact.quote.split()))
    for doubt in fact.review:
        words.append(f"\n? {doubt_text(doubt.word, doubt.alternatives, language())}", terminal.DOUBTFUL)
    return words


def _metric(fact: Fact) -> Text:
    if fact.metric is None:
        return Text(say("extract.unknown"), terminal.DOUBTFUL)
    words = Text(metric_label(fact.metric).read(language()))
    if fact.origin in ("fdi", "ddi"):
        words.append(f" {origin_label(fact.origin).read(language())}")
    if fact.comparison != "level":
        words.append(f", {text_in(language(), f'comparison.{fact.comparison}')}")
    if fact.target:
        words.append(f" ({say('extract.target')})")
    return words


def _named(entity: str | None) -> str:
    return short_name(entity).read(language()) if entity else ""

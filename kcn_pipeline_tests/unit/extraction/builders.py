"""Short texts turned into facts, without files or cleaning."""

from __future__ import annotations

from kcn_pipeline.alignment import Alignment
from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.documents.document import DecodedText, Document, DocumentKind, Identity
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.periods import Window

YEAR_2019 = Window.of_year(2019)
FIRST_HALF_2019 = Window.of_months(2019, 1, 6)


def document_of(text: str, publisher: str | None = "board:ha-noi", window: Window = YEAR_2019) -> Document:
    """A document that says nothing but `text`."""
    kind: DocumentKind = "bloc_report" if (publisher or "").startswith("bloc:") else "board_report"
    identity = Identity(publisher, kind, window, None, text[:40], None, ())
    decoded = DecodedText(text, "text/plain", "utf-8")
    return Document("0" * 64, "text.txt", "raw/text.txt", len(text.encode()), decoded, identity)


def untouched(text: str) -> CleanedText:
    """Cleaning that found nothing to do."""
    return CleanedText(text, text, Alignment([], len(text)), ())


def facts_of(text: str, publisher: str | None = "board:ha-noi", window: Window = YEAR_2019) -> list[Fact]:
    """The facts of a clean text."""
    return extract_facts(document_of(text, publisher, window), untouched(text))


def summary(fact: Fact) -> tuple[str, str | None, str, str | None]:
    """What most examples look at: quote, metric, comparison, origin."""
    return fact.quote, fact.metric, fact.comparison, fact.origin


def entities_of(text: str, publisher: str) -> list[str | None]:
    """Whose each figure is."""
    return [fact.entity for fact in facts_of(text, publisher)]


def metrics_of(text: str, publisher: str | None = "board:ha-noi") -> list[tuple[str, str | None]]:
    """Quote and metric of each figure."""
    return [(fact.quote, fact.metric) for fact in facts_of(text, publisher)]

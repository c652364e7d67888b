"""A document as the report shows it: decoded and cleaned text, every figure marked, its cues beside it.

Belongs here: placing figures, cues and changes in both texts. Does not: cutting and escaping
(`marking`) or how one figure reads (`report_figure`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.review import is_doubtful
from kcn_pipeline.documents.document import Document
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.publication.bilingual import Bilingual
from kcn_pipeline.publication.inputs import records
from kcn_pipeline.publication.marking import ChangeMark, CueMark, FigureMark, Mark, marked, visible
from kcn_pipeline.publication.naming import full_name, short_name
from kcn_pipeline.publication.report_figure import FigureCard, figure_card
from kcn_pipeline.publication.report_relations import Relation
from kcn_pipeline.quantities import Span
from kcn_pipeline.reconciliation.wording.numerals import window_text

_SHOWN_CHANGES = frozenset({"restored", "digit_as_letter", "furniture"})


@dataclass(frozen=True, slots=True)
class EvidenceQuote:
    """What a part of the document's identity was read from; `quote` is empty for a sidecar."""

    field: str
    value: str
    quote: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document, ready to print; `clean` is None where cleaning has not run."""

    document: Document
    publisher: Bilingual | None
    publisher_title: str
    window: Bilingual
    link: str | None
    evidence: tuple[EvidenceQuote, ...]
    raw: Markup
    clean: Markup | None
    words_restored: int
    characters_removed: int
    cards: tuple[FigureCard, ...]

    @property
    def changed(self) -> bool:
        """Whether cleaning changed anything, so that both texts are worth showing."""
        return self.clean is not None and bool(self.words_restored or self.characters_removed)

    @property
    def to_review(self) -> int:
        """Number of figures that rest on a doubtful word."""
        return sum(card.review is not None for card in self.cards)

    @property
    def understood(self) -> int:
        """Number of figures that have a metric."""
        return sum(card.understood for card in self.cards)


def document_views(
    documents: pd.DataFrame, cleaned: pd.DataFrame, facts: Iterable[Fact], tried: Mapping[str, Sequence[Relation]]
) -> list[DocumentView]:
    """Every row of `tables.RAW_DOCUMENTS`, latest half-year first, with its cleaned text and figures.

    Errors: ValueError naming the document where a figure or an alignment does not fit its text, and
    where figures belong to no document.
    """
    by_document: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_document[fact.document_id].append(fact)
    cleaned_rows = {row["document_id"]: row for row in records(cleaned)}
    read = [Document.from_row(row) for row in records(documents)]
    _require_documents(by_document, read)
    read.sort(key=lambda document: document.name)
    read.sort(key=lambda document: document.identity.period, reverse=True)
    return [_view(doc, cleaned_rows.get(doc.document_id), by_document[doc.document_id], tried) for doc in read]


def _require_documents(by_document: Mapping[str, list[Fact]], documents: Iterable[Document]) -> None:
    known = {document.document_id for document in documents}
    strays = sorted({facts[0].document for document_id, facts in by_document.items() if document_id not in known})
    if strays:
        raise ValueError(
            f"figures of documents that are not registered: {', '.join(strays)}; run their half-years again"
        )


def _view(
    document: Document,
    cleaned: Mapping[str, Any] | None,
    facts: Sequence[Fact],
    tried: Mapping[str, Sequence[Relation]],
) -> DocumentView:
    ordered = sorted(facts, key=lambda fact: (fact.span, fact.figure_id))
    for fact in ordered:
        _require_quote(document, fact)
    cards = tuple(figure_card(fact, n, document.text, tried) for n, fact in enumerate(ordered, start=1))
    marks: list[Mark] = [*_figure_marks(ordered, cards), *_cue_marks(ordered)]
    alignment = None if cleaned is None else _alignment(document, cleaned)
    publisher, window = document.identity.publisher, document.identity.window
    return DocumentView(
        document=document,
        publisher=None if publisher is None else short_name(publisher),
        publisher_title="" if publisher is None else full_name(publisher),
        window=Bilingual.of(lambda language: window_text(window, language)),
        link=_safe_link(document.identity.url),
        evidence=tuple(dict.fromkeys(_evidence(document))),
        raw=marked(document.text, [*marks, *_raw_changes(alignment)], "figure-"),
        clean=None
        if cleaned is None or alignment is None
        else _clean_text(cleaned["text"], alignment, marks, document),
        words_restored=0 if cleaned is None else int(cleaned["words_restored"]),
        characters_removed=0 if cleaned is None else int(cleaned["characters_removed"]),
        cards=cards,
    )


def _require_quote(document: Document, fact: Fact) -> None:
    if fact.span.of(document.text) != fact.quote:
        place = f"{document.name} [{fact.span.start}, {fact.span.end})"
        raise ValueError(f"{place}: figure {fact.figure_id} quotes {fact.quote!r}, which is not there; extract again")


def _alignment(document: Document, cleaned: Mapping[str, Any]) -> Alignment:
    try:
        alignment = Alignment(map(Segment.from_row, json.loads(cleaned["segments"])), len(document.text))
    except ValueError as error:
        raise ValueError(f"{document.name}: {error}; clean it again") from error
    if alignment.apply(document.text) != cleaned["text"]:
        raise ValueError(f"{document.name}: its segments do not give its cleaned text; clean it again")
    return alignment


def _figure_marks(facts: Iterable[Fact], cards: Iterable[FigureCard]) -> Iterable[FigureMark]:
    for fact, card in zip(facts, cards, strict=True):
        yield FigureMark(fact.span, fact.figure_id, card.number, card.state)


def _cue_marks(facts: Sequence[Fact]) -> Iterable[CueMark]:
    users: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for number, fact in enumerate(facts, start=1):
        for cue in fact.cues:
            if number not in users[cue.role, cue.start, cue.end]:
                users[cue.role, cue.start, cue.end].append(number)
    for (role, start, end), numbers in users.items():
        yield CueMark(Span(start, end), role, tuple(numbers))


def _raw_changes(alignment: Alignment | None) -> Iterable[ChangeMark]:
    for segment in alignment.segments if alignment else ():
        if segment.kind in _SHOWN_CHANGES:
            yield _change(Span(segment.raw_start, segment.raw_end), segment, segment.text)


def _clean_text(text: str, alignment: Alignment, marks: Iterable[Mark], document: Document) -> Markup:
    placed: list[Mark] = []
    for mark in marks:
        span = alignment.to_clean(mark.span)
        if isinstance(mark, FigureMark):
            placed.append(FigureMark(span, mark.figure_id, mark.number, mark.state))
        elif isinstance(mark, CueMark):
            placed.append(CueMark(span, mark.role, mark.numbers))
    return marked(text, [*placed, *_clean_changes(alignment, document.text)], "clean-")


def _clean_changes(alignment: Alignment, raw: str) -> Iterable[ChangeMark]:
    for segment in alignment.segments:
        if segment.kind in _SHOWN_CHANGES and segment.text and segment.raw_end > segment.raw_start:
            span = Span(segment.raw_start, segment.raw_end)
            yield _change(alignment.to_clean(span), segment, span.of(raw))


def _change(span: Span, segment: Segment, other: str) -> ChangeMark:
    """The mark of a segment; one of a doubtful word also tells what else it may read."""
    if not is_doubtful(segment):
        return ChangeMark(span, segment.kind, other)
    return ChangeMark(span, f"{segment.kind} doubtful", f"{other} (? {', '.join(segment.alternatives)})")


def _evidence(document: Document) -> Iterable[EvidenceQuote]:
    for evidence in document.identity.evidence:
        quote = Span(evidence.start, evidence.end).of(document.text)
        yield EvidenceQuote(evidence.field, evidence.value, visible(" ".join(quote.split())))


def _safe_link(url: str | None) -> str | None:
    """The source address if a browser may follow it; a sidecar could hold `javascript:`."""
    return url if url is not None and url.startswith(("https://", "http://")) else None

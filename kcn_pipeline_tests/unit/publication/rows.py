"""Documents, figures and rows of every stage made of few words, for tests of publication.

Belongs here: one of each. Does not: whole sets of tables (`frames`) or rows about contradictions (`reconciled_rows`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from kcn_pipeline.cleaning.review import Doubt
from kcn_pipeline.documents.document import DecodedText, Document, DocumentKind, Evidence, Identity
from kcn_pipeline.extraction.facts import Cue, Fact, figure_identifier
from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval, Span

DOUBTFUL_NATS: Final = 0.4


def document(
    name: str,
    text: str,
    publisher: str | None,
    window: Window,
    *,
    kind: DocumentKind = "bloc_report",
    title: str | None = None,
    url: str | None = None,
    evidence: Iterable[Evidence] = (),
) -> Document:
    identity = Identity(
        publisher=publisher,
        kind=kind,
        window=window,
        published_on=None,
        title=text.splitlines()[0] if title is None else title,
        url=url,
        evidence=tuple(evidence),
    )
    content = text.encode("utf-8")
    return Document(
        document_id=hashlib.sha256(content).hexdigest(),
        name=name,
        path=f"raw/{window.half_year.label}/{name}",
        size_bytes=len(content),
        decoded=DecodedText(text, "text/plain", "utf-8"),
        identity=identity,
    )


def span_of(text: str, words: str) -> Span:
    """Where `words` stand; they must stand there exactly once."""
    assert text.count(words) == 1, f"{words!r} stands {text.count(words)} times"
    start = text.index(words)
    return Span(start, start + len(words))


def cue(source: Document, role: str, words: str, value: str) -> Cue:
    span = span_of(source.text, words)
    return Cue(role, value, span.start, span.end)


def fact(source: Document, quote: str, value: str, unit: str, *, ordinal: int = 0, **fields: Any) -> Fact:
    span = span_of(source.text, quote)
    known: dict[str, Any] = {
        "entity": source.identity.publisher,
        "metric": None,
        "comparison": "level",
        "base": None,
        "base_period": None,
        "origin": None,
        "period_start": source.identity.window.start,
        "period_end": source.identity.window.end,
        "literal_value": None,
        "bound": "exact",
        "hedge": None,
        "interval": Interval.exactly(Decimal(value)),
        "coverage": (),
        "target": False,
        "rule": "nearest metric in the clause",
        "cues": (),
    }
    return Fact(
        figure_id=figure_identifier(source.document_id, span, ordinal),
        document_id=source.document_id,
        document=source.name,
        period=source.identity.period.label,
        span=span,
        quote=quote,
        value=Decimal(value),
        unit=unit,
        **(known | fields),
    )


def cleaned_row(source: Document, segments: Iterable[Mapping[str, Any]] = ()) -> dict[str, Any]:
    ordered = sorted(segments, key=lambda segment: int(segment["raw_start"]))
    text = source.text
    for segment in reversed(ordered):
        text = text[: segment["raw_start"]] + segment["text"] + text[segment["raw_end"] :]
    return {
        "document_id": source.document_id,
        "document": source.name,
        "period": source.identity.period.label,
        "text": text,
        "segments": json.dumps(ordered, ensure_ascii=False),
        "damage": "[]",
        "words": len(source.text.split()),
        "words_restored": sum(segment["kind"] == "restored" for segment in ordered),
        "characters_removed": sum(
            segment["raw_end"] - segment["raw_start"] for segment in ordered if segment["kind"] == "furniture"
        ),
        "impossible_before": 0.0,
        "impossible_after": 0.0,
        "doubtful_words": 0,
        "doubtful_near_numbers": 0,
    }


def segment(
    source: Document, words: str, text: str, kind: str, score: float | None = None, alternatives: Iterable[str] = ()
) -> dict[str, Any]:
    span = span_of(source.text, words)
    made = {"raw_start": span.start, "raw_end": span.end, "text": text, "kind": kind, "rule": "test"}
    return {**made, "score": score, "alternatives": list(alternatives)}


def doubt(source: Document, words: str, text: str, *others: str) -> Doubt:
    span = span_of(source.text, words)
    return Doubt(span.start, span.end, text, others, DOUBTFUL_NATS)


def cell_row(source: Fact, **fields: Any) -> dict[str, Any]:
    """The cell of totals that `source` stands for."""
    row = source.as_row()
    kept = (
        "entity",
        "metric",
        "origin",
        "unit",
        "period_start",
        "period_end",
        "value",
        "lo",
        "hi",
        "bound",
        "coverage",
    )
    assert source.period_end is not None
    return {
        "period": Window(source.period_start, source.period_end).half_year.label,
        **{name: row[name] for name in kept},
        "status": "single",
        "sources": 1,
        "figure_ids": json.dumps([source.figure_id]),
        "review": bool(source.review),
        **fields,
    }


def verdict_row(verdict: str, rule: str, tried: Iterable[Fact], **fields: Any) -> dict[str, Any]:
    """A relation among `tried`, named after the first of them."""
    figures = list(tried)
    first = figures[0].as_row()
    key = f"{rule}|{verdict}|{'|'.join(f.figure_id for f in figures)}"
    return {
        "verdict_id": hashlib.sha256(key.encode()).hexdigest()[:16],
        "period": figures[0].period,
        "rule": rule,
        **{name: first[name] for name in ("entity", "metric", "origin", "unit", "period_start", "period_end")},
        "verdict": verdict,
        "stated_lo": first["lo"],
        "stated_hi": first["hi"],
        **dict.fromkeys(("derived_lo", "derived_hi", "residual_lo", "residual_hi"), None),
        "members": len(figures),
        "members_published": "[]",
        "members_missing": "[]",
        "share_covered": None,
        "smallest_visible_error": None,
        "explanation_vi": f"Thử quan hệ {rule}: {verdict}.",
        "explanation_en": f"Relation {rule} tried: {verdict}.",
        "figure_ids": json.dumps([f.figure_id for f in figures]),
        **fields,
    }


def unassigned_row(source: Fact, **fields: Any) -> dict[str, Any]:
    """The row of a figure without a metric."""
    row = source.as_row()
    kept = ("figure_id", "document_id", "document", "period", "start", "end", "quote", "value", "unit", "comparison")
    told = {"reason": source.rule, "wording": "", "sentence": source.quote}
    return {**{name: row[name] for name in kept}, **told, **fields}


def event_row(source: Document, quote: str, **fields: Any) -> dict[str, Any]:
    """What `quote` says: that the publisher of a document, a bloc, held a conference at the end of its window."""
    span, window = span_of(source.text, quote), source.identity.window
    return {
        "event_id": "e0e0e0e0e0e0e0e0",
        "document_id": source.document_id,
        "document": source.name,
        "period": window.half_year.label,
        "kind": "conference",
        "start": span.start,
        "end": span.end,
        "quote": quote,
        "entity": source.identity.publisher,
        "bloc": source.identity.publisher,
        **dict.fromkeys(("person", "award", "giver", "place")),
        "role": "mid_year_review",
        "status": "held",
        "year": window.end.year,
        "first_day": window.end.isoformat(),
        "last_day": window.end.isoformat(),
        "rule": "test",
        "cues": "[]",
        **fields,
    }

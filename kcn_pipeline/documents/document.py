"""What the first stage hands on: a document's identity, its decoded text and where that came from.

Belongs here: the value types of the stage and their row in `raw_documents`. Does not: reading
bytes (`readers`) or recognising a publisher (`identification`).
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from dataclasses import asdict, astuple, dataclass
from datetime import date
from typing import Any, Literal, get_args

from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.quantities import Span

DocumentKind = Literal["bloc_report", "board_report", "press"]
DOCUMENT_KINDS = get_args(DocumentKind)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where in the decoded text one part of the identity was read; start = end = 0 for a sidecar."""

    field: str
    value: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who reports on which period, with the evidence.

    `window` is what the report covers (a half, nine months, eleven months, a year); `period` the
    half-year that files it: the one that holds the window's end, so a yearly report is the second's.
    """

    publisher: str | None
    kind: DocumentKind
    window: Window
    published_on: date | None
    title: str
    url: str | None
    evidence: tuple[Evidence, ...]

    @property
    def period(self) -> HalfYear:
        """The half-year under which the document is filed."""
        return self.window.half_year


@dataclass(frozen=True, slots=True)
class Place:
    """Where characters [start, end) of the decoded text stand in the source.

    `page` counts from 1; `box` is left, top, right, bottom in points (1/72 inch) from the upper left corner of
    the page; `cell` is a cell of a spreadsheet, as `Sheet1!B4`.
    """

    start: int
    end: int
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class DecodedText:
    """Bytes decoded by their charset and nothing else, or what a reader takes out: the coordinate system of spans.

    `title` and `published_on` are told where the markup tells them. `places` are ordered and disjoint, empty where
    the format has none. `decisions` says what a reader had to choose, one sentence each ("page 3 was read from
    its image").
    """

    text: str
    media_type: str
    charset: str
    title: str | None = None
    places: tuple[Place, ...] = ()
    decisions: tuple[str, ...] = ()
    published_on: date | None = None

    def places_of(self, span: Span) -> tuple[Place, ...]:
        """The places that characters of `span` stand in, in order."""
        first = bisect_right(self.places, span.start, key=lambda place: place.end)
        last = bisect_left(self.places, span.end, key=lambda place: place.start)
        return self.places[first:last]


@dataclass(frozen=True, slots=True)
class Document:
    """One registered file: bytes known by their SHA-256, decoded, with its identity."""

    document_id: str
    name: str
    path: str
    size_bytes: int
    decoded: DecodedText
    identity: Identity

    @property
    def text(self) -> str:
        """The decoded text."""
        return self.decoded.text

    def as_row(self, *, source_group: str | None = None, superseded_by: str | None = None) -> dict[str, Any]:
        """The document as a row of `raw_documents`; without a group of copies it is its own.

        The two say how it stands to its neighbours, which it does not know by itself: `from_row` leaves them out.
        """
        identity = self.identity
        start = identity.window.start or identity.window.end
        return {
            "document_id": self.document_id,
            "document": self.name,
            "path": self.path,
            "period": identity.period.label,
            "window_start": start.isoformat(),
            "window_end": identity.window.end.isoformat(),
            "publisher": identity.publisher,
            "kind": identity.kind,
            "published_on": identity.published_on.isoformat() if identity.published_on else None,
            "title": identity.title,
            "url": identity.url,
            "media_type": self.decoded.media_type,
            "charset": self.decoded.charset,
            "source_group": source_group or self.document_id,
            "superseded_by": superseded_by,
            "size_bytes": self.size_bytes,
            "characters": len(self.text),
            "evidence": json.dumps([asdict(e) for e in identity.evidence], ensure_ascii=False),
            "places": json.dumps([astuple(p) for p in self.decoded.places], ensure_ascii=False),
            "decisions": json.dumps(self.decoded.decisions, ensure_ascii=False),
            "text": self.text,
        }

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Document:
        """The inverse of `as_row`."""
        published = row["published_on"]
        identity = Identity(
            publisher=row["publisher"],
            kind=row["kind"],
            window=Window(date.fromisoformat(row["window_start"]), date.fromisoformat(row["window_end"])),
            published_on=date.fromisoformat(published) if published else None,
            title=row["title"],
            url=row["url"],
            evidence=tuple(Evidence(**e) for e in json.loads(row["evidence"])),
        )
        decoded = DecodedText(
            row["text"],
            row["media_type"],
            row["charset"],
            places=tuple(_place(*place) for place in json.loads(row["places"])),
            decisions=tuple(json.loads(row["decisions"])),
        )
        return cls(row["document_id"], row["document"], row["path"], int(row["size_bytes"]), decoded, identity)


def _place(start: int, end: int, page: int | None, box: list[float] | None, cell: str | None) -> Place:
    left_top_right_bottom = (box[0], box[1], box[2], box[3]) if box else None
    return Place(start, end, page, left_top_right_bottom, cell)

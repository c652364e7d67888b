"""Who reports on which period: read from the decoded text, overruled by the sidecar.

Belongs here: putting period, publisher, title and day together with their evidence. Does not: finding
(`period_cues`, `publisher_cues`) or weighing (`period_choice`, `publisher_choice`) what the text says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from kcn_pipeline.alignment import Alignment
from kcn_pipeline.documents.document import DocumentKind, Evidence, Identity
from kcn_pipeline.documents.identity.layout import Layout, layout_of, lexicon_of
from kcn_pipeline.documents.identity.period_choice import choose_period, conference_day
from kcn_pipeline.documents.identity.period_cues import PeriodCue, period_cues
from kcn_pipeline.documents.identity.publication_line import publication_day
from kcn_pipeline.documents.identity.publisher_choice import choose_publisher
from kcn_pipeline.documents.problems import Unidentified
from kcn_pipeline.documents.sidecar import PRESS, Sidecar
from kcn_pipeline.documents.skeleton import Skeleton, skeleton_of
from kcn_pipeline.encodings.alignments import legacy_alignment
from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Span

# Enough to convince a reader; a report names its year fifty times.
MAX_EVIDENCE: Final = 3
_KINDS: Final[dict[str, DocumentKind]] = {"bloc": "bloc_report", "board": "board_report"}


Period = tuple[Window, list[Evidence]]
Publisher = tuple[str | None, DocumentKind, list[Evidence]]


@dataclass(frozen=True, slots=True)
class Reading:
    """One text with everything that was found in it once; `letters` leads back to the text as it was decoded."""

    letters: Alignment
    skeleton: Skeleton
    layout: Layout
    cues: Sequence[PeriodCue]
    published: PeriodCue | None
    published_by_markup: date | None = None


def identify(
    text: str, *, title: str | None = None, published_on: date | None = None, sidecar: Sidecar | None = None
) -> Identity:
    """The identity of a document, with evidence as spans of `text`; the text may be damaged.

    `title` is the title where it is known from elsewhere; else the first line that can be one is taken. The
    `published_on` is the day that the markup tells; a day that the text tells comes before it. The
    sidecar overrules whatever the text says; a sidecar that gives only the half-year leaves the months to the text.
    Errors: Unidentified, with the candidates, where period or publisher is not told, or not told clearly.
    """
    sidecar = sidecar or Sidecar()
    reading = reading_of(text, title, published_on)
    period = period_of(reading, sidecar)
    return identity_of(reading, sidecar, period, publisher_of(reading, sidecar, period[0].end))


def reading_of(text: str, title: str | None, published_on: date | None) -> Reading:
    """Everything that identification looks at, found once; parameters as of `identify`."""
    letters = legacy_alignment(text)
    skeleton = skeleton_of(letters.apply(text))
    layout = layout_of(skeleton, legacy_alignment(title).apply(title) if title else title)
    cues = period_cues(skeleton, layout.title_span)
    return Reading(letters, skeleton, layout, cues, publication_day(skeleton, cues), published_on)


def identity_of(reading: Reading, sidecar: Sidecar, period: Period, publisher: Publisher) -> Identity:
    """Period and publisher put together with title, day and address."""
    window, period_evidence = period
    name, kind, publisher_evidence = publisher
    published_on, day_evidence = _published(reading, sidecar)
    evidence = (*period_evidence, *publisher_evidence, *day_evidence)
    return Identity(
        publisher=name,
        kind=kind,
        window=window,
        published_on=published_on,
        title=sidecar.title or reading.layout.title,
        url=sidecar.url,
        evidence=tuple(_in_text(one, reading.letters) for one in evidence),
    )


def period_of(reading: Reading, sidecar: Sidecar) -> Period:
    """The window reported on, with its evidence. Errors: Unidentified."""
    told = sidecar.window
    if told is None:
        return _period_of_text(reading, sidecar.published_on)
    if sidecar.half_year is not None:
        try:
            window, evidence = _period_of_text(reading, sidecar.published_on)
        except Unidentified:
            return told, [_by_sidecar("period", _iso(told))]
        # A year files under its second half too: the text tells more closely what is covered.
        if window.half_year == sidecar.half_year:
            return window, [_by_sidecar("period", sidecar.half_year.label), *evidence]
    return told, [_by_sidecar("period", _iso(told))]


def _period_of_text(reading: Reading, published_on: date | None) -> Period:
    conference = conference_day(reading.cues, reading.layout, reading.published)
    choice = choose_period(
        reading.cues,
        reading.layout,
        conference=conference.day if conference else None,
        published=published_on or (reading.published.day if reading.published else reading.published_by_markup),
        review=_review(reading),
    )
    return choice.window, _evidence("period", _iso(choice.window), ((cue.span, cue.kind) for cue in choice.cues))


def _review(reading: Reading) -> str | None:
    """The kind of review that title or lead announce first."""
    lexicon = lexicon_of("review_of_half", "review_of_year", tolerant=reading.skeleton.tolerant)
    matches = lexicon.find(reading.skeleton)
    return next((m.value for m in matches if reading.layout.prominence(m.span_in(reading.skeleton)) > 1), None)


def publisher_of(reading: Reading, sidecar: Sidecar, day: date) -> Publisher:
    """Who reports and in what kind of document, with evidence; boards and blocs are those of `day`.

    Errors: Unidentified.
    """
    if sidecar.publisher == PRESS:
        return None, "press", [_by_sidecar("publisher", PRESS)]
    if sidecar.publisher is not None:
        kind = _KINDS[sidecar.publisher.partition(":")[0]]
        return sidecar.publisher, kind, [_by_sidecar("publisher", sidecar.publisher)]
    choice = choose_publisher(reading.skeleton, reading.layout, day)
    spans = ((span, choice.rule) for span in choice.spans)
    return choice.publisher, choice.kind, _evidence("publisher", choice.publisher or PRESS, spans)


def _published(reading: Reading, sidecar: Sidecar) -> tuple[date | None, list[Evidence]]:
    if sidecar.published_on is not None:
        return sidecar.published_on, [_by_sidecar("published_on", sidecar.published_on.isoformat())]
    cue = reading.published
    if cue is None or cue.day is None:
        by_markup = reading.published_by_markup
        return by_markup, [Evidence("published_on", by_markup.isoformat(), 0, 0, "markup")] if by_markup else []
    return cue.day, _evidence("published_on", cue.day.isoformat(), [(cue.span, "publication line")])


def _evidence(field: str, value: str, places: Iterable[tuple[Span, str]]) -> list[Evidence]:
    found = [Evidence(field, value, span.start, span.end, rule) for span, rule in places]
    return found[:MAX_EVIDENCE]


def _in_text(evidence: Evidence, letters: Alignment) -> Evidence:
    """Evidence found in the letters of today, at its place in the text as it was decoded."""
    span = letters.to_raw(Span(evidence.start, evidence.end))
    return replace(evidence, start=span.start, end=span.end)


def _by_sidecar(field: str, value: str) -> Evidence:
    return Evidence(field, value, 0, 0, "sidecar")


def _iso(window: Window) -> str:
    return f"{window.start}/{window.end}"

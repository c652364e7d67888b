"""Text with marked stretches as safe HTML: figures, the cues they were bound by, what cleaning changed.

Belongs here: cutting a text where marks begin and end, and escaping it. Does not: knowing where
figures lie (`report_document`). Document text is hostile input: every character is escaped, and
controls that could hide or reorder characters are shown as visible signs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from markupsafe import Markup, escape

from kcn_pipeline.quantities import Span


@dataclass(frozen=True, slots=True)
class FigureMark:
    """A figure in a text: its id, its number within the document, and how it is shown."""

    span: Span
    figure_id: str
    number: int
    state: str


@dataclass(frozen=True, slots=True)
class CueMark:
    """A word that figures were bound by; `numbers` are theirs."""

    span: Span
    role: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """A stretch that cleaning changed; `other` is what the other text has in its place."""

    span: Span
    kind: str
    other: str


Mark = FigureMark | CueMark | ChangeMark

_PICTURES: Final = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
_REPLACED: Final = (0x7F, *range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000))
_VISIBLE: Final = _PICTURES | dict.fromkeys(_REPLACED, 0xFFFD)


def visible(text: str) -> str:
    """The same number of characters, controls and bidirectional overrides shown as signs."""
    return text.translate(_VISIBLE)


def marked(text: str, marks: Iterable[Mark], anchor: str) -> Markup:
    """`text` as escaped HTML with its marks; figure n starts with the anchor `<anchor><figure_id>`.

    Overlapping marks are cut into nested elements; a figure that covers several pieces is anchored
    at the first. Errors: ValueError for a mark beyond the text.
    """
    anchored: set[str] = set()
    pieces = []
    for figures, runs in groupby(_runs(text, marks), key=lambda run: run.figures):
        inner = Markup("").join(_inline(run) for run in runs)
        new = [figure for figure in figures if figure.figure_id not in anchored]
        anchored.update(figure.figure_id for figure in new)
        pieces.append(_linked(inner, figures, new, anchor))
    return Markup("").join(pieces)


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch without a boundary inside, with the marks that cover it."""

    text: str
    figures: tuple[FigureMark, ...]
    cues: tuple[CueMark, ...]
    changes: tuple[ChangeMark, ...]


def _runs(text: str, marks: Iterable[Mark]) -> Iterator[_Run]:
    ordered = sorted((mark for mark in marks if len(mark.span)), key=lambda mark: mark.span)
    for mark in ordered:
        if mark.span.end > len(text):
            raise ValueError(f"mark [{mark.span.start}, {mark.span.end}) reaches beyond {len(text)} characters")
    bounds = sorted({0, len(text), *(m.span.start for m in ordered), *(m.span.end for m in ordered)})
    active: list[Mark] = []
    waiting = deque(ordered)
    for start, end in pairwise(bounds):
        active = [m for m in active if m.span.end > start]
        while waiting and waiting[0].span.start == start:
            active.append(waiting.popleft())
        yield _run(text[start:end], active)


def _run(text: str, active: Sequence[Mark]) -> _Run:
    return _Run(
        text,
        tuple(mark for mark in active if isinstance(mark, FigureMark)),
        tuple(mark for mark in active if isinstance(mark, CueMark)),
        tuple(mark for mark in active if isinstance(mark, ChangeMark)),
    )


def _inline(run: _Run) -> Markup:
    html = escape(visible(run.text))
    for change in run.changes:
        html = Markup('<span class="change {}" title="{}">{}</span>').format(change.kind, visible(change.other), html)
    for cue in run.cues:
        numbers = " ".join(map(str, cue.numbers))
        html = Markup('<span class="cue" data-role="{}" data-of="{}">{}</span>').format(cue.role, numbers, html)
    return html


def _linked(inner: Markup, figures: Sequence[FigureMark], new: Sequence[FigureMark], anchor: str) -> Markup:
    if not figures:
        return inner
    # Around the words, not before them: browsers leave an empty element at the end of the line above.
    for figure in new:
        inner = Markup('<span class="anchor" id="{}{}">{}</span>').format(anchor, figure.figure_id, inner)
    link = Markup('<a class="figure {}" href="#card-{}" data-figures="{}">{}</a>')
    numbers = " ".join(str(figure.number) for figure in figures)
    return link.format(figures[0].state, figures[0].figure_id, numbers, inner)

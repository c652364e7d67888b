"""Removing page furniture: menus, visit counters, share buttons, imprints, repeated page headers, page numbers.

Belongs here: recognising a line, or the part of one, by what it is in any page. Does not: the wordings
(`reference.furniture`), and telling which paragraphs of a page are the article (`documents`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kcn_pipeline.cleaning.alignment import Alignment, Segment
from kcn_pipeline.cleaning.channels import dropped
from kcn_pipeline.cleaning.syllables import fold
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.furniture import Furniture, load_furniture
from kcn_pipeline.reference.units import load_scales, load_units

_LONGEST_LINE: Final = 300
_BESIDE: Final = 3
_BUTTONS_IN_A_ROW: Final = 3
_PAGES_TO_REPEAT: Final = 3
_PAGES_TO_COUNT: Final = 2
_LINE: Final = re.compile(r"[^\n\f]+")
_BARE_NUMBER: Final = re.compile(r"\s*[-–—]?\s*(?P<number>\d{1,4})\s*(?:/\s*\d{1,4}\s*)?[-–—]?\s*")
_MARKS: Final = r"[\s*•·|>»:/\-–—]*"


@dataclass(frozen=True, slots=True)
class _Found:
    """Furniture in a line: where, by which kind, and whether the wording alone is proof."""

    span: Span
    kind: str
    certain: bool


def remove_furniture(text: str) -> Alignment:
    """Segments that empty the furniture of NFC `text`; line breaks stay, and so does every line with a statistic."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text) if not m[0].isspace()]
    found = {number: hits for number, line in enumerate(lines) if (hits := list(_furniture_of(text, line)))}
    removed = [hit for number, hits in found.items() for hit in hits if hit.certain or _beside_certain(number, found)]
    removed += _page_edges(text)
    return Alignment(_segments(removed), len(text))


def _segments(removed: Sequence[_Found]) -> Iterator[Segment]:
    at = 0
    for hit in sorted(removed, key=lambda one: one.span):
        if hit.span.start >= at:
            yield Segment(hit.span.start, hit.span.end, "", "furniture", hit.kind)
            at = hit.span.end


def _furniture_of(text: str, line: Span) -> Iterator[_Found]:
    if len(line) > _LONGEST_LINE:
        return
    bare = _bare(line.of(text))
    for row, pattern in _patterns():
        if row.place == "counter":
            for match in pattern.finditer(bare):
                yield _Found(Span(match.start(), match.end()).shifted(line.start), row.kind, row.alone)
        elif row.place == "prefix" and pattern.match(bare) and not _has_statistic(bare):
            yield _Found(line, row.kind, row.alone)
    yield from _filling(bare, line)


def _filling(bare: str, line: Span) -> Iterator[_Found]:
    """A line of nothing but buttons and menus: certain by one that is, or by their number."""
    if not _full_line().match(bare):
        return
    rows = [(row, len(pattern.findall(bare))) for row, pattern in _patterns() if row.place == "line"]
    present = [row for row, times in rows if times]
    certain = any(row.alone for row in present) or sum(times for _, times in rows) >= _BUTTONS_IN_A_ROW
    yield _Found(line, present[0].kind, certain)


def _beside_certain(number: int, found: dict[int, list[_Found]]) -> bool:
    """Whether certain furniture stands within a few lines, with nothing but furniture between."""
    for step in (-1, 1):
        for distance in range(1, _BESIDE + 1):
            hits = found.get(number + step * distance)
            if not hits:
                break
            if any(hit.certain for hit in hits):
                return True
    return False


def _page_edges(text: str) -> Iterator[_Found]:
    """Page numbers, and headers and footers that repeat, at the edges of pages; form feeds tell the pages."""
    if "\f" not in text:
        return
    edges = [(page, line) for page, span in enumerate(_pages(text)) for line in _first_and_last_line(text, span)]
    repeated = Counter(_shape(line.of(text)) for _, line in edges)
    numbers = {line: int(m["number"]) for _, line in edges if (m := _BARE_NUMBER.fullmatch(line.of(text)))}
    offsets = Counter(numbers[line] - page for page, line in edges if line in numbers)
    for page, line in edges:
        if line in numbers:
            # The last cell of a table is a bare number too; only page numbers count the pages.
            if offsets[numbers[line] - page] >= _PAGES_TO_COUNT:
                yield _Found(line, "page_number", certain=True)
        elif repeated[_shape(line.of(text))] >= _PAGES_TO_REPEAT and not _has_statistic(_bare(line.of(text))):
            yield _Found(line, "page_edge", certain=True)


def _pages(text: str) -> Iterator[Span]:
    start = 0
    for page in text.split("\f"):
        yield Span(start, start + len(page))
        start += len(page) + 1


def _first_and_last_line(text: str, page: Span) -> Iterator[Span]:
    lines = [m for m in _LINE.finditer(text, page.start, page.end) if not m[0].isspace()]
    for match in dict.fromkeys([*lines[:1], *lines[-1:]]):
        if match.end() - match.start() <= _LONGEST_LINE:
            yield Span(match.start(), match.end())


def _shape(line: str) -> str:
    """A line without what differs from page to page: numbers, blanks, capitals."""
    return re.sub(r"\d+", "#", " ".join(_bare(line).split()))


def _bare(text: str) -> str:
    """Lower case without marks, so that wordings are found in damaged text too; as long as `text`."""
    folded = fold(text)
    lower = folded.lower()
    return lower if len(lower) == len(folded) else folded


def _has_statistic(bare: str) -> bool:
    return bool(_statistic().search(bare))


@cache
def _statistic() -> re.Pattern[str]:
    """A number and, at most one word later, a unit or scale word."""
    words = {*load_units(), *load_scales()}
    forms = {_bare(form) for word in words for form in (word, dropped(word)) if len(form) > 1 or not form.isalnum()}
    return re.compile(rf"\d\s*(?:[^\W\d_]+\s+)?(?:{_any_of(forms)})(?![^\W_])")


@cache
def _patterns() -> tuple[tuple[Furniture, re.Pattern[str]], ...]:
    return tuple((row, _pattern(row)) for row in load_furniture())


@cache
def _full_line() -> re.Pattern[str]:
    forms = {form for row in load_furniture() if row.place == "line" for form in _forms(row)}
    return re.compile(rf"^{_MARKS}(?:(?:{_any_of(forms)})(?![^\W_]){_MARKS})+$")


def _pattern(row: Furniture) -> re.Pattern[str]:
    wordings = _any_of(_forms(row))
    match row.place:
        case "counter":
            before = rf"(?:^{_MARKS}|\s*[-–—|•·]\s*)"
            number = r"\d[\d., ]*(?:/\s*\d+)?"
            return re.compile(rf"{before}(?:{wordings})\s*[:：]?\s*{number}(?=\s*(?:$|[-–—|•·]))")
        case "line":
            return re.compile(rf"(?<![^\W_])(?:{wordings})(?![^\W_])")
        case "prefix":
            return re.compile(rf"^{_MARKS}(?:{wordings})")


def _forms(row: Furniture) -> set[str]:
    """The wordings as they stand in whole and in damaged text."""
    return {_bare(form) for wording in row.wordings for form in (wording, dropped(wording))}


def _any_of(wordings: set[str]) -> str:
    return "|".join(re.escape(wording) for wording in sorted(wordings, key=lambda w: (-len(w), w)))

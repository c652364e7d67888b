"""Removing page furniture: menus, visit counters, share buttons, imprints, captions, page headers, page numbers.

Belongs here: recognising a line, or the part of one, by its wording. Does not: the wordings (`reference.furniture`),
what repeats from page to page (`page_edges`), and telling which paragraphs of a page are the article (`documents`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.channels import dropped
from kcn_pipeline.cleaning.line_forms import LINE, LONGEST_LINE, any_of, bare_form, has_statistic
from kcn_pipeline.cleaning.page_edges import page_edges
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.furniture import Furniture, load_furniture

_BESIDE: Final = 3
_BUTTONS_IN_A_ROW: Final = 3
_LONGEST_CREDIT: Final = 40
_PARTING_SIGNS: Final = "–—|•·-"
_PARTING: Final = re.compile(f"[{_PARTING_SIGNS}]")
_MARKS: Final = r"[\s*•·|>»:/\-–—]*"


@dataclass(frozen=True, slots=True)
class _Found:
    """Furniture in a line: where, by which kind, and whether the wording alone is proof."""

    span: Span
    kind: str
    certain: bool


def remove_furniture(text: str) -> Alignment:
    """Segments that empty the furniture of NFC `text`; every line with a statistic stays.

    Line breaks stay but for those around what parts a sentence.
    """
    lines = [Span(m.start(), m.end()) for m in LINE.finditer(text) if not m[0].isspace()]
    found = {number: hits for number, line in enumerate(lines) if (hits := list(_furniture_of(text, line)))}
    removed = [hit for number, hits in found.items() for hit in hits if hit.certain or _beside_certain(number, found)]
    removed += [_Found(edge.span, edge.kind, certain=True) for edge in page_edges(text, lines)]
    return Alignment(_segments(removed), len(text))


def _segments(removed: Sequence[_Found]) -> Iterator[Segment]:
    at = 0
    for hit in sorted(removed, key=lambda one: one.span):
        if hit.span.start >= at:
            yield Segment(hit.span.start, hit.span.end, "", "furniture", hit.kind)
            at = hit.span.end


def _furniture_of(text: str, line: Span) -> Iterator[_Found]:
    if len(line) > LONGEST_LINE:
        return
    bare = bare_form(line.of(text))
    for row, pattern in _patterns():
        if row.place == "counter":
            for match in _counters(pattern, bare):
                yield _Found(Span(match.start(), match.end()).shifted(line.start), row.kind, row.alone)
        elif row.place != "line" and _begins_so(row, pattern, line.of(text), bare) and not has_statistic(bare):
            yield _Found(line, row.kind, row.alone)
    yield from _filling(bare, line)


def _begins_so(row: Furniture, pattern: re.Pattern[str], line: str, bare: str) -> bool:
    return bool(pattern.match(bare) if row.place == "prefix" else pattern.search(line))


def _counters(pattern: re.Pattern[str], bare: str) -> Iterator[re.Match[str]]:
    # Behind the start of the line a counter follows a dash or dot: most lines need not be searched.
    if _PARTING.search(bare):
        yield from pattern.finditer(bare)
    elif match := pattern.match(bare):
        yield match


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


@cache
def _patterns() -> tuple[tuple[Furniture, re.Pattern[str]], ...]:
    return tuple((row, _pattern(row)) for row in load_furniture())


@cache
def _full_line() -> re.Pattern[str]:
    forms = {form for row in load_furniture() if row.place == "line" for form in _forms(row)}
    return re.compile(rf"^{_MARKS}(?:(?:{any_of(forms)})(?![^\W_]){_MARKS})+$")


def _pattern(row: Furniture) -> re.Pattern[str]:
    wordings = any_of(_forms(row))
    match row.place:
        case "counter":
            before = rf"(?:^{_MARKS}|\s*[{_PARTING_SIGNS}]\s*)"
            number = r"\d[\d., ]*(?:/\s*\d+)?"
            return re.compile(rf"{before}(?:{wordings})\s*[:：]?\s*{number}(?=\s*(?:$|[{_PARTING_SIGNS}]))")
        case "line":
            return re.compile(rf"(?<![^\W_])(?:{wordings})(?![^\W_])")
        case "prefix":
            return re.compile(rf"^{_MARKS}(?:{wordings})")
        case "caption":
            # With their marks: without, the word for a picture is the name of a country.
            whole = any_of({form for wording in row.wordings for form in (wording, dropped(wording))})
            return re.compile(rf"^{_MARKS}(?:{whole})|[.(–-]\s*(?:{whole})[^.;]{{1,{_LONGEST_CREDIT}}}$", re.IGNORECASE)


def _forms(row: Furniture) -> set[str]:
    """The wordings as they stand in whole and in damaged text."""
    return {bare_form(form) for wording in row.wordings for form in (wording, dropped(wording))}

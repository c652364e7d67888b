"""Finding what stands at the edges of printed pages: running headers and footers, page numbers.

Belongs here: lines that repeat or count from page to page, and what they part. Does not: furniture that its wording
tells (`furniture`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final, Literal

from kcn_pipeline.cleaning.line_forms import LONGEST_LINE, bare_form, has_statistic, lone_number
from kcn_pipeline.quantities import Span

EdgeKind = Literal["page_number", "page_edge"]
_Key = tuple[str, int | None]

# Lines at the top, and as many at the bottom, that may be header or footer.
_DEEPEST: Final = 3
# Odd and even pages may have headers of their own, and the first page none.
_SHARE_OF_PAGES: Final = 0.4
_PAGES_TO_REPEAT: Final = 3
_PAGES_TO_COUNT: Final = 2
# Rows of a table begin many pages with the same head.
_CELL_SEPARATOR: Final = " | "
_MOST_SEPARATORS: Final = 2
_NUMBER: Final = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_BARE_KEY: Final = re.compile(r"[-–—]?\s*#\s*(?:/\s*\d+\s*)?[-–—]?")
# Without page breaks only numbers this far apart count pages, and only prose is parted by them.
_SHORTEST_PAGE: Final = 600
_SHORTEST_PROSE: Final = 40
_UNIT_BEHIND: Final = 30
_ENDS: Final = ".!?…:;"
_CLOSING: Final = " \t\"'”’)"
_GOES_ON: Final = re.compile(r"\s*(?:[(“\"]?(?P<letter>[^\W\d_])|\d[\d.,]*(?:\s*%|\s+[^\W\d_]))")
_ITEM: Final = re.compile(r"\s*(?:\d{1,2}[.)]|[^\W\d_][.)])\s")


@dataclass(frozen=True, slots=True)
class Edge:
    """Furniture of a page; with the line breaks beside it where it parts a sentence."""

    span: Span
    kind: EdgeKind


def page_edges(text: str, lines: Sequence[Span]) -> list[Edge]:
    """Headers, footers and page numbers among the `lines` of `text` that are not blank; form feeds tell the pages.

    Without form feeds only page numbers in the middle of a sentence are found. No line with a statistic is.
    """
    if "\f" in text:
        return list(_of_pages(text, list(_pages(text, lines))))
    return list(_numbers_in_sentences(text, lines))


def _of_pages(text: str, pages: Sequence[Sequence[Span]]) -> Iterator[Edge]:
    told = _repeated(text, pages)
    edges = [_page_edges(text, lines, number, told) for number, lines in enumerate(pages)]
    bodies = [lines[len(top) : len(lines) - len(bottom)] for lines, (top, bottom) in zip(pages, edges, strict=True)]
    yield from edges[0][0]
    for ((_, bottom), before), ((top, _), after) in pairwise(zip(edges, bodies, strict=True)):
        between = [*bottom, *top]
        if between and before and after and _is_one_sentence(text, before[-1], after[0]):
            numbers = all(edge.kind == "page_number" for edge in between)
            yield from _between(text, before[-1].end, after[0].start, "page_number" if numbers else "page_edge")
        else:
            yield from between
    yield from edges[-1][1]


def _between(text: str, start: int, end: int, kind: EdgeKind) -> Iterator[Edge]:
    """All that stands between two halves of a sentence but the page break, which is a mere line break to readers."""
    feed = text.index("\f", start, end)
    spans = (Span(start, feed - 1 if text[feed - 1] == "\n" else feed), Span(feed + 1, end))
    yield from (Edge(span, kind) for span in spans if len(span))


def _repeated(text: str, pages: Sequence[Sequence[Span]]) -> frozenset[_Key]:
    """What lines at the edges of enough pages have in common."""
    counts: Counter[_Key] = Counter()
    for number, lines in enumerate(pages):
        near = [line for side in _sides(lines) for line in side]
        counts.update({key for line in near for key in _keys(text, line, number)})
    enough = max(_PAGES_TO_REPEAT, ceil(_SHARE_OF_PAGES * len(pages)))
    return frozenset(
        key for key, n in counts.items() if n >= (_PAGES_TO_COUNT if _BARE_KEY.fullmatch(key[0]) else enough)
    )


def _page_edges(
    text: str, lines: Sequence[Span], page: int, told: frozenset[_Key]
) -> tuple[Sequence[Edge], Sequence[Edge]]:
    """Header and footer of a page, each in order; what stands behind a line of the article is neither."""
    top, bottom = (list(_peeled(text, side, page, told)) for side in _sides(lines))
    if len(top) == len(lines):
        return top, []
    return top, bottom[: len(lines) - len(top)][::-1]


def _peeled(text: str, side: Iterable[Span], page: int, told: frozenset[_Key]) -> Iterator[Edge]:
    for line in side:
        wording = line.of(text)
        if told.isdisjoint(_keys(text, line, page)) or has_statistic(bare_form(wording)):
            return
        yield Edge(line, "page_edge" if lone_number(text, line) is None else "page_number")


def _sides(lines: Sequence[Span]) -> tuple[Sequence[Span], Sequence[Span]]:
    """The first lines of a page from the top, the last ones from the bottom."""
    return lines[:_DEEPEST], lines[: -_DEEPEST - 1 : -1]


def _keys(text: str, line: Span, page: int) -> Iterator[_Key]:
    """What a line may have in common with those of other pages: itself, or itself but for a number that counts them."""
    if len(line) > LONGEST_LINE:
        return
    plain = " ".join(bare_form(line.of(text)).split())
    if plain.count(_CELL_SEPARATOR) >= _MOST_SEPARATORS:
        return
    # The last cell of a table is a bare number too, and may be the same on two pages.
    if lone_number(text, line) is None:
        yield plain, None
    for number in _NUMBER.finditer(plain):
        yield f"{plain[: number.start()]}#{plain[number.end() :]}", int(number[0]) - page


def _pages(text: str, lines: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """The lines of each page."""
    first = 0
    for feed in re.finditer("\f", text):
        last = bisect_left(lines, feed.start(), lo=first, key=lambda line: line.start)
        yield lines[first:last]
        first = last
    yield lines[first:]


def _numbers_in_sentences(text: str, lines: Sequence[Span]) -> Iterator[Edge]:
    """Bare numbers on lines of their own that count on, a page apart, and part a sentence."""
    numbers = {index: n for index, line in enumerate(lines) if (n := lone_number(text, line)) is not None}
    counting: set[int] = set()
    for (one, low), (two, high) in pairwise(numbers.items()):
        if high == low + 1 and lines[two].start - lines[one].end >= _SHORTEST_PAGE:
            counting |= {one, two}
    for index in sorted(counting - {0, len(lines) - 1}):
        before, line, after = lines[index - 1 : index + 2]
        prose = min(len(before), len(after)) >= _SHORTEST_PROSE
        if prose and not _counts(text, line, after) and _is_one_sentence(text, before, after):
            yield Edge(Span(before.end, after.start - 1), "page_number")


def _counts(text: str, line: Span, after: Span) -> bool:
    """Whether the number of a line is that of a figure whose unit begins the next."""
    behind = after.of(text)[:_UNIT_BEHIND].lstrip()
    return not behind[:1].isdigit() and has_statistic(bare_form(f"{line.of(text)} {behind}"))


def _is_one_sentence(text: str, before: Span, after: Span) -> bool:
    """Whether one line goes on in the other: no full stop between, and no capital or new item."""
    following = after.of(text)
    goes_on = _GOES_ON.match(following)
    if goes_on is None or _ITEM.match(following) or before.of(text).rstrip(_CLOSING)[-1:] in _ENDS:
        return False
    return not (goes_on["letter"] or "").isupper()

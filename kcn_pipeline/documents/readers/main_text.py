"""Which lines of a web page are its article.

Belongs here: weighing lines and blocks, the title, cutting off what follows the article. Does not: taking
lines out of markup (`page_lines`).

No single method is right on portals: a readability algorithm refuses short news, or gives the whole page instead, and
structure alone takes long comments for an article. So the structure decides, and the lines that such an
algorithm keeps weigh double.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import Final

from kcn_pipeline.documents.readers.page_lines import Line, PageLines
from kcn_pipeline.reference.furniture import load_furniture
from kcn_pipeline.reference.page_parts import closing_headings

# A paragraph; menus, names and cells are shorter.
_PROSE_WORDS: Final = 6
_SHORT_LINE_WEIGHT: Final = 0.3
_VOTED_WEIGHT: Final = 2
_ARTICLE_SHARE: Final = 0.75
_MISNAMED_SHARE: Final = 0.5
_SMALL_SHARE: Final = 0.25
_TITLE_MIN_CHARACTERS: Final = 12
_TITLE_MAX_LINES_ABOVE: Final = 12
_SITE_NAME: Final = re.compile(r"\s+[-–—|»·:]\s+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_EDGE: Final = " \t*•·|>»:/-–—"


def title_of(lines: Sequence[Line], told: Iterable[str]) -> str | None:
    """The title of the article: the line of the page that the titles `told` by the markup begin or end with.

    Else the longest part of such a title, for sites put their name beside it; None where nothing is told.
    """
    titles = [" ".join(title.split()) for title in told if title and not title.isspace()]
    spoken = [title.casefold() for title in titles]
    seen = [line.text for line in lines if len(line.text) >= _TITLE_MIN_CHARACTERS]
    matching = [
        text for text in seen if any(s.startswith(text.casefold()) or s.endswith(text.casefold()) for s in spoken)
    ]
    if matching:
        return max(matching, key=len)
    heading = next((line.text for line in lines if line.heading and not line.is_link), None) if not titles else None
    return max(_SITE_NAME.split(titles[0]), key=len) if titles else heading


def article_lines(page: PageLines, voted: Container[str], title: str | None) -> list[str]:
    """The lines of the article in order, without its title.

    voted: the lines that a readability algorithm kept, as `keys_of` writes them; none where it gave up.
    """
    weights = _weights(page.lines, voted)
    start, end = _region(page, weights)
    start, end = _with_head(page.lines, weights, (start, end), title)
    end = _end_of_article(page.lines, weights, start, end)
    kept = (page.lines[at].text for at in range(start, end) if weights[at] > 0)
    return [line for line in kept if line != title and not _is_counter(line)]


def keys_of(text: str) -> set[str]:
    """The lines of a text, and the cells of its rows, with white space levelled."""
    return {" ".join(cell.split()).lstrip(_EDGE) for line in text.splitlines() for cell in (line, *line.split("|"))}


def _weights(lines: Sequence[Line], voted: Container[str]) -> list[float]:
    """How much each line speaks for an article around it; 0 for links and for parts that are none."""
    weights = [0.0 if _is_furniture(line.text) else _weight(line, voted) for line in lines]
    # Unless the whole page is a link, as where an article was wrapped in one.
    if any(weight for line, weight in zip(lines, weights, strict=True) if not line.is_link):
        weights = [0.0 if line.is_link else weight for line, weight in zip(lines, weights, strict=True)]
    held: dict[int, float] = defaultdict(float)
    for line, weight in zip(lines, weights, strict=True):
        for part in line.parts:
            held[part] += weight
    misnamed = {part for part, weight in held.items() if weight > _MISNAMED_SHARE * sum(weights)}
    return [
        0.0 if any(part not in misnamed for part in line.parts) else weight
        for line, weight in zip(lines, weights, strict=True)
    ]


def _weight(line: Line, voted: Container[str]) -> float:
    words = _WORD.findall(line.text)
    weight: float = sum(map(len, words)) or 1
    if len(words) < _PROSE_WORDS and not line.text.endswith((".", ";")):
        weight *= _SHORT_LINE_WEIGHT
    return weight * _VOTED_WEIGHT if line.text.lstrip(_EDGE) in voted else weight


def _region(page: PageLines, weights: Sequence[float]) -> tuple[int, int]:
    """The lines of the smallest block that holds nearly all the weight of the page."""
    below = [0.0, *accumulate(weights)]
    enough = _ARTICLE_SHARE * below[-1]
    blocks = [(end - start, start, end) for start, end in page.blocks if below[end] - below[start] >= enough]
    _, start, end = min(blocks, default=(0, 0, len(page.lines)))
    return start, end


def _with_head(
    lines: Sequence[Line], weights: Sequence[float], region: tuple[int, int], title: str | None
) -> tuple[int, int]:
    """The region from the title on: a summary often stands between the title and the block of the article."""
    start, end = region
    above = max(0, start - _TITLE_MAX_LINES_ABOVE)
    at = next((at for at in range(above, end) if lines[at].text == title), None)
    if at is None or sum(weights[start:at]) > _SMALL_SHARE * sum(weights[start:end]):
        return region
    return at, end


def _end_of_article(lines: Sequence[Line], weights: Sequence[float], start: int, end: int) -> int:
    """Where readers' letters begin, or a list of other articles that little follows; else the end of the region."""
    for at in range(start + 1, end):
        heading = lines[at].text.strip(_EDGE).casefold()
        if heading in closing_headings() and any(weights[start:at]):
            return at
        if heading in _wordings("related", "line") and _little_follows(weights[start:end], at - start):
            return at
    return end


def _little_follows(weights: Sequence[float], at: int) -> bool:
    return sum(weights[at:]) <= _SMALL_SHARE * sum(weights)


def _is_furniture(line: str) -> bool:
    text = line.strip(_EDGE).casefold()
    if text in _wordings("menu", "line") or text in _wordings("share", "line"):
        return True
    return _imprint().match(text) is not None


def _is_counter(line: str) -> bool:
    words, _, number = line.rpartition(":")
    return (
        words.strip(_EDGE).casefold() in _wordings("counter", "counter") and number.strip().replace(".", "").isdigit()
    )


@cache
def _imprint() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_wordings("footer", "prefix"), reverse=True))))


@cache
def _wordings(kind: str, place: str) -> frozenset[str]:
    rows = (row for row in load_furniture() if (row.kind, row.place) == (kind, place))
    return frozenset(wording.casefold().strip(_EDGE) for row in rows for wording in row.wordings)

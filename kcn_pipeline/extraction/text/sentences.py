"""Paragraphs, sentences and segments (what stands between semicolons), as ranges of tokens.

Belongs here: where one thought ends. Does not: what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.units import load_scales
from kcn_pipeline.values import value_type

_LINE: Final = re.compile(r"[^\n]+")
_SIGNS_AT_END: Final = tuple(".!?…:;")
_CLOSING: Final = "'\"”’)"
_SENTENCE_END: Final = re.compile(r"[.!?…]['\"”’)]*\s+(?P<next>[^\W_]|[“\"'(+*•–—-])")
_ABBREVIATION: Final = re.compile(r"(?:(?:^|\W)[A-ZĐ][A-ZĐa-z]?|^\d{1,2})\.$")
_ROMAN_MARK: Final = re.compile(r"[IVX]+\.")  # `III. Lao động`
_WORD_IN_FULL: Final = re.compile(
    r"(?:[^\W\d_]{3}|[^\W\d_][^\W\d_\x00-\x7f]|[^\W\d_\x00-\x7fĐ][a-z]|\d{4}|[%)])[.!?…]$"
)
_COUNT: Final = re.compile(r"\d{1,3}(?:\.\d{3})* [^\W\d_]{2}")
_MARK_CHARACTERS: Final = 12
_ABBREVIATION_CHARACTERS: Final = 4  # with the one before it
_BULLET: Final = re.compile(r"\s*(?:[-+*•–—]|\d{1,2}[.)]|[a-zđ][.)]|[IVX]+[.)])\s")
_LONGEST_TOKENS: Final = 600
_MARK_AT_MOST: Final = 3
_BULLETS: Final = frozenset("-+*•–—")
_ITEM_WORDS_AT_MOST: Final = 25
_UNIT: Final = re.compile(r"[A-ZĐ]{3}(?!\w)")  # a currency, as nothing else in capitals stands behind a scale
_PAUSES: Final = frozenset({";", ","})
_WRAPPED_LINE_CHARACTERS: Final = 60


@value_type()
class Sentence:
    """Tokens [first, last) of one sentence.

    `paragraph` counts from 0; a `heading` is a line of its own without a full stop.
    """

    first: int
    last: int
    paragraph: int
    heading: bool


def sentences(tokens: Tokens) -> list[Sentence]:
    """Every sentence with at least one token, in order."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(tokens.text)):
        bounds = [tokens.at_or_after(offset) for offset in _sentence_bounds(tokens.text, start, end)]
        heading = len(bounds) == 2 and not _ends_sentence(tokens.text[start:end])
        for begin, behind in pairwise(bounds):
            for first, last in _pieces(tokens, begin, behind):
                found.append(Sentence(first, last, number, heading))
    return found


def _ends_sentence(text: str) -> bool:
    return text.rstrip().rstrip(_CLOSING).endswith(_SIGNS_AT_END)


def _pieces(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A sentence, or pieces of one that no author wrote: of a text without full stops the cost would be quadratic."""
    while last - first > _LONGEST_TOKENS:
        limit = first + _LONGEST_TOKENS
        pauses = (at + 1 for at in range(limit - 1, limit - _LONGEST_TOKENS // 2, -1) if tokens.keys[at] in _PAUSES)
        end = next(pauses, limit)
        yield first, end
        first = end
    if first < last:
        yield first, last


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines, with the lines of a hard-wrapped paragraph joined."""
    start = end = -1
    before = ""
    for match in _LINE.finditer(text):
        line = match.group()
        if start < 0 or not _continues(before, text[end : match.start()], line):
            if start >= 0:
                yield start, end
            start = match.start()
        end, before = match.end(), line
    if start >= 0:
        yield start, end


def _continues(before: str, gap: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    if not line.strip() or _BULLET.match(line) or _ends_sentence(before):
        return False
    goes_on = line.lstrip()[0].islower()
    # A headline may be as long as the lines of wrapped text; what follows it is a whole paragraph in one line.
    longest = 2 * _WRAPPED_LINE_CHARACTERS
    wrapped = _WRAPPED_LINE_CHARACTERS <= len(before.rstrip()) < longest and len(line.strip()) < longest
    # OCR leaves blank lines inside a sentence; only a wrapped line that goes on in lower case is joined over one.
    return (goes_on and wrapped) if gap.count("\n") > 1 else (goes_on or wrapped)


def _sentence_bounds(text: str, start: int, end: int) -> Iterator[int]:
    """Where each sentence of a paragraph begins, and where the last one ends."""
    at = start
    yield at
    for match in _SENTENCE_END.finditer(text, start, end):
        goes_on = match["next"].islower() or (match["next"].isdecimal() and not _begins_with_count(text, match))
        if goes_on or _ends_abbreviated(text[at : match.start() + 1]) or _is_short_scale(text, match):
            continue
        at = match.start("next")
        yield at
    yield end


def _begins_with_count(text: str, match: re.Match[str]) -> bool:
    """`… ổn định. 6 tháng đầu năm, …`: a word in full before the stop, and a word that the number counts behind it."""
    before = text[max(match.start() - _ABBREVIATION_CHARACTERS, 0) : match.start() + 1]
    return bool(_WORD_IN_FULL.search(before) and _COUNT.match(text, match.start("next")))


def _is_short_scale(text: str, match: re.Match[str]) -> bool:
    """`12,3 tr. USD`: a scale word cut short, and its unit."""
    end = match.start() + 1
    return text.endswith(_short_scales(), 0, end) and _UNIT.match(text, match.start("next")) is not None


@cache
def _short_scales() -> tuple[str, ...]:
    return tuple(scale for scale in load_scales() if scale.endswith("."))


def _ends_abbreviated(text: str) -> bool:
    """Whether an initial, or the number of a list alone, stands before the full stop that ends `text`."""
    alone = len(text) < _MARK_CHARACTERS and _ROMAN_MARK.fullmatch(text.strip()) is not None
    return alone or _ABBREVIATION.search(text.lstrip()[-_ABBREVIATION_CHARACTERS:]) is not None


def without_mark(keys: Sequence[str]) -> Sequence[str]:
    """The keys behind a list mark: `1.`, `2)`, `(3)`."""
    mark = next((at for at, key in enumerate(keys[:_MARK_AT_MOST]) if key in {")", "."}), None)
    return keys if mark is None or NUMBER_KEY not in keys[:mark] else keys[mark + 1 :]


def is_item(tokens: Tokens, sentence: Sentence) -> bool:
    """Whether a paragraph may be an item of a list, by its first sentence: marked as one, or short."""
    keys = tokens.keys[sentence.first : sentence.first + _MARK_AT_MOST]
    marked = keys[0] in _BULLETS or ")" in keys or keys[:2] == [NUMBER_KEY, "."]
    return marked or sentence.last - sentence.first <= _ITEM_WORDS_AT_MOST

"""Numerals whose groups of thousands stand apart by a blank: `12 345 tỷ đồng`, as spreadsheets and ISO 80000 write.

Belongs here: which neighbouring numerals are one. Does not: what one numeral may mean (`numerals`).
"""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.numbers.numerals import Reading, readings
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words

_HEAD: Final = re.compile(r"[1-9][0-9]{0,2}")
_GROUP: Final = re.compile(r"[0-9]{3}")
_LAST_GROUP: Final = re.compile(r"[0-9]{3}(?:,[0-9]+)?")
_LEADING: Final = function_words("is") | function_words("passive")
_KEPT_TOGETHER: Final = frozenset("\u00a0\u2007\u202f")  # blanks that no line may break at: typed on purpose


def spaced_groups(tokens: Tokens, mentions: MentionMap, masked: Container[int]) -> dict[int, int]:
    """Where each spaced numeral ends, by the token it begins at; `masked` numerals (dates, numbers of zones) are none.

    A common blank counts only where a scale or unit follows, and where no other number is beside: in rows of tables
    neighbours are columns.
    """
    ends: dict[int, int] = {}
    for first, following in pairwise(tokens.numerals()):
        if following == first + 2 and first not in masked and _is_cut(tokens, mentions, first):
            ends[first] = following + 1
        if following > first + 1 or (last := _end(tokens, first)) - first < 2:
            continue
        if first in masked or (first and tokens.keys[first - 1] == NUMBER_KEY):
            continue
        blanks = {tokens.text[tokens.ends[at] : tokens.starts[at + 1]] for at in range(first, last - 1)}
        counted = any(mentions.starting(last, role) is not None for role in ("scale", "unit"))
        if blanks <= _KEPT_TOGETHER or (blanks <= {" "} and counted):
            ends[first] = last
    return ends


def _is_cut(tokens: Tokens, mentions: MentionMap, first: int) -> bool:
    """`đạt 31. 460 tỷ đồng`: a blank behind the point, where a verb or hedge before shows that no sentence ends."""
    last = first + 3
    if tokens.keys[first + 1] != "." or tokens.text[tokens.ends[first + 1] : tokens.starts[last - 1]] != " ":
        return False
    groups = _HEAD.fullmatch(tokens.words(first, first + 1)) and _LAST_GROUP.fullmatch(tokens.words(last - 1, last))
    led = any(mentions.ending(first, role) is not None for role in ("attain", "hedge")) or (
        tokens.keys[first - 1 : first] and tokens.keys[first - 1] in _LEADING
    )
    return bool(groups and led and any(mentions.starting(last, role) is not None for role in ("scale", "unit")))


def readings_of_groups(tokens: Tokens, first: int, last: int) -> tuple[Reading, ...]:
    """The one reading of tokens [first, last): a blank never marks decimals."""
    groups = (tokens.text[tokens.starts[at] : tokens.ends[at]] for at in range(first, last))
    return readings("".join(groups))


def _end(tokens: Tokens, first: int) -> int:
    """The token behind the groups that begin at `first`; `first + 1` where there is one alone."""
    text, last = tokens.text, first + 1
    if not _HEAD.fullmatch(text, tokens.starts[first], tokens.ends[first]):
        return last
    while last < len(tokens) and _GROUP.fullmatch(text, tokens.starts[last], tokens.ends[last]):
        last += 1
    if last < len(tokens) and _LAST_GROUP.fullmatch(text, tokens.starts[last], tokens.ends[last]):
        last += 1
    return first + 1 if tokens.keys[last : last + 1] == [NUMBER_KEY] else last

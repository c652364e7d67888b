"""Cutting damaged text into what the restorer decides on: words, numerals, breaks and what it leaves alone.

Belongs here: where a token begins and ends, and its kind. Does not: what it may stand for (`channels`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple, cast

from kcn_pipeline.cleaning.channels import dropped
from kcn_pipeline.reference.syllables import fold
from kcn_pipeline.reference.units import load_scales

TokenKind = Literal["word", "numeral", "break", "code"]

_MOST_DIGITS_IN_A_WORD: Final = 2
_NEAR_CHARACTERS: Final = 160
_STOPS: Final = r".;:!?…|"
_APART: Final = r",()\[\]{}\"“”/–—\-•*<>=+~_"
# `7,4%vé`: the sign is the number's own, though the word behind it lost its blank.
_NUMERAL: Final = (
    r"(?<![^\W_])\d+(?:[.,]\d+)*(?:%(?=[^\W\d_A-Z]{2})"
    r"|(?: ?%|ha|m2?|km2?|tr| tr(?=\.))?(?![^\W_]|[&¢€¥£@§]|[.,]\d))"
)
_BREAK: Final = rf"[{_STOPS}]|\n\s*\n"
# A number with a separator, or of several digits, keeps them before a word that lost its blank: `131,9trigu`.
_BEFORE_WORD: Final = r"(?<![^\W_])(?:\d+(?:[.,]\d+)+|\d{2,})(?=[^\W\d_A-Z]{2})"
# `KCX & CN`: between names in capitals the sign is itself, elsewhere it may be a misread letter.
_AND: Final = r"(?<=[A-ZĐ] )&(?= [A-ZĐ]{2})"
_PERCENT: Final = r"(?<![^\s;|(])%(?![^\W_])"
# `ty |é lap day`: the stroke is an l, where no cell of a table begins.
_STROKE: Final = r"(?<=[^\W\d_] )\|[^\W\d_A-ZĐ]{1,3}(?!\S)"
# `xt? ly`, `MO! VA`, `FD! Han Quoc`: the last letter was read as, or with, a sign that ends no sentence here.
_LETTER_ENDING: Final = (
    r"(?:(?:(?<=[ilrtfv])|(?<=[gkpt]h))\?(?=[ \n][\"“]?[^\W_A-ZĐ])"
    r"|(?<=[A-ZĐ][AEOU])!(?=[ \n][A-ZĐ]{2})|(?<=[ \n(][B-DF-HK-NP-TVXĐ]{2})!(?= ))?"
)
# `quy | nam`, `|. Dau tu`: the stroke is a Roman one, where no line around it is of a table.
_ROMAN: Final = (
    r"(?<=[^\W\d_] )\|(?=[.,;:)]|[ \n][^\W_A-ZĐ]| [^\W\d_]+ [IVX]{2})"
    r"|(?<![^\n])[|l]{1,3}(?=\. [^\W\d_a-z])"
)
# What a list begins its lines with, of a shape that print in English has not.
_MARK: Final = r"(?:(?:(?<=\n\n)|(?<=[.;:)]\n))[¢«»©®°€£§¥] |(?<=\n)[¢«»©®°€£§¥][*·]? (?=[A-ZĐÀ-Ỹ]))"
# The small 2 of m², which English print has not, is read as a mark.
_SQUARE: Final = r"(?<=\d )k?m[?*'’°](?![^\W_])"
_OF_SHAPES: Final = re.compile(
    rf"(?P<numeral>{_NUMERAL}|{_BEFORE_WORD})|(?P<code>{_AND}|{_PERCENT}|\d+[.,]\d\S*|[A-ZĐ]+\d\d(?![^\W_])|(?<![^\W_])k?m[23](?![^\W_]))"
    rf"|(?P<word>{_SQUARE}|{_STROKE}|{_ROMAN}|(?!{_MARK})[^\s{_STOPS}{_APART}'’‘`][^\s{_STOPS}{_APART}]*(?:\?[^\s{_STOPS}{_APART}]+)*{_LETTER_ENDING})|(?P<break>{_BREAK})"
)


@cache
def _of_letters() -> re.Pattern[str]:
    # A scale word may stand right behind its number: `200tỷ` is `200t` when damaged, which is no code.
    damages = (dropped, fold)
    scales = "|".join(sorted({damage(word) for word in load_scales() for damage in damages if word.isalpha()} - {""}))
    glued = rf"(?<![^\W_])\d+(?:[.,]\d+)*(?=(?:{scales})(?![^\W_]))"
    return re.compile(
        rf"(?P<numeral>{glued}|{_NUMERAL})|(?P<code>[^\W_]*\d[^\W_]*)|(?P<word>[^\W\d_]+)|(?P<break>{_BREAK})"
    )


class Token(NamedTuple):
    """A piece of damaged text [start, end).

    A word may be restored; a numeral keeps its digits; a break ends what words say of one another; a
    code (`QL1A`, `9001`) is neither. Commas, dashes and brackets are no tokens: words speak across them.
    """

    start: int
    end: int
    kind: TokenKind
    text: str


def tokens_of_letters(text: str, start: int, end: int) -> Iterator[Token]:
    """Tokens of text[start:end] whose letters can be trusted, though some are missing."""
    return _tokens(_of_letters(), text, start, end)


def tokens_of_shapes(text: str, start: int, end: int) -> Iterator[Token]:
    """Tokens of text[start:end] read by a recogniser: signs and single digits within a word may be letters."""
    return _tokens(_OF_SHAPES, text, start, end)


def _tokens(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Token]:
    for match in pattern.finditer(text, start, end):
        kind, wording = cast("TokenKind", match.lastgroup), match[0]
        if kind == "word" and not wording.isalpha() and sum(map(str.isdigit, wording)) > _MOST_DIGITS_IN_A_WORD:
            kind = "code"
        if wording == "|" and _parts_cells(text, match.start()):
            kind = "break"
        yield Token(*match.span(), kind, wording)


def _parts_cells(text: str, at: int) -> bool:
    """Whether a stroke has another in its line or one beside it."""
    before = text[max(at - _NEAR_CHARACTERS, 0) : at].split("\n")[-2:]
    behind = text[at + 1 : at + 1 + _NEAR_CHARACTERS].split("\n")[:2]
    return any("|" in line for line in before + behind)

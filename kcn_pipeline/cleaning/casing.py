"""Which letters of a restored word are capitals.

Belongs here: telling it from the damaged word and what stands around. Does not: what capitals say of candidates
(`capitals`), or words whose capitals are their own (`abbreviations`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kcn_pipeline.cleaning.tokens import Token
from kcn_pipeline.reference.syllables import fold

_SENTENCE_START: Final = re.compile(r"(?:^|[.!?…][\"”)]?\s+|\n\s*\n\s*)$")
_LOOK_BACK: Final = 8
_JOINED: Final = re.compile(r"(?P<first>.*?[^\W\d_A-ZĐ])(?P<second>[A-ZĐ].*)")
# Letters whose capitals differ from them in size alone, and what tells that small ones are written around a word.
_ALIKE_IN_BOTH_CASES: Final = frozenset("COSUVWXYZ")
_SMALL_BEFORE: Final = re.compile(r"[^\W\d_A-ZĐ][ \n]\Z")
_SMALL_BEHIND: Final = re.compile(r"[ \n][^\W\d_]?[^\W\d_A-ZĐ]")


def in_case(word: str, token: Token, text: str) -> str:
    """The word with the capitals of the token; where its first letter was lost or a sign, those of the sentence.

    Of two words each has the capitals of its half, where one begins within the token: `tyUSD` is tỷ USD.
    """
    joined = _JOINED.fullmatch(token.text) if " " in word else None
    if joined is None:
        return _in_case(word, token, text)
    cut = token.start + joined.start("second")
    halves = (token._replace(end=cut, text=joined["first"]), token._replace(start=cut, text=joined["second"]))
    return " ".join(_in_case(half, part, text) for half, part in zip(word.split(" "), halves, strict=True))


def _in_case(word: str, token: Token, text: str) -> str:
    first = token.text[0]
    if token.text.islower() and fold(first) == fold(word[0]):
        return word
    letters = [character for character in token.text if character.isalpha()]
    if len(letters) > 1 and 2 * sum(map(str.isupper, letters)) > len(letters):
        return word.capitalize() if _is_capital_by_shape(letters, token, text) else word.upper()
    # A capital I is how a small l prints.
    tells_case = first.isalpha() and (first != "I" or word[0] == "i")
    kept = first.lower() == word[0] or fold(first).lower() == fold(word[0]) or first.isupper()
    if tells_case and kept:
        capital = first.isupper()
    else:
        capital = bool(_SENTENCE_START.search(text[max(token.start - _LOOK_BACK, 0) : token.start]))
    return word[0].upper() + word[1:] if capital else word


def _is_capital_by_shape(letters: Sequence[str], token: Token, text: str) -> bool:
    """Whether the second of two letters is a capital only in size, and small letters stand around: `MY Tho`."""
    if len(letters) != 2 or letters[1] not in _ALIKE_IN_BOTH_CASES:
        return False
    around = _SMALL_BEFORE.search(text, max(token.start - _LOOK_BACK, 0), token.start)
    return bool(around or _SMALL_BEHIND.match(text, token.end))


def cased_like(wording: str, word: str) -> str:
    """The word with the capitals of `wording`."""
    if wording.isupper() and len(wording) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if wording[:1].isupper() else word

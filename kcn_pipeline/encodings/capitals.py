"""Small or capital letters in TCVN3, whose capitals with a tone only a font shows as such.

Belongs here: telling words in capitals. Does not: tables of letters (`readings`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_ASCII_LETTERS: Final = re.compile("[A-Za-z]")
_NEIGHBOURS: Final = 3


def in_capitals(word: str) -> bool:
    """Whether the letters of ASCII in a TCVN3 word say that it is in capitals.

    One capital at its beginning may also begin a small word; `neighbours_in_capitals` knows more.
    """
    letters = _ASCII_LETTERS.findall(word)
    if not letters or any(map(str.islower, letters)):
        return False
    return len(letters) > 1 or not word.startswith(letters[0])


def is_undecided(word: str) -> bool:
    """Whether a TCVN3 word may be in capitals or not: no letter of ASCII, or one capital that begins it."""
    letters = _ASCII_LETTERS.findall(word)
    return not letters or (len(letters) == 1 and letters[0].isupper() and word.startswith(letters[0]))


def neighbours_in_capitals(words: Sequence[str], at: int) -> bool:
    """Whether of the three words on each side one is in capitals and none in small letters."""
    around = [*words[max(at - _NEIGHBOURS, 0) : at], *words[at + 1 : at + 1 + _NEIGHBOURS]]
    told = [word for word in around if not is_undecided(word)]
    return any(map(in_capitals, told)) and all(map(in_capitals, told))

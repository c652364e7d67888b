"""One way to read characters as a legacy encoding: where its words are, and what they are in Unicode.

Belongs here: the interface, and encodings that are a table of letters. Does not: the tables (`reference`), other kinds
(`viqr`, `mojibake`), deciding which encoding is meant (`evidence`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kcn_pipeline.encodings.capitals import in_capitals
from kcn_pipeline.encodings.writing import cp1252_character
from kcn_pipeline.reference.legacy_encodings import LegacyEncoding, load_legacy_encodings

LETTER: Final = r"[^\W\d_]"
# What prints beside or between words of sound text: standing at the end of a word it says nothing about an encoding.
SIGNS: Final = frozenset("\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´¶·¸¹º»¼½¾¿‘’“”…–—‚„†‡ˆ˜‰‹›•€™")
# No letters of any language that comes with Vietnamese.
_ODD_LETTERS: Final = frozenset("µßðþÐÞ×÷ÿ")
_PLAIN, _ODD = 1.0, 2.0


@dataclass(frozen=True, slots=True)
class Decoded:
    """A word in Unicode (NFC), and how odd what stood for its letters would be in sound text: about 1 to 3 a letter."""

    text: str
    oddity: float


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One encoding: what no line in it is without, the pattern of its words, what they are.

    `decode` gives None for a word that holds what the encoding does not have.
    """

    encoding: str
    hint: re.Pattern[str]
    word: re.Pattern[str]
    decode: Callable[[str], Decoded | None]

    def letter(self, written: str) -> str:
        """What one character stands for, itself where the encoding does not have it."""
        decoded = self.decode(written)
        return decoded.text if decoded else written


def table_reading(encoding: str) -> Reading:
    """The reading of an encoding that is a table of letters, whichever of the two Western charsets it came through."""
    row = load_legacy_encodings()[encoding]
    table = _table(row)
    characters = re.escape("".join(sorted({c for one in table for c in one if not (c.isascii() and c.isalpha())})))
    hint = re.compile(f"[{characters}]")
    written = re.compile("|".join(re.escape(one) for one in sorted(table, key=len, reverse=True)) + "|.", re.DOTALL)

    def decode(word: str) -> Decoded | None:
        if word.isascii() and not hint.search(word):
            return Decoded(word, 0.0)
        pieces = written.findall(word)
        if not all(piece in table or piece.isascii() for piece in pieces):
            return None
        text = unicodedata.normalize("NFC", "".join(table.get(piece, piece) for piece in pieces))
        return Decoded(_recased(text, word) if encoding == "tcvn3" else text, _oddity(pieces))

    return Reading(encoding, hint, re.compile(f"(?:{LETTER}|[{characters}])+"), decode)


def _table(row: LegacyEncoding) -> Mapping[str, str]:
    """What is written, as cp1252 and as ISO 8859-1 show it, with the letter that is meant."""
    shown = {written: letter for letter, written in row.letters.items()}
    return shown | {"".join(map(_in_cp1252, written)): letter for written, letter in shown.items()}


def _in_cp1252(character: str) -> str:
    return cp1252_character(ord(character)) if "\x80" <= character < "\xa0" else character


def _recased(text: str, word: str) -> str:
    """In a font of capitals accented letters have the codes of small ones: the letters of ASCII tell which it is."""
    return text.upper() if in_capitals(word) else text


def _oddity(pieces: list[str]) -> float:
    total = 0.0
    for at, piece in enumerate(pieces):
        if piece.isascii():
            continue
        if len(piece) == 2 or piece in _ODD_LETTERS:
            total += _ODD
        elif piece in SIGNS or not piece.isalpha():
            followed = at + 1 < len(pieces) and pieces[at + 1].isalpha()
            total += _ODD if followed else 0.0
        else:
            misplaced = piece.isupper() and at > 0 and pieces[at - 1].islower()
            total += _ODD if misplaced else _PLAIN
    return total


@cache
def table_readings() -> tuple[Reading, ...]:
    """The readings of every encoding that is a table of letters."""
    return tuple(map(table_reading, ("tcvn3", "vni", "viscii", "cp1258")))

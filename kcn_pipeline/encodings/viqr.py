"""Reading VIQR, whose marks are punctuation typed after a letter (RFC 1456).

Belongs here: its grammar. Does not: which signs are which marks (`reference`).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from kcn_pipeline.encodings.readings import Decoded, Reading
from kcn_pipeline.encodings.spelling import is_vietnamese
from kcn_pipeline.reference.legacy_encodings import LegacyEncoding, load_legacy_encodings

_SHAPES: Final = {"\u0302": "aeo", "\u0306": "a", "\u031b": "ou"}
_VOWELS: Final = "aeiouy"
# Capitals without a vowel: no English word has two D among them.
_ABBREVIATION: Final = re.compile("(?=.*DD)[B-DF-HJ-NP-TV-XZ]+")
_SHAPE_ODDITY, _TONE_ODDITY = 2.0, 1.0
# Addresses have dots and signs behind vowels, and no accents.
_ADDRESS: Final = r"[\w.+-]{1,64}@\S*|\w{1,16}://\S*|www\.\S*"


def viqr_reading() -> Reading:
    """VIQR; of an address nothing is read, and the last signs of a word are punctuation if it makes no sense else."""
    row = load_legacy_encodings()["viqr"]
    signs = re.escape("".join(written for letter, written in row.letters.items() if letter not in "đĐ"))
    escape = re.escape(row.escape or "")
    vowels = _VOWELS + _VOWELS.upper()
    more = rf"[^\W\d_]|(?<=[{vowels}{signs}])[{signs}]|{escape}[{signs}dD]"
    word = re.compile(rf"(?:{_ADDRESS})|[^\W\d_](?:{more})*")
    letter = _letter_pattern(row, escape, signs)

    def decode(written: str) -> Decoded | None:
        if "@" in written or "/" in written:
            return None
        if not written.isascii():
            return _unescaped(written, row) if row.escape and row.escape in written else None
        if written.rstrip(row.letters["\u0323"]) in row.kept:
            return Decoded(written, 0.0)
        return _decoded(written, letter, row)

    return Reading("viqr", letter, word, decode)


def _letter_pattern(row: LegacyEncoding, escape: str, signs: str) -> re.Pattern[str]:
    tones = _class(row, set(row.letters) - set(_SHAPES) - set("đĐ"))
    shaped = "|".join(
        rf"[{vowels}{vowels.upper()}](?:{_class(row, {mark})}{tones}?|{tones}{_class(row, {mark})})"
        for mark, vowels in _SHAPES.items()
    )
    toned = rf"[{_VOWELS}{_VOWELS.upper()}]{tones}"
    return re.compile(rf"(?P<escaped>{escape}[{signs}dD])|(?P<dd>[dD][dD])|(?P<shaped>{shaped})|(?P<toned>{toned})")


def _class(row: LegacyEncoding, marks: set[str]) -> str:
    return "[" + re.escape("".join(row.letters[mark] for mark in sorted(marks))) + "]"


def _decoded(written: str, letter: re.Pattern[str], row: LegacyEncoding) -> Decoded:
    marks = {sign: mark for mark, signs in row.letters.items() if mark not in "đĐ" for sign in signs}
    signs = "".join(marks)

    def unicode_letter(match: re.Match[str]) -> str:
        if match.lastgroup == "escaped":
            return match[0][1:]
        if match.lastgroup == "dd":
            return "Đ" if match[0][0] == "D" else "đ"
        return unicodedata.normalize("NFC", match[0][0] + "".join(marks[sign] for sign in match[0][1:]))

    whole, rest = written, ""
    while True:
        text = letter.sub(unicode_letter, whole)
        if is_vietnamese(text) or whole[-1] not in signs or whole[-2:-1] == row.escape:
            break
        whole, rest = whole[:-1], whole[-1] + rest
    oddity = sum(_oddity(match, whole) for match in letter.finditer(whole))
    if is_vietnamese(text) or _ABBREVIATION.fullmatch(whole) or oddity >= _SHAPE_ODDITY:
        return Decoded(text + rest, oddity)
    # No syllable, so no sign of it is a mark for sure; whatever was escaped was escaped.
    return _unescaped(written, row)


def _unescaped(written: str, row: LegacyEncoding) -> Decoded:
    plain = re.sub(rf"{re.escape(row.escape or '')}(.)", r"\1", written)
    return Decoded(plain, _SHAPE_ODDITY if plain != written else 0.0)


def _oddity(match: re.Match[str], whole: str) -> float:
    if match.lastgroup == "shaped":
        return _SHAPE_ODDITY
    # At its end a word has punctuation more often than a tone.
    inside = match.end() < len(whole) and match.lastgroup != "escaped"
    return _TONE_ODDITY if inside else 0.0

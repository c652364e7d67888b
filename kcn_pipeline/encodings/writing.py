"""Vietnamese text as programs before Unicode wrote it: the reference tables read from Unicode outwards.

Belongs here: encoding. Does not: recognising (`evidence`) or decoding (`readings`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from kcn_pipeline.reference.legacy_encodings import load_legacy_encodings

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"


def written_in(text: str, encoding: str) -> str:
    """NFC `text` as a program shows it that does not know the encoding: bytes as characters of ISO 8859-1.

    encoding: `tcvn3`, `vni`, `viscii`, `cp1258`, `viqr` (ASCII, with backslashes where a sign is no mark) or
    `mojibake` (UTF-8 read as cp1252). Characters beyond the encoding stay as they are. In TCVN3 a capital with a
    tone is written as the small letter: only a font of capitals shows it as one. Errors: KeyError, naming it, for
    an encoding that is unknown.
    """
    composed = unicodedata.normalize("NFC", text)
    if encoding == "viqr":
        return _in_viqr(composed)
    if encoding == "mojibake":
        return "".join(c if c.isascii() else _misread(c.encode()) for c in composed)
    table = _table(encoding)
    return "".join(table.get(c, c) for c in composed)


def cp1252_character(byte: int) -> str:
    """What browsers show for one byte of cp1252: the five that it leaves empty are control characters (WHATWG)."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


@cache
def _table(encoding: str) -> Mapping[str, str]:
    letters = load_legacy_encodings()[encoding].letters
    if encoding == "tcvn3":
        return letters | {c.upper(): written for c, written in letters.items() if c.upper() not in letters}
    if encoding == "cp1258":
        return letters | _with_tones_apart(letters)
    return letters


def _with_tones_apart(letters: Mapping[str, str]) -> dict[str, str]:
    """The letters of cp1258 that take two bytes: the letter, then its tone."""
    apart = {}
    for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY":
        for tone in _TONES:
            letter = unicodedata.normalize("NFC", base + tone)
            if letter not in letters:
                apart[letter] = letters.get(base, base) + letters[tone]
    return apart


def _in_viqr(text: str) -> str:
    row = load_legacy_encodings()["viqr"]
    signs = re.escape("".join(written for letter, written in row.letters.items() if letter not in "đĐ"))
    escape = row.escape or ""
    # A sign after a letter that can bear it would be read as its mark, and two d as one letter.
    signs_after_vowels = re.compile(rf"(?<=[aeiouyAEIOUY])[{signs}]|(?<=[dD])[dD]|{re.escape(escape)}")
    escaped = signs_after_vowels.sub(lambda match: escape + match[0], text)
    return "".join(map(_viqr_letter(row.letters), _with_vowels_guarded(escaped, signs, escape)))


def _with_vowels_guarded(text: str, signs: str, escape: str) -> str:
    """The text with a backslash between a letter with marks and a sign that follows it."""
    return re.sub(rf"(?<=[^\W\d_])(?<![\x00-\x7fđĐ])[{signs}]", lambda match: escape + match[0], text)


def _viqr_letter(letters: Mapping[str, str]) -> Callable[[str], str]:
    def written(character: str) -> str:
        if character in letters:
            return letters[character]
        parts = unicodedata.normalize("NFD", character)
        if len(parts) == 1 or any(mark not in letters for mark in parts[1:]):
            return character
        # Shape before tone, whatever order Unicode has the two in.
        marks = sorted(parts[1:], key=lambda mark: mark in _TONES)
        return parts[0] + "".join(letters[mark][0] for mark in marks)

    return written


def _misread(data: bytes) -> str:
    return "".join(map(cp1252_character, data))

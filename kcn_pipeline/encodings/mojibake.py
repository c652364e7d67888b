"""Reading UTF-8 whose bytes were taken for cp1252 or ISO 8859-1, once or twice.

Belongs here: finding the bytes again. Does not: other damage, of which no byte is left.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from kcn_pipeline.encodings.readings import LETTER, Decoded, Reading
from kcn_pipeline.encodings.spelling import is_vietnamese
from kcn_pipeline.encodings.writing import cp1252_character

_ODDITY: Final = 2.0
_BYTES: Final = {shown: byte for byte in range(0x80, 0x100) for shown in (cp1252_character(byte), chr(byte))}


def _shown(first: int, last: int) -> str:
    return "[" + "".join(re.escape(c) for c, byte in _BYTES.items() if first <= byte <= last) + "]"


_NEXT: Final = _shown(0x80, 0xBF)
# Lead bytes of Unicode below U+0800, of the rest up to U+FFFF, and of the planes above (RFC 3629, section 4).
_SEQUENCE: Final = re.compile(
    f"{_shown(0xC2, 0xDF)}{_NEXT}|{_shown(0xE0, 0xEF)}{_NEXT}{{2}}|{_shown(0xF0, 0xF4)}{_NEXT}{{3}}"
)
# The second byte of à is a no-break space, which programs level to a blank, or drop at an end.
_LEVELLED: Final = re.compile("Ã (?=[^\\W\\d_])|Ã (?=[\\s.,;:!?)]|$)|Ã$")


def mojibake_reading() -> Reading:
    """UTF-8 read as cp1252 or ISO 8859-1."""
    word = re.compile(f"(?:{LETTER}|{_shown(0x80, 0xFF)}|(?<=Ã) (?=[^\\W\\d_]|[\\s.,;:!?)]|$))+")
    return Reading("mojibake", _SEQUENCE, word, _decode)


def _decode(word: str) -> Decoded | None:
    text, found = _with_sequences_read(word)
    if not found and "Ã" not in word:
        return None if not word.isascii() else Decoded(word, 0.0)
    if _SEQUENCE.search(text):
        text = _with_sequences_read(text)[0]
    return Decoded(unicodedata.normalize("NFC", _with_blanks_read(text)), _ODDITY * found)


def _with_sequences_read(text: str) -> tuple[str, int]:
    found = 0

    def read(match: re.Match[str]) -> str:
        nonlocal found
        try:
            letter = bytes(_BYTES[c] for c in match[0]).decode()
        except UnicodeDecodeError:
            return match[0]
        found += 1
        return letter

    return _SEQUENCE.sub(read, text), found


def _with_blanks_read(text: str) -> str:
    """The letter à where its second byte became a blank: within its word, or with the blank behind it gone."""
    if "Ã" not in text:
        return text
    joined = _LEVELLED.sub("à", text)
    return joined if is_vietnamese(joined) else _LEVELLED.sub("à ", text)

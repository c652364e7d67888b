"""A text as the bytes of text files, one writer a charset or encoding.

Belongs here: what happens between characters and bytes. Does not: markup (`pages`), office files, page images.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable, Mapping
from functools import partial

from kcn_pipeline.synthetic import legacy

Writer = Callable[[str], bytes]

_TONE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")


def as_cp1258(text: str) -> bytes:
    """As Windows writes Vietnamese: a letter of the code page where it has one, else the letter and its tone apart."""
    return "".join(_in_cp1258(c) for c in unicodedata.normalize("NFC", text)).encode("cp1258")


def as_decomposed(text: str) -> bytes:
    """UTF-8 with every mark apart from its letter (NFD), as Macs write file contents and names."""
    return unicodedata.normalize("NFD", text).encode()


def as_mojibake(text: str) -> bytes:
    """UTF-8 whose bytes somebody took for cp1252 and saved as UTF-8 again."""
    return "".join(map(_in_cp1252, text.encode())).encode()


UNICODE_FILES: Mapping[str, Writer] = {
    "utf-8": str.encode,
    "utf-8 with mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "utf-16 little-endian with mark": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16 big-endian with mark": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16 little-endian": lambda text: text.encode("utf-16-le"),
    "utf-16 big-endian": lambda text: text.encode("utf-16-be"),
    "cp1258": as_cp1258,
    "decomposed": as_decomposed,
    "mojibake": as_mojibake,
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
}

LEGACY_FILES: Mapping[str, Writer] = {
    "tcvn3": lambda text: legacy.encode_bytes(text, "tcvn3"),
    "vni": lambda text: legacy.encode_bytes(text, "vni"),
    "viscii": lambda text: legacy.encode_bytes(text, "viscii"),
    "viqr": lambda text: legacy.encode_bytes(text, "viqr"),
}

LEGACY_INSIDE_UNICODE: Mapping[str, Callable[[str], str]] = {
    name: partial(legacy.encode, encoding=name) for name in LEGACY_FILES
}


def _in_cp1258(character: str) -> str:
    try:
        character.encode("cp1258")
    except UnicodeEncodeError:
        marks = unicodedata.normalize("NFD", character)
        letter = unicodedata.normalize("NFC", "".join(m for m in marks if m not in _TONE_MARKS))
        return letter + "".join(m for m in marks if m in _TONE_MARKS)
    return character


def _in_cp1252(byte: int) -> str:
    # Browsers show the five bytes that cp1252 leaves empty as control characters (WHATWG Encoding, windows-1252).
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)

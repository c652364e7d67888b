"""The damages that texts arrive with.

Belongs here: functions from sound to damaged text. Does not: texts (`wordings`), assertions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

Damage = Callable[[str], str]


def without_diacritics(text: str) -> str:
    """As typed without a Vietnamese keyboard."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def with_dropped_letters(text: str) -> str:
    """As web pages that lost U+1EA0–U+1EF9, except ế and what follows đ, ư, ơ."""
    return re.sub("(?<![đươĐƯƠ])(?!ế)[\u1ea0-\u1ef9]", "", text)


def with_all_letters_dropped(text: str) -> str:
    """As web pages that lost every letter of U+1EA0–U+1EF9."""
    return re.sub("[\u1ea0-\u1ef9]", "", text)


_MISREADINGS = (("lý", "1y"), ("lí", "Iy"), ("ố", "é"), ("ồ", "é"), ("ổ", "6"), ("ộ", "6"), ("ả", "a"), ("ớ", "6"))


def as_read_by_english_ocr(text: str) -> str:
    """As an OCR for English reads a Vietnamese page: no Vietnamese letter is left, some shapes are misread."""
    for letter, read in _MISREADINGS:
        text = text.replace(letter, read)
    return without_diacritics(text)


def as_text_of_decomposed_letters(text: str) -> str:
    """As Macs and cp1258 write it: marks apart from their letters."""
    return unicodedata.normalize("NFD", text)


DAMAGES: tuple[Damage, ...] = (
    without_diacritics,
    with_dropped_letters,
    with_all_letters_dropped,
    as_read_by_english_ocr,
    as_text_of_decomposed_letters,
)

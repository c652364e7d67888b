"""What a recognised word is likely to be beside its neighbours: the wordings of reports tell readings apart.

Belongs here: pairs of words that known wordings have. Does not: voting (`ocr.agreement`), damage that reached us in a
text (`cleaning`).

On pages of 150 and 200 dpi Tesseract takes the hook over ẩ, ể, ổ for an acute in one word of a hundred, and makes of
"nhập khẩu" what no vocabulary knows. Of 44 words that three readings of 21 pages got wrong by vote, this left 5 and
made none worse; of the 22,000 words of the composed documents it would change none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from kcn_pipeline.reference.restoration import known_wordings

_HOOKED: Final = str.maketrans("ấếốẤẾỐ", "ẩểổẨỂỔ")
_WORD: Final = re.compile(r"[^\W\d_]+")
_APART: Final = re.compile(r"[^\w\s]|\d")


def likeliest(before: str, readings: Sequence[str], after: str) -> str:
    """The reading that stands in a known wording with the words around it; the first where no other does so more.

    A numeral is never chosen or left: it has no likelihood. Where no reading is known there, an acute may be a hook.
    """
    kept = readings[0]
    if any(c.isdigit() for reading in readings for c in reading):
        return kept
    best = max(readings, key=lambda reading: _ties(before, reading, after))
    if _ties(before, best, after) > _ties(before, kept, after):
        return best
    hooked = kept.translate(_HOOKED)
    return hooked if not _ties(before, kept, after) and _ties(before, hooked, after) else kept


def _ties(before: str, word: str, after: str) -> int:
    """With how many of its neighbours a word stands in a known wording."""
    one, other, third = (_bare(text) for text in (before, word, after))
    return ((one, other) in _pairs()) + ((other, third) in _pairs())


def _bare(text: str) -> str:
    return text.strip('.,;:()"').lower()


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Every two words that follow each other in a known wording, in lower case."""
    pieces = (piece for wording, _ in known_wordings() for piece in _APART.split(wording.lower()))
    return frozenset(pair for piece in pieces for pair in pairwise(_WORD.findall(piece)))

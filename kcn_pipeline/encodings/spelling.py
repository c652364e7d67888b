"""Whether letters read one way or another are Vietnamese: the measure that every encoding is judged by.

Belongs here: words against the rules of spelling. Does not: the rules (`reference.syllables`), weighing words against
each other (`evidence`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from kcn_pipeline.reference.syllables import is_syllable

_LETTERS: Final = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")


@lru_cache(maxsize=1 << 16)
def is_vietnamese(word: str) -> bool:
    """Whether all letters of `word` make syllables, each small, capital or with a capital first; false without letters.

    Names of the Central Highlands may end in k. Other characters part syllables, as in `công-ten`.
    """
    syllables = _LETTERS.findall(unicodedata.normalize("NFC", word))
    return bool(syllables) and all(map(_is_spelled, syllables))


def _is_spelled(syllable: str) -> bool:
    lower = syllable.lower()
    if syllable not in (lower, lower.upper(), lower[0].upper() + lower[1:]):
        return False
    return is_syllable(lower) or (lower.endswith("k") and is_syllable(lower[:-1] + "c"))

"""Aims that outcomes are held against: `So với mục tiêu thu hút 90 triệu USD, Ban đã thu hút 95 triệu USD`.

Belongs here: whether words of an aim or a plan open no more than their own clause. Does not: what an aim governs
(`aims`), or the plan beside an outcome (`plans`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.reference.function_words import function_words

_AGAINST: Final = function_words("set_against")
_REACHED: Final = function_words("verb_of_reaching")
_WORDS_BEFORE: Final = 2


def is_measure(first: int, last: int, at: int, keys: Sequence[str]) -> bool:
    """Whether the aim in tokens [first, last) is told as what is or was reached, its clause over before token `at`."""
    if "," not in keys[last:at]:
        return False
    against = _AGAINST.issubset(keys[max(first - _WORDS_BEFORE, 0) : first + _WORDS_BEFORE])
    return against or not _REACHED.isdisjoint(keys[max(first - 1, 0) : first])

"""The phrases that name a period, with what may stand in their open places.

Belongs here: which words are a count, a quarter, a day, a month, a year. Does not: the sense in which a period is
mentioned (`period_cues`).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from kcn_pipeline.documents.identity.lexicon import Lexicon, Slot
from kcn_pipeline.documents.skeleton import Word, keys_of
from kcn_pipeline.reference.document_cues import PeriodKind, number_words, period_phrases

_YEARS: Final = range(1990, 2060)
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@cache
def period_lexicon(tolerant: bool) -> Lexicon[PeriodKind]:
    """The kinds of period by phrase, for text of one kind."""
    return Lexicon(period_phrases(), _slots(tolerant), tolerant=tolerant, across_sentences=False)


def _slots(tolerant: bool) -> dict[str, Slot]:
    spelled = {key: n for word, n in number_words().items() for key in keys_of(word, tolerant) if key}

    def count(word: Word) -> int | None:
        number = _in(range(1, 13))(word)
        return number if number is not None else spelled.get(word.key)

    def quarter(word: Word) -> int | None:
        number = _in(range(1, 5))(word)
        return number if number is not None else _ROMAN.get(word.bare)

    return {
        "count": count,
        "quarter": quarter,
        "day": _in(range(1, 32)),
        "other_day": _in(range(1, 32)),
        "month": _in(range(1, 13)),
        "year": _in(_YEARS),
        "other_year": _in(_YEARS),
    }


def _in(allowed: range) -> Slot:
    def number(word: Word) -> int | None:
        return int(word.bare) if word.bare.isdecimal() and len(word.bare) <= 4 and int(word.bare) in allowed else None

    return number

"""How likely one syllable is after another in official reports.

Belongs here: counting the known wordings and the smoothed estimate. Does not: the wordings themselves
(`reference.restoration`) or choosing a reading (`choosing`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from math import log
from typing import Final

from kcn_pipeline.cleaning.syllables import all_syllables, old_style
from kcn_pipeline.reference.restoration import NUMERAL, known_wordings

START: Final = ""
_WORD: Final = re.compile(r"[^\W_]+")
_UNSEEN_SHARE: Final = 0.02
_BACKING_OFF: Final = 4.0
_NUMERALS_IN_A_ROW: Final = 1e-4


class LanguageModel:
    """Bigram model with Witten-Bell backing off, over lower-case syllables and the sign for a numeral.

    A pair that no wording holds gets its share from how often the second stands anywhere; a syllable
    that no wording holds, the same small share as every other that spelling allows.
    """

    def __init__(self, wordings: Iterable[tuple[str, int]]) -> None:
        single: Counter[str] = Counter()
        pairs: dict[str, Counter[str]] = defaultdict(Counter)
        for wording, occurrences in wordings:
            syllables = [old_style(s) for s in _WORD.findall(wording.lower())]
            for syllable in syllables:
                single[syllable] += occurrences
            for first, second in pairwise(syllables):
                pairs[first][second] += occurrences
        total = sum(single.values())
        self._unseen = _UNSEEN_SHARE / len(all_syllables())
        self._alone = {s: (1 - _UNSEEN_SHARE) * count / total + self._unseen for s, count in single.items()}
        self._after = {first: _Followers(seconds) for first, seconds in pairs.items()}
        self._known: dict[tuple[str, str], float] = {}

    def knows(self, syllable: str) -> bool:
        """Whether any wording holds the syllable."""
        return syllable in self._alone

    def log_probability(self, previous: str, syllable: str) -> float:
        """Natural logarithm of the probability of `syllable` after `previous`; START where no word stands before."""
        pair = (previous, syllable)
        if pair not in self._known:
            self._known[pair] = log(self._probability(previous, syllable))
        return self._known[pair]

    def _probability(self, previous: str, syllable: str) -> float:
        alone = self._alone.get(syllable, self._unseen)
        if previous == syllable == NUMERAL:
            # No wording tells that two numerals do not follow each other, for want of all that could be between.
            return alone * _NUMERALS_IN_A_ROW
        followers = self._after.get(previous)
        return followers.probability(syllable, alone) if followers else alone


class _Followers:
    """What stands after one syllable."""

    def __init__(self, counts: Counter[str]) -> None:
        self._counts = counts
        self._backing_off = _BACKING_OFF * len(counts)
        self._total = counts.total() + self._backing_off

    def probability(self, syllable: str, alone: float) -> float:
        return (self._counts[syllable] + self._backing_off * alone) / self._total


@cache
def report_language() -> LanguageModel:
    """The model of every wording that the reference files know."""
    return LanguageModel(known_wordings())

"""Comparing restored with whole text, word by word.

Belongs here: which words are the same, and counting. Does not: damaging or restoring texts (`restoration`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Levenshtein

from kcn_pipeline.reference.syllables import old_style

_WORD: Final = re.compile(r"[^\W_]+")
# Two spellings of one word, of which text without its marks does not tell which was meant.
_SPELT_TWO_WAYS: Final = {"tỉ": "tỷ"}


@dataclass(frozen=True, slots=True)
class WordScore:
    """Words of whole texts: how many, how many right, of which `damaged` had been wrong, and sound ones broken.

    right_either_way: the same with `tỉ` and `tỷ` taken for one word.
    """

    words: int = 0
    right: int = 0
    right_either_way: int = 0
    damaged: int = 0
    damaged_right: int = 0
    broken: int = 0

    def __add__(self, other: WordScore) -> WordScore:
        return WordScore(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    @property
    def wrong(self) -> int:
        """Words that are not right."""
        return self.words - self.right

    @property
    def harm(self) -> float:
        """Share of sound words broken."""
        return self.broken / max(self.words - self.damaged, 1)


def score_words(whole: str, damaged: str, restored: str) -> WordScore:
    """What became of the words of `whole`: numbers and words, without case and place of the tone mark (hòa = hoà)."""
    words = _words(whole)
    sound = _found(words, _words(damaged))
    right = _found(words, _words(restored))
    either_way = _found(_one_spelling(words), _one_spelling(_words(restored)))
    return WordScore(
        words=len(words),
        right=sum(right),
        right_either_way=sum(either_way),
        damaged=sound.count(False),
        damaged_right=sum(now and not before for before, now in zip(sound, right, strict=True)),
        broken=sum(before and not now for before, now in zip(sound, right, strict=True)),
    )


def _words(text: str) -> list[str]:
    return [old_style(word) for word in _WORD.findall(unicodedata.normalize("NFC", text).lower())]


def _one_spelling(words: list[str]) -> list[str]:
    return [_SPELT_TWO_WAYS.get(word, word) for word in words]


def _found(words: list[str], others: list[str]) -> list[bool]:
    """For each word whether the shortest edit of the two sequences keeps it."""
    found = [False] * len(words)
    for step in Levenshtein.opcodes(words, others):
        if step.tag == "equal":
            found[step.src_start : step.src_end] = [True] * (step.src_end - step.src_start)
    return found

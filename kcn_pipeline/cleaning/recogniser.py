"""The damage of an English character recogniser, as a search through a tree of syllables.

Belongs here: the tree and the search. Does not: how likely a letter is read as what (`readings`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from kcn_pipeline.cleaning.channels import Candidate
from kcn_pipeline.cleaning.readings import LONGEST_READING, Readings
from kcn_pipeline.cleaning.syllables import new_style

# Natural logarithms: how far a syllable may fall behind the best one found, and all of them behind what the
# signs of the word allow at best; and from where on nothing is explained any more.
_BEHIND_THE_BEST: Final = 7.0
_BEHIND_THE_BOUND: Final = 10.0
_HOPELESS: Final = -14.0
_NEVER: Final = float("-inf")


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    syllable: str | None = None


class EnglishRecogniser:
    """Vietnamese letters read as letters, digits and signs of English print."""

    rule = "ocr_english"

    def __init__(self, syllables: Iterable[str], readings: Readings) -> None:
        self.readings = readings
        self.root = _Node()
        for syllable in syllables:
            for spelling in {syllable, new_style(syllable)}:
                self._add(spelling, syllable)
        self.candidates = lru_cache(maxsize=1 << 14)(self._candidates)

    def _add(self, spelling: str, syllable: str) -> None:
        node = self.root
        for letter in spelling:
            node = node.children.setdefault(letter, _Node())
        node.syllable = syllable

    def _candidates(self, word: str) -> tuple[Candidate, ...]:
        # Ligatures: a recogniser prints `dﬁy` for đầy.
        search = _Search(self, unicodedata.normalize("NFKC", word))
        ranked = sorted(search.found.items(), key=lambda item: (-item[1], item[0]))
        return tuple(Candidate(syllable, score) for syllable, score in ranked if score > search.worst)


class _Search:
    """One word against all syllables, depth first; the worst score worth following rises with what was found.

    `found`: the best score of each syllable that may have been read so.
    """

    def __init__(self, recogniser: EnglishRecogniser, word: str) -> None:
        self.found: dict[str, float] = {}
        self._readings, self._word = recogniser.readings, word
        self._all_capitals = len(word) > 1 and word.isupper()
        self._steps: dict[str, list[list[tuple[int, float]]]] = {}
        self._bounds = self._bounds_of_rests()
        self.worst = max(self._bounds[0] - _BEHIND_THE_BOUND, _HOPELESS)
        self._walk(recogniser.root, {0: 0.0}, 0)

    def _bounds_of_rests(self) -> list[float]:
        """For each offset: no syllable can have its rest read as word[offset:] with a better score."""
        bounds = [0.0]
        for start in range(len(self._word) - 1, -1, -1):
            ends = range(start + 1, min(start + LONGEST_READING, len(self._word)) + 1)
            rests = (self._readings.best(self._word[start:end]) + bounds[end - start - 1] for end in ends)
            bounds.insert(0, max(rests))
        return bounds

    def _walk(self, node: _Node, reached: Mapping[int, float], depth: int) -> None:
        """`reached`: best score of having read the letters down to `node` as word[:offset], by offset."""
        whole = reached.get(len(self._word), _NEVER)
        if node.syllable is not None and whole > self.worst:
            self.found[node.syllable] = max(self.found.get(node.syllable, _NEVER), whole)
            self.worst = max(self.worst, whole - _BEHIND_THE_BEST)
        onward = [(self._onward(letter, reached, depth), child) for letter, child in node.children.items()]
        promising = [(self._promise(offsets), offsets, child) for offsets, child in onward if offsets]
        # The likeliest letter first: a good reading found early spares most of the tree.
        for promise, offsets, child in sorted(promising, key=lambda one: -one[0]):
            if promise > self.worst:
                self._walk(child, offsets, depth + 1)

    def _promise(self, offsets: Mapping[int, float]) -> float:
        return max(score + self._bounds[offset] for offset, score in offsets.items())

    def _onward(self, letter: str, reached: Mapping[int, float], depth: int) -> dict[int, float]:
        onward: dict[int, float] = {}
        for printed in self._as_printed(letter, depth):
            steps = self._steps_of(printed)
            for start, so_far in reached.items():
                for end, score in steps[start]:
                    total = so_far + score
                    if total > onward.get(end, _NEVER) and total + self._bounds[end] > self.worst:
                        onward[end] = total
        return onward

    def _as_printed(self, letter: str, depth: int) -> tuple[str, ...]:
        """Capitals are misread in other ways than small letters; a first letter read as a capital may be either."""
        if depth == 0 and not self._word[0].islower():
            return (letter.upper(), letter)
        return (letter.upper(),) if self._all_capitals else (letter,)

    def _steps_of(self, letter: str) -> list[list[tuple[int, float]]]:
        """For each offset: up to where `letter` may have been read, and the score."""
        if letter not in self._steps:
            length = len(self._word)
            self._steps[letter] = [
                [
                    (end, self._readings.score(letter, self._word[start:end]))
                    for end in range(start, min(start + LONGEST_READING, length) + 1)
                ]
                for start in range(length + 1)
            ]
        return self._steps[letter]

"""Models of damage: which syllables a damaged word may stand for, and how likely each is to have become it.

Belongs here: one class a kind of damage, all with the interface of `Channel`. Does not: which of the
candidates is meant (`ngrams.lattice`); that needs the neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple, Protocol

from kcn_pipeline.reference.provinces import load_provinces
from kcn_pipeline.reference.syllables import all_syllables, fold, is_syllable, new_style, old_style
from kcn_pipeline.reference.units import load_scales, load_units

_ALWAYS_KEPT: Final = "ếẾ"
_SHIELDS: Final = frozenset("đĐưƯơƠăĂĩĨũŨ")
_SHIELD_IGNORED: Final = -6.0
_TWO_STYLES: Final = ("oa", "oe", "uy")


class Candidate(NamedTuple):
    """A syllable, lower case, and the natural logarithm of the probability that damage makes the word of it."""

    text: str
    score: float


class Channel(Protocol):
    """One kind of damage. `rule` names it in segments."""

    rule: str

    def candidates(self, word: str) -> tuple[Candidate, ...]:
        """What `word`, in the case it stands in, may stand for, best first; empty where nothing fits."""
        ...


class DroppedLetters:
    """Letters U+1EA0 to U+1EF9 were left out, but for ế and those right after a letter of another block."""

    rule = "dropped_letters"

    def __init__(self, syllables: Iterable[str], whole: Iterable[str] = ()) -> None:
        """`whole`: what is no syllable but stands in undamaged text, as abbreviations of units."""
        self._whole = frozenset(whole)
        exact: dict[str, set[str]] = defaultdict(set)
        loose: dict[str, set[str]] = defaultdict(set)
        for syllable in syllables:
            for spelling in spellings(syllable):
                exact[dropped(spelling)].add(syllable)
                loose[dropped(spelling, shielded=False)].add(syllable)
        self._exact, self._loose = dict(exact), dict(loose)
        self.candidates = lru_cache(maxsize=1 << 14)(self._candidates)

    def _candidates(self, word: str) -> tuple[Candidate, ...]:
        lower = word.lower()
        if dropped(lower) != lower:
            # A letter stands here that this damage never leaves: the word is whole.
            return (Candidate(old_style(lower), 0.0),)
        exact = self._exact.get(lower, set())
        loose = self._loose.get(lower, set()) - exact
        return tuple(Candidate(s, 0.0) for s in sorted(exact)) + tuple(
            Candidate(s, _SHIELD_IGNORED) for s in sorted(loose)
        )

    def explains(self, word: str) -> bool:
        """Whether the word is nothing by itself but a syllable with its letters put back."""
        if word in self._whole or is_syllable(word):
            return False
        return word in self._exact and word not in self._exact[word]


class StrippedMarks:
    """Every mark was taken off; all letters are right."""

    rule = "stripped_marks"

    def __init__(self, syllables: Iterable[str]) -> None:
        marked: dict[str, list[Candidate]] = defaultdict(list)
        for syllable in sorted(syllables):
            marked[fold(syllable)].append(Candidate(syllable, 0.0))
        self._marked: Mapping[str, tuple[Candidate, ...]] = {word: tuple(found) for word, found in marked.items()}

    def candidates(self, word: str) -> tuple[Candidate, ...]:
        """Every marking of the word that is a syllable."""
        return self._marked.get(word.lower(), ())


def spellings(syllable: str) -> set[str]:
    """The syllable with its tone mark in every place where people put it."""
    # Few end so, and `new_style` takes every syllable apart to see.
    return {syllable, new_style(syllable)} if fold(syllable[-2:]) in _TWO_STYLES else {syllable}


def dropped(word: str, *, shielded: bool = True) -> str:
    """What the damage leaves of a word; not `shielded`: also letters after đ, ư and ơ are lost."""
    kept = []
    for previous, letter in zip(" " + word, word, strict=False):
        lost = "\u1ea0" <= letter <= "\u1ef9" and letter not in _ALWAYS_KEPT
        if not lost or (shielded and previous in _SHIELDS):
            kept.append(letter)
    return "".join(kept)


@cache
def all_dropped_letters() -> DroppedLetters:
    """The damage over every syllable that spelling allows, and what else provinces are named with: Đắk Lắk."""
    names = (name for row in load_provinces().values() for name in (row.name, *row.aliases))
    words = (old_style(word) for name in names for word in name.lower().split() if word.isalpha())
    return DroppedLetters({*all_syllables(), *words}, whole=[*load_units(), *load_scales()])

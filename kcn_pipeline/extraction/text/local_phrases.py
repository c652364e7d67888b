"""Looking up a handful of phrases at one place of a text.

Belongs here: small sets of wordings that are looked up only where something else was found, so that a text need not be
walked for them. Does not: the wordings of every figure (`phrase_index`, `lexicon`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kcn_pipeline.extraction.text.tokens import phrase_key

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LocalMatch(Generic[T]):
    """A phrase found at tokens [first, last)."""

    value: T
    first: int
    last: int


class LocalPhrases(Generic[T]):
    """Phrases by their first word, the longest first."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in phrases:
            key = phrase_key(phrase)
            self._by_first.setdefault(key[0], []).append((key, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._longest = max((len(words) for entries in self._by_first.values() for words, _ in entries), default=0)

    def may_begin_in(self, keys: Iterable[str]) -> bool:
        """Whether any of `keys` is the first word of a phrase."""
        return not self._by_first.keys().isdisjoint(keys)

    def at(self, keys: Sequence[str], place: int) -> LocalMatch[T] | None:
        """The longest phrase that begins at `place`."""
        if place >= len(keys):
            return None
        for words, value in self._by_first.get(keys[place], ()):
            if tuple(keys[place : place + len(words)]) == words:
                return LocalMatch(value, place, place + len(words))
        return None

    def ending(self, keys: Sequence[str], low: int, place: int) -> LocalMatch[T] | None:
        """The longest phrase that ends before `place` and begins at `low` or later."""
        for first in range(max(low, place - self._longest), place):
            for words, value in self._by_first.get(keys[first], ()):
                if len(words) == place - first and tuple(keys[first:place]) == words:
                    return LocalMatch(value, first, place)
        return None

    def within(self, keys: Sequence[str], first: int, last: int) -> Iterator[LocalMatch[T]]:
        """Every phrase inside tokens [first, last), from left to right, none inside another."""
        place = first
        while place < last:
            found = self.at(keys, place)
            if found is not None and found.last <= last:
                yield found
                place = found.last
            else:
                place += 1

"""Finding many phrases at once in a skeleton, in text that is whole, damaged or misread.

Belongs here: the tree of phrases, the open places in them (a year, a number), the longest match. Does not: what
a phrase means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from kcn_pipeline.documents.skeleton import Skeleton, Word, keys_of, misreading_distance, whole_key, words_of
from kcn_pipeline.quantities import Span

T = TypeVar("T")

Slot = Callable[[Word], int | None]
# Dropped letters leave a word as it must be left: they only rank. One letter in five may be misread, a number in an
# open place counting for four that are right.
_DROPPED_COST: Final = 1
_MISREAD_COST: Final = 100
_LETTERS_A_MISREADING: Final = 5
_LETTERS_A_NUMBER: Final = 4
_MAX_KNOWN: Final = 50_000
_PARTS: Final = re.compile(r"\{(?P<slot>\w+)\}|[^{}]+")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """Words [first, after) of a skeleton that spell a phrase of `value`, with the numbers in its open places."""

    first: int
    after: int
    value: T
    numbers: Mapping[str, int]

    def span_in(self, skeleton: Skeleton) -> Span:
        """The characters from its first word to its last."""
        return Span(skeleton.words[self.first].start, skeleton.words[self.after - 1].end)


@dataclass(slots=True)
class _Node(Generic[T]):
    """`known` caches which children a word of a text may be, each with its cost; `allowed` bounds the phrase's cost."""

    children: dict[str, _Node[T]] = field(default_factory=dict)
    slots: dict[str, _Node[T]] = field(default_factory=dict)
    known: dict[str, list[tuple[_Node[T], int]]] = field(default_factory=dict)
    value: T | None = None
    allowed: int = 0


class Lexicon(Generic[T]):
    """Phrases with their values, for text of one kind; `{name}` in a phrase is filled by `slots[name]`.

    When two phrases are spelled alike, the first one keeps the place. Misread words are looked for in tolerant
    text, unless `misread` is false. A name may hold full stops, hence go on `across_sentences`.
    Errors: KeyError for an unknown slot.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, T]],
        slots: Mapping[str, Slot],
        *,
        tolerant: bool,
        misread: bool = True,
        across_sentences: bool = True,
    ) -> None:
        self._slots, self._tolerant, self._misread = slots, tolerant, tolerant and misread
        self._across_sentences = across_sentences
        self._root: _Node[T] = _Node()
        self._readings: dict[str, set[str]] = {}
        for phrase, value in phrases:
            self._add(phrase, value)

    def at(self, skeleton: Skeleton, index: int) -> Match[T] | None:
        """The longest phrase that begins at word `index`, among equally long ones the least misread.

        None where two phrases of different value are as long and as much misread: that would be a guess.
        """
        found = [
            walk
            for walk in self._walk(self._root, skeleton.words, index, 0, {})
            if self._across_sentences or not any(map(skeleton.sentence_ends_before, range(index + 1, walk[0])))
        ]
        if not found:
            return None
        longest = max(after for after, *_ in found)
        found = [walk for walk in found if walk[0] == longest]
        cost = min(walk[1] for walk in found)
        found = [walk for walk in found if walk[1] == cost]
        _, _, value, numbers = found[0]
        if any(other[2] != value for other in found):
            return None
        return Match(index, longest, value, numbers)

    def find(self, skeleton: Skeleton) -> Iterator[Match[T]]:
        """Every phrase of the text from left to right, longest first, none overlapping the one before."""
        free_from = 0
        for index, word in enumerate(skeleton.words):
            # Hardly any word begins a phrase: a walk for each would cost most of the time.
            if index < free_from or not self._may_begin(word):
                continue
            if match := self.at(skeleton, index):
                yield match
                free_from = match.after

    def _may_begin(self, word: Word) -> bool:
        if self._children(self._root, word.key):
            return True
        return any(self._slots[slot](word) is not None for slot in self._root.slots)

    def _add(self, phrase: str, value: T) -> None:
        nodes, letters = [self._root], 0
        for part in _PARTS.finditer(phrase):
            if slot := part["slot"]:
                self._slots[slot]
                nodes = [node.slots.setdefault(slot, _Node()) for node in nodes]
                letters += _LETTERS_A_NUMBER
                continue
            for word in words_of(part[0], self._tolerant):
                whole, keys = whole_key(word, self._tolerant), keys_of(word, self._tolerant)
                letters += len(whole)
                for key in keys:
                    self._readings.setdefault(key, set()).add(whole)
                grown = [node.children.setdefault(whole, _Node()) for node in nodes]
                # An empty key: damage may take the whole word, so the phrase also goes on without it.
                nodes = [*nodes, *grown] if "" in keys else grown
        for node in nodes:
            if node is not self._root and node.value is None:
                node.value = value
                node.allowed = (letters // _LETTERS_A_MISREADING + 1) * _MISREAD_COST - 1

    def _walk(
        self, node: _Node[T], words: tuple[Word, ...], index: int, cost: int, numbers: dict[str, int]
    ) -> Iterator[tuple[int, int, T, dict[str, int]]]:
        if node.value is not None and cost <= node.allowed:
            yield index, cost, node.value, numbers
        if index == len(words):
            return
        word = words[index]
        for child, distance in self._children(node, word.key):
            yield from self._walk(child, words, index + 1, cost + distance, numbers)
        for slot, child in node.slots.items():
            number = self._slots[slot](word)
            if number is not None:
                yield from self._walk(child, words, index + 1, cost, {**numbers, slot: number})

    def _children(self, node: _Node[T], key: str) -> list[tuple[_Node[T], int]]:
        if key not in node.known:
            if len(node.known) >= _MAX_KNOWN:
                node.known.clear()
            node.known[key] = self._readings_at(node, key)
        return node.known[key]

    def _readings_at(self, node: _Node[T], key: str) -> list[tuple[_Node[T], int]]:
        readings = self._readings.get(key, ())
        spelled = [(node.children[w], _DROPPED_COST * (w != key)) for w in readings if w in node.children]
        if spelled or not self._misread:
            return spelled
        near = ((child, misreading_distance(key, known)) for known, child in node.children.items())
        return [(child, distance * _MISREAD_COST) for child, distance in near if distance is not None]

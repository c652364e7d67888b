"""Finding phrases over tokens: one walk over the text gives the longest phrase of every role.

Belongs here: the index and its matches. Does not: which phrases exist (`lexicon`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens, phrase_key


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase found at tokens [first, last): the role it plays there, and what it stands for."""

    role: str
    value: Any
    first: int
    last: int


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    entries: list[tuple[str, Any]] = field(default_factory=list)


class PhraseIndex:
    """A trie over token keys. Within one role only the longest match at a place counts."""

    def __init__(self, entries: Iterable[tuple[str, str, Any]]) -> None:
        """Build from (phrase, role, value). Errors: ValueError for a phrase without a word."""
        self._root = _Node()
        for phrase, role, value in entries:
            keys = phrase_key(phrase)
            if not keys:
                raise ValueError(f"phrase {phrase!r} of role {role} has no word")
            node = self._root
            for key in keys:
                node = node.next.setdefault(key, _Node())
            node.entries.append((role, value))

    def mentions(self, tokens: Tokens) -> list[Mention]:
        """Every mention, in the order of the text; a match inside a longer one of its role is left out."""
        found: list[Mention] = []
        reach: dict[str, int] = {}
        for first, key in enumerate(tokens.keys):
            node = self._root.next.get(key if key != NUMBER_KEY else tokens.literal(first))
            if node is None:
                continue
            for role, (last, values) in self._longest(tokens, first, node).items():
                if last > reach.get(role, 0):
                    reach[role] = last
                    found += [Mention(role, value, first, last) for value in values]
        return found

    @staticmethod
    def _longest(tokens: Tokens, first: int, node: _Node) -> dict[str, tuple[int, list[Any]]]:
        """For each role the end and the values of its longest match from `first` on."""
        best: dict[str, tuple[int, list[Any]]] = {}
        last = first + 1
        while True:
            ending: dict[str, list[Any]] = {}
            for role, value in node.entries:
                ending.setdefault(role, []).append(value)
            for role, values in ending.items():
                best[role] = (last, values)
            if last >= len(tokens.keys) or (following := node.next.get(tokens.literal(last))) is None:
                return best
            node, last = following, last + 1

"""Finding phrases over tokens: one walk over the text gives the longest phrase of every role.

Belongs here: the index and its matches. Does not: which phrases exist (`lexicon`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeAlias

from kcn_pipeline.extraction.tokens import NUMBER_KEY, Tokens, phrase_key


@dataclass(slots=True, unsafe_hash=True)  # a frozen one takes three times as long to make, and there are many
class Mention:
    """A phrase found at tokens [first, last): the role it plays there, and what it stands for. Never altered."""

    role: str
    value: Any
    first: int
    last: int


_Slot: TypeAlias = tuple[str, Hashable]


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    entries: dict[_Slot, list[Any]] = field(default_factory=dict)


class PhraseIndex:
    """A trie over token keys. Within one role and kind only the longest match at a place counts."""

    def __init__(
        self,
        entries: Iterable[tuple[str, str, Any]],
        interposed: str | None = None,
        hosts: Collection[str] = (),
        kind_of: Callable[[str, Any], Hashable] = lambda *_: None,
    ) -> None:
        """Build from (phrase, role, value). Errors: ValueError for a phrase without a word.

        A longer match hides a shorter one of its role and of the same kind, as `kind_of` tells from role and value.
        Phrases of the role `interposed` may stand between the words of the roles `hosts` (`vốn FDI cấp mới`); of
        them, one that begins inside another is none.
        """
        self._root, self._interposed_root = _Node(), _Node()
        self._interposed, self._hosts = interposed, frozenset(hosts)
        for phrase, role, value in entries:
            keys = phrase_key(phrase)
            if not keys:
                raise ValueError(f"phrase {phrase!r} of role {role} has no word")
            _insert(self._root, keys, (role, kind_of(role, value)), value)
            if role == interposed:
                _insert(self._interposed_root, keys, (role, None), value)

    def mentions(self, tokens: Tokens) -> list[Mention]:
        """Every mention, in the order of the text; a match inside a longer one of its role is left out."""
        found: list[Mention] = []
        reach: dict[_Slot, int] = {}
        keys = [key if key != NUMBER_KEY else tokens.literal(at) for at, key in enumerate(tokens.keys)]
        starts, interposed = self._root.next, self._interposed_root.next
        for first, (key, following) in enumerate(pairwise([*keys, ""])):
            node = starts.get(key)
            if node is None:
                continue
            # Most words open a phrase that the next word does not go on with.
            if following in node.next or following in interposed:
                longest = self._longest(keys, first, node)
            else:
                longest = {slot: (first + 1, values) for slot, values in node.entries.items()}
            for slot, (last, values) in longest.items():
                before = reach.get(slot, 0)
                if last > before and not (slot[0] == self._interposed and first < before):
                    reach[slot] = last
                    found += [Mention(slot[0], value, first, last) for value in values]
        return found

    def _longest(self, keys: Sequence[str], first: int, node: _Node) -> dict[_Slot, tuple[int, Sequence[Any]]]:
        """For each role and kind the end and the values of its longest match from `first` on."""
        best: dict[_Slot, tuple[int, Sequence[Any]]] = {}
        waiting = [(node, first + 1, False)]
        end, interposed = len(keys), self._interposed_root.next
        while waiting:
            node, last, broken = waiting.pop()
            while True:
                for slot, values in node.entries.items():
                    if (slot not in best or last > best[slot][0]) and not (broken and slot[0] not in self._hosts):
                        best[slot] = (last, values)
                if last >= end:
                    break
                key = keys[last]
                if key in interposed and node.next:
                    after = self._after_interposed(keys, last)
                    if after < end and keys[after] in node.next:
                        waiting.append((node.next[keys[after]], after + 1, True))
                if key not in node.next:
                    break
                node, last = node.next[key], last + 1
        return best

    def _after_interposed(self, keys: Sequence[str], at: int) -> int:
        """Where the longest interposed phrase that starts at `at` ends; `at` itself without one."""
        end, node = at, self._interposed_root
        for place in range(at, len(keys)):
            following = node.next.get(keys[place])
            if following is None:
                break
            node = following
            if node.entries:
                end = place + 1
        return end


def _insert(root: _Node, keys: Sequence[str], slot: _Slot, value: Any) -> None:
    node = root
    for key in keys:
        node = node.next.setdefault(key, _Node())
    node.entries.setdefault(slot, []).append(value)

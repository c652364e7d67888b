"""Finding phrases over tokens: one walk over the text gives the longest phrase of every role.

Belongs here: the index and its matches. Does not: which phrases exist (`lexicon`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, Final

from kcn_pipeline.extraction.text.tokens import Tokens, phrase_key


@dataclass(slots=True, unsafe_hash=True)  # a frozen one takes three times as long to make, and there are many
class Mention:
    """A phrase found at tokens [first, last): the role it plays there, and what it stands for. Never altered."""

    role: str
    value: Any
    first: int
    last: int


@dataclass(slots=True)
class _Entry:
    """What one phrase stands for in one role. `slot` numbers role and kind: matches of one slot hide each other.

    `is_hosting`: another phrase may stand between the words. `is_interposed`: it is such another phrase.
    """

    slot: int
    role: str
    is_hosting: bool
    is_interposed: bool
    values: list[Any] = field(default_factory=list)


_Longest = Iterable[tuple[_Entry, int]]
"""For each slot its longest match at a place, and how many tokens that has."""


@dataclass(slots=True)
class _Node:
    """Where words lead: what they may go on with, the phrases that end here, and the longest matches of all of them."""

    next: dict[str, _Node] = field(default_factory=dict)
    entries: list[_Entry] = field(default_factory=list)
    longest: _Longest = ()


_END: Final = ""
"""Stands behind the last key of a text; no word has it."""


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
        self._slots: dict[tuple[str, Hashable], int] = {}
        for phrase, role, value in entries:
            keys = phrase_key(phrase)
            if not keys:
                raise ValueError(f"phrase {phrase!r} of role {role} has no word")
            slot = self._slots.setdefault((role, kind_of(role, value)), len(self._slots))
            entry = _Entry(slot, role, role in hosts, role == interposed)
            _insert(self._root, keys, entry, value)
            if role == interposed:
                _insert(self._interposed_root, keys, entry, value)
        _tell_longest(self._root, {}, 0)

    def mentions(self, tokens: Tokens) -> list[Mention]:
        """Every mention, in the order of the text; a match inside a longer one of its role is left out."""
        found: list[Mention] = []
        take, reach = found.append, [0] * len(self._slots)
        keys = [*tokens.literals(), _END]
        starts, interposed = self._root.next, self._interposed_root.next
        for first, (key, following) in enumerate(pairwise(keys)):
            node = starts.get(key)
            if node is None:
                continue
            # Most words open a phrase that the next word does not go on with.
            if following in node.next or following in interposed:
                longest = self._longest(keys, first, node)
            else:
                longest = node.longest
            for entry, length in longest:
                slot, last = entry.slot, first + length
                if last > (before := reach[slot]) and not (entry.is_interposed and first < before):
                    reach[slot], role = last, entry.role
                    for value in entry.values:
                        take(Mention(role, value, first, last))
        return found

    def _longest(self, keys: Sequence[str], first: int, node: _Node) -> _Longest:
        """The longest matches from `first` on; `keys` close with `_END`."""
        best: dict[int, tuple[_Entry, int]] | None = None
        waiting: list[tuple[_Node, int]] = []
        interposed, last = self._interposed_root.next, first + 1
        while True:
            for entry in node.entries if best is not None else ():
                if best is not None and entry.is_hosting and last - first > best.get(entry.slot, (entry, 0))[1]:
                    best[entry.slot] = (entry, last - first)
            if following := node.next:
                key = keys[last]
                if key in interposed:
                    after = self._after_interposed(keys, last)
                    if keys[after] in following:
                        waiting.append((following[keys[after]], after + 1))
                if key in following:
                    node, last = following[key], last + 1
                    continue
            if not waiting:
                return node.longest if best is None else best.values()
            # The way without an interposed phrase goes first, and ever further.
            if best is None:
                best = {entry.slot: (entry, length) for entry, length in node.longest}
            node, last = waiting.pop()

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


def _tell_longest(node: _Node, before: Mapping[int, tuple[_Entry, int]], length: int) -> None:
    """Sum up the phrases on the way to each node below `node`, which `length` words lead to."""
    best = {**before, **{entry.slot: (entry, length) for entry in node.entries}}
    node.longest = tuple(best.values())
    for following in node.next.values():
        _tell_longest(following, best, length + 1)


def _insert(root: _Node, keys: Sequence[str], entry: _Entry, value: Any) -> None:
    node = root
    for key in keys:
        node = node.next.setdefault(key, _Node())
    known = next((other for other in node.entries if other.slot == entry.slot), None)
    if known is None:
        known = replace(entry, values=[])
        node.entries.append(known)
    known.values.append(value)

"""Mentions by the token they start and end at.

Belongs here: looking at the neighbours of a figure. Does not: finding mentions (`phrase_index`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Generic, TypeVar

from kcn_pipeline.extraction.text.phrase_index import Mention

T = TypeVar("T")


class _Places(dict[str, dict[int, T]], Generic[T]):
    """What stands at a token, by role; the mentions of a role are sorted out when it is first asked for."""

    def __init__(
        self, by_role: Mapping[str, Sequence[Mention]], sort_out: Callable[[Sequence[Mention]], dict[int, T]]
    ) -> None:
        super().__init__()
        self._by_role, self._sort_out = by_role, sort_out

    def __missing__(self, role: str) -> dict[int, T]:
        places = self[role] = self._sort_out(self._by_role.get(role, ()))
        return places


class MentionMap:
    """Mentions by the token they start and end at, for looking at the neighbours of a figure.

    Its lists are shared: whoever wants to change one copies it.
    """

    __slots__ = ("_all", "_all_ending", "_all_starting", "_by_role", "_ending", "_of_any", "_starting", "mentions")

    def __init__(self, mentions: Sequence[Mention]) -> None:
        """`mentions` are in the order of the text."""
        self.mentions = self._all = mentions
        self._by_role = _by_role(mentions)
        self._of_any: dict[tuple[str, tuple[str, ...]], Sequence[Mention]] = {}
        # Of several at one place the first counts, for which no list need be made.
        self._starting = _Places(self._by_role, lambda found: {m.first: m for m in reversed(found)})
        self._ending = _Places(self._by_role, lambda found: {m.last: m for m in reversed(found)})
        self._all_starting = _Places(self._by_role, lambda found: _by_place(found, attrgetter("first")))
        self._all_ending = _Places(self._by_role, lambda found: _by_place(found, attrgetter("last")))

    def within(self, mentions: Sequence[Mention]) -> MentionMap:
        """The same map for one sentence, whose own mentions are `mentions`."""
        view = MentionMap.__new__(MentionMap)
        view.mentions, view._by_role, view._of_any = mentions, _by_role(mentions), {}
        view._all, view._starting, view._ending = self._all, self._starting, self._ending
        view._all_starting, view._all_ending = self._all_starting, self._all_ending
        return view

    def at(self, token: int) -> list[Mention]:
        """Every mention that starts at `token`."""
        first = bisect_left(self._all, token, key=lambda m: m.first)
        return list(self._all[first : bisect_right(self._all, token, lo=first, key=lambda m: m.first)])

    def of(self, role: str, *others: str) -> Sequence[Mention]:
        """The mentions of any of the roles, in the order of the text."""
        if not others:
            return self._by_role.get(role, ())
        found = self._of_any.get((role, others))
        if found is None:
            there = self._by_role.keys() & {role, *others}
            if len(there) > 1:
                found = [m for m in self.mentions if m.role in there]
            else:
                found = self._by_role[there.pop()] if there else ()
            self._of_any[role, others] = found
        return found

    def starting(self, token: int, role: str) -> Mention | None:
        """The mention of `role` that starts at `token`."""
        return self._starting[role].get(token)

    def by_start(self, role: str) -> Mapping[int, list[Mention]]:
        """Every mention of `role` by the token it starts at, for whoever asks at many tokens."""
        return self._all_starting[role]

    def by_end(self, role: str) -> Mapping[int, list[Mention]]:
        """Every mention of `role` by the token it ends before."""
        return self._all_ending[role]

    def all_starting(self, token: int, role: str) -> list[Mention]:
        """Every mention of `role` that starts at `token`."""
        return self._all_starting[role].get(token) or []

    def all_ending(self, token: int, role: str) -> list[Mention]:
        """Every mention of `role` that ends before `token`."""
        return self._all_ending[role].get(token) or []

    def ending(self, token: int, role: str) -> Mention | None:
        """The longest mention of `role` that ends before `token`."""
        return self._ending[role].get(token)


def _by_role(mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.role].append(mention)
    return groups


def _by_place(mentions: Sequence[Mention], place: Callable[[Mention], int]) -> dict[int, list[Mention]]:
    groups: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[place(mention)].append(mention)
    return groups

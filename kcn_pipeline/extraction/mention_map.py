"""Mentions by the token they start and end at.

Belongs here: looking at the neighbours of a figure. Does not: finding mentions (`phrase_index`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

from kcn_pipeline.extraction.phrase_index import Mention


class _Places(dict[str, dict[int, list[Mention]]]):
    """Mentions by role, then by a token; those of a role are sorted out when it is first asked for."""

    def __init__(self, by_role: Mapping[str, Sequence[Mention]], token: Callable[[Mention], int]) -> None:
        super().__init__()
        self._by_role, self._token = by_role, token

    def __missing__(self, role: str) -> dict[int, list[Mention]]:
        places: dict[int, list[Mention]] = {}
        for mention in self._by_role.get(role, ()):
            places.setdefault(self._token(mention), []).append(mention)
        self[role] = places
        return places


class MentionMap:
    """Mentions by the token they start and end at, for looking at the neighbours of a figure.

    Its lists are shared: whoever wants to change one copies it.
    """

    __slots__ = ("_all", "_by_role", "_ending", "_of_any", "_starting", "mentions")

    def __init__(self, mentions: Sequence[Mention]) -> None:
        """`mentions` are in the order of the text."""
        self.mentions = self._all = mentions
        self._by_role: dict[str, list[Mention]] | None = _sorted_out(mentions)
        self._of_any: dict[tuple[str, ...], Sequence[Mention]] = {}
        self._starting = _Places(self._by_role, attrgetter("first"))
        self._ending = _Places(self._by_role, attrgetter("last"))

    def within(self, mentions: Sequence[Mention]) -> MentionMap:
        """The same map for one sentence, whose own mentions are `mentions`."""
        view = MentionMap.__new__(MentionMap)
        view.mentions, view._by_role, view._of_any = mentions, None, {}
        view._all, view._starting, view._ending = self._all, self._starting, self._ending
        return view

    def at(self, token: int) -> list[Mention]:
        """Every mention that starts at `token`."""
        first = bisect_left(self._all, token, key=lambda m: m.first)
        return list(self._all[first : bisect_right(self._all, token, lo=first, key=lambda m: m.first)])

    def of(self, *roles: str) -> Sequence[Mention]:
        """The mentions of any of `roles`, in the order of the text."""
        by_role = self._by_role
        if by_role is None:
            by_role = self._by_role = _sorted_out(self.mentions)
        if len(roles) == 1:
            return by_role.get(roles[0], ())
        found = self._of_any.get(roles)
        if found is None:
            there = by_role.keys() & roles
            found = self._of_any[roles] = [m for m in self.mentions if m.role in there] if there else ()
        return found

    def starting(self, token: int, role: str) -> Mention | None:
        """The mention of `role` that starts at `token`."""
        found = self._starting[role].get(token)
        return found[0] if found else None

    def all_starting(self, token: int, role: str) -> list[Mention]:
        """Every mention of `role` that starts at `token`."""
        return self._starting[role].get(token) or []

    def all_ending(self, token: int, role: str) -> list[Mention]:
        """Every mention of `role` that ends before `token`."""
        return self._ending[role].get(token) or []

    def ending(self, token: int, role: str) -> Mention | None:
        """The longest mention of `role` that ends before `token`."""
        found = self._ending[role].get(token)
        return found[0] if found else None


def _sorted_out(mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    by_role: dict[str, list[Mention]] = {}
    for mention in mentions:
        if (same := by_role.get(mention.role)) is None:
            by_role[mention.role] = [mention]
        else:
            same.append(mention)
    return by_role

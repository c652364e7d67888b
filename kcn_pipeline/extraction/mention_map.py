"""Mentions by the token they start and end at.

Belongs here: looking at the neighbours of a figure. Does not: finding mentions (`phrase_index`).
"""

from __future__ import annotations

from collections.abc import Sequence

from kcn_pipeline.extraction.phrase_index import Mention


class MentionMap:
    """Mentions by the token they start and end at, for looking at the neighbours of a figure."""

    __slots__ = ("_ending", "_starting", "mentions")

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self._starting: dict[int, list[Mention]] = {}
        self._ending: dict[int, list[Mention]] = {}
        for mention in mentions:
            self._starting.setdefault(mention.first, []).append(mention)
            self._ending.setdefault(mention.last, []).append(mention)

    def within(self, mentions: Sequence[Mention]) -> MentionMap:
        """The same map for one sentence, whose own mentions are `mentions`."""
        view = MentionMap.__new__(MentionMap)
        view.mentions, view._starting, view._ending = mentions, self._starting, self._ending
        return view

    def at(self, token: int) -> list[Mention]:
        """Every mention that starts at `token`."""
        return self._starting.get(token, [])

    def starting(self, token: int, role: str) -> Mention | None:
        """The mention of `role` that starts at `token`."""
        return next((m for m in self._starting.get(token, ()) if m.role == role), None)

    def all_starting(self, token: int, role: str) -> list[Mention]:
        """Every mention of `role` that starts at `token`."""
        return [m for m in self._starting.get(token, ()) if m.role == role]

    def all_ending(self, token: int, role: str) -> list[Mention]:
        """Every mention of `role` that ends before `token`."""
        return [m for m in self._ending.get(token, ()) if m.role == role]

    def ending(self, token: int, role: str) -> Mention | None:
        """The longest mention of `role` that ends before `token`."""
        return min(self.all_ending(token, role), key=lambda m: m.first, default=None)

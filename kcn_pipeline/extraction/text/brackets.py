"""What stands in brackets: an aside that says nothing of what follows it.

Belongs here: telling asides from the sentence around them. Does not: what an aside says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence


class Asides:
    """The brackets of one sentence that close again; those before its first figure open it, and are no asides."""

    __slots__ = ("ranges",)

    def __init__(self, keys: Sequence[str], first: int, last: int, first_figure: int) -> None:
        """Of tokens [first, last), where the first figure begins at token `first_figure`."""
        self.ranges = [(start, end) for start, end in _pairs(keys, first, last) if end > first_figure]

    def __bool__(self) -> bool:
        return bool(self.ranges)

    def hides(self, at: int, place: int) -> bool:
        """Whether token `at` stands in an aside that has closed before token `place`."""
        return bool(self.ranges) and any(start < at < end <= place for start, end in self.ranges)

    def around(self, at: int) -> tuple[int, int] | None:
        """Tokens of the brackets of the innermost aside that holds token `at`."""
        if not self.ranges:
            return None
        holding = [(start, end) for start, end in self.ranges if start < at < end]
        return max(holding, default=None)

    def near(self, at: int, reach: int) -> tuple[int, int] | None:
        """Tokens of the brackets of an aside that opens at most `reach` tokens after token `at`."""
        if not self.ranges:
            return None
        return next(((start, end) for start, end in self.ranges if at <= start <= at + reach), None)

    def end_of(self, at: int) -> int | None:
        """After the aside that token `at` opens; None where it opens none."""
        if not self.ranges:
            return None
        return next((end + 1 for start, end in self.ranges if start == at), None)


def _pairs(keys: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Tokens of brackets that open and close."""
    if "(" not in keys[first:last]:
        return
    opened: list[int] = []
    for at in range(first, last):
        if keys[at] == "(":
            opened.append(at)
        elif keys[at] == ")" and opened:
            yield opened.pop(), at


def without_asides(keys: Sequence[str]) -> list[str]:
    """Token keys without those in brackets that close again."""
    kept: list[str] = []
    opened: list[int] = []
    for key in keys:
        if key == "(":
            opened.append(len(kept))
        if key == ")" and opened:
            del kept[opened.pop() :]
        else:
            kept.append(key)
    return kept


def in_closed_aside(keys: Sequence[str]) -> bool:
    """Whether the place before `keys` lies in brackets that close within them."""
    return ")" in keys and ")" in without_asides(keys)


def alone_in_brackets(keys: Sequence[str], first: int, last: int) -> bool:
    """Whether tokens [first, last) are all that stands in their brackets."""
    return keys[first - 1 : first] == ["("] and keys[last : last + 1] == [")"]

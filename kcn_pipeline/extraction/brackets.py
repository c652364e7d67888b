"""What stands in brackets: an aside that says nothing of what follows it.

Belongs here: telling asides from the sentence around them. Does not: what an aside says.
"""

from __future__ import annotations

from collections.abc import Sequence


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
    return ")" in without_asides(keys)

"""Numbers in words: `mười bốn`, `một vạn hai nghìn`, `hai trăm linh năm`, `hai lần rưỡi`'s `hai`.

Belongs here: reading a run of number words. Does not: deciding whether the run counts anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.units import NumberWord, load_number_words

_LARGE: Final = 1000  # from here on a multiplier closes its group: hai nghìn | ba trăm


@dataclass(frozen=True, slots=True)
class WordedNumber:
    """Tokens [first, last) that spell out `value`."""

    first: int
    last: int
    value: int


def worded_numbers(tokens: Tokens) -> Iterator[WordedNumber]:
    """Every longest run of number words that reads as a number."""
    words = load_number_words()
    keys, end = tokens.keys, 0
    for first in tokens.indices(words.keys()):
        if first < end:
            continue
        end = first + 1
        while end < len(keys) and keys[end] in words and not _begins_anew(words[keys[end - 1]], words[keys[end]]):
            end += 1
        if (value := number_of([words[key] for key in keys[first:end]])) is not None:
            yield WordedNumber(first, end, value)


def _begins_anew(before: NumberWord, word: NumberWord) -> bool:
    """`trong năm một dự án`: a digit right behind a digit is of another number, the first no number at all."""
    return before.kind == "digit" and word.kind in {"digit", "ten"}


def number_of(words: Sequence[NumberWord]) -> int | None:
    """The number that a run of words spells; None where it begins with no digit or ten."""
    if not words or words[0].kind not in {"digit", "ten"}:
        return None
    total = group = 0
    last_multiplier = 1
    for word in words:
        match word.kind:
            case "digit" | "tail" | "ten":
                group += word.value
            case "times" if word.value < _LARGE:
                group = group * word.value if word.value > 10 else group // 10 * 10 + group % 10 * word.value
                last_multiplier = word.value
            case "times":
                total, group, last_multiplier = total + group * word.value, 0, word.value
            case "half":
                total += last_multiplier // 2
            case "joint":
                pass
    return total + group

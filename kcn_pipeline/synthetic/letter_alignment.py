"""Which letter of a printed word was read as which signs, learned from many words by repeated minimal alignment.

Belongs here: pairing words of a page, then letters of words. Does not: where pages and readings come from
(`channel_training`).
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from math import inf, log
from typing import Final

from rapidfuzz.distance import Levenshtein

from kcn_pipeline.reference.syllables import fold

Pairs = Mapping[tuple[str, str], int]
ReadingsOfLetters = dict[str, Counter[str]]

LONGEST_READING: Final = 3
_ROUNDS: Final = 4
# Words farther apart than this share of their letters are no reading of one another: the page was cut differently.
_MOST_APART: Final = 0.6
_LEAST_APART: Final = 2
_OUTER_SIGNS: Final = "\"“”‘’'`()[]{},.;:!?…|*•-–—_~"
# What a reading costs before any was counted, in nats: another letter, nothing, each sign beyond the first.
_OTHER_MARKS, _OTHER_LETTER, _NOTHING, _FURTHER_SIGN = 0.3, 1.0, 1.2, 1.3
_UNSEEN: Final = 0.02


def word_pairs(printed: str, read: str) -> Iterator[tuple[str, str]]:
    """The words of a page, NFC, with what was read where each stood, without outer punctuation.

    The page and its reading are aligned as a whole by their bare letters; words between two blanks that both have are a
    pair. What was read as two words, or two as one, is left out.
    """
    one, two = (" ".join(unicodedata.normalize("NFC", text).split()) for text in (printed, read))
    start_one = start_two = 0
    for at_one, at_two in [*_common_blanks(one, two), (len(one), len(two))]:
        word, reading = one[start_one:at_one], two[start_two:at_two].strip(_OUTER_SIGNS)
        start_one, start_two = at_one + 1, at_two + 1
        word = word.strip(_OUTER_SIGNS)
        if word.isalpha() and reading and " " not in reading and _near(word, reading):
            yield word, reading


def _common_blanks(one: str, two: str) -> Iterator[tuple[int, int]]:
    for operation in Levenshtein.opcodes(fold(one).lower(), fold(two).lower()):
        if operation.tag == "equal":
            shift = operation.dest_start - operation.src_start
            yield from ((at, at + shift) for at in range(operation.src_start, operation.src_end) if one[at] == " ")


def _near(word: str, reading: str) -> bool:
    distance = Levenshtein.distance(fold(word).lower(), fold(reading).lower())
    return distance <= max(_LEAST_APART, _MOST_APART * len(word))


def count_readings(pairs: Pairs) -> ReadingsOfLetters:
    """How often each letter was read as what, '' for nothing, in words paired with their readings and numbered."""
    cost: Callable[[str, str], float] = _first_cost
    counted: ReadingsOfLetters = {}
    for _ in range(_ROUNDS):
        counted = defaultdict(Counter)
        for (word, reading), number in pairs.items():
            for letter, piece in _aligned(word, reading, cost):
                counted[letter][piece] += number
        cost = _cost_of(counted)
    return dict(counted)


def _first_cost(letter: str, piece: str) -> float:
    if piece == letter:
        return 0.0
    if not piece:
        return _NOTHING
    if len(piece) > 1:
        return _OTHER_LETTER + _FURTHER_SIGN * (len(piece) - 1)
    return _OTHER_MARKS if fold(piece).lower() == fold(letter).lower() else _OTHER_LETTER


def _cost_of(counted: ReadingsOfLetters) -> Callable[[str, str], float]:
    totals = {letter: readings.total() for letter, readings in counted.items()}
    known: dict[tuple[str, str], float] = {}

    def cost(letter: str, piece: str) -> float:
        key = (letter, piece)
        if key not in known:
            unseen = _UNSEEN * 2.0 ** (-2 * _first_cost(letter, piece))
            known[key] = -log((counted[letter][piece] + unseen) / (totals[letter] + 1))
        return known[key]

    return cost


def _aligned(word: str, reading: str, cost: Callable[[str, str], float]) -> Iterator[tuple[str, str]]:
    """The cheapest way of cutting `reading` into one piece a letter; nothing where no way exists."""
    if len(reading) > LONGEST_READING * len(word):
        return
    best = [0.0] + [inf] * len(reading)
    sizes: list[list[int]] = []
    for letter in word:
        row, size_of = [inf] * len(best), [0] * len(best)
        for end in range(len(best)):
            for size in range(min(LONGEST_READING, end) + 1):
                if (
                    best[end - size] < inf
                    and (total := best[end - size] + cost(letter, reading[end - size : end])) < row[end]
                ):
                    row[end], size_of[end] = total, size
        best = row
        sizes.append(size_of)
    end = len(reading)
    for letter, size_of in zip(reversed(word), reversed(sizes), strict=True):
        yield letter, reading[end - size_of[end] : end]
        end -= size_of[end]

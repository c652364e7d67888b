"""A text cut into words, numerals and signs, with the keys under which phrases are looked up.

Belongs here: cutting and keying. Does not: what any word means.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import chain
from typing import Final

from kcn_pipeline.quantities import Span

NUMBER_KEY: Final = "0"  # no other token can have this key: digits are always numerals

_LONG_CHARACTERS: Final = 40
_DIGITS: Final = frozenset("0123456789")
_TOKEN: Final = re.compile(
    r"[0-9]+(?:[.,][0-9]+)*"  # a numeral
    r"|k?m[2²](?!\w)"  # square metres
    r"|[^\W\d_]+"  # a word
    r"|US\$|\S"
)
_SEPARATOR: Final = re.compile(r"[.,]")

# The tone mark of oa, oe and uy at the end of a syllable has two accepted places; one is looked up.
_TONES: Final = "\u0300\u0301\u0309\u0303\u0323"
_TONE_PAIRS: Final = {
    unicodedata.normalize("NFC", vowels + tone): unicodedata.normalize("NFC", vowels[0] + tone + vowels[1])
    for vowels in ("oa", "oe", "uy")
    for tone in _TONES
}


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The form under which a word is looked up: lower case, NFC, old place of the tone mark."""
    key = unicodedata.normalize("NFC", word).lower()
    if key[-2:] in _TONE_PAIRS and key[-3:-2] != "q":
        return key[:-2] + _TONE_PAIRS[key[-2:]]
    return key


def _cut(piece: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and key of the tokens of what stands between two blanks."""
    matches = _TOKEN.finditer(piece)
    return tuple((m.start(), m.end(), NUMBER_KEY if m[0][0] in _DIGITS else word_key(m[0])) for m in matches)


_cut_again: Final = lru_cache(maxsize=65536)(_cut)  # a text repeats its words


class Tokens:
    """Parallel lists over the tokens of one text; offsets are into that text."""

    __slots__ = ("_by_key", "_separated", "ends", "keys", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        starts: list[int] = []
        ends: list[int] = []
        keys: list[str] = []
        at = 0
        for piece in text.split(" "):
            length = len(piece)
            for start, end, key in _cut_again(piece) if length <= _LONG_CHARACTERS else _cut(piece):
                starts.append(at + start)
                ends.append(at + end)
                keys.append(key)
            at += length + 1
        self.starts, self.ends, self.keys = starts, ends, keys
        self._by_key: defaultdict[str, list[int]] = defaultdict(list)
        self._separated: list[int] | None = None

    def __len__(self) -> int:
        return len(self.keys)

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens [first, last). Errors: IndexError when empty or beyond the end."""
        return Span(self.starts[first], self.ends[last - 1])

    def words(self, first: int, last: int) -> str:
        """Tokens [first, last) as they are written. Errors: IndexError when empty or beyond the end."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def literals(self) -> list[str]:
        """The keys with the own digits of every numeral: `03` for 3."""
        keys = self.keys.copy()
        for at in self.numerals():
            keys[at] = NUMBER_KEY + self.words(at, at + 1)
        return keys

    def at_or_after(self, offset: int) -> int:
        """Index of the first token that starts at `offset` or later; their number when none does."""
        return bisect_left(self.starts, offset)

    def indices(self, keys: Set[str]) -> Sequence[int]:
        """Indices of the tokens with one of `keys`, in order."""
        if not self._by_key:
            for index, key in enumerate(self.keys):
                self._by_key[key].append(index)
        there = [self._by_key[key] for key in self._by_key.keys() & keys]
        return there[0] if len(there) == 1 else sorted(chain.from_iterable(there))

    def places(self, keys: Set[str]) -> list[int]:
        """Offsets of the tokens with one of `keys`; of a numeral those of the digits behind a separator too."""
        places = [self.starts[index] for index in self.indices(keys)]
        return sorted([*places, *self._behind_separators()]) if NUMBER_KEY in keys else places

    def _behind_separators(self) -> list[int]:
        """Offsets of the digits behind the separators of numerals."""
        if self._separated is None:
            self._separated = [
                match.end()
                for index in self.numerals()
                if self.ends[index] - self.starts[index] > 2
                for match in _SEPARATOR.finditer(self.text, self.starts[index], self.ends[index])
            ]
        return self._separated

    def numerals(self) -> Sequence[int]:
        """Indices of the numerals."""
        return self.indices({NUMBER_KEY})


def phrase_key(phrase: str) -> tuple[str, ...]:
    """The keys of a phrase's tokens; a number in it stands for itself (`mức độ 3`)."""
    return tuple(Tokens(phrase).literals())

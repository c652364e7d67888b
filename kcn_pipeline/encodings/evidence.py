"""How much one stretch of text speaks for one encoding: its words under that reading, and as they stand.

Belongs here: judging words, finding the runs that are written in the encoding. Does not: weighing encodings against
each other or a document as a whole (`detection`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final, Literal, NamedTuple

from kcn_pipeline.encodings.readings import LETTER, SIGNS, Decoded, Reading
from kcn_pipeline.encodings.spelling import is_vietnamese

# sound: Vietnamese as it stands, and not in the encoding. legacy: only in the encoding. either: in both, but another
# word. same: the encoding changes nothing. foreign: in neither.
Kind = Literal["sound", "legacy", "either", "same", "foreign"]

_FOREIGN: Final = -2.0
# Nothing longer is a word in any encoding: code, or letters run together.
_LONGEST_WORD: Final = 64
_FOREIGN_ASCII: Final = -0.5
# The words of one letter that texts hold; all others are letters in a list, or signs.
_ONE_LETTER_WORDS: Final = frozenset("àáảạêốồổôơớờởừưứýỷỵ")
_NEVER_A_WORD: Final = frozenset("\xa0•–—…»©®§°±")
_ODD: Final = 2.0
# Blanks and dashes part words, quotes and bullets stand around them; in some encodings these too are letters.
_BLANK: Final = "\xa0"
_PARTING: Final = re.compile(f"[{_BLANK}…–—]")
_AROUND: Final = "«»“”‘’„‚‹›•·"
_ASCII_WORD: Final = re.compile("[a-z]{2,}")
_SIGN: Final = f"[{re.escape(''.join(sorted(SIGNS - {_BLANK})))}]"
_SIGN_IN_WORD: Final = re.compile(rf"{_SIGN}(?:{LETTER}|{_SIGN})")


class Word(NamedTuple):
    """One word at [start, end) of a text under one reading: what it would be, and its weight for the encoding."""

    start: int
    end: int
    written: str
    text: str
    kind: Kind
    weight: float


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words without a sound one between them; `mixed` where others of their stretch are sound."""

    reading: Reading
    words: tuple[Word, ...]
    mixed: bool

    @property
    def weight(self) -> float:
        """What the words together say for the encoding, about 2 a word that only the encoding explains."""
        return sum(word.weight for word in self.words)

    @property
    def odd(self) -> bool:
        """Whether a word has letters that no other language explains."""
        return any(word.weight >= 2 for word in self.words)

    @property
    def start(self) -> int:
        """Where the first word that the encoding changes begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last one ends."""
        return self.words[-1].end


def runs(text: str, start: int, end: int, reading: Reading) -> Iterator[Run]:
    """The runs of text[start:end] in which the reading changes a word, from the first such word to the last.

    In a stretch with sound words a run begins and ends with a word that only the encoding explains.
    """
    words = [word for match in reading.word.finditer(text, start, end) for word in _words(match, reading)]
    mixed = any(word.kind == "sound" for word in words)
    for sound, group in groupby(words, key=lambda word: word.kind == "sound"):
        trimmed = () if sound else _trimmed(list(group), mixed)
        if trimmed:
            yield Run(reading, trimmed, mixed)


def _trimmed(words: Sequence[Word], mixed: bool) -> tuple[Word, ...]:
    ends = [word.kind == "legacy" if mixed else word.text != word.written for word in words]
    return tuple(words[ends.index(True) : len(ends) - ends[::-1].index(True)]) if any(ends) else ()


def _words(match: re.Match[str], reading: Reading) -> Iterator[Word]:
    start = match.start()
    for word in _judged_parts(match[0], reading):
        after_digit = start and len(match[0]) == 1 and match.string[start - 1].isdigit()
        if after_digit and reading.letter(word.written) == "đ":
            # The currency behind an amount.
            yield Word(start, start + 1, word.written, "đ", "either", 0.0)
        else:
            yield Word(start + word[0], start + word[1], *word[2:])


@lru_cache(maxsize=1 << 16)
def _judged_parts(written: str, reading: Reading) -> tuple[Word, ...]:
    """A word by itself, its places from its own start; where it makes no sense with the signs in it, its parts."""
    whole = _judged(written, reading)
    if whole[1] != "foreign":
        return (Word(0, len(written), written, *whole),)
    return tuple(Word(offset, offset + len(part), part, *_judged(part, reading)) for part, offset in _parts(written))


def _parts(written: str) -> Iterator[tuple[str, int]]:
    at = 0
    for part in _PARTING.split(written):
        core = part.strip(_AROUND)
        if core:
            yield core, at + part.index(core)
        at += len(part) + 1


def _judged(written: str, reading: Reading) -> tuple[str, Kind, float]:
    if len(written) > _LONGEST_WORD:
        return written, "foreign", _FOREIGN
    return _changed(written, reading.decode(written))


def _changed(written: str, decoded: Decoded | None) -> tuple[str, Kind, float]:
    if decoded is None:
        return (written, "sound", 0.0) if is_sound(written) else (written, "foreign", _FOREIGN)
    if decoded.text == written:
        foreign = _ASCII_WORD.fullmatch(written) and not is_vietnamese(written)
        return written, "same", _FOREIGN_ASCII if foreign else 0.0
    if not any(map(str.isalpha, decoded.text)):
        # A dash or quote in an encoding that has its own for them.
        return decoded.text, "either", 0.0
    if len(written) == 1:
        is_word = decoded.text.lower() in _ONE_LETTER_WORDS and written not in _NEVER_A_WORD
        return (decoded.text, "either", 0.0) if is_word else (written, "same", 0.0)
    return _compared(written, decoded)


def _compared(written: str, decoded: Decoded) -> tuple[str, Kind, float]:
    """A word of several letters that the encoding would change."""
    sound = is_sound(written)
    if is_vietnamese(decoded.text):
        return (decoded.text, "either", 0.0) if sound else (decoded.text, "legacy", decoded.oddity)
    if sound:
        return written, "sound", 0.0
    abbreviation = decoded.text.isupper()
    text = decoded.text if abbreviation or decoded.oddity >= _ODD else written
    return text, "foreign", 0.0 if abbreviation else _FOREIGN


def is_sound(written: str) -> bool:
    """Whether a word is Vietnamese as it stands, with quotes around it, but with no sign before a letter or sign."""
    core = written.strip(_AROUND)
    return is_vietnamese(core) and not _SIGN_IN_WORD.search(core)

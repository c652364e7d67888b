"""What tells damage apart: counts over a stretch of text, and the verdict on a long stretch.

Belongs here: counting and comparing. Does not: thresholds (`reference.damage_thresholds`), cutting a document into
paragraphs, or short stretches that say too little by themselves (`damage`).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass, fields
from operator import add, attrgetter
from typing import Final, Literal

from kcn_pipeline.cleaning.channels import all_dropped_letters
from kcn_pipeline.reference.damage_thresholds import DamageThresholds
from kcn_pipeline.reference.syllables import all_syllables, fold, is_skeleton, is_syllable

DamageKind = Literal["clean", "dropped_letters", "ocr", "ascii", "mixed"]

_WORD: Final = re.compile(r"[^\W\d_]+")
# What numbers the items of a list is no word: b), (c), d.
_ITEM: Final = re.compile(r"\(?[^\W\d_][).:/]{1,2}")
_EXTENDED: Final = re.compile(r"[\u1ea0-\u1ef9]")
# All of them but ế, and none behind a letter that shields the next: whole text has these, dropping never leaves one.
_NEVER_LEFT: Final = re.compile(r"[\u1ea0-\u1ebd\u1ec0-\u1ef9](?<![đĐưƯơƠăĂĩĨũŨ].)")
_SHIELDS: Final = re.compile("[đĐưƯơƠ]")
_LETTERS_WITH_MARKS: Final = "À-ÃÈÊÌÍÒ-ÕÙÚÝà-ãèêìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
_MARKED: Final = re.compile(f"[{_LETTERS_WITH_MARKS}]")
# Beyond U+2000 stand punctuation, bullets, arrows and pictures, which any print may use; ™ and † show that UTF-8 was
# read as another encoding.
_ALIEN: Final = re.compile(rf"[^\x00-\x7f{_LETTERS_WITH_MARKS}éÉ¢¥£©°²³½§\u2000-\U0010ffff]|[†‡ˆ‰™]")

# The counts of a token side by side in one number, so that adding numbers adds all counts at once: words, small ones,
# what letters tell in the order of `Counts`, `explained` and `skeletons` of all words, and the same of small ones.
_TALLY: Final = struct.Struct("<12I")
_MOST_TALLIES: Final = 1 << 15
_LONGEST_TALLIED: Final = 40


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted in a stretch of text.

    extended: letters U+1EA0 to U+1EF9; never_left: those of them that dropping never leaves; shields: đ, ư and ơ;
    acute: é; marked: all other letters with marks; alien: characters that Vietnamese print does not use. Of `judged`
    words, that is all but those in capitals, `explained` are no syllables but would be with dropped letters put back,
    and `skeletons` could not be one with any marks.
    """

    words: int = 0
    judged: int = 0
    extended: int = 0
    never_left: int = 0
    shields: int = 0
    acute: int = 0
    marked: int = 0
    alien: int = 0
    explained: int = 0
    skeletons: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*map(add, _ALL_COUNTS(self), _ALL_COUNTS(other)))

    def share(self, name: str) -> float:
        """A count a word, or a judged word for `explained` and `skeletons`; 0 where there is none."""
        whole = self.judged if name in ("explained", "skeletons") else self.words
        return float(getattr(self, name)) / whole if whole else 0.0


_ALL_COUNTS: Final = attrgetter(*(field.name for field in fields(Counts)))


def count(text: str) -> Counts:
    """The counts of NFC `text`."""
    total = sum(map(_TALLIES.__getitem__, text.split(" ")))
    numbers = _TALLY.unpack(total.to_bytes(_TALLY.size, "little"))
    words, small, of_words, of_small = *numbers[:2], numbers[-4:-2], numbers[-2:]
    return Counts(words, small or words, *numbers[2:-4], *(of_small if small else of_words))


class _Tallies(dict[str, int]):
    """The counts of tokens met before, each counted once; texts repeat theirs."""

    def __missing__(self, token: str) -> int:
        tally = int.from_bytes(_TALLY.pack(*_counted(token)), "little")
        if len(self) >= _MOST_TALLIES:
            self.clear()
        if len(token) <= _LONGEST_TALLIED:
            self[token] = tally
        return tally


_TALLIES: Final = _Tallies()


def _counted(token: str) -> tuple[int, ...]:
    words = [token] if token.isalpha() else _WORD.findall(token)
    small = [] if _ITEM.fullmatch(token) else [word for word in words if not word.isupper()]
    impossible = _impossible(words)
    of_small = impossible if len(small) == len(words) else _impossible(small)
    return len(words), len(small), *_letters_of(token), *impossible, *of_small


def _letters_of(token: str) -> tuple[int, ...]:
    if token.isascii():
        return 0, 0, 0, 0, 0, 0
    return (
        len(_EXTENDED.findall(token)),
        len(_NEVER_LEFT.findall(token)),
        len(_SHIELDS.findall(token)),
        token.count("é") + token.count("É"),
        len(_MARKED.findall(token)),
        len(_ALIEN.findall(token)),
    )


def _impossible(words: Sequence[str]) -> tuple[int, int]:
    """How many words are no syllable but dropped letters would explain them, and how many no marks could make one."""
    # Most words are spelled as all are, and need not be taken apart.
    unusual = [lower for lower in map(str.lower, words) if lower not in all_syllables()]
    odd = [word for word in unusual if not is_syllable(word)]
    if not odd:
        return 0, 0
    return sum(map(all_dropped_letters().explains, odd)), sum(not is_skeleton(fold(word)) for word in odd)


def judge(counts: Counts, limits: DamageThresholds) -> DamageKind | None:
    """The damage of a stretch; None where it has too few words to tell."""
    if counts.words < limits.least_words:
        return None
    if counts.share("alien") > limits.alien:
        # Another encoding shows through, for which a restorer of words has no use.
        return "clean"
    if _looks_english(counts, limits):
        return _of_english_print(counts, limits)
    if counts.share("explained") <= limits.explained:
        return "clean"
    return "dropped_letters" if counts.share("never_left") < limits.never_left else "mixed"


def _looks_english(counts: Counts, limits: DamageThresholds) -> bool:
    return (
        counts.share("shields") < limits.no_shields
        and counts.share("extended") < limits.no_extended
        and counts.share("marked") < limits.other_marks
    )


def _of_english_print(counts: Counts, limits: DamageThresholds) -> DamageKind:
    if counts.share("skeletons") > limits.foreign_skeletons:
        return "clean"
    if counts.share("skeletons") > limits.skeletons or counts.share("acute") > limits.acute:
        return "ocr"
    return "ascii" if counts.share("marked") <= limits.no_marks else "clean"

"""The Vietnamese syllable: which letter sequences can be one, its bare letters, and where its tone mark stands.

Belongs here: rules of spelling, which no word list need know. Does not: the tables of onsets and rimes
(`spelling`), which syllables are frequent or what damage does to them (`cleaning`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import product
from typing import Final

from kcn_pipeline.reference.spelling import load_spelling

TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_STOP_TONES: Final = ("\u0301", "\u0323")

_FRONT: Final = "eêiy"
_MARKED: Final = "ăâđêôơư"

_NEW_STYLE: Final = re.compile(r"(?<!q)(o[àáãảạèéẽẻẹ]|u[ỳýỹỷỵ])$")


def without_tone(syllable: str) -> tuple[str, str]:
    """Letters with their vowel quality, and the tone marks: `quản` gives (`quan`, U+0309)."""
    decomposed = unicodedata.normalize("NFD", syllable)
    marks = "".join(c for c in decomposed if c in TONES)
    letters = "".join(c for c in decomposed if c not in TONES)
    return unicodedata.normalize("NFC", letters), marks


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Whether a lower-case NFC word can be one Vietnamese syllable with its marks."""
    letters, marks = without_tone(word)
    return len(marks) <= 1 and letters in _toneless() and _tone_fits(letters, marks)


def fold(text: str) -> str:
    """NFC text with the marks of Vietnamese letters taken off, character for character: `Đồng` gives `Dong`."""
    return text.translate(_folding())


@lru_cache(maxsize=1 << 16)
def is_skeleton(word: str) -> bool:
    """Whether a lower-case word without marks is what is left of some Vietnamese syllable."""
    return word in _skeletons()


@lru_cache(maxsize=1 << 16)
def old_style(syllable: str) -> str:
    """The syllable with the tone mark on the first vowel of a final oa, oe, uy: `hoà` gives `hòa`."""
    if not _NEW_STYLE.search(syllable):
        return syllable
    letters, mark = without_tone(syllable)
    return unicodedata.normalize("NFC", letters[:-1] + mark + letters[-1])


def new_style(syllable: str) -> str:
    """The syllable with the tone mark on the second vowel of a final oa, oe, uy: `hòa` gives `hoà`."""
    letters, mark = without_tone(syllable)
    if not mark or letters.startswith("qu") or letters[-2:] not in ("oa", "oe", "uy"):
        return syllable
    return unicodedata.normalize("NFC", letters + mark)


@cache
def all_syllables() -> frozenset[str]:
    """Every syllable that the spelling rules allow, lower case, NFC, about eighteen thousand."""
    return frozenset(
        _with_tone(letters, mark) for letters, mark in product(_toneless(), ("", *TONES)) if _tone_fits(letters, mark)
    )


def _with_tone(letters: str, mark: str) -> str:
    """Puts the mark where old-style spelling has it."""
    if not mark:
        return letters
    place = _tone_place(letters)
    return unicodedata.normalize("NFC", letters[: place + 1] + mark + letters[place + 1 :])


def _tone_place(letters: str) -> int:
    onset = _onset_length(letters)
    vowels = [i for i in range(onset, len(letters)) if letters[i] in "aăâeêioôơuưy"]
    marked = [i for i in vowels if letters[i] in _MARKED]
    if marked:
        return marked[-1]
    closed = vowels[-1] < len(letters) - 1
    if len(vowels) == 1 or (len(vowels) == 2 and not closed):
        return vowels[0]
    return vowels[1]


def _onset_length(letters: str) -> int:
    """Letters before the vowels that may bear the tone; the i of `gi` and the u of `qu` never do."""
    if letters.startswith("qu"):
        return 2
    if letters.startswith("gi") and len(letters) > 2 and letters[2] in "aăâeêoôơuư":
        return 2
    return next(i for i, c in enumerate(letters) if c in "aăâeêioôơuưy")


def _tone_fits(letters: str, mark: str) -> bool:
    stopped = letters.endswith(("c", "ch", "p", "t"))
    return not stopped or mark in _STOP_TONES


@cache
def _toneless() -> frozenset[str]:
    parts = load_spelling()
    spelled = {onset + rime for onset, rime in product(parts["onset"], parts["rime"]) if _spelled(onset, rime)}
    return frozenset(spelled | {"qu" + rime for rime in parts["rime_after_qu"]} | parts["whole"])


def _spelled(onset: str, rime: str) -> bool:
    """Whether the two may stand together, but for `qu`."""
    front = rime[0] in _FRONT
    if onset == "gi":
        return rime[0] not in "iy"
    if rime[0] == "y":
        return onset in load_spelling()["onset_before_y"] if rime == "y" else onset == ""
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng"):
        return not front
    if onset == "g":
        return not front or rime[0] == "i"
    return not (onset == "" and rime.startswith("iê"))


@cache
def _skeletons() -> frozenset[str]:
    return frozenset(fold(letters) for letters in _toneless())


@cache
def _folding() -> str:
    """What each letter becomes, by its code point: a string is looked up twice as fast as a dictionary."""
    bases = {"đ": "d", "Đ": "D"}
    for letter in map(chr, (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))):
        base = unicodedata.normalize("NFD", letter)[0]
        if base != letter and base.isascii():
            bases[letter] = base
    return "".join(bases.get(letter, letter) for letter in map(chr, range(ord(max(bases)) + 1)))

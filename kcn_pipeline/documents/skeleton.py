"""Text reduced to what damage leaves of it: the words, each under keys that survive dropped or misread letters.

Belongs here: keys of words, how keys are compared, which parts of a long text are looked at. Does not: which
phrases matter (`reference.document_cues`) or repairing words (`cleaning`).

Two kinds of text are told apart. In Vietnamese text a word is known by its letters, or by what is left of
them when the letters U+1EA0–U+1EF9 were dropped on the way; "Nam" is not "năm" there. In text that has lost
Vietnamese altogether (typed without diacritics, or read by an OCR for English) a word is known by its bare
letters, with the usual misreadings of shapes levelled and a small edit distance allowed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

from rapidfuzz.distance import Levenshtein

# What a report is about stands at its beginning, who signed it at its end; between them lie megabytes at most.
HEAD_CHARACTERS: Final = 60_000
TAIL_CHARACTERS: Final = 20_000
# Sound Vietnamese has about 0.8 letters a word that no Western charset knows; OCR by an English model below 0.05.
MIN_VIETNAMESE_LETTERS_PER_WORD: Final = 0.12

_MARKS: Final = "\u0300-\u036f"
_STRICT_WORD: Final = re.compile(rf"(?:[^\W\d_][{_MARKS}]*)+|\d+")
_TOLERANT_WORD: Final = re.compile(rf"(?:[^\W_][{_MARKS}]*)+")
_VIETNAMESE_LETTER: Final = re.compile("[ăĂđĐơƠưƯ\u1ea0-\u1ef9]")
_DROPPED: Final = re.compile("[\u1ea0-\u1ef9]")
# The damage of real pages: ế and whatever follows đ, ư, ơ stayed.
_DROPPED_WITH_SURVIVORS: Final = re.compile("(?<![đươ])(?!ế)[\u1ea0-\u1ef9]", re.IGNORECASE)
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_LOOKALIKES: Final = str.maketrans("1i065|", "lloosl")
_SENTENCE_END: Final = re.compile(r"[.!?;]\s|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: the key it is compared by, its bare lower-case letters, its place [start, end)."""

    key: str
    bare: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The words of a text in order; `tolerant` where the text has lost its Vietnamese letters."""

    text: str
    words: tuple[Word, ...]
    tolerant: bool

    def sentence_ends_before(self, index: int) -> bool:
        """Whether a sentence or paragraph ends between word `index` and the one before it."""
        return index == 0 or _SENTENCE_END.search(self.gap_before(index)) is not None

    def sentence_numbers(self) -> list[int]:
        """The number of the sentence that each word stands in."""
        return list(accumulate(self.sentence_ends_before(index) for index in range(len(self.words))))

    def gap_before(self, index: int) -> str:
        """The characters between word `index` and the one before it."""
        return self.text[self.words[index - 1].end : self.words[index].start] if index else ""


def skeleton_of(text: str, *, tolerant: bool | None = None) -> Skeleton:
    """The words of the first `HEAD_CHARACTERS` and last `TAIL_CHARACTERS` of a text, at their places in it.

    `tolerant` is found out from the text unless it is given: a single line is too short to tell.
    """
    head_end = len(text) if len(text) <= HEAD_CHARACTERS + TAIL_CHARACTERS else HEAD_CHARACTERS
    tail_start = max(head_end, len(text) - TAIL_CHARACTERS)
    ranges = [(0, head_end), (tail_start, len(text))]
    if tolerant is None:
        tolerant = _has_lost_vietnamese("\n".join(text[start:end] for start, end in ranges))
    pattern = _TOLERANT_WORD if tolerant else _STRICT_WORD
    words = (_word(m[0], m.start(), tolerant) for start, end in ranges for m in pattern.finditer(text, start, end))
    return Skeleton(text, tuple(words), tolerant)


def _word(written: str, start: int, tolerant: bool) -> Word:
    return Word(whole_key(written, tolerant), bare_letters(written), start, start + len(written))


def _has_lost_vietnamese(text: str) -> bool:
    words = len(_TOLERANT_WORD.findall(text))
    return vietnamese_letters(text) < words * MIN_VIETNAMESE_LETTERS_PER_WORD


def vietnamese_letters(text: str) -> int:
    """How many letters of a text are known to no Western charset."""
    return len(_VIETNAMESE_LETTER.findall(unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=65_536)
def bare_letters(word: str) -> str:
    """A word in lower case without any diacritic: `Quản` gives `quan`, `Đồng` `dong`."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d")


def whole_key(written: str, tolerant: bool) -> str:
    """The key of one undamaged word."""
    return _levelled(bare_letters(written)) if tolerant else _spelled(written)


@lru_cache(maxsize=65_536)
def keys_of(written: str, tolerant: bool) -> frozenset[str]:
    """Every key under which one word of a phrase may stand in a text; an empty key where damage leaves nothing."""
    whole = unicodedata.normalize("NFC", written)
    # A page that lost its letters keeps so few that it may pass for one that never had any: both kinds are damaged so.
    forms = (whole, _DROPPED.sub("", whole), _DROPPED_WITH_SURVIVORS.sub("", whole))
    return frozenset(whole_key(form, tolerant) for form in forms)


def words_of(phrase: str, tolerant: bool) -> list[str]:
    """The words of a phrase, divided as a text of that kind is."""
    return (_TOLERANT_WORD if tolerant else _STRICT_WORD).findall(phrase)


@lru_cache(maxsize=65_536)
def misreading_distance(key: str, other: str) -> int | None:
    """Edit distance of two keys of a tolerant text; None when they are too far apart to be one word.

    The first letter must agree, numbers must be equal, and words of up to two letters too: there a
    single edit makes another word. Up to five letters one edit is allowed, beyond that two.
    """
    if key == other:
        return 0
    shortest = min(len(key), len(other))
    if shortest <= 2 or key[0] != other[0] or key.isdigit() or other.isdigit():
        return None
    allowed = 1 if shortest <= 5 else 2
    distance = Levenshtein.distance(key, other, score_cutoff=allowed)
    return distance if distance <= allowed else None


@lru_cache(maxsize=65_536)
def _spelled(word: str) -> str:
    # The tone moves to the end of the word: hoà and hòa are one word, and so is what cp1258 decomposes.
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = "".join(c for c in decomposed if c in _TONES)
    return "".join(c for c in decomposed if c not in _TONES) + tones


def _levelled(bare: str) -> str:
    return bare if bare.isdigit() else bare.translate(_LOOKALIKES)

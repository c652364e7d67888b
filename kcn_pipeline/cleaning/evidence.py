"""What tells damage apart: counts over a stretch of text, thresholds, and the verdict on a long stretch.

Belongs here: counting and comparing. Does not: cutting a document into paragraphs, or short stretches
that say too little by themselves (`damage`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Final, Literal

from kcn_pipeline.cleaning.channels import all_dropped_letters
from kcn_pipeline.cleaning.syllables import fold, is_skeleton, is_syllable

DamageKind = Literal["clean", "dropped_letters", "ocr", "ascii", "mixed"]

_WORD: Final = re.compile(r"[^\W\d_]+")
_LOST_BY_DROPPING: Final = re.compile(r"[\u1ea0-\u1ef9]")
_SHIELDS: Final = re.compile("[đĐưƯơƠ]")
_LETTERS_WITH_MARKS: Final = "À-ÃÈÊÌÍÒ-ÕÙÚÝà-ãèêìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
_MARKED: Final = re.compile(f"[{_LETTERS_WITH_MARKS}]")
_ALIEN: Final = re.compile(rf"[^\x00-\x7f{_LETTERS_WITH_MARKS}éÉ\u2010-\u203a•¢€¥£©°²³½§\ufb00-\ufb06]")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where one kind of damage ends, in letters or words a word.

    Measured on real reports, and on whole ones with the damage put in: whole paragraphs have `ext` of
    .30 to .68 and `inv` of 0 in 95 of 100, those with dropped letters .00 to .25 and .12 to .39; pages
    that an English recogniser read have `skeletons` of .08 to .36 and `acute` of .06 to .29.
    """

    least_words: int = 7
    least_words_alone: int = 15
    no_prot: float = 0.02
    no_ext: float = 0.05
    whole_ext: float = 0.28
    inv: float = 0.08
    skeletons: float = 0.06
    acute: float = 0.03
    foreign_skeletons: float = 0.5
    alien: float = 0.1
    other_marks: float = 0.1
    no_marks: float = 0.02


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted in a stretch of text.

    ext: letters U+1EA0 to U+1EF9; prot: đ, ư and ơ; acute: é; marked: all other letters with marks;
    alien: characters that Vietnamese print does not use. Of `judged` words, that is all but those in
    capitals, inv are no syllables but would be with dropped letters put back, and skeletons could not
    be one with any marks.
    """

    words: int = 0
    judged: int = 0
    ext: int = 0
    prot: int = 0
    acute: int = 0
    marked: int = 0
    alien: int = 0
    inv: int = 0
    skeletons: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def share(self, name: str) -> float:
        """A count a word, or a judged word for `inv` and `skeletons`; 0 where there is none."""
        whole = self.judged if name in ("inv", "skeletons") else self.words
        return float(getattr(self, name)) / whole if whole else 0.0


def count(text: str) -> Counts:
    """The counts of NFC `text`."""
    words = _WORD.findall(text)
    small = [word for word in words if not word.isupper()]
    judged = [_impossible(word) for word in small or words]
    return Counts(
        words=len(words),
        judged=len(judged),
        ext=len(_LOST_BY_DROPPING.findall(text)),
        prot=len(_SHIELDS.findall(text)),
        acute=text.count("é") + text.count("É"),
        marked=len(_MARKED.findall(text)),
        alien=len(_ALIEN.findall(text)),
        inv=sum(explained for explained, _ in judged),
        skeletons=sum(hopeless for _, hopeless in judged),
    )


@lru_cache(maxsize=1 << 17)
def _impossible(word: str) -> tuple[bool, bool]:
    """Whether a word is no syllable but dropped letters would explain it, and whether no marks could make it one."""
    lower = word.lower()
    if is_syllable(lower):
        return False, False
    return all_dropped_letters().explains(lower), not is_skeleton(fold(lower))


def judge(counts: Counts, limits: Thresholds) -> DamageKind | None:
    """The damage of a stretch; None where it has too few words to tell."""
    if counts.words < limits.least_words:
        return None
    if counts.share("alien") > limits.alien:
        # Another encoding shows through, for which a restorer of words has no use.
        return "clean"
    if _looks_english(counts, limits):
        return _of_english_print(counts, limits)
    if counts.share("inv") <= limits.inv:
        return "clean"
    return "dropped_letters" if counts.share("ext") < limits.whole_ext else "mixed"


def _looks_english(counts: Counts, limits: Thresholds) -> bool:
    return (
        counts.share("prot") < limits.no_prot
        and counts.share("ext") < limits.no_ext
        and counts.share("marked") < limits.other_marks
    )


def _of_english_print(counts: Counts, limits: Thresholds) -> DamageKind:
    if counts.share("skeletons") > limits.foreign_skeletons:
        return "clean"
    if counts.share("skeletons") > limits.skeletons or counts.share("acute") > limits.acute:
        return "ocr"
    return "ascii" if counts.share("marked") <= limits.no_marks else "clean"

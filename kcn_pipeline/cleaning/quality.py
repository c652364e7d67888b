"""How good a cleaned text is, in counts that an operator can follow from one half-year to the next.

Belongs here: counting over one document. Does not: adding documents up or judging them (`defs`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.damage import ParagraphDamage
from kcn_pipeline.cleaning.evidence import DamageKind
from kcn_pipeline.cleaning.review import is_doubtful
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.syllables import is_syllable

RESTORED_KINDS: Final = frozenset({"restored", "digit_as_letter"})
_WORD: Final = re.compile(r"[^\W\d_]+")
_DIGIT: Final = re.compile(r"\d")
# About ten words: so far from its number a metric or unit may stand.
_NEAR_CHARACTERS: Final = 50


@dataclass(frozen=True, slots=True)
class Restored:
    """Words of the paragraphs with one kind of damage, and how many of them were restored."""

    words: int = 0
    restored: int = 0

    def __add__(self, other: Restored) -> Restored:
        return Restored(self.words + other.words, self.restored + other.restored)

    @property
    def share(self) -> float:
        """Restored words a word; 0 where there is none."""
        return self.restored / self.words if self.words else 0.0


def words_of(text: str) -> int:
    """Number of words that `impossible_share` judges: of letters alone, and not in capitals, as abbreviations are."""
    return sum(not word.isupper() for word in _WORD.findall(text))


def impossible_share(text: str) -> float:
    """Share of the words of NFC `text` that are no Vietnamese syllables, foreign names among them; 0 without words."""
    counts = Counter(word for word in _WORD.findall(text) if not word.isupper())
    impossible = sum(times for word, times in counts.items() if not is_syllable(word.lower()))
    return impossible / counts.total() if counts else 0.0


def restored_by_damage(raw: str, alignment: Alignment, damage: Iterable[ParagraphDamage]) -> dict[DamageKind, Restored]:
    """For each kind of damage found the words of its paragraphs, counted in the decoded text `raw`."""
    paragraphs = sorted(damage, key=lambda paragraph: paragraph.start)
    starts = [paragraph.start for paragraph in paragraphs]
    found: dict[DamageKind, Restored] = {}
    for paragraph in paragraphs:
        words = len(paragraph.span.of(raw).split())
        found[paragraph.kind] = found.get(paragraph.kind, Restored()) + Restored(words=words)
    for segment in alignment.segments:
        at = bisect_right(starts, segment.raw_start) - 1
        if segment.kind in RESTORED_KINDS and at >= 0:
            found[paragraphs[at].kind] += Restored(restored=words_changed(raw, segment))
    return found


def words_changed(raw: str, segment: Segment) -> int:
    """Words of the decoded text that a segment changed."""
    return len(raw[segment.raw_start : segment.raw_end].split())


def doubtful_near_numbers(text: str, alignment: Alignment) -> list[Segment]:
    """Doubtful words of the cleaned `text` with a digit close by, so that a figure may rest on them."""
    doubtful = (s for s in alignment.segments if is_doubtful(s))
    return [s for s in doubtful if _has_digit_near(text, alignment.to_clean(Span(s.raw_start, s.raw_end)))]


def _has_digit_near(text: str, word: Span) -> bool:
    return bool(_DIGIT.search(text, max(word.start - _NEAR_CHARACTERS, 0), word.end + _NEAR_CHARACTERS))

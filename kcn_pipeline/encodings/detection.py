"""Which parts of a text are written in which legacy encoding, and what they are in Unicode.

Belongs here: weighing encodings against each other, the document as a whole. Does not: judging a stretch under one
reading (`evidence`), or putting the replacements in (`alignments`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Final

from kcn_pipeline.encodings.capitals import is_undecided, neighbours_in_capitals
from kcn_pipeline.encodings.evidence import Run, runs
from kcn_pipeline.encodings.mojibake import mojibake_reading
from kcn_pipeline.encodings.readings import Reading, table_readings
from kcn_pipeline.encodings.viqr import viqr_reading
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.legacy_encodings import load_legacy_encodings

# Two words that only the encoding explains, one of them odd. In a document that is known to use it: whatever nothing
# speaks against.
_ENOUGH: Final = 3.0
_ENOUGH_BESIDE_SOUND: Final = 1.0
_KNOWN: Final = 8.0
_MARGIN: Final = 1.0
_HEAD_START_OF_KNOWN: Final = 4.0
_LONGEST_STRETCH: Final = 4_000
# Characters of lines that look odd and are in no legacy encoding: code, garbage, other languages. After so many the
# rest is not looked at, or a large file of them would take minutes.
_MOST_UNEXPLAINED: Final = 300_000

# Characters that sound Vietnamese text hardly holds: signs and letters of Western Europe that Vietnamese does not use.
# Square and cubic metres stand in most reports; where ² and ³ are letters they are capitals, which no m precedes.
_ODD: Final = re.compile(
    r"[\x80-\x84\x86-\x9f\xa1-\xbf\xc4-\xc7\xcb\xce-\xd1\xd6-\xd8\xdb\xdc\xde\xdf"
    r"\xe4-\xe7\xeb\xee-\xf1\xf6-\xf8\xfb\xfc\xfe\xff](?<!m[\xb2\xb3])"
)

# Vowels with marks that no syllable has side by side: VNI and cp1258 write marks behind letters.
_ODD_PAIR: Final = re.compile("[âêùìòÂÊÙÌÒ](?<=[aeoAEO][âêÂÊ]|[aeouyôAEOUYÔ][ùÙ]|[aeiouyâêôãõýAEIOUYÂÊÔÃÕÝ][ìòÌÒ])")
_VIQR_SIGN: Final = re.compile(r"[\^(+*](?<=[aeoAEO]\^|[aA]\(|[oOuU][+*])")
_TRIGGERS: Final = (_ODD, _ODD_PAIR, _VIQR_SIGN)
# What any legacy letter is written with: beyond ASCII, six control characters of VISCII, marks and escapes of VIQR.
_NOT_PLAIN: Final = re.compile(
    r"[^\x00-\x7f]|[\x02\x05\x06\x14\x19\x1e]|(?<=[aeiouyAEIOUY])['`?~.^(+*]|[dD][dD]|\\[^\w\s]|\\[dD]"
)


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters [start, end) of a text that are written in `encoding`, and what they are in Unicode."""

    start: int
    end: int
    text: str
    encoding: str


def legacy_replacements(text: str) -> tuple[Replacement, ...]:
    """The words of `text` that are written in a legacy encoding, in order; none where it is not clear.

    A word alone is not clear; two that only one encoding explains are, or one in a document that is written in
    it elsewhere. Digits are never replaced. Behind 300,000 characters of odd lines that no encoding explains nothing
    is looked for.
    """
    found, looked_at = _clear_runs(text)
    weights: Counter[str] = Counter()
    for run in found:
        weights[run.reading.encoding] += round(run.weight)
    known = frozenset(encoding for encoding, weight in weights.items() if weight >= _KNOWN)
    if known:
        readings = [reading for reading in _readings() if weights[reading.encoding]]
        stretches = _stretches(text, (_NOT_PLAIN,), looked_at)
        found = [run for stretch in stretches for run in _chosen(text, stretch, readings, known)]
    return tuple(replacement for run in found for replacement in _replacements(run))


def _clear_runs(text: str) -> tuple[list[Run], int]:
    """The runs that are clear by themselves, and how far it was worth looking for them."""
    found: list[Run] = []
    unexplained = 0
    for stretch in _stretches(text, _TRIGGERS, len(text)):
        chosen = _chosen(text, stretch, _readings(), frozenset())
        found += chosen
        unexplained += len(stretch) - sum(run.end - run.start for run in chosen)
        if unexplained > _MOST_UNEXPLAINED:
            return found, stretch.end
    return found, len(text)


def encodings_in(text: str) -> tuple[str, ...]:
    """The codes of the legacy encodings in `text`, the one with most words first."""
    return tuple(encoding for encoding, _ in Counter(r.encoding for r in legacy_replacements(text)).most_common())


def name_of(encoding: str) -> str:
    """The name people know an encoding by."""
    return load_legacy_encodings()[encoding].name


@cache
def _readings() -> tuple[Reading, ...]:
    return (*table_readings(), viqr_reading(), mojibake_reading())


def _stretches(text: str, triggers: Sequence[re.Pattern[str]], before: int) -> Iterator[Span]:
    """The lines of text[:before] that match a trigger; endless ones in pieces that end with a word."""
    # Most texts are sound: a search of the whole is all they cost.
    present = [trigger for trigger in triggers if trigger.search(text)]
    start = 0
    while present and start < before:
        end = _stretch_end(text, start)
        if any(trigger.search(text, start, end) for trigger in present):
            yield Span(start, end)
        start = end


def _stretch_end(text: str, start: int) -> int:
    line_end = text.find("\n", start, start + _LONGEST_STRETCH) + 1
    if line_end or len(text) - start <= _LONGEST_STRETCH:
        return line_end or len(text)
    return text.rfind(" ", start, start + _LONGEST_STRETCH) + 1 or start + _LONGEST_STRETCH


def _chosen(text: str, stretch: Span, readings: Iterable[Reading], known: frozenset[str]) -> list[Run]:
    """The runs of a stretch that are clear, in order, each by the encoding that explains most of it."""
    start, end = stretch.start, stretch.end
    hinted = [reading for reading in readings if reading.hint.search(text, start, end)]
    candidates = [run for reading in hinted for run in runs(text, start, end, reading)]
    candidates.sort(key=lambda run: _rank(run, known), reverse=True)
    taken: list[Run] = []
    for run in candidates:
        if any(_overlap(run, other) for other in taken):
            continue
        if run.weight >= _needed(run, known) and _stands_out(run, candidates, known):
            taken.append(run)
    return sorted(taken, key=lambda run: run.start)


def _needed(run: Run, known: frozenset[str]) -> float:
    if run.reading.encoding in known:
        return _ENOUGH_BESIDE_SOUND if run.mixed else 0.0
    return _ENOUGH if run.odd else inf


def _stands_out(run: Run, candidates: Iterable[Run], known: frozenset[str]) -> bool:
    """Whether no other encoding explains the same words nearly as well."""
    rivals = (other for other in candidates if other.reading is not run.reading and _overlap(run, other))
    return all(_rank(run, known) - _rank(other, known) >= _MARGIN for other in rivals)


def _rank(run: Run, known: frozenset[str]) -> float:
    return run.weight + (_HEAD_START_OF_KNOWN if run.reading.encoding in known else 0.0)


def _overlap(run: Run, other: Run) -> bool:
    return run.start < other.end and other.start < run.end


def _replacements(run: Run) -> Iterator[Replacement]:
    written = [word.written for word in run.words]
    in_tcvn3 = run.reading.encoding == "tcvn3"
    for at, word in enumerate(run.words):
        if word.written.isascii() and word.text == word.written:
            continue
        capitals = in_tcvn3 and is_undecided(word.written) and neighbours_in_capitals(written, at)
        text = word.text.upper() if capitals else word.text
        if text != word.written:
            yield Replacement(word.start, word.end, text, run.reading.encoding)

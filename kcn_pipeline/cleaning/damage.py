"""What is wrong with each paragraph: letters dropped, read by an English recogniser, stripped of marks, or nothing.

Belongs here: cutting a document into paragraphs, and those that only their document explains. Does not: evidence
(`evidence`, `neighbours`), thresholds (`reference.damage_thresholds`), or repairing (`restoration`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from math import inf
from typing import Any, Final

from kcn_pipeline.cleaning.evidence import Counts, DamageKind, count, judge
from kcn_pipeline.cleaning.neighbours import odds_among_neighbours, odds_of_dropped_letters
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.damage_thresholds import DamageThresholds, load_damage_thresholds

_CLAUSE: Final = re.compile(r"[^.;:!?…]+[.;:!?…]*")


@dataclass(frozen=True, slots=True)
class ParagraphDamage:
    """The verdict on one paragraph; start and end are offsets into the decoded text."""

    start: int
    end: int
    kind: DamageKind
    words: int
    shares: tuple[tuple[str, float], ...]

    @property
    def span(self) -> Span:
        """Where the paragraph stands."""
        return Span(self.start, self.end)

    def as_row(self) -> dict[str, Any]:
        """The verdict with its evidence: what was counted, a word."""
        return {"start": self.start, "end": self.end, "kind": self.kind, "words": self.words, **dict(self.shares)}

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> ParagraphDamage:
        """The inverse of `as_row`."""
        shares = tuple((name, row[name]) for name in EVIDENCE)
        return cls(row["start"], row["end"], row["kind"], row["words"], shares)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A paragraph or part of one before short ones are judged; `kind` is None for those."""

    span: Span
    counts: Counts
    kind: DamageKind | None


def examine(text: str, limits: DamageThresholds | None = None) -> list[ParagraphDamage]:
    """Every paragraph of NFC `text` with its verdict, in order; offsets are into `text`.

    Paragraphs are separated by blank lines; where whole and damaged lines stand in one, each line is
    a paragraph. Those that say little by themselves are judged by their neighbours and by what prevails.
    """
    limits = limits or load_damage_thresholds()
    stretches = [one for block in _blocks(text) for one in _paragraphs(text, block, limits)]
    prevailing = _prevailing(stretches, limits)
    dropped = [-inf] * len(stretches) if prevailing in ("ocr", "ascii") else _dropped(stretches, limits)
    return [
        _verdict(one.span, _kind(one, prevailing, limits, dropped=odds > 0), one.counts)
        for one, odds in zip(stretches, dropped, strict=True)
    ]


def damaged_spans(
    text: str, paragraph: ParagraphDamage, limits: DamageThresholds | None = None
) -> list[tuple[Span, DamageKind]]:
    """What to repair in a paragraph and as what: all of it, or of a mixed one the damaged clauses."""
    if paragraph.kind == "clean":
        return []
    if paragraph.kind != "mixed":
        return [(paragraph.span, paragraph.kind)]
    limits = limits or load_damage_thresholds()
    clauses = [Span(m.start(), m.end()) for m in _CLAUSE.finditer(text, paragraph.start, paragraph.end)]
    verdicts = [(clause, judge(count(clause.of(text)), limits)) for clause in clauses]
    return [(clause, kind) for clause, kind in verdicts if kind is not None and kind not in ("clean", "mixed")]


EVIDENCE: Final = tuple(f.name for f in fields(Counts) if f.name not in ("words", "judged"))


def _verdict(span: Span, kind: DamageKind, counts: Counts) -> ParagraphDamage:
    shares = tuple([(name, round(counts.share(name), 3)) for name in EVIDENCE])
    return ParagraphDamage(span.start, span.end, kind, counts.words, shares)


def _blocks(text: str) -> Iterator[list[Span]]:
    """The lines of each block; blank lines separate blocks."""
    block: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            block.append(Span(start, start + len(line)))
        elif block:
            yield block
            block = []
        start += len(line) + 1
    if block:
        yield block


def _paragraphs(text: str, block: Sequence[Span], limits: DamageThresholds) -> Iterator[_Stretch]:
    lines = [_Stretch(span, counts := count(span.of(text)), judge(counts, limits)) for span in block]
    whole = any(line.kind == "clean" and line.counts.share("never_left") >= limits.never_left for line in lines)
    damaged = any(line.kind not in (None, "clean") for line in lines)
    if len(lines) == 1 or (whole and damaged):
        yield from lines
    else:
        counts = sum((line.counts for line in lines[1:]), start=lines[0].counts)
        yield _Stretch(block[0].join(block[-1]), counts, judge(counts, limits))


def _prevailing(stretches: Sequence[_Stretch], limits: DamageThresholds) -> DamageKind:
    """The damage of most words; where all paragraphs are short, that of all together."""
    if all(one.kind is None for one in stretches):
        return judge(sum((one.counts for one in stretches), start=Counts()), limits) or "clean"
    words: Counter[DamageKind] = Counter()
    for one in stretches:
        words[one.kind or "clean"] += one.counts.words if one.kind else 0
    damaged = {kind: n for kind, n in words.items() if kind not in ("clean", "mixed")}
    if not damaged or sum(damaged.values()) < limits.prevailing * words.total():
        return "clean"
    return max(damaged, key=lambda kind: damaged[kind])


def _dropped(stretches: Sequence[_Stretch], limits: DamageThresholds) -> Sequence[float]:
    """The odds that letters were dropped from each, its neighbours considered; -inf where nothing hints at it."""
    if not any(one.counts.explained for one in stretches):
        return [-inf] * len(stretches)
    # A paragraph in part whole, or in English print, says nothing of its neighbours.
    silent = ("mixed", "ocr", "ascii")
    own = [0.0 if one.kind in silent else odds_of_dropped_letters(one.counts, limits) for one in stretches]
    return odds_among_neighbours(own, limits)


def _kind(one: _Stretch, prevailing: DamageKind, limits: DamageThresholds, *, dropped: bool) -> DamageKind:
    if one.kind in ("dropped_letters", "mixed"):
        # One odd word may be a name.
        return one.kind if dropped or one.counts.explained > 1 else "clean"
    if prevailing in ("ocr", "ascii"):
        return _in_english_print(one, prevailing, limits)
    if dropped and not one.counts.never_left and (one.counts.marked or one.kind in (None, "clean")):
        return "dropped_letters"
    if prevailing == "clean" and one.kind in ("ocr", "ascii") and one.counts.words < limits.least_words_alone:
        return "clean"
    return one.kind or "clean"


def _in_english_print(one: _Stretch, prevailing: DamageKind, limits: DamageThresholds) -> DamageKind:
    """The kind of a paragraph of a document that was misread, or typed without marks."""
    accents = one.counts.share("acute") > limits.acute
    match one.kind:
        case "ocr" | "ascii":
            # Plain lines of a misread page were misread too; names in a plain document look misread, but for accents.
            return "ocr" if prevailing == "ocr" or (one.kind == "ocr" and accents) else "ascii"
        case "clean":
            # It looks like another language, which has no such accents; a short line may look so by chance.
            misread = accents or one.counts.words < limits.least_words_foreign
            return "ocr" if prevailing == "ocr" and misread and not one.counts.marked else "clean"
        case _:
            return "clean" if one.counts.marked else prevailing

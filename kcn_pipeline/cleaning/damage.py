"""What is wrong with each paragraph: letters dropped, read by an English recogniser, stripped of marks, or nothing.

Belongs here: cutting a document into paragraphs, and short ones that only their document explains. Does
not: evidence (`evidence`), thresholds (`reference.damage_thresholds`), or repairing (`restoration`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from kcn_pipeline.cleaning.evidence import Counts, DamageKind, count, judge
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
    a paragraph. Short ones are judged by the damage that prevails in the document.
    """
    limits = limits or load_damage_thresholds()
    stretches = [one for block in _blocks(text) for one in _paragraphs(text, block, limits)]
    prevailing = _prevailing(stretches, limits)
    return [_verdict(one.span, _kind(one, prevailing, limits), one.counts) for one in stretches]


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


def _kind(one: _Stretch, prevailing: DamageKind, limits: DamageThresholds) -> DamageKind:
    if one.kind is None:
        return _of_short(one.counts, prevailing)
    if one.kind == "clean" and prevailing == "dropped_letters" and not one.counts.never_left:
        return prevailing
    if one.kind in ("ocr", "ascii") and prevailing == "ocr":
        return "ocr"
    if one.kind in ("ocr", "ascii") and prevailing == "clean" and one.counts.words < limits.least_words_alone:
        return "clean"
    return one.kind


def _of_short(counts: Counts, prevailing: DamageKind) -> DamageKind:
    """A short paragraph is damaged as its document is, unless letters stand in it that the damage does not leave."""
    match prevailing:
        case "dropped_letters":
            return "dropped_letters" if not counts.never_left else "clean"
        case "ocr" | "ascii":
            return prevailing if not counts.marked else "clean"
        case _:
            return "clean"

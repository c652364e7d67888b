"""The published figures that may stand for one cell, best first.

Belongs here: documents as sources, their versions and copies, ranges as one statement, ranking. Does not: what
people decided (`decisions`), or the row of the cell (`selection`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any, Final

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.quantities import Bound, Interval

# Figures of these alone are not of the zones; with them they are of more than the zones.
_BESIDE_THE_ZONES: Final = frozenset({"ccn", "outside"})
_HEDGES: Final[dict[Bound, int]] = {"exact": 0, "lower": 1, "upper": 1, "approx": 2}
# Why a candidate comes before another, in the order of `_rank`.
_REASONS: Final = ("later_version", "nearer_publisher", "coverage", "coverage", "firmer", "sharper")
_IN_FIXED_ORDER: Final = "fixed_order"


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of the document of a figure.

    copy_of: the same for all copies of one release. later_versions: the documents that supersede it, and theirs.
    """

    document_id: str
    copy_of: str
    publisher: str | None = None
    kind: str | None = None
    period: str | None = None
    later_versions: frozenset[str] = frozenset()

    def publisher_rank(self, entity: str) -> int:
        """0 for the entity's own document, 1 for its bloc's or an unknown one, 2 for the press."""
        if self.kind == "press":
            return 2
        return 0 if self.publisher == entity else 1

    def is_later_version_of(self, other: Source) -> bool:
        """Whether it takes the place of `other`."""
        return self.document_id in other.later_versions


@dataclass(frozen=True, slots=True)
class Candidate:
    """One statement of a cell's value: a fact, or the two facts of a printed range."""

    facts: tuple[Fact, ...]
    source: Source
    value: Decimal
    interval: Interval
    bound: Bound

    @property
    def figure_id(self) -> str:
        """The figure that it is followed to; of a range, the lower end."""
        return self.facts[0].figure_id

    @property
    def coverage(self) -> frozenset[str]:
        """What it says it covers; empty when it does not say."""
        return frozenset(self.facts[0].coverage)

    def holds(self, figure_id: str | None) -> bool:
        """Whether the figure is it, or one end of it."""
        return any(fact.figure_id == figure_id for fact in self.facts)

    def comparable(self, other: Candidate) -> bool:
        """Whether the two may speak of the same population; an unstated coverage may be any."""
        return not self.coverage or not other.coverage or self.coverage == other.coverage

    def revises(self, other: Candidate) -> bool:
        """Whether a difference is a change of mind: a later version, or the publisher's estimate made final."""
        if self.source.is_later_version_of(other.source):
            return True
        same_publisher = self.source.publisher is not None and self.source.publisher == other.source.publisher
        later = (self.source.period or "") > (other.source.period or "")
        return same_publisher and later and other.bound == "approx" and self.bound == "exact"


def sources_of(facts: Iterable[Fact], documents: Sequence[dict[str, Any]]) -> dict[str, Source]:
    """The source of every document that has facts, by document id.

    documents: rows of `raw_documents`, as far as they are known; one that is not known is a source of its own.
    """
    rows = {row["document_id"]: row for row in documents}
    found = {}
    for document_id in sorted({fact.document_id for fact in facts}):
        row = rows.get(document_id, {})
        copy_of = row.get("source_group") or document_id
        known = {name: row.get(name) for name in ("publisher", "kind", "period")}
        found[document_id] = Source(document_id, copy_of, later_versions=_later(document_id, rows), **known)
    return found


def _later(document_id: str, rows: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """Every version after a document, however far."""
    later: list[str] = []
    following = rows.get(document_id, {}).get("superseded_by")
    while following and following not in later:
        later.append(following)
        following = rows.get(following, {}).get("superseded_by")
    return frozenset(later) - {document_id}


def ranked(facts: Sequence[Fact], sources: Mapping[str, Source]) -> list[Candidate]:
    """The candidates for the cell of `facts`, best first; none where no figure is of the zones.

    Order: latest version, the entity's own document before its bloc's before the press, wider
    coverage of zones, final before estimate, exact before hedged, sharper before rounder, then a
    fixed order of documents and places.
    """
    found = [c for c in _candidates(facts, sources) if not c.coverage or c.coverage - _BESIDE_THE_ZONES]
    return sorted(found, key=lambda c: _rank(c, found))


def reason_before(one: Candidate, other: Candidate) -> str:
    """Why the one comes before the other: one of `tables.REVISION_REASONS`."""
    both = (one, other)
    places = zip(_rank(one, both), _rank(other, both), strict=True)
    first = next((index for index, (mine, theirs) in enumerate(places) if mine != theirs), len(_REASONS))
    return _REASONS[first] if first < len(_REASONS) else _IN_FIXED_ORDER


def _candidates(facts: Sequence[Fact], sources: Mapping[str, Source]) -> list[Candidate]:
    ordered = sorted(facts, key=lambda f: (f.document_id, f.span, f.figure_id))
    found = []
    for (document_id, _), group in groupby(ordered, key=lambda f: (f.document_id, f.span)):
        same_place = list(group)
        source = sources[document_id]
        ends = {fact.bound: fact for fact in same_place}
        if len(same_place) == 2 and ends.keys() == {"lower", "upper"} and ends["lower"].value <= ends["upper"].value:
            found.append(_range(ends["lower"], ends["upper"], source))
        else:
            found += [Candidate((f,), source, f.value, f.interval, f.bound) for f in same_place]
    return found


def _range(lower: Fact, upper: Fact, source: Source) -> Candidate:
    """A printed range ("02 đến 05 ngày") is one statement: somewhere between its two figures."""
    return Candidate((lower, upper), source, lower.value, Interval(lower.value, upper.value), "lower")


def _rank(candidate: Candidate, all_candidates: Sequence[Candidate]) -> tuple[Any, ...]:
    source, fact = candidate.source, candidate.facts[0]
    width = candidate.interval.width
    return (
        any(other.source.is_later_version_of(source) for other in all_candidates),
        source.publisher_rank(fact.entity or ""),
        bool(candidate.coverage & _BESIDE_THE_ZONES),
        -len(candidate.coverage),
        _HEDGES[candidate.bound],
        (width is None, width or Decimal(0)),
        source.document_id,
        fact.span,
        fact.figure_id,
    )

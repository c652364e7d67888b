"""What the decisions on one cell come to: which candidates are out, which stands, whether it may be shown.

Belongs here: decisions on a cell and on its figures taken together, and what became of each. Does not: whether a
figure is still as it was found (`docket`), or ranking candidates (`candidates`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.decisions.candidates import Candidate
from kcn_pipeline.reference.corrections import Correction

State = Literal["applied", "confirming", "stale", "without_effect", "contradictory"]
_CHOOSING: Final = frozenset({"accept", "override"})


@dataclass(frozen=True, slots=True)
class Ruling:
    """The candidates of a cell after its decisions.

    kept: best first, as ranked. dropped: taken out by the decision beside them. choice: what an accept or override
    puts first, with the decided value; None without one. choosing: the decisions that say so. withholding: those
    that flag what stands. stale, contradictory: decisions that have no effect for that reason.
    """

    kept: tuple[Candidate, ...]
    dropped: tuple[tuple[Candidate, Correction], ...] = ()
    choice: Candidate | None = None
    choosing: tuple[Correction, ...] = ()
    withholding: tuple[Correction, ...] = ()
    stale: tuple[Correction, ...] = ()
    contradictory: tuple[Correction, ...] = ()

    @property
    def usual(self) -> Candidate | None:
        """What stands where nobody chooses."""
        return self.kept[0] if self.kept else None

    @property
    def chosen(self) -> Candidate | None:
        """What stands; None where every figure was dropped."""
        return self.choice or self.usual

    def states(self, corrections: Iterable[Correction], *, disputed: bool) -> dict[str, State]:
        """What became of each decision on the cell, by identifier; disputed: sources contradict the usual figure."""
        acting = [*(drop for _, drop in self.dropped), *self.withholding]
        if disputed or self.choice != self.usual:
            acting += self.choosing
        return {c.identifier: self._state(c, acting) for c in corrections}

    def _state(self, correction: Correction, acting: Sequence[Correction]) -> State:
        if correction in self.stale:
            return "stale"
        if correction in self.contradictory:
            return "contradictory"
        return "applied" if correction in acting else "without_effect"


def rule(candidates: Sequence[Candidate], corrections: Sequence[Correction]) -> Ruling:
    """The ruling on a cell.

    candidates: best first. corrections: on the cell and on figures of it, none of them stale or at odds with
    another on the same target. Decisions on figures come first; one on the cell holds while it finds the value it
    expects then. Those that would make different figures or values stand contradict each other: none is applied.
    """
    if not corrections:
        return Ruling(tuple(candidates))
    on_figures = [c for c in corrections if c.target.figure_id]
    after_figures = _rule_on_figures(candidates, on_figures)
    on_cell = [c for c in corrections if not c.target.figure_id]
    ruling = _rule_on_cell(after_figures, on_cell) if on_cell else after_figures
    return replace(ruling, withholding=tuple(_withholding(ruling, corrections)))


def _rule_on_figures(candidates: Sequence[Candidate], corrections: Sequence[Correction]) -> Ruling:
    out = [(each, c) for c in corrections if c.action == "drop" for each in candidates if _is_about(c, each)]
    dropped = [each for each, _ in out]
    kept = tuple(each for each in candidates if each not in dropped)
    ruling = Ruling(kept, tuple(out))
    return _chosen(ruling, [(each, c) for c in corrections for each in kept if _is_about(c, each)])


def _rule_on_cell(before: Ruling, corrections: Sequence[Correction]) -> Ruling:
    seen = before.chosen
    holding = [c for c in corrections if seen is not None and c.expect.value == seen.value]
    ruling = replace(before, stale=tuple(c for c in corrections if c not in holding))
    if seen is None or not holding:
        return ruling
    if not (emptying := [c for c in holding if c.action == "drop"]):
        return _chosen(ruling, [*((seen, c) for c in before.choosing), *((seen, c) for c in holding)])
    others = [c for c in (*before.choosing, *holding) if c.action in _CHOOSING]
    if others:
        return _refused(ruling, [*emptying, *others])
    return replace(ruling, kept=(), dropped=(*ruling.dropped, *((each, emptying[0]) for each in ruling.kept)))


def _chosen(ruling: Ruling, named: Iterable[tuple[Candidate, Correction]]) -> Ruling:
    """The ruling with the one choice that all decisions agree on; without any when they do not."""
    choices: dict[Candidate, list[Correction]] = defaultdict(list)
    for candidate, correction in named:
        if correction.action in _CHOOSING:
            choices[_as_decided(candidate, correction)].append(correction)
    every = [c for decisions in choices.values() for c in decisions]
    if len(choices) > 1:
        return _refused(ruling, every)
    return replace(ruling, choice=next(iter(choices), None), choosing=tuple(every))


def _refused(ruling: Ruling, corrections: Sequence[Correction]) -> Ruling:
    refused = tuple(dict.fromkeys((*ruling.contradictory, *corrections)))
    return replace(ruling, choice=None, choosing=(), contradictory=refused)


def _as_decided(candidate: Candidate, correction: Correction) -> Candidate:
    if correction.value is None:
        return candidate
    return replace(candidate, value=correction.value, interval=Interval.exactly(correction.value), bound="exact")


def _withholding(ruling: Ruling, corrections: Iterable[Correction]) -> Iterator[Correction]:
    for c in corrections:
        on_cell = c.target.figure_id is None and c not in ruling.stale
        if c.action == "flag" and ruling.chosen and (on_cell or _is_about(c, ruling.chosen)):
            yield c


def _is_about(correction: Correction, candidate: Candidate) -> bool:
    return candidate.holds(correction.target.figure_id)

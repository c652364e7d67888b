"""Which of several published figures stands for a cell, and whether the others agree with it.

Belongs here: the outcome for one cell. Does not: ranking figures (`candidates`), decisions of people
(`rulings`), which figures form a cell (`totals`), or relations between cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.reconciliation.cells import WITHHELD
from kcn_pipeline.reconciliation.decisions.candidates import Candidate, Source, ranked
from kcn_pipeline.reconciliation.decisions.rulings import Ruling, State, rule
from kcn_pipeline.reference.corrections import Correction

CONFLICT: Final = "conflict"
DECIDED: Final = "decided"


@dataclass(frozen=True, slots=True)
class Selection:
    """The figure that stands for a cell, and what became of the others.

    chosen: with the decided value where a person overrode it; None where every figure was dropped.
    others: not chosen and not dropped, best first. status: one of `tables.CELL_STATUSES`.
    states: what became of every decision on the cell, by identifier.
    """

    chosen: Candidate | None
    others: tuple[Candidate, ...]
    status: str
    ruling: Ruling
    states: Mapping[str, State]

    @property
    def sources(self) -> int:
        """Sources that publish the cell; copies of one text are one."""
        return 0 if self.chosen is None else _sources(self.chosen, self.others)

    @property
    def figure_ids(self) -> tuple[str, ...]:
        """Every figure, the one that stands for the cell first, what was dropped last."""
        return tuple(fact.figure_id for fact in self._facts)

    @property
    def review(self) -> bool:
        """Whether a word of any figure is doubtful."""
        return any(fact.review for fact in self._facts)

    @property
    def _facts(self) -> list[Fact]:
        first = () if self.chosen is None else (self.chosen,)
        every = (*first, *self.others, *(candidate for candidate, _ in self.ruling.dropped))
        return [fact for candidate in every for fact in candidate.facts]


def select(
    facts: Sequence[Fact], sources: Mapping[str, Source], corrections: Sequence[Correction] = ()
) -> Selection | None:
    """The figure that stands for the cell of `facts`; None when none of them is of the zones.

    A decision comes first, then the order of `candidates.ranked`. corrections: those on the cell and its
    figures, as `rulings.rule` takes them. The rest stay in `figure_ids`, behind the chosen one.
    """
    candidates = ranked(facts, sources)
    if not candidates:
        return None
    ruling = rule(candidates, corrections)
    disputed = ruling.usual is not None and _status(ruling.usual, ruling.kept[1:]) == CONFLICT
    states = ruling.states(corrections, disputed=disputed)
    chosen = ruling.chosen
    others = tuple(each for each in ruling.kept if chosen is not None and each.facts != chosen.facts)
    decided = any(states[c.identifier] == "applied" for c in ruling.choosing)
    status = DECIDED if decided or chosen is None else _status(chosen, others)
    return Selection(chosen, others, WITHHELD if ruling.withholding else status, ruling, states)


def kind_of_difference(chosen: Candidate, other: Candidate) -> str:
    """How another figure differs from the one that stands: coverage, agreement, revision or conflict."""
    if not other.comparable(chosen):
        return "coverage"
    if other.interval.overlaps(chosen.interval):
        return "agreement"
    return "revision" if chosen.revises(other) else CONFLICT


def _status(chosen: Candidate, others: Sequence[Candidate]) -> str:
    kinds = {kind_of_difference(chosen, other) for other in others}
    for differing in (CONFLICT, "revision"):
        if differing in kinds:
            return differing
    return "single" if _sources(chosen, others) == 1 else "agreement"


def _sources(chosen: Candidate, others: Sequence[Candidate]) -> int:
    rivals = [other for other in others if other.comparable(chosen)]
    return len({candidate.source.copy_of for candidate in (chosen, *rivals)})

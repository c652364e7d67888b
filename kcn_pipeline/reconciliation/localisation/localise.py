"""Who is wrong: every contradiction of a half-year explained, likeliest explanation first.

Belongs here: the order of the work, from cells and statements to answers. Does not: rows of stored
tables (`suspects`), bounds of unpublished cells (`bounds`), or applying a repair, which people do.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kcn_pipeline.garbage import collection_paused
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reconciliation.cells import Cells
from kcn_pipeline.reconciliation.localisation.answers import Answer
from kcn_pipeline.reconciliation.localisation.changes import Changes
from kcn_pipeline.reconciliation.localisation.conflicts import Conflict
from kcn_pipeline.reconciliation.localisation.hitting_sets import search
from kcn_pipeline.reconciliation.localisation.linear_system import Component, System, components
from kcn_pipeline.reconciliation.localisation.percentages import reread, saving
from kcn_pipeline.reconciliation.localisation.places import Places
from kcn_pipeline.reconciliation.localisation.plausibility import Plausibility, best_first
from kcn_pipeline.reconciliation.localisation.ratio_rows import published_rates, stated_relations
from kcn_pipeline.reconciliation.localisation.relation_rows import MembersOf, identity_relations
from kcn_pipeline.reconciliation.localisation.second_opinion import second_opinion
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline.reconciliation.localisation.whole_numbers import Ends, is_empty
from kcn_pipeline.reconciliation.relations.bloc_sums import members_of as members_by_reference
from kcn_pipeline.reconciliation.relations.plans import Plans
from kcn_pipeline.reconciliation.relations.statements import Statement
from kcn_pipeline.reference.blocs import load_blocs
from kcn_pipeline.reference.repairs import load_repairs

# Seconds for one half-year: a hundred times the median, so that only hopeless contradictions meet it.
TIME_LIMIT: Final = 15.0
SECOND_OPINION_LIMIT: Final = 1.0
# Answers so near each other (nats) are both told.
AMBIGUITY: Final = 1.0


@dataclass(frozen=True, slots=True)
class Localisation:
    """A contradictory component: its answers from likeliest on, its conflicts; `finished` when all were weighed."""

    component: Component
    answers: tuple[Answer, ...]
    conflicts: tuple[Conflict, ...]
    finished: bool

    @property
    def best(self) -> tuple[Answer, ...]:
        """The answers within one nat of the best: more than one is an ambiguity."""
        return tuple(a for a in self.answers if a.cost <= self.answers[0].cost + AMBIGUITY)

    @property
    def accused(self) -> frozenset[int]:
        """Every element that a best answer gives up; of an unexplained contradiction every member."""
        if not self.answers:
            return frozenset(e for conflict in self.conflicts for e in conflict.members)
        return frozenset(e for a in self.best for e in (*(s.element for s in a.suspects), *a.relations))

    @property
    def given_up(self) -> frozenset[int]:
        """The accused, and relations that fail with them though no conflict that was found names them."""
        return self.accused | {e for answer in self.best for e in answer.given_up}


@collection_paused()
def linear_system(
    cells: Cells,
    stated: Iterable[Statement] = (),
    quotes: Mapping[str, str] | None = None,
    targets: Plans | None = None,
    members_of: MembersOf = members_by_reference,
) -> System:
    """Every figure and relation of some cells. quotes: characters of the figures by id, for their digits.

    Relations also tie cells that nobody published, which then become variables between nothing and
    their ceiling. Computed cells (`published` False) are left out.
    """
    places = Places(cells, quotes or {})
    blocs = {f"bloc:{code}" for code in load_blocs()} | {
        s.entity for s in places.series if s.entity.startswith("bloc:")
    }
    tied = list(stated_relations(places, cells, stated, targets or {}))
    tied += published_rates(places)
    tied += identity_relations(places, sorted(blocs), members_of)
    return System(tuple(places.known), places.ranges(), tuple(places.figures.values()), tuple(tied))


@collection_paused()
def localise(system: System, period: HalfYear | None = None, time_limit: float = TIME_LIMIT) -> list[Localisation]:
    """What is wrong in every component that has a figure of `period`, or in all; none where all can hold.

    time_limit: seconds for everything; components that it leaves unexplained come back unfinished.
    A repair is proposed, never applied.
    """
    deadline = time.monotonic() + time_limit
    found = (_of_component(system, component, deadline) for component in components(system, period))
    return [localisation for localisation in found if localisation is not None]


def _of_component(system: System, component: Component, deadline: float) -> Localisation | None:
    if not component.relations and not any(map(is_empty, component.box())):
        return None
    solver = Solver(component)
    if solver.feasible():
        return None
    changes = Changes(component, {system.places[f.place]: f.amount for f in system.figures})
    found = search(solver, changes, deadline)
    answers = {answer.changes: answer for answer in found.answers if answer.changes}
    # Of single changes the search has tried every one; of several it prunes, and may have stopped.
    likeliest = min(answers.values(), key=lambda answer: answer.cost, default=None)
    if likeliest is None or not found.finished or len(likeliest.changes) > 1:
        seconds = min(deadline - time.monotonic(), SECOND_OPINION_LIMIT)
        answer = second_opinion(solver, changes, found.conflicts, seconds)
        if answer is not None:
            answers.setdefault(answer.changes, answer)
    if not answers and found.finished:
        return None
    plausibility = Plausibility(system, component)
    weighed = _weighed(solver, list(answers.values()), found.conflicts, plausibility)
    return Localisation(component, tuple(weighed), tuple(found.conflicts), found.finished)


def _weighed(
    loose: Solver, answers: Sequence[Answer], conflicts: Sequence[Conflict], plausibility: Plausibility
) -> list[Answer]:
    """The answers from likeliest on, with the relations that matter to the conflicts.

    One under which percentages hold only loosely pays for a cut percentage, one that makes a figure unlike
    itself a report before for the surprise. A percentage that the catalogue explains is the likelier for it.
    """
    component = loose.component
    contradicting = {element for conflict in conflicts for element in conflict.members}
    tied = {component.columns[figure] for conflict in conflicts for figure in conflict.figures}
    near = [any(not tied.isdisjoint(row.columns) for row in rows) for rows in component.rows]
    rows = [s if s and n else r for r, s, n in zip(component.rows, component.strict, near, strict=True)]
    solver, weighed = Solver(replace(component, rows=tuple(rows))), []
    for found in answers:
        answer = _best_read(loose, found, plausibility)
        set_aside = frozenset([*answer.relations, *(s.element for s in answer.suspects if not s.readings)])
        read = _read(component, answer)
        strict = solver.feasible(set_aside, read)
        relations = tuple(element for element in answer.relations if element in contradicting)
        wrong = [e for e in relations if component.relation(e).cause == "stated_percentage"]
        stated = tuple(s for e in wrong if (s := reread(loose, e, set_aside, read)) is not None)
        cost = answer.cost + plausibility.surprise(answer) - sum(map(saving, stated))
        cost += 0.0 if strict else load_repairs()["cut_percentage"].cost
        weighed.append(replace(answer, cost=cost, strict=strict, relations=relations, reread=stated))
    return best_first(weighed)


def _best_read(solver: Solver, answer: Answer, plausibility: Plausibility) -> Answer:
    """The answer with the readings ordered by what is plausible too, as long as the first ones fit together."""
    ordered = plausibility.ordered(answer)
    set_aside = frozenset([*answer.relations, *(s.element for s in answer.suspects if not s.readings)])
    if ordered == answer or not solver.feasible(set_aside, _read(solver.component, ordered)):
        return answer
    return ordered


def _read(component: Component, answer: Answer) -> dict[int, Ends]:
    """The ends of every figure under its first reading."""
    return {s.element: component.ends(s.readings[0].interval) for s in answer.suspects if s.readings}

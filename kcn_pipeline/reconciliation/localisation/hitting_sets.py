"""Best-first search for what to give up so that everything else can hold: a hitting-set tree.

Belongs here: the search over figures, exchanged pairs and soft relations. Does not: the readings of
one figure (`repairs`), conflicts (`conflicts`), or scoring what was found (`answers`).
"""

from __future__ import annotations

import heapq
import math
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kcn_pipeline.reconciliation.localisation.answers import Answer, score
from kcn_pipeline.reconciliation.localisation.changes import Changes
from kcn_pipeline.reconciliation.localisation.conflicts import (
    Conflict,
    irreducible_conflict,
    range_within,
    still_conflicts,
)
from kcn_pipeline.reconciliation.localisation.joint_changes import Change
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline.reconciliation.localisation.whole_numbers import Ends, is_empty, meet

# Answers a hundred times less likely than the best are not worth a line.
WIDEST_GAP: Final = 4.6
MOST_CHANGES: Final = 4
_MOST_ANSWERS: Final = 12
_MOST_NODES: Final = 4000


@dataclass(slots=True)
class Search:
    """What a search found: answers from likeliest on, the conflicts behind them, and whether it was exhaustive."""

    answers: list[Answer] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    finished: bool = True


class _Tree:
    def __init__(self, solver: Solver, changes: Changes, deadline: float) -> None:
        self.solver, self.changes, self.deadline = solver, changes, deadline
        self.found = Search()
        # For a change, the conflicts it would resolve and the least it then costs.
        self.refined: dict[int, list[tuple[frozenset[int], float]]] = defaultdict(list)
        self.ways_out: dict[Conflict, list[int]] = {}
        self.left: dict[tuple[Conflict, int], Ends] = {}
        # What the cheapest set of changes costs that more would have to be added to.
        self.cut_off = math.inf

    def run(self) -> Search:
        waiting: list[tuple[float, int, frozenset[int]]] = [(0.0, 0, frozenset())]
        seen, nodes = {frozenset[int]()}, 0
        while waiting:
            bound, _, given_up = heapq.heappop(waiting)
            if self._enough(bound):
                break
            nodes += 1
            # Even without time the first conflict is told: something is wrong among its members.
            if self.found.conflicts and (nodes > _MOST_NODES or time.monotonic() > self.deadline):
                self.found.finished = False
                break
            better = self._bound(given_up)
            if better > bound + 1e-9:
                heapq.heappush(waiting, (better, nodes, given_up))
                continue
            for child in self._children(given_up):
                if child not in seen and not any(answer.changes <= child for answer in self.found.answers):
                    seen.add(child)
                    heapq.heappush(waiting, (self._bound(child), len(seen) + _MOST_NODES, child))
        best = min((answer.cost for answer in self.found.answers), default=math.inf)
        if self.cut_off < math.inf and self.cut_off + self.changes.least <= best + WIDEST_GAP:
            self.found.finished = False
        self.found.answers.sort(key=lambda answer: (answer.cost, sorted(answer.changes)))
        return self.found

    def _enough(self, bound: float) -> bool:
        answers = self.found.answers
        if len(answers) >= _MOST_ANSWERS:
            return True
        return bool(answers) and bound > min(answer.cost for answer in answers) + WIDEST_GAP

    def _children(self, given_up: frozenset[int]) -> Iterator[frozenset[int]]:
        """Nothing when `given_up` is an answer; else it and each way out of one of its conflicts."""
        conflict = self._conflict(given_up)
        if conflict is None:
            return
        if len(given_up) == MOST_CHANGES:
            self.cut_off = min(self.cut_off, self._bound(given_up))
            return
        taken = {e for number in given_up for e in self.changes[number].elements}
        for number in self._ways_out(conflict):
            # What is wrong together with others is wrong in that way alone.
            if taken.isdisjoint(self.changes[number].elements):
                yield given_up | {number}

    def _ways_out(self, conflict: Conflict) -> list[int]:
        """The changes that may end a conflict; those that tell their readings are tried on it, which is cheap."""
        if conflict not in self.ways_out:
            touching = self.changes.resolving(conflict.members - {e for e, _ in conflict.readings})
            self.ways_out[conflict] = [number for number in touching if self._may_end(conflict, self.changes[number])]
        return self.ways_out[conflict]

    def _may_end(self, conflict: Conflict, change: Change) -> bool:
        read = {e: ends for e, _, ends in change.readings if e in conflict.figures}
        if len(read) == 1:
            ((figure, ends),) = read.items()
            return not is_empty(meet(ends, self._left(conflict, figure)))
        component = self.solver.component
        if change.kind == "exchanged_members" and all(
            component.relation(e).family == "bloc_sum" for e in conflict.relations
        ):
            return False  # whoever has which figure, their sum is the same
        return not read or not still_conflicts(component, conflict, read)

    def _left(self, conflict: Conflict, figure: int) -> Ends:
        """What the rest of a conflict leaves for one of its figures."""
        if (conflict, figure) not in self.left:
            self.left[conflict, figure] = range_within(self.solver.component, conflict, figure)
        return self.left[conflict, figure]

    def _conflict(self, given_up: frozenset[int]) -> Conflict | None:
        """A conflict that `given_up` leaves; None, and the answer noted, when there is none."""
        set_aside, readings = self.changes.relaxed(given_up)
        touched = set_aside | readings.keys()
        for known in self.found.conflicts:
            under = dict(known.readings)
            if not (known.members - under.keys()) & touched and all(readings.get(e) == r for e, r in under.items()):
                return known
        if not self.solver.feasible(set_aside, readings):
            found = irreducible_conflict(self.solver, set_aside, readings)
            if found is not None:
                self._note(found)
                return found
        answer = score(self.solver, self.changes, given_up)
        if answer is not None:
            self.found.answers.append(answer)
        return None

    def _note(self, conflict: Conflict) -> None:
        self.found.conflicts.append(conflict)
        if conflict.readings:
            return
        for figure in conflict.figures:
            cost = self.changes.cost_within(figure, self._left(conflict, figure))
            self.refined[self.changes.of_element[figure]].append((conflict.members, cost))

    def _bound(self, given_up: frozenset[int]) -> float:
        """The least that any answer with these changes costs.

        A figure that alone resolves a conflict must be read as the rest of that conflict allows.
        """
        total = 0.0
        for change in given_up:
            cost = self.changes[change].cost
            if self.refined[change]:
                others, _ = self.changes.relaxed(given_up - {change})
                exchanged = {e for c in given_up - {change} for e, _, _ in self.changes[c].readings}
                cost = max([cost, *(c for members, c in self.refined[change] if not members & (others | exchanged))])
            total += cost
        return total


def search(solver: Solver, changes: Changes, deadline: float) -> Search:
    """Every answer within `WIDEST_GAP` nats of the best, of at most `MOST_CHANGES` changes.

    deadline: `time.monotonic()` at which to stop; `finished` is then False, as it is when more changes
    would be needed.
    """
    return _Tree(solver, changes, deadline).run()

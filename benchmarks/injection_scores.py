"""What localisation made of the errors of one panel, counted, and what a naive rule would have made of them.

Belongs here: counts over panels. Does not: which panels are tried, or the report (`injection`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.localisation.linear_system import System
from kcn_pipeline.reconciliation.localisation.localise import Localisation, linear_system, localise
from kcn_pipeline.synthetic.injection import Injected, Place
from kcn_pipeline.synthetic.panels import Panel

TOLERANCE: Final = Decimal("0.05")


@dataclass
class Score:
    """Counts over the panels of one setting; seconds by panel."""

    errors: int = 0
    detectable: int = 0
    accused: int = 0
    rightly_accused: int = 0
    named: int = 0
    named_in_three: int = 0
    mended: int = 0
    contradictions: int = 0
    ambiguous: int = 0
    unfinished: int = 0
    naive_accused: int = 0
    naive_right: int = 0
    naive_named: int = 0
    by_kind: dict[str, list[int]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)


def system_of(made: Panel) -> System:
    """The linear system of a panel's half-year and the year before."""
    return linear_system(made.cells, made.stated, made.quotes, members_of=made.members_of)


def count(score: Score, honest: Panel, wrong: Panel, injected: Sequence[Injected], found: list[Localisation]) -> None:
    """Add what was found in `wrong`, which is `honest` with the errors `injected`."""
    bad = {place for error in injected for place in error.places}
    accused = _named(found, 0)
    score.contradictions += len(found)
    score.ambiguous += sum(len(one.best) > 1 for one in found)
    score.unfinished += sum(not one.finished for one in found)
    score.accused += len(accused)
    score.rightly_accused += len(accused.keys() & bad)
    naive = naive_suspects(wrong)
    score.naive_accused += len(naive)
    score.naive_right += len(naive & bad)
    for error in injected:
        score.errors += 1
        kind = score.by_kind.setdefault(error.kind, [0, 0, 0, 0])
        kind[0] += 1
        score.naive_named += error.places <= naive
        if not (bool(found) if len(injected) == 1 else _is_detectable(honest, wrong, error)):
            continue
        named = error.places <= accused.keys()
        in_three = named or any(error.places <= _named(found, rank).keys() for rank in (1, 2))
        mended = named and all(accused[place] == printed.value for place, printed in error.true)
        score.detectable += 1
        score.named += named
        score.named_in_three += in_three
        score.mended += mended
        for column, counted in enumerate((True, named, mended), start=1):
            kind[column] += counted


def _is_detectable(honest: Panel, wrong: Panel, error: Injected) -> bool:
    alone = {place: wrong.printed[place] for place in error.places}
    only = Panel(honest.truth, honest.blocs, {**honest.printed, **alone}, honest.stated)
    return bool(localise(system_of(only), only.period))


def _named(found: Iterable[Localisation], rank: int) -> dict[Place, Decimal | None]:
    """The cells that answer number `rank` of every contradiction calls wrong, with the value first proposed."""
    named: dict[Place, Decimal | None] = {}
    for one in found:
        for answer in one.answers[rank : rank + 1]:
            for suspect in answer.suspects:
                place = one.component.place(suspect.element)
                named[place.series, place.window] = suspect.readings[0].value if suspect.readings else None
    return named


def naive_suspects(made: Panel) -> set[Place]:
    """Every figure of a fully published sum that is more than 5 % off its total."""
    accused: set[Place] = set()
    for (series, window), whole in made.printed.items():
        parts_of = []
        if series.origin == "total":
            parts_of.append([Series(series.entity, series.metric, origin, series.unit) for origin in ("fdi", "ddi")])
        if series.entity in made.blocs:
            boards = made.blocs[series.entity]
            parts_of.append([Series(board, series.metric, series.origin, series.unit) for board in boards])
        for parts in parts_of:
            places = [(part, window) for part in parts]
            if all(place in made.printed for place in places):
                total = sum((made.printed[place].value for place in places), Decimal(0))
                if abs(total - whole.value) > TOLERANCE * abs(whole.value):
                    accused |= {(series, window), *places}
    return accused

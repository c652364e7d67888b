"""Errors put into a synthetic panel, of the kinds that real reports show, each remembered with the true print.

Belongs here: misprints of one figure and exchanged pairs. Does not: finding or mending them; the tables
here are written apart from the catalogue of repairs that they judge.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from typing import Final

from kcn_pipeline.periods import Window
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.synthetic.panels import Panel, Printed

Place = tuple[Series, Window]

# How often each kind is met among a hundred errors.
KINDS: Final = {
    "separator": 25,
    "magnitude_word": 15,
    "unit_slip": 3,
    "confused_digit": 20,
    "transposed_digits": 10,
    "lost_digit": 8,
    "doubled_digit": 6,
    "exchanged_origins": 8,
    "unexplained": 5,
}
_LOOK_ALIKES: Final = {
    "0": "86", "1": "74", "2": "7", "3": "8", "4": "91", "5": "6", "6": "50", "7": "1", "8": "03", "9": "4",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Injected:
    """One error: its kind, and the figures it changed with what they should have printed."""

    kind: str
    true: tuple[tuple[Place, Printed], ...]

    @property
    def places(self) -> frozenset[Place]:
        """The cells with a wrong figure."""
        return frozenset(place for place, _ in self.true)


def inject(panel: Panel, errors: int, rng: random.Random) -> tuple[Panel, list[Injected]]:
    """A copy of the panel with so many errors among the figures of its period, no figure hit twice."""
    wrong = copy(panel)
    wrong.printed = dict(panel.printed)
    pool = [place for place in panel.printed if place[1].half_year == panel.period]
    found: list[Injected] = []
    while len(found) < errors:
        kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
        changed = misprint(panel, rng.choice(pool), kind, rng)
        hit = {place for injected in found for place in injected.places}
        if changed and hit.isdisjoint(changed):
            wrong.printed |= changed
            found.append(Injected(kind, tuple((place, panel.printed[place]) for place in changed)))
    return wrong, found


def misprint(panel: Panel, place: Place, kind: str, rng: random.Random) -> dict[Place, Printed]:
    """The figures that an error of this kind changes at a place; none where it cannot happen."""
    if kind == "exchanged_origins":
        return _exchanged(panel, place)
    printed = panel.printed[place]
    changed = _MISPRINTS[kind](printed, place[0].unit, rng)
    return {place: changed} if changed is not None and changed.value != printed.value and changed.value else {}


def _exchanged(panel: Panel, place: Place) -> dict[Place, Printed]:
    series, window = place
    other = {"fdi": "ddi", "ddi": "fdi"}.get(series.origin or "")
    twin = replace(series, origin=other), window
    if other is None or twin not in panel.printed or panel.printed[twin].value == panel.printed[place].value:
        return {}
    return {place: panel.printed[twin], twin: panel.printed[place]}


def _separator(printed: Printed, _unit: str, _rng: random.Random) -> Printed | None:
    """Three decimals taken for a group, or one group of three taken for decimals."""
    if printed.decimals == 3:
        return replace(printed, decimals=0, digits=printed.digits.lstrip("0"))
    if printed.decimals == 0 and 4 <= len(printed.digits) <= 6:
        return replace(printed, decimals=3)
    return None


def _magnitude(printed: Printed, unit: str, _rng: random.Random) -> Printed | None:
    return replace(printed, scale={6: 9, 9: 6}[printed.scale]) if unit == "USD" else None


def _unit(printed: Printed, unit: str, rng: random.Random) -> Printed | None:
    return replace(printed, scale=rng.choice((-4, 4))) if unit == "ha" else None


def _confused(printed: Printed, _unit: str, rng: random.Random) -> Printed | None:
    place = rng.randrange(len(printed.digits))
    other = rng.choice(_LOOK_ALIKES[printed.digits[place]])
    return _with(printed, printed.digits[:place] + other + printed.digits[place + 1 :])


def _transposed(printed: Printed, _unit: str, rng: random.Random) -> Printed | None:
    if len(printed.digits) < 2:
        return None
    place, digits = rng.randrange(len(printed.digits) - 1), printed.digits
    return _with(printed, digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])


def _lost(printed: Printed, _unit: str, rng: random.Random) -> Printed | None:
    place = rng.randrange(len(printed.digits))
    in_decimals = place >= len(printed.digits) - printed.decimals
    return _with(printed, printed.digits[:place] + printed.digits[place + 1 :], printed.decimals - in_decimals)


def _doubled(printed: Printed, _unit: str, rng: random.Random) -> Printed | None:
    place = rng.randrange(len(printed.digits))
    in_decimals = place >= len(printed.digits) - printed.decimals
    return _with(printed, printed.digits[: place + 1] + printed.digits[place:], printed.decimals + in_decimals)


def _other(printed: Printed, _unit: str, rng: random.Random) -> Printed | None:
    digits = "".join(rng.choice("0123456789") for _ in printed.digits)
    return _with(printed, digits)


def _with(printed: Printed, digits: str, decimals: int | None = None) -> Printed | None:
    """Other digits, where they still look like a numeral."""
    after = printed.decimals if decimals is None else decimals
    whole = digits[: len(digits) - after]
    if not whole or (whole[0] == "0" and (len(whole) > 1 or not after)):
        return None
    return replace(printed, digits=digits, decimals=after)


_MISPRINTS: Final[dict[str, Callable[[Printed, str, random.Random], Printed | None]]] = {
    "separator": _separator,
    "magnitude_word": _magnitude,
    "unit_slip": _unit,
    "confused_digit": _confused,
    "transposed_digits": _transposed,
    "lost_digit": _lost,
    "doubled_digit": _doubled,
    "unexplained": _other,
}

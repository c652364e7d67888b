"""Errors put into synthetic panels."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.synthetic.injection import KINDS, Place, inject, misprint
from kcn_pipeline.synthetic.panels import Panel, Printed, panel

SERIES = Series("board:a", "capital_new", "fdi", "USD")
PLACE: Place = (SERIES, Window.of_year(2019))


def misprinted(kind: str, printed: Printed, unit: str = "USD") -> set[str]:
    """Everything that a kind of error makes of a figure."""
    place = replace(SERIES, unit=unit), PLACE[1]
    made = Panel({}, {}, {place: printed})
    rng = random.Random(0)  # noqa: S311 - repeatable
    found = (misprint(made, place, kind, rng).get(place) for _ in range(200))
    return {f"{one.quote}e{one.scale}" for one in found if one is not None}


@pytest.mark.parametrize(
    ("kind", "printed", "unit", "expected"),
    [
        ("separator", Printed("2935", 3, 9), "USD", {"2.935e9"}),
        ("separator", Printed("51390", 0, 6), "USD", {"51,390e6"}),
        ("separator", Printed("29", 1, 9), "USD", set()),
        ("magnitude_word", Printed("29", 1, 9), "USD", {"2,9e6"}),
        ("magnitude_word", Printed("29", 0, 0), "project", set()),
        ("unit_slip", Printed("29", 0, 0), "ha", {"29e4", "29e-4"}),
        ("confused_digit", Printed("25", 0, 6), "USD", {"75e6", "26e6"}),
        ("transposed_digits", Printed("250", 0, 6), "USD", {"520e6", "205e6"}),
        ("transposed_digits", Printed("5", 0, 6), "USD", set()),
        ("lost_digit", Printed("295", 2, 9), "USD", {"2,9e9", "2,5e9"}),
        ("doubled_digit", Printed("29", 1, 9), "USD", {"22,9e9", "2,99e9"}),
    ],
)
def test_every_kind(kind: str, printed: Printed, unit: str, expected: set[str]) -> None:
    assert misprinted(kind, printed, unit) == expected


def test_an_unexplained_figure_is_as_long() -> None:
    assert all(len(quote) == len("25e6") for quote in misprinted("unexplained", Printed("25", 0, 6)))


def test_a_pair_is_exchanged() -> None:
    twin = replace(SERIES, origin="ddi"), PLACE[1]
    made = Panel({}, {}, {PLACE: Printed("25", 0, 6), twin: Printed("3", 0, 6)})
    rng = random.Random(0)  # noqa: S311 - repeatable
    assert misprint(made, PLACE, "exchanged_origins", rng) == {PLACE: made.printed[twin], twin: made.printed[PLACE]}
    del made.printed[twin]
    assert misprint(made, PLACE, "exchanged_origins", rng) == {}


@pytest.mark.parametrize("errors", [1, 3])
def test_so_many_errors_in_the_period_and_the_truth_is_remembered(errors: int) -> None:
    made = panel(4)
    wrong, injected = inject(made, errors, random.Random(9))  # noqa: S311 - repeatable
    changed = {place for place in made.printed if made.printed[place] != wrong.printed[place]}
    assert changed == {place for error in injected for place in error.places}
    assert len(injected) == errors
    assert all(window.end > date(2019, 6, 30) for _, window in changed)
    for error in injected:
        assert error.kind in KINDS
        assert all(made.printed[place] == true for place, true in error.true)

"""Localisation on panels made up from known truth: no false alarm, true values inside, one error found."""

from __future__ import annotations

import random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kcn_pipeline.reconciliation.localisation.bounds import bounds
from kcn_pipeline.reconciliation.localisation.linear_system import Row, System
from kcn_pipeline.reconciliation.localisation.localise import linear_system, localise
from kcn_pipeline.reconciliation.localisation.propagation import propagate
from kcn_pipeline.reconciliation.localisation.whole_numbers import Ends
from kcn_pipeline.synthetic.injection import inject
from kcn_pipeline.synthetic.panels import Panel, panel

seeds = st.integers(0, 10**6)
gaps = st.sampled_from((0.0, 0.3, 0.6))


def system_of(made: Panel) -> System:
    return linear_system(made.cells, made.stated, made.quotes, members_of=made.members_of)


# More left than the earlier stock allows, for much had come; a cut percentage that another base gave by chance.
@settings(max_examples=12, deadline=None)
@example(3989, 0.3)
@example(237, 0.0)
@given(seeds, gaps)
def test_an_honest_panel_raises_no_alarm(seed: int, missing: float) -> None:
    made = panel(seed, boards=(5,), missing=missing)
    assert localise(system_of(made)) == []


@settings(max_examples=6, deadline=None)
@given(seeds, gaps)
def test_true_values_lie_inside_their_bounds(seed: int, missing: float) -> None:
    made = panel(seed, boards=(4,), missing=missing)
    found = list(bounds(system_of(made), made.period))
    outside = [b for b in found if not b.interval.contains(made.truth[b.series, b.window])]
    assert outside == []


@settings(max_examples=10, deadline=None)
@given(seeds, st.integers(1, 2))
def test_answers_explain_what_they_say_and_contradictions_are_real(seed: int, errors: int) -> None:
    made = panel(seed, boards=(5,))
    wrong, injected = inject(made, errors, random.Random(seed))  # noqa: S311 - repeatable
    bad = {place for error in injected for place in error.places}
    for found in localise(system_of(wrong)):
        component = found.component
        assert found.conflicts
        for conflict in found.conflicts:
            if not conflict.readings:
                places = {(p.series, p.window) for p in map(component.place, conflict.figures)}
                assert places & bad, "a conflict among figures that are right"
        for answer in found.answers:
            for suspect in answer.suspects:
                assert all(reading.interval.overlaps(suspect.feasible) for reading in suspect.readings)


@st.composite
def boxes_with_a_point(draw: st.DrawFn) -> tuple[list[int], list[Ends], list[Row]]:
    """A point, a box around it, and rows that it satisfies."""
    point = draw(st.lists(st.integers(-1000, 1000), min_size=2, max_size=5))
    box: list[Ends] = [
        (
            draw(st.sampled_from((None, value, value - draw(st.integers(0, 50))))),
            draw(st.sampled_from((None, value, value + draw(st.integers(0, 50))))),
        )
        for value in point
    ]
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        columns = draw(st.lists(st.sampled_from(range(len(point))), min_size=1, unique=True))
        coefficients = draw(st.lists(st.integers(-9, 9).filter(bool), min_size=len(columns), max_size=len(columns)))
        total = sum(c * point[column] for c, column in zip(coefficients, columns, strict=True))
        lo = draw(st.sampled_from((None, total, total - 3)))
        hi = draw(st.sampled_from((None, total, total + 3)))
        rows.append(Row(tuple(columns), tuple(coefficients), lo, hi))
    return point, box, rows


@given(boxes_with_a_point())
def test_propagation_never_loses_a_point(made: tuple[list[int], list[Ends], list[Row]]) -> None:
    point, box, rows = made
    narrowed = propagate(box, rows)
    assert narrowed is not None
    for value, (lo, hi), (old_lo, old_hi) in zip(point, narrowed, box, strict=True):
        assert (lo is None or lo <= value) and (hi is None or value <= hi)
        assert old_lo is None or (lo is not None and lo >= old_lo)
        assert old_hi is None or (hi is not None and hi <= old_hi)

"""Bounds of what nobody published."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.localisation.bounds import Bounds, Prover, bounds
from kcn_pipeline_tests.unit.reconciliation.builders import END, H1, H2, HALF, MIDDLE, YEAR
from kcn_pipeline_tests.unit.reconciliation.sheets import BILLION, BOARDS, Sheet


def of(sheet: Sheet, entity: str, origin: str | None = None) -> list[Bounds]:
    found = bounds(sheet.system, localised=sheet.localised())
    return [b for b in found if (b.series.entity, b.series.origin) == (entity, origin)]


def exports() -> Sheet:
    sheet = Sheet(members=BOARDS)
    sheet.add("exports", "69,134", None, "USD", BILLION)
    sheet.entity = BOARDS[0]
    sheet.add("exports", "4,8", None, "USD", BILLION)
    return sheet


def test_members_share_what_the_bloc_leaves() -> None:
    (bound,) = of(exports(), BOARDS[1])
    assert bound.kind == "unpublished"
    assert bound.interval == Interval(Decimal(0), Decimal("64384500000.000"))


def test_the_last_member_is_the_rest() -> None:
    sheet = exports()
    sheet.entity = BOARDS[1]
    sheet.add("exports", "60,00", None, "USD", BILLION)
    (bound,) = of(sheet, BOARDS[2])
    assert bound.interval == Interval(Decimal(4278500000), Decimal(4389500000))


def test_the_second_half_is_the_year_less_the_first() -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("exports", "69,134", None, "USD", BILLION)
    sheet.window = HALF
    sheet.add("exports", "25,44", None, "USD", BILLION)
    (bound,) = of(sheet, "board:north")
    assert (bound.kind, bound.window) == ("second_half", Window.of_months(2019, 7, 12))
    assert bound.interval == Interval(Decimal(43688500000), Decimal(43699500000))


def test_a_published_second_half_needs_no_bounds() -> None:
    sheet = Sheet(entity="board:north")
    for window, quote in ((YEAR, "532"), (HALF, "255"), (Window.of_months(2019, 7, 12), "277")):
        sheet.window = window
        sheet.add("projects_licensed", quote, "total")
    assert of(sheet, "board:north", "total") == []


def test_counts_are_bounded_by_whole_numbers() -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("projects_licensed", "100", "total", bound="approx")
    sheet.add("projects_licensed", "30", "fdi")
    (bound,) = of(sheet, "board:north", "ddi")
    assert bound.interval == Interval(Decimal(65), Decimal(75))


def test_bounds_use_every_relation_together() -> None:
    sheet = Sheet(members=BOARDS[:2])
    sheet.licences("100", "60", "40")
    sheet.entity = BOARDS[0]
    sheet.licences("30", None, "12")
    found = {(b.series.entity, b.series.origin): b.interval for b in bounds(sheet.system)}
    assert found == {
        (BOARDS[0], "fdi"): Interval.exactly(Decimal(18)),
        (BOARDS[1], "total"): Interval.exactly(Decimal(70)),
        (BOARDS[1], "fdi"): Interval.exactly(Decimal(42)),
        (BOARDS[1], "ddi"): Interval.exactly(Decimal(28)),
    }


def test_suspects_are_set_aside_and_counted() -> None:
    sheet = Sheet(entity="board:north")
    sheet.licences("532", "319", "153")
    assert list(bounds(sheet.system)) == []
    (bound,) = of(sheet, "board:north", "fdi")
    assert bound.interval == Interval.exactly(Decimal(379))
    assert bound.set_aside == 1


def test_relations_that_fail_together_with_one_in_a_conflict_are_set_aside_too() -> None:
    """More zones are counted at the end of the year: neither half's roll holds, but a conflict names only one."""
    sheet = Sheet(members=BOARDS, window=MIDDLE)
    sheet.add("projects_active", "353", "ddi", zones=("kcn",))
    sheet.window = END
    sheet.add("projects_active", "432", "ddi", zones=("kcn", "kkt"))
    sheet.says("projects_active", "13", "yoy", "ddi")
    for window, flow in ((HALF, "9"), (YEAR, "47")):
        sheet.window = window
        sheet.add("projects_licensed", flow, "ddi")
    found = [b for b in of(sheet, BOARDS[0], "ddi") if (b.series.metric, b.window) == ("projects_active", END)]
    assert [b.interval for b in found] == [Interval(Decimal(0), Decimal(432))]


def test_only_what_ends_in_the_period() -> None:
    sheet = exports()
    assert {b.window for b in bounds(sheet.system, H2)} == {YEAR}
    assert list(bounds(sheet.system, H1)) == []


def test_a_cell_without_ceiling_stays_open() -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("made_up_metric", "5")
    prover = Prover(sheet.component, frozenset({0}))
    assert prover.range({0: 1}) == (0, None)


@pytest.mark.parametrize("percent", ["7.6", "33.3", "0.1", "-33.3"])
def test_proved_ends_never_cut_off_what_the_rows_allow(percent: str) -> None:
    sheet = Sheet(entity="board:north")
    sheet.add("exports", "69,134", None, "USD", BILLION)
    statement = sheet.says("exports", percent, "yoy")
    (bound,) = [b for b in bounds(sheet.system) if b.window == YEAR.year_earlier()]
    figure, one = sheet.cells[0].amount.interval, Decimal(1)
    assert figure.lo is not None
    assert figure.hi is not None
    assert statement.loose.lo is not None
    assert statement.loose.hi is not None
    least = figure.lo / (one + statement.loose.hi / 100)
    most = figure.hi / (one + statement.loose.lo / 100)
    assert bound.interval.lo is not None
    assert bound.interval.hi is not None
    assert bound.interval.lo <= least <= most <= bound.interval.hi
    assert least - bound.interval.lo < 1
    assert bound.interval.hi - most < 1


def test_no_data_at_all() -> None:
    assert list(bounds(Sheet().system)) == []


def test_without_time_bounds_are_wider_but_true_and_say_so() -> None:
    sheet = Sheet(members=BOARDS[:2])
    sheet.licences("100", "60", "40")
    sheet.entity = BOARDS[0]
    sheet.licences("30", None, "12")
    in_time, cut_short = (
        {(b.series.entity, b.series.origin): b for b in bounds(sheet.system, time_limit=seconds)} for seconds in (60, 0)
    )
    assert all(bound.finished for bound in in_time.values())
    assert in_time.keys() == cut_short.keys()
    for cell, bound in cut_short.items():
        assert not bound.finished
        assert bound.interval.intersection(in_time[cell].interval) == in_time[cell].interval

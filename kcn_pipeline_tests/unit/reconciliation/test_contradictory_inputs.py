"""Inputs that make no sense: localisation answers or stays silent, and raises nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.cells import Cells
from kcn_pipeline.reconciliation.localisation.bounds import bounds
from kcn_pipeline.reconciliation.localisation.linear_system import System, components
from kcn_pipeline.reconciliation.localisation.localise import linear_system, localise
from kcn_pipeline.reconciliation.localisation.solver import Solver
from kcn_pipeline.reconciliation.localisation.suspects import bound_rows, conflict_member_rows, suspect_rows
from kcn_pipeline.reconciliation.relations.bloc_sums import Members
from kcn_pipeline_tests.unit.reconciliation.builders import END, H2, MIDDLE, YEAR
from kcn_pipeline_tests.unit.reconciliation.sheets import BILLION, BLOC, BOARDS, MILLION, Sheet, told

NORTH = "board:north"


def rows_of(system: System) -> tuple[int, int, int]:
    """Numbers of rows of suspects, conflict members and bounds: everything that is stored has been made."""
    found = localise(system)
    return (
        len(suspect_rows(found, H2)),
        len(conflict_member_rows(found, H2)),
        len(bound_rows(bounds(system, None, found), H2)),
    )


def test_nothing_at_all() -> None:
    system = linear_system(Cells([]))
    assert system.relations == ()
    assert rows_of(system) == (0, 0, 0)


def test_statements_without_any_figure() -> None:
    sheet = Sheet(entity=NORTH)
    sheet.says("exports", "7.6", "yoy")
    sheet.says("capital_disbursed", "54", "share", "fdi", base="capital_registered")
    assert rows_of(sheet.system)[:2] == (0, 0)


def test_a_bloc_with_one_member_is_that_member() -> None:
    sheet = Sheet(members=BOARDS[:1])
    sheet.add("exports", "69,134", None, "USD", BILLION)
    sheet.entity = BOARDS[0]
    sheet.add("exports", "69,1", None, "USD", BILLION)
    assert sheet.localised() == []
    sheet.cells.pop()
    sheet.add("exports", "96,1", None, "USD", BILLION)
    answers = [told(sheet.localisation(), answer) for answer in sheet.localisation().answers]
    assert [("exports", None, "transposed_digits", "69100000000")] in answers


def test_a_bloc_without_members_says_nothing_of_anybody() -> None:
    sheet = Sheet(members=())
    sheet.add("exports", "69,134", None, "USD", BILLION)
    assert rows_of(sheet.system)[:2] == (0, 0)


def in_a_ring(one: str, other: str, board: str) -> System:
    """Two blocs, each a member of the other, and a board in both."""
    first, second = BLOC, "bloc:made-up-too"
    members = {first: (second, BOARDS[0]), second: (first, BOARDS[0])}
    sheet = Sheet()
    for entity, quote in ((first, one), (second, other), (BOARDS[0], board)):
        sheet.entity = entity
        sheet.add("projects_licensed", quote, "fdi")
    return linear_system(
        Cells(sheet.cells),
        quotes=sheet.quotes,
        members_of=lambda bloc, _year: Members(members.get(bloc), 2, assumed=False),
    )


def test_blocs_that_are_members_of_each_other() -> None:
    """Only a board with nothing fits, for each bloc is the other and the board."""
    assert localise(in_a_ring("5", "5", "0")) == []
    (found,) = localise(in_a_ring("5", "5", "3"))
    assert found.answers
    assert found.conflicts
    assert all(rows_of(in_a_ring("5", "5", "3"))[:2])


@pytest.mark.parametrize(
    ("total", "fdi", "ddi", "contradicts"),
    [
        ("0", "0", "0", False),
        ("0", "5", "-5", False),
        ("-3", "-1", "-2", False),
        ("0", "5", "7", True),
        ("-12", "5", "7", True),
    ],
)
def test_nothing_and_less_than_nothing(total: str, fdi: str, ddi: str, contradicts: bool) -> None:
    sheet = Sheet(entity=NORTH)
    sheet.licences(total, fdi, ddi)
    assert bool(sheet.localised()) == contradicts
    suspects, members, _ = rows_of(sheet.system)
    assert bool(suspects) == bool(members) == contradicts


def test_growth_from_nothing_and_shares_of_nothing() -> None:
    sheet = Sheet(entity=NORTH, window=YEAR.year_earlier())
    sheet.add("exports", "0", None, "USD", BILLION)
    sheet.window = YEAR
    sheet.add("exports", "5", None, "USD", BILLION)
    sheet.says("exports", "50", "yoy")
    sheet.says("exports", "0", "share", base="revenue")
    assert sheet.localisation().answers
    assert all(rows_of(sheet.system)[:2])


def test_less_than_everything_lost() -> None:
    sheet = Sheet(entity=NORTH, window=YEAR)
    sheet.add("exports", "5", None, "USD", BILLION)
    sheet.says("exports", "-150", "yoy")
    assert rows_of(sheet.system)[0] > 0, "nothing can fall by more than all of it"


@pytest.mark.parametrize("digits", [40, 320])
def test_numerals_longer_than_any_number(digits: int) -> None:
    sheet = Sheet(entity=NORTH)
    sheet.licences("9" * digits, "379", "153")
    assert told(sheet.localisation())
    assert all(rows_of(sheet.system)[:2])


def test_a_percentage_longer_than_any_number() -> None:
    sheet = Sheet(entity=NORTH, window=YEAR.year_earlier())
    sheet.add("exports", "5", None, "USD", BILLION)
    sheet.window = YEAR
    sheet.add("exports", "6", None, "USD", BILLION)
    sheet.says("exports", "9" * 320, "yoy")
    assert sheet.localisation().answers[0].relations


def contradicting_each_other() -> Iterator[Sheet]:
    """The same figures under more and more statements that exclude each other."""
    sheet = Sheet(entity=NORTH, window=YEAR.year_earlier())
    sheet.add("exports", "64", None, "USD", BILLION)
    sheet.window = YEAR
    sheet.add("exports", "69", None, "USD", BILLION)
    for percent in ("8", "80", "-8"):
        sheet.says("exports", percent, "yoy")
        yield sheet


def test_statements_that_exclude_each_other() -> None:
    broken = [[len(one.answers[0].relations) for one in sheet.localised()] for sheet in contradicting_each_other()]
    assert broken == [[], [1], [2]]


def test_a_figure_beyond_every_ceiling_stands_alone() -> None:
    sheet = Sheet(entity=NORTH, window=END)
    sheet.add("capital_registered", "999.999.999", "fdi", "USD", BILLION)
    (found,) = sheet.localised()
    assert [suspect.element for suspect in found.answers[0].suspects] == [0]


def test_a_stock_of_two_days_that_nothing_ties() -> None:
    sheet = Sheet(entity=NORTH, window=MIDDLE)
    sheet.add("workers", "0", None, "person")
    sheet.window = END
    sheet.add("workers", "900.000", None, "person")
    assert sheet.localised() == []


def test_a_programme_without_rows_or_ranges() -> None:
    sheet = Sheet(entity=NORTH)
    sheet.add("exports", "5", None, "USD", MILLION)
    (component,) = components(sheet.system)
    assert Solver(component).feasible()
    assert component.interval((None, None)) == Interval(None, None)
    assert component.interval((0, 10**component.digits)) == Interval(Decimal(0), Decimal(1))

"""Misread percentages: what two cells leave for their quotient, and which reading fits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Comparison, Interval
from kcn_pipeline.reconciliation.localisation.localise import Localisation
from kcn_pipeline.reconciliation.localisation.percentages import saving
from kcn_pipeline.reconciliation.localisation.ratio_rows import as_stated, multiples
from kcn_pipeline.reconciliation.localisation.suspects import suspect_rows
from kcn_pipeline_tests.unit.reconciliation.builders import H2, YEAR
from kcn_pipeline_tests.unit.reconciliation.sheets import BILLION, BLOC, BOARDS, Sheet

BEFORE = Window.of_year(2018)


def proved_exports() -> Sheet:
    """Exports of two years, 7.6 % more in the second, each the sum of its members."""
    sheet = Sheet(members=BOARDS)
    for window, quotes in (
        (YEAR, ("69,134", "31,1", "20,034", "18,0")),
        (BEFORE, ("64,251", "30,0", "19,251", "15,0")),
    ):
        for entity, quote in zip((BLOC, *BOARDS), quotes, strict=True):
            sheet.entity, sheet.window = entity, window
            sheet.add("exports", quote, None, "USD", BILLION)
    sheet.entity, sheet.window = BLOC, YEAR
    return sheet


def said(percent: str, comparison: Comparison) -> Localisation:
    sheet = proved_exports()
    sheet.says("exports", percent, comparison)
    sheet.quotes["said:0"] = f"{percent.replace('.', ',')}%"
    return sheet.localisation()


@pytest.mark.parametrize(
    ("percent", "comparison", "kind", "meant"),
    [
        ("1.6", "yoy", "confused_digit", "7.6"),
        ("6.7", "yoy", "transposed_digits", "7.6"),
        ("10.6", "yoy_index", "lost_digit", "107.6"),
        ("1077", "yoy_index", "doubled_digit", "107"),
    ],
)
def test_a_misread_percentage_is_read_again(percent: str, comparison: Comparison, kind: str, meant: str) -> None:
    found = said(percent, comparison)
    best = found.answers[0]
    assert best.suspects == ()
    (suspect,) = best.reread
    assert best.relations == (suspect.element,)
    assert (kind, Decimal(meant)) in [(reading.kind, reading.value) for reading in suspect.readings]
    assert suspect.feasible.overlaps(
        Interval.exactly(as_stated(comparison, Interval.exactly(Decimal("1.076"))).lo or Decimal(0))
    )


def test_readings_make_a_wrong_percentage_likelier() -> None:
    explained, unexplained = said("1.6", "yoy").answers[0], said("55", "yoy").answers[0]
    assert unexplained.reread[0].readings == ()
    assert saving(unexplained.reread[0]) == pytest.approx(0)
    assert saving(explained.reread[0]) > 0
    assert explained.cost < unexplained.cost


def test_rows_tell_the_percentage_and_its_readings() -> None:
    row = suspect_rows([said("1.6", "yoy")], H2)[0]
    assert (row.kind, row.figure_id, row.place.unit) == ("relation", "said:0", "percent")
    assert (row.published, row.repair, row.repaired) == ("1.6", "confused_digit", "7.6")
    assert (row.repaired_lo, row.repaired_hi) == ("7.55", "7.65")


def test_a_percentage_without_reading_keeps_its_cause_and_says_what_is_left() -> None:
    row = suspect_rows([said("55", "yoy")], H2)[0]
    assert (row.published, row.repair, row.repaired) == ("55", "stated_percentage", None)
    assert 7 < float(row.feasible_lo or 0) < 7.6 < float(row.feasible_hi or 0) < 8


def test_a_quotient_of_an_open_or_empty_denominator_is_not_read() -> None:
    sheet = Sheet(entity="board:north")
    for origin, quote in (("total", "60"), ("fdi", "40"), ("ddi", "20")):
        sheet.add("projects_licensed", quote, origin)
    sheet.says("projects_licensed", "5", "share", "fdi", base="projects_licensed")
    found = sheet.localisation()
    assert all(suspect.feasible.lo is not None for answer in found.answers for suspect in answer.reread)


@pytest.mark.parametrize(
    ("comparison", "percent", "multiple"),
    [
        ("share", "54", "0.54"),
        ("vs_plan", "120", "1.2"),
        ("yoy_index", "107.6", "1.076"),
        ("yoy", "-7.6", "0.924"),
        ("excess", "49", "1.49"),
        ("vs_plan_excess", "57", "1.57"),
        ("multiple", "2.3", "2.3"),
    ],
)
def test_comparisons_as_multiples_and_back(comparison: Comparison, percent: str, multiple: str) -> None:
    stated = Interval.exactly(Decimal(percent))
    assert multiples(comparison, stated) == Interval.exactly(Decimal(multiple))
    assert as_stated(comparison, multiples(comparison, stated)) == stated

"""The level figures of boards and blocs as cells."""

from __future__ import annotations

import json
from datetime import date

import pandas as pd
import pytest

from kcn_pipeline.cleaning.review import Doubt
from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.reconciliation.cells import cells_of_rows
from kcn_pipeline.reconciliation.decisions.records import records
from kcn_pipeline.reconciliation.decisions.totals import bloc_totals, board_totals
from kcn_pipeline.tables import BLOC_TOTALS, BOARD_TOTALS, RAW_DOCUMENTS
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, END, H1, H2, HA_NOI, HALF, YEAR, Book, document_id
from kcn_pipeline_tests.unit.reconciliation.decided import on_figure


def register(*names: str, publisher: str | None, kind: str) -> pd.DataFrame:
    """Rows of the document register without the text, as far as totals read them."""
    columns = [name for name in RAW_DOCUMENTS.columns if name != "text"]
    known = {"publisher": publisher, "kind": kind, "period": "2019-H2"}
    return pd.DataFrame([{**dict.fromkeys(columns), "document_id": document_id(n), **known} for n in names])


def test_boards_and_blocs_apart() -> None:
    book = Book(HA_NOI)
    book.add("exports", 5, "USD")
    book.entity = DELTA
    book.add("exports", 50, "USD")
    book.entity = "province:ha-noi"
    book.add("exports", 9, "USD")
    assert list(board_totals(book.frame, H2)["entity"]) == [HA_NOI]
    assert list(bloc_totals(book.frame, H2)["entity"]) == [DELTA]


def test_a_cell_has_every_column_of_its_figure() -> None:
    book = Book(HA_NOI)
    fact = book.add("exports", "4800000000", "USD", ulp=10**8, coverage=("kcn", "kkt"), bound="exact")
    (row,) = board_totals(book.frame, H2).to_dict("records")
    assert row == {
        "period": "2019-H2",
        "entity": HA_NOI,
        "metric": "exports",
        "origin": None,
        "unit": "USD",
        "period_start": "2019-01-01",
        "period_end": "2019-12-31",
        "value": "4800000000",
        "lo": "4750000000",
        "hi": "4850000000",
        "bound": "exact",
        "coverage": '["kcn", "kkt"]',
        "status": "single",
        "sources": 1,
        "figure_ids": json.dumps([fact.figure_id]),
        "review": False,
    }


def test_a_cell_belongs_to_the_half_year_of_its_end_whatever_its_document() -> None:
    book = Book(HA_NOI)
    book.add("exports", 5, "USD", window=HALF)
    book.add("exports", 9, "USD", window=YEAR)
    book.add("workers", 7, "person", window=Window(None, date(2019, 6, 15)))
    book.add("exports", 4, "USD", window=Window.of_year(2018), period="2019-H2")
    assert list(board_totals(book.frame, H1)["value"]) == ["5", "7"]
    assert list(board_totals(book.frame, H2)["value"]) == ["9"]
    assert list(board_totals(book.frame, HalfYear(2018, 2))["value"]) == ["4"]


def test_currencies_origins_and_windows_are_separate_cells() -> None:
    book = Book(HA_NOI)
    for unit in ("USD", "VND"):
        for origin in ("fdi", "ddi"):
            book.add("capital_new", 5, unit, origin)
    book.add("capital_new", 5, "USD", "fdi", window=Window.of_months(2019, 1, 9))
    frame = board_totals(book.frame, H2)
    assert len(frame) == 5
    assert frame.duplicated(["origin", "unit", "period_start", "period_end"]).sum() == 0


def test_plans_comparisons_and_undated_or_unknown_figures_form_no_cell() -> None:
    book = Book(HA_NOI)
    book.add("exports", 5, "USD", target=True)
    book.add("exports", 5, "percent", comparison="yoy")
    book.add(None, 5, "USD")
    book.add("exports", 5, "USD", period_end=None, period_start=None)
    book.add("exports", 5, "USD", coverage=("outside",))
    book.add("exports", 5, "USD", entity=None)
    frame = board_totals(book.frame, H2)
    assert frame.empty
    assert list(frame.columns) == list(BOARD_TOTALS.columns)


def test_empty_frames() -> None:
    for empty in (pd.DataFrame(), Book().frame):
        assert list(bloc_totals(empty, H2).columns) == list(BLOC_TOTALS.columns)
        assert board_totals(empty, H2, pd.DataFrame()).empty


def test_the_register_decides_between_two_documents() -> None:
    book = Book(HA_NOI)
    book.add("exports", 5, "USD", document="a")
    book.add("exports", 9, "USD", document="b")
    for own, other, value in (("a", "b", "5"), ("b", "a", "9")):
        known = [register(own, publisher=HA_NOI, kind="board_report"), register(other, publisher=None, kind="press")]
        (row,) = board_totals(book.frame, H2, pd.concat(known)).to_dict("records")
        assert (row["value"], row["status"], row["sources"]) == (value, "conflict", 2)


def test_zero_and_negative_values_are_kept() -> None:
    book = Book(HA_NOI)
    book.add("complaints", 0, "dossier")
    book.add("exports", -3, "USD", ulp="0.1")
    assert sorted(board_totals(book.frame, H2)["value"]) == ["-3", "0"]


def test_order_of_facts_changes_nothing() -> None:
    book = Book(HA_NOI)
    for document in ("a", "b", "c"):
        for value in (5, 6):
            book.add("exports", value, "USD", document=document)
            book.add("workers", value, "person", document=document, window=END)
    forwards, backwards = board_totals(book.frame, H2), board_totals(book.frame[::-1], H2)
    pd.testing.assert_frame_equal(forwards, backwards)


def test_facts_without_their_columns_are_refused() -> None:
    with pytest.raises(ValueError, match="pass the table as stored"):
        board_totals(pd.DataFrame({"value": ["5"]}), H2)


def test_a_doubtful_word_in_any_figure_of_a_cell_is_carried_along() -> None:
    book = Book(HA_NOI)
    book.add("exports", 5, "USD")
    assert list(board_totals(book.frame, H2)["review"]) == [False]
    book.add("exports", 5, "USD", review=(Doubt(0, 2, "tỷ", ("tỉ",), 0.2),))
    assert list(board_totals(book.frame, H2)["review"]) == [True]


class TestDecided:
    """What people decided shows in the cell."""

    def test_an_overridden_cell_has_an_exact_value_and_says_so(self) -> None:
        book = Book(HA_NOI)
        fact = book.add("exports", "4800000000", "USD", ulp=10**8)
        (row,) = board_totals(book.frame, H2, None, [on_figure(fact, "override", "4700000000")]).to_dict("records")
        assert (row["value"], row["lo"], row["hi"], row["status"]) == (*["4700000000"] * 3, "decided")
        assert json.loads(row["figure_ids"]) == [fact.figure_id]

    def test_a_withheld_cell_is_listed_but_nothing_is_tried_against_it(self) -> None:
        book = Book(HA_NOI)
        fact = book.add("exports", 5, "USD")
        book.add("imports", 3, "USD")
        frame = board_totals(book.frame, H2, None, [on_figure(fact, "flag")])
        assert dict(zip(frame["metric"], frame["status"], strict=True)) == {"exports": "withheld", "imports": "single"}
        cells = cells_of_rows(records(frame, BOARD_TOTALS))
        assert [cell.series.metric for cell in cells] == ["imports"]

    def test_a_cell_of_which_every_figure_is_dropped_is_gone(self) -> None:
        book = Book(HA_NOI)
        fact = book.add("exports", 5, "USD")
        assert board_totals(book.frame, H2, None, [on_figure(fact, "drop")]).empty

    @pytest.mark.parametrize("expected", ["4", "6"])
    def test_a_stale_decision_changes_nothing(self, expected: str) -> None:
        book = Book(HA_NOI)
        fact = book.add("exports", 5, "USD")
        stale = on_figure(fact, "override", "9", expect={"value": expected, "quote": fact.quote})
        pd.testing.assert_frame_equal(board_totals(book.frame, H2, None, [stale]), board_totals(book.frame, H2))

"""Rules of the register of documents, each with a case that holds and one that fails."""

from __future__ import annotations

import pandas as pd
import pytest

from kcn_pipeline.defs.checks import Exhibit
from kcn_pipeline.defs.checks_documents import expected_boards_reported, period_inside_partition, publisher_known
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reference.blocs import load_blocs, membership
from kcn_pipeline.tables import RAW_DOCUMENTS, frame_of
from kcn_pipeline_tests.unit.publication.frames import bloc_document, hanoi_document, hostile_document

H1, H2 = HalfYear(2019, 1), HalfYear(2019, 2)


def register() -> pd.DataFrame:
    """The documents of the second half of 2019: a board's and the press's."""
    return frame_of(RAW_DOCUMENTS, [hanoi_document().as_row(), hostile_document().as_row()])


def test_documents_of_the_half_year_are_inside_it() -> None:
    finding = period_inside_partition(Exhibit(register(), H2))
    assert (finding.tried, len(finding.failing)) == (2, 0)


def test_a_document_of_another_half_year_is_named() -> None:
    rows = frame_of(RAW_DOCUMENTS, [hanoi_document().as_row(), bloc_document().as_row()])
    finding = period_inside_partition(Exhibit(rows, H2))
    assert [f["document"] for f in finding.failing] == [bloc_document().name]
    assert finding.severity == "ERROR"


def test_a_window_that_ends_outside_its_label_is_named() -> None:
    rows = register().assign(window_end="2020-01-31")
    assert len(period_inside_partition(Exhibit(rows, H2)).failing) == 2


def test_a_rule_about_a_half_year_needs_one() -> None:
    with pytest.raises(ValueError, match="one half-year"):
        period_inside_partition(Exhibit(register(), None))


def test_reports_with_a_publisher_pass_and_the_press_needs_none() -> None:
    rows = register()
    rows.loc[rows["kind"] == "press", "publisher"] = None
    finding = publisher_known(Exhibit(rows, H2))
    assert (finding.tried, len(finding.failing)) == (1, 0)


def test_a_report_without_publisher_is_a_warning_that_names_the_cure() -> None:
    rows = register()
    rows["publisher"] = None
    finding = publisher_known(Exhibit(rows, H2))
    assert [f["document"] for f in finding.failing] == [hanoi_document().name]
    assert finding.severity == "WARN"
    assert ".meta.yaml" in finding.message


def test_boards_without_document_are_a_warning_by_bloc() -> None:
    finding = expected_boards_reported(Exhibit(register(), H2))
    assert finding.severity == "WARN"
    by_bloc = {f["bloc"]: f for f in finding.failing}
    delta = by_bloc["bloc:red-river-delta"]
    members = membership("red-river-delta", 2019).members or ()
    assert delta["count"] == len(members) - 1
    assert "board:ha-noi" not in delta["missing"]
    assert f"{sum(f['count'] for f in finding.failing)} of {finding.tried} boards" in finding.message


def test_all_boards_reporting_passes() -> None:
    boards = {f"board:{m}" for code in load_blocs() for m in membership(code, 2019).members or ()}
    row = hanoi_document().as_row()
    rows = frame_of(
        RAW_DOCUMENTS,
        [row | {"publisher": board, "document_id": f"{n:064x}"} for n, board in enumerate(sorted(boards))],
    )
    finding = expected_boards_reported(Exhibit(rows, H2))
    assert finding.tried >= len(boards)
    assert not finding.failing


def test_an_empty_half_year_misses_every_board() -> None:
    finding = expected_boards_reported(Exhibit(frame_of(RAW_DOCUMENTS, []), H2))
    assert sum(f["count"] for f in finding.failing) == finding.tried > 0


def test_an_assumed_membership_is_told_as_such() -> None:
    assumed = [code for code in load_blocs() if membership(code, 2012).assumed]
    assert assumed, "no bloc of 2012 is assumed: choose another year"
    finding = expected_boards_reported(Exhibit(frame_of(RAW_DOCUMENTS, []), HalfYear(2012, 1)))
    basis = {f["bloc"]: f["basis"] for f in finding.failing}
    assert "members as of" in basis[f"bloc:{assumed[0]}"]

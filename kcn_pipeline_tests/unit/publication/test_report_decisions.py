"""Decisions and withheld cells as the report shows them."""

from __future__ import annotations

from typing import Any

import pytest

from kcn_pipeline.publication.report import render_report
from kcn_pipeline.publication.report_decisions import Decided, decisions_of, withheld_cells
from kcn_pipeline.tables import BLOC_TOTALS, BOARD_TOTALS, DECISION_STATES, DECISIONS, frame_of
from kcn_pipeline_tests.unit.publication.frames import bloc_facts, empty_tables, hanoi_facts, synthetic_tables
from kcn_pipeline_tests.unit.publication.page import parsed
from kcn_pipeline_tests.unit.publication.reconciled_rows import decision_row
from kcn_pipeline_tests.unit.publication.rows import cell_row

CAPITAL = bloc_facts()["capital"]


def shown(*rows: dict[str, Any]) -> list[Decided]:
    return decisions_of(frame_of(DECISIONS, list(rows)), bloc_facts().values())


def test_nothing_decided_shows_nothing() -> None:
    assert shown() == []
    page = parsed(render_report(empty_tables()))
    assert "decisions" not in page.ids
    assert "#decisions" not in page.links


def test_a_decision_tells_its_sentence_and_links_to_its_figure() -> None:
    (one,) = shown(decision_row(CAPITAL))
    assert (one.severity, one.state.vi, one.state.en) == ("holds", "Đã áp dụng", "Applied")
    assert one.sentence.en == "51.390 t USD was replaced."
    assert one.figure is not None
    assert (one.figure.figure_id, one.figure.document) == (CAPITAL.figure_id, "khoi.txt")


@pytest.mark.parametrize("state", DECISION_STATES)
def test_every_state_has_its_word_and_those_not_applied_stand_out(state: str) -> None:
    (one,) = shown(decision_row(CAPITAL, state=state))
    assert one.state.vi != one.state.en
    assert (one.severity == "holds") == (state in ("applied", "confirming"))


def test_a_figure_that_is_gone_has_no_link() -> None:
    assert shown(decision_row(CAPITAL, figure_id="0" * 16, state="stale"))[0].figure is None


def test_those_that_need_a_person_come_first_then_the_latest() -> None:
    rows = [
        decision_row(CAPITAL, correction_id=name * 16, period=period, state=state)
        for name, period, state in (
            ("a", "2018-H1", "applied"),
            ("b", "2018-H1", "stale"),
            ("c", "2019-H2", "applied"),
            ("d", "2019-H1", "contradictory"),
        )
    ]
    assert [one.correction_id[0] for one in shown(*rows)] == ["d", "b", "c", "a"]


def test_a_withheld_cell_shows_every_figure_of_it() -> None:
    facts = [CAPITAL, hanoi_facts()["licensed"]]
    both = f'["{CAPITAL.figure_id}", "{facts[1].figure_id}"]'
    blocs = frame_of(BLOC_TOTALS, [cell_row(CAPITAL, status="withheld", figure_ids=both)])
    boards = frame_of(BOARD_TOTALS, [cell_row(facts[1])])
    (cell,) = withheld_cells([boards, blocs], facts)
    assert (cell.period, cell.entity.vi, cell.origin and cell.origin.vi) == (
        "2019-H1",
        "Khối Đồng bằng sông Hồng",
        "FDI",
    )
    assert [link.label.vi for link in cell.figures] == ["51,39 tỷ USD", "17 dự án"]


def test_the_page_shows_decisions_and_withheld_cells() -> None:
    tables = synthetic_tables()
    tables["bloc_totals"].loc[tables["bloc_totals"]["metric"] == "occupancy_rate", "status"] = "withheld"
    page = parsed(render_report(tables))
    assert "decision-dec1510n01234567" in page.ids
    assert "#decisions" in page.links
    assert "tạm giữ" in page.one("section", id="decisions").text
    assert "was replaced" in page.one("section", id="decisions").text

"""The panel: names, floats, worst verdicts."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from kcn_pipeline.publication.naming import full_name
from kcn_pipeline.publication.panel import panel
from kcn_pipeline.tables import BLOC_TOTALS, BOARD_TOTALS, PANEL, RECONCILED_AGGREGATES, frame_of
from kcn_pipeline_tests.unit.publication.frames import BLOC, HANOI, VINTAGE, bloc_facts, hanoi_facts, synthetic_tables
from kcn_pipeline_tests.unit.publication.rows import cell_row, verdict_row

Rows = list[dict[str, Any]]


def panel_of(boards: Rows, blocs: Rows, verdicts: Rows) -> pd.DataFrame:
    return panel(
        frame_of(BOARD_TOTALS, boards), frame_of(BLOC_TOTALS, blocs), frame_of(RECONCILED_AGGREGATES, verdicts), VINTAGE
    )


def test_one_row_for_every_cell_of_boards_and_blocs() -> None:
    tables = synthetic_tables()

    assert len(tables["panel"]) == len(tables["board_totals"]) + len(tables["bloc_totals"])
    assert set(tables["panel"]["entity"]) == {BLOC, HANOI}


def test_a_withheld_cell_is_left_out_and_a_decided_one_is_not() -> None:
    decided, withheld = (cell_row(fact) for fact in list(bloc_facts().values())[:2])
    found = panel_of([], [decided | {"status": "decided"}, withheld | {"status": "withheld"}], [])
    assert list(found["status"]) == ["decided"]


def test_the_panel_conforms_to_its_schema() -> None:
    PANEL.validate(synthetic_tables()["panel"], lazy=True)


def test_names_are_vietnamese() -> None:
    row = panel_of([cell_row(hanoi_facts()["licensed"])], [], []).iloc[0]

    assert row["entity_name"] == full_name(HANOI)
    assert row["metric_name"] == "Dự án cấp mới"


def test_values_become_floats_of_the_same_value() -> None:
    row = panel_of([], [cell_row(bloc_facts()["capital"])], []).iloc[0]

    assert isinstance(row["value"], float)
    assert Decimal(row["value"]) == Decimal(51390000000)
    assert (row["lo"], row["hi"]) == (51_385_000_000.0, 51_395_000_000.0)


def test_an_open_end_stays_open() -> None:
    row = panel_of([cell_row(hanoi_facts()["licensed"], hi=None)], [], []).iloc[0]

    assert row["lo"] == 17.0
    assert pd.isna(row["hi"])


def test_a_stock_has_no_start() -> None:
    row = panel_of([], [cell_row(bloc_facts()["capital"])], []).iloc[0]

    assert row["period_start"] is None
    assert row["period_end"] == "2019-06-30"


def test_the_worst_verdict_wins() -> None:
    total = bloc_facts()["total"]
    verdicts = [verdict_row(verdict, "origin_sum", [total]) for verdict in ("EXACT", "COVERAGE_BREAK", "NOT_PUBLISHED")]

    assert panel_of([], [cell_row(total)], verdicts).iloc[0]["worst_verdict"] == "COVERAGE_BREAK"


def test_a_relation_that_nobody_could_try_stands_only_alone() -> None:
    total = bloc_facts()["total"]
    untried = verdict_row("NOT_PUBLISHED", "bloc_sum", [total])

    assert panel_of([], [cell_row(total)], [untried]).iloc[0]["worst_verdict"] == "NOT_PUBLISHED"
    both = [untried, verdict_row("EXACT", "origin_sum", [total])]
    assert panel_of([], [cell_row(total)], both).iloc[0]["worst_verdict"] == "EXACT"


def test_a_cell_in_no_relation_has_no_verdict() -> None:
    facts = bloc_facts()
    verdict = verdict_row("INCOMPATIBLE", "bloc_sum", [facts["fdi"]])

    rows = panel_of([], [cell_row(facts["fdi"]), cell_row(facts["ddi"])], [verdict]).set_index("origin")

    assert rows.loc["fdi", "worst_verdict"] == "INCOMPATIBLE"
    assert rows.loc["ddi", "worst_verdict"] is None


def test_only_the_figure_that_stands_for_the_cell_counts() -> None:
    facts = bloc_facts()
    replaced = json.dumps([facts["fdi"].figure_id, facts["ddi"].figure_id])
    cell = cell_row(facts["fdi"], figure_ids=replaced, status="revision", sources=2)

    row = panel_of([], [cell], [verdict_row("INCOMPATIBLE", "bloc_sum", [facts["ddi"]])]).iloc[0]

    assert row["worst_verdict"] is None
    assert (row["status"], row["sources"]) == ("revision", 2)


def test_a_cell_without_figures_has_no_verdict() -> None:
    cell = cell_row(bloc_facts()["fdi"], figure_ids="[]")

    assert panel_of([], [cell], []).iloc[0]["worst_verdict"] is None


def test_rows_are_sorted_whatever_the_order_of_the_cells() -> None:
    facts = bloc_facts()
    cells = [cell_row(facts[name]) for name in ("total", "fdi", "ddi", "capital")]

    forth, back = panel_of([], cells, []), panel_of([], list(reversed(cells)), [])

    pd.testing.assert_frame_equal(forth, back)
    assert list(forth["metric"]) == sorted(forth["metric"])


def test_the_vintage_is_the_day_of_computing() -> None:
    assert set(synthetic_tables()["panel"]["vintage"]) == {date.isoformat(VINTAGE)}


def test_nothing_gives_an_empty_typed_panel() -> None:
    found = panel_of([], [], [])

    assert found.empty
    assert list(found.columns) == list(PANEL.columns)
    assert found["value"].dtype == float


def test_an_unknown_metric_is_named() -> None:
    cell = cell_row(bloc_facts()["fdi"], metric="happiness")

    with pytest.raises(KeyError, match=r"'happiness' is not in metrics\.yaml"):
        panel_of([], [cell], [])


def test_an_unknown_entity_is_named() -> None:
    cell = cell_row(bloc_facts()["fdi"], entity="bloc:atlantis")

    with pytest.raises(KeyError, match="bloc:atlantis"):
        panel_of([], [cell], [])


def test_a_doubtful_figure_behind_a_row_is_carried_along() -> None:
    rows = panel_of([], [cell_row(bloc_facts()["capital"]), cell_row(bloc_facts()["occupancy"])], [])

    assert dict(zip(rows["metric"], rows["review"], strict=True)) == {
        "capital_registered": True,
        "occupancy_rate": False,
    }

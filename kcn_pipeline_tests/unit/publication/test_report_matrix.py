"""The verdict matrix: rows, columns, counts."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.facts import facts_of_rows
from kcn_pipeline.publication.inputs import records
from kcn_pipeline.publication.report_matrix import Cell, Matrix, matrix_of, sorting_key
from kcn_pipeline.publication.report_relations import relations_of
from kcn_pipeline_tests.unit.publication.frames import (
    BLOC,
    HANOI,
    Tables,
    bloc_document,
    bloc_facts,
    empty_tables,
    synthetic_tables,
    tables_of,
)
from kcn_pipeline_tests.unit.publication.rows import cell_row, cleaned_row, verdict_row


def matrix(tables: Tables) -> Matrix:
    facts = facts_of_rows(records(tables["extracted_metrics"]))
    return matrix_of(relations_of(tables["reconciled_aggregates"], facts), tables["panel"])


def cell(found: Matrix, entity: str, period: str) -> Cell:
    rows = {row.entity: row for _, group in found.groups for row in group}
    return rows[entity].cells[found.periods.index(period)]


def test_half_years_run_from_left_to_right() -> None:
    assert matrix(synthetic_tables()).periods == ("2019-H1", "2019-H2")


def test_blocs_stand_above_boards() -> None:
    groups = matrix(synthetic_tables()).groups

    assert [(kind, [row.entity for row in rows]) for kind, rows in groups] == [("bloc", [BLOC]), ("board", [HANOI])]


def test_every_row_has_a_cell_for_every_half_year() -> None:
    found = matrix(synthetic_tables())

    for _, rows in found.groups:
        for row in rows:
            assert tuple(c.period for c in row.cells) == found.periods


def test_a_cell_counts_its_relations_by_severity() -> None:
    found = cell(matrix(synthetic_tables()), BLOC, "2019-H1")

    assert [(share.severity, share.count) for share in found.shares] == [
        ("error", 1),
        ("warning", 1),
        ("holds", 1),
        ("untried", 1),
    ]
    assert found.open_questions


def test_shares_fill_the_bar_without_gaps() -> None:
    shares = cell(matrix(synthetic_tables()), BLOC, "2019-H1").shares

    at = 0.0
    for share in shares:
        assert share.start == pytest.approx(at, abs=0.02)
        at += share.width
    assert at == pytest.approx(100, abs=0.05)


def test_a_cell_without_relations_tells_its_figures() -> None:
    facts = bloc_facts()
    found = matrix(
        tables_of([bloc_document()], [cleaned_row(bloc_document())], facts.values(), [cell_row(facts["fdi"])])
    )

    empty = cell(found, BLOC, "2019-H1")
    assert (empty.relations, empty.shares, empty.figures) == ((), (), 1)
    assert not empty.open_questions
    assert found.cells == []


def test_a_cell_where_all_holds_asks_nothing() -> None:
    assert not cell(matrix(synthetic_tables()), HANOI, "2019-H2").open_questions


def test_the_whole_is_counted() -> None:
    assert matrix(synthetic_tables()).counts == {"error": 1, "warning": 1, "holds": 2, "untried": 1}


def test_cells_with_the_worst_relations_are_read_first() -> None:
    facts = bloc_facts()
    verdicts = [
        verdict_row("EXACT", "origin_sum", [facts["fdi"]]),
        verdict_row("INCOMPATIBLE", "origin_sum", [facts["fdi"]], period="2019-H2"),
        verdict_row("COVERAGE_BREAK", "origin_sum", [facts["fdi"]], period="2018-H2"),
    ]
    found = matrix(tables_of([bloc_document()], [cleaned_row(bloc_document())], facts.values(), (), verdicts))

    assert [c.period for _, c in found.cells] == ["2019-H2", "2018-H2", "2019-H1"]


def test_keys_of_cells_are_unique_and_plain() -> None:
    found = matrix(synthetic_tables())
    keys = [c.key for _, rows in found.groups for row in rows for c in row.cells]

    assert len(set(keys)) == len(keys)
    assert all(key.replace("-", "").isalnum() for key in keys)


def test_nothing_gives_an_empty_matrix() -> None:
    found = matrix(empty_tables())

    assert (found.periods, found.groups, found.cells) == ((), (), [])


def test_names_are_sorted_as_vietnamese_readers_look_for_them() -> None:
    names = ["Vĩnh Phúc", "Đồng Nai", "Bắc Ninh", "Đà Nẵng", "Điện Biên", "Hà Nội", "An Giang"]

    expected = ["An Giang", "Bắc Ninh", "Đà Nẵng", "Điện Biên", "Đồng Nai", "Hà Nội", "Vĩnh Phúc"]
    assert sorted(names, key=sorting_key) == expected

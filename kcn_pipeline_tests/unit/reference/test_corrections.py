"""The file of decisions: what it may say, what it refuses and how, and what an edit touches."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from kcn_pipeline.defs.partitions import REACH as REACH_OF_DOCUMENTS
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reconciliation.decisions.rulings import State
from kcn_pipeline.reference.corrections import (
    REACH,
    Action,
    Correction,
    corrections_stamp,
    load_corrections,
    touching,
    with_row,
)
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.tables import DECISION_ACTIONS, DECISION_STATES
from kcn_pipeline_tests.conftest import REPOSITORY

FIGURE = """- target: {figure_id: "00ff00ff00ff00ff", period: 2019-H1}
  action: override
  value: "51390000000"
  reason: misread
  who: Lan
  when: 2020-03-01
  expect: {value: 51390000, quote: "51.390 triệu USD"}
"""
CELL = """- target: {entity: board:ha-noi, metric: projects_licensed, origin: fdi, unit: project,
    period_end: 2019-12-31}
  action: flag
  reason: two documents differ
  who: Minh
  when: 2020-03-02
  expect: {value: "19"}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "corrections.yaml"


def loaded(file: Path, text: str) -> tuple[Correction, ...]:
    file.write_text(text, encoding="utf-8")
    return load_corrections(file)


def test_a_figure_and_a_cell(file: Path) -> None:
    figure, cell = loaded(file, FIGURE + CELL)
    assert (figure.value, figure.expect.value) == (Decimal(51390000000), Decimal(51390000))
    assert figure.expect.quote == "51.390 triệu USD"
    assert (figure.half_year, cell.half_year) == (HalfYear(2019, 1), HalfYear(2019, 2))
    assert cell.target.period_start is None
    assert (figure.line, cell.line) == (1, 8)


@pytest.mark.parametrize("text", ["", "# nothing decided\n", "[]\n"])
def test_nothing_decided(file: Path, text: str) -> None:
    assert loaded(file, text) == ()


def test_no_file_decides_nothing(file: Path) -> None:
    assert load_corrections(file) == ()


def test_the_file_that_ships_is_valid_and_decides_nothing() -> None:
    assert (REPOSITORY / "data" / "corrections.yaml").exists()
    assert load_corrections(REPOSITORY / "data" / "corrections.yaml") == ()


def test_the_examples_that_ship_are_valid(file: Path) -> None:
    text = (REPOSITORY / "data" / "corrections.yaml").read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    first = next(number for number, line in enumerate(lines) if line.startswith("- target"))
    rows = loaded(file, "\n".join(line for line in lines[first:] if line != "#"))
    assert [row.action for row in rows] == ["override", "flag"]


@pytest.mark.parametrize(
    ("replaced", "by", "problem"),
    [
        ("  reason: misread\n", "", "reason: Field required; correct 'reason'"),
        ("who: Lan", "who: '  '", "who: String should have at least 1 character"),
        ("  who: Lan\n", "", "who: Field required"),
        ("action: override", "action: guess", "action: Input should be"),
        ("who: Lan", "whom: Lan", "whom: Extra inputs are not permitted|who: Field required"),
        ("period: 2019-H1", "period: 2019-H1, page: 3", "target.page: Extra inputs are not permitted"),
        ("period: 2019-H1", "period: 2019-01", "target.period: '2019-01' is no half-year"),
        (", period: 2019-H1", "", "target: name a figure by figure_id and period, or a cell"),
        ("period: 2019-H1", "period: 2019-H1, entity: board:ha-noi", "target: name a figure"),
        ('"00ff00ff00ff00ff"', '"00FF"', "target.figure_id: String should match"),
        ('value: "51390000000"', "value: 51.39", "value: 51.39 is no decimal text; write it in quotes and base units"),
        ('value: "51390000000"', 'value: "51,39 tỷ"', "value: '51,39 tỷ' is no decimal text"),
        ('value: "51390000000"', 'value: "1e9"', "value: '1e9' is no decimal text"),
        ('value: "51390000000"', "value: yes", "value: True is no decimal text"),
        ('  value: "51390000000"\n', "", "override needs a value"),
        ("action: override", "action: drop", "drop takes no value"),
        ("when: 2020-03-01", "when: 2020-02-31", "day is out of range"),
        ("when: 2020-03-01", "when: spring", "when: "),
        (', quote: "51.390 triệu USD"', "", "expect.quote: write the figure’s quote"),
        (
            ', quote: "51.390',
            ', against: ["00ff00ff00ff00ff"], quote: "51.390',
            "expect.against: only an accepted figure",
        ),
        ("value: 51390000,", "value: 51390000, value: 1,", "field 'value' stands twice"),
        ("  who: Lan\n", "  who: Lan\n  who: Minh\n", "field 'who' stands twice"),
        ("who: Lan", "who: !!python/name:os.system ''", "could not determine a constructor"),
        ("- target", "target", "not YAML|not a list of rows"),
    ],
)
def test_a_bad_row_is_refused_in_one_line_with_file_line_and_cure(
    file: Path, replaced: str, by: str, problem: str
) -> None:
    assert FIGURE.count(replaced) == 1
    with pytest.raises(BrokenReference, match=problem) as refused:
        loaded(file, CELL + FIGURE.replace(replaced, by))
    message = str(refused.value)
    assert message.startswith("corrections.yaml:")
    assert "\n" not in message
    assert "; " in message, "the cure stands behind the problem"
    assert refused.value.line >= len(CELL.splitlines())


@pytest.mark.parametrize(
    ("replaced", "by", "problem"),
    [
        ("metric: projects_licensed", "metric: projects", "target.metric: 'projects' is no metric"),
        ("entity: board:ha-noi", "entity: zone:noi-bai", "target.entity: "),
        ("period_end: 2019-12-31", "period_end: 2019-12-31, period_start: 2020-01-01", "is after period_end"),
        ('{value: "19"}', '{value: "19", quote: "19 dự án"}', "expect.quote: a cell has no quote"),
        (", unit: project", "", "target: name a figure"),
    ],
)
def test_a_bad_cell_is_refused(file: Path, replaced: str, by: str, problem: str) -> None:
    assert CELL.count(replaced) == 1
    with pytest.raises(BrokenReference, match=problem):
        loaded(file, CELL.replace(replaced, by))


def test_a_row_that_stands_twice_is_refused(file: Path) -> None:
    with pytest.raises(BrokenReference, match=r"corrections.yaml:15: the row of line 1 again; keep one of them"):
        loaded(file, FIGURE + CELL + FIGURE)


def test_bytes_that_are_no_text_are_refused(file: Path) -> None:
    file.write_bytes(b"- who: \x00\n")
    with pytest.raises(BrokenReference, match="not YAML"):
        load_corrections(file)


class TestStamp:
    """What tells an edit."""

    def test_it_changes_with_any_word(self, file: Path) -> None:
        stamps = {
            corrections_stamp(loaded(file, text))
            for text in ("", FIGURE, CELL, FIGURE + CELL, FIGURE.replace("misread", "read wrong"))
        }
        assert len(stamps) == 5

    def test_comments_and_order_do_not_count(self, file: Path) -> None:
        one = corrections_stamp(loaded(file, FIGURE + CELL))
        assert corrections_stamp(loaded(file, f"# why not\n{CELL}\n# the other\n{FIGURE}")) == one

    def test_a_row_touches_two_half_years_to_either_side(self, file: Path) -> None:
        rows = loaded(file, FIGURE)
        touched = [p for by in range(-4, 5) if touching(rows, p := HalfYear(2019, 1).shifted(by))]
        assert [period.label for period in touched] == ["2018-H1", "2018-H2", "2019-H1", "2019-H2", "2020-H1"]

    def test_it_reaches_as_far_as_documents_do(self) -> None:
        assert REACH == REACH_OF_DOCUMENTS


class TestAppending:
    """One more row, and the rest of the file as it was."""

    @pytest.mark.parametrize("before", ["", "# nothing yet", CELL, f"# first\n{CELL.rstrip()}"])
    def test_the_text_before_stays(self, file: Path, before: str) -> None:
        (row,) = loaded(file, FIGURE)
        text = with_row(before, row)
        assert text.startswith(before)
        assert loaded(file, text)[-1].identifier == row.identifier
        assert len(loaded(file, text)) == 1 + ("target" in before)

    def test_rows_that_are_indented(self, file: Path) -> None:
        (row,) = loaded(file, FIGURE)
        indented = "".join(f"  {line}\n" for line in CELL.splitlines())
        assert loaded(file, with_row(indented, row))[-1].identifier == row.identifier

    def test_digits_stay_text(self, file: Path) -> None:
        (row,) = loaded(file, FIGURE.replace("00ff00ff00ff00ff", "0123456701234567").replace('"51390000000"', '"1.50"'))
        (again,) = loaded(file, row.as_yaml())
        assert again.identifier == row.identifier
        assert again.value == Decimal("1.50")


def test_the_tables_know_the_same_words() -> None:
    assert get_args(Action) == DECISION_ACTIONS
    assert get_args(State) == DECISION_STATES

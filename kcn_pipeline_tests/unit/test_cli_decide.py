"""`kcn decide`: a row for the file, with what the figure says now, and nothing written when something is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kcn_pipeline import cli
from kcn_pipeline.defs.storage import partition_path, write_table
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.reference.corrections import Correction, load_corrections
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import CONFLICT_MEMBERS, FACTS, frame_of
from kcn_pipeline_tests.unit.publication.reconciled_rows import conflict_row
from kcn_pipeline_tests.unit.reconciliation.builders import H2, HA_NOI, Book

WHY = ["--reason", "asked the board", "--who", "Nguyễn Thị Lan"]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataDirectory:
    for variable in ("KCN_LANG", "KCN_DEBUG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("KCN_DATA_DIR", str(tmp_path))
    return DataDirectory(tmp_path)


@pytest.fixture
def fact(data: DataDirectory) -> Fact:
    """The only figure that was computed."""
    book = Book(HA_NOI)
    found = book.add("exports", "2935000000.5", "USD", quote="2,9350000005 tỷ USD")
    write_table(partition_path(data.warehouse, "extracted_metrics", H2), FACTS, book.frame.astype({"target": bool}))
    return found


def written(data: DataDirectory) -> Correction:
    (row,) = load_corrections(data.corrections)
    return row


@pytest.mark.parametrize(
    ("options", "action", "value"),
    [
        (["--accept"], "accept", None),
        (["--drop"], "drop", None),
        (["--flag"], "flag", None),
        (["--override", "2936000000"], "override", 2936000000),
    ],
)
def test_the_row_says_what_was_decided_and_what_was_found(
    data: DataDirectory, fact: Fact, options: list[str], action: str, value: int | None
) -> None:
    assert cli.run(["decide", fact.figure_id, *options, *WHY]) == 0
    row = written(data)
    assert (row.action, row.value, row.reason, row.who) == (action, value, "asked the board", "Nguyễn Thị Lan")
    assert (row.target.figure_id, row.target.period) == (fact.figure_id, "2019-H2")
    assert (row.expect.value, row.expect.quote) == (fact.value, fact.quote)


def test_what_is_accepted_is_accepted_against_what_contradicts_it_now(data: DataDirectory, fact: Fact) -> None:
    other = replace(fact, figure_id="f" * 16)
    members = [
        conflict_row(fact),
        conflict_row(other),
        conflict_row(replace(fact, figure_id="e" * 16), contradiction="d"),
    ]
    path = partition_path(data.warehouse, "conflict_members", H2)
    write_table(path, CONFLICT_MEMBERS, frame_of(CONFLICT_MEMBERS, members))
    assert cli.run(["decide", fact.figure_id, "--accept", *WHY]) == 0
    assert written(data).expect.against == (other.figure_id,)


def test_what_nothing_contradicts_is_accepted_against_nothing(data: DataDirectory, fact: Fact) -> None:
    cli.run(["decide", fact.figure_id, "--accept", *WHY])
    assert written(data).expect.against == ()


def test_it_says_what_was_written_and_what_comes_next(
    data: DataDirectory, fact: Fact, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.run(["decide", fact.figure_id, "--drop", *WHY])
    printed = capsys.readouterr().out
    assert str(data.corrections) in printed
    assert fact.quote in printed
    assert "kcn run --period 2019-H2" in printed


def test_rows_and_comments_before_it_stay(data: DataDirectory, fact: Fact) -> None:
    data.corrections.write_text("# who may write here\n", encoding="utf-8")
    cli.run(["decide", fact.figure_id, "--flag", *WHY])
    before = data.corrections.read_text(encoding="utf-8")
    assert before.startswith("# who may write here\n- target:")
    assert cli.run(["decide", fact.figure_id, "--drop", *WHY]) == 0
    assert data.corrections.read_text(encoding="utf-8").startswith(before)
    assert [row.action for row in load_corrections(data.corrections)] == ["flag", "drop"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["0" * 16, "--drop", *WHY], "none of the 1 figures that were computed"),
        (["FIGURE", *WHY], "say what was decided"),
        (["FIGURE", "--drop", "--flag", *WHY], "say what was decided"),
        (["FIGURE", "--override", "2,936 tỷ", *WHY], "'2,936 tỷ' cannot be used as value"),
        (["FIGURE", "--drop", "--reason", " ", "--who", "Lan"], "cannot be used as reason"),
        (["FIGURE", "--drop", "--reason", "so"], "--who NAME is missing"),
        (["--drop", *WHY], "FIGURE-ID is missing"),
    ],
)
def test_what_is_wrong_is_told_in_one_line_and_nothing_written(
    data: DataDirectory, fact: Fact, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    given = [fact.figure_id if word == "FIGURE" else word for word in arguments]
    assert cli.run(["decide", *given]) == 2
    printed = capsys.readouterr().err
    assert told in printed
    assert printed.count("\n") == 1
    assert not data.corrections.exists()


@pytest.mark.parametrize("before", ["- who: me\n", "- {a: 1\n"])
def test_a_broken_file_is_left_as_it_is(
    data: DataDirectory, fact: Fact, capsys: pytest.CaptureFixture[str], before: str
) -> None:
    data.corrections.write_text(before, encoding="utf-8")
    assert cli.run(["decide", fact.figure_id, "--drop", *WHY]) == 2
    assert "corrections.yaml:" in capsys.readouterr().err
    assert data.corrections.read_text(encoding="utf-8") == before


def test_a_file_in_brackets_is_left_as_it_is(
    data: DataDirectory, fact: Fact, capsys: pytest.CaptureFixture[str]
) -> None:
    data.corrections.write_text("[]\n", encoding="utf-8")
    assert cli.run(["decide", fact.figure_id, "--drop", *WHY]) == 2
    assert "not YAML" in capsys.readouterr().err
    assert data.corrections.read_text(encoding="utf-8") == "[]\n"


def test_the_same_decision_twice_is_refused(
    data: DataDirectory, fact: Fact, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.run(["decide", fact.figure_id, "--drop", *WHY])
    assert cli.run(["decide", fact.figure_id, "--drop", *WHY]) == 2
    assert "the row of line 1 again" in capsys.readouterr().err
    assert written(data).action == "drop"


def test_it_speaks_vietnamese(
    data: DataDirectory, fact: Fact, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KCN_LANG", "vi")
    assert cli.run(["decide", "--help"]) == 0
    assert "MÃ-SỐ-LIỆU" in capsys.readouterr().out
    cli.run(["decide", fact.figure_id, *WHY])
    assert "hãy nêu một quyết định" in capsys.readouterr().err

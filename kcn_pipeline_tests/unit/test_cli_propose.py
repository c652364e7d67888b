"""`kcn propose`, and what `kcn extract` lists besides figures: numbers with their roles, and events."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from kcn_pipeline import cli
from kcn_pipeline.defs.storage import partition_path, write_table
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.extraction.unassigned import unassigned_figures
from kcn_pipeline.messages import say
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import UNASSIGNED_FIGURES, frame_of
from kcn_pipeline_tests.unit.extraction.builders import document_of, untouched

ODD = (
    "Ban Quản lý các KCN tỉnh Hải Dương báo cáo kết quả năm 2019.\n"
    "Năm 2019, phần mỏm đá lởm chởm đạt 345 ha theo Quyết định số 12/QĐ-BQL ngày 05/9/2019.\n"
)
TOLD = (
    "Ban Quản lý các KCN tỉnh Hải Dương báo cáo kết quả năm 2019.\n"
    "Ban Quản lý các KCN tỉnh Hải Dương được tặng Cờ thi đua của Chính phủ năm 2019.\n"
    "Năm 2019 cấp mới 12 dự án.\n"
)


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("KCN_LANG", "KCN_DEBUG", "KCN_DATA_DIR", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "140")


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    file = tmp_path / "odd.txt"
    file.write_text(ODD, encoding="utf-8")
    return file


class TestPropose:
    def test_rows_of_a_file_can_be_pasted(self, odd: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.run(["propose", str(odd)]) == 0
        printed = capsys.readouterr().out
        (row,) = yaml.safe_load(printed)
        assert "mỏm đá lởm chởm" in str(row)
        assert "345 ha" in printed
        assert odd.name in printed

    def test_the_reason_is_told_in_the_language_of_the_moment(
        self, odd: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cli.run(["propose", str(odd)])
        assert "no wording of a metric nearby" in capsys.readouterr().out
        monkeypatch.setenv("KCN_LANG", "vi")
        cli.run(["propose", str(odd)])
        printed = capsys.readouterr().out
        assert "no wording" not in printed
        assert say("propose.outside", file="phrases.yaml") in printed

    def test_stored_figures_of_one_half_year(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        data, document, cleaned = DataDirectory(tmp_path), document_of(ODD), untouched(ODD)
        rows = [figure.as_row() for figure in unassigned_figures(extract_facts(document, cleaned), cleaned)]
        path = partition_path(data.warehouse, "unassigned_figures", HalfYear(2019, 2))
        write_table(path, UNASSIGNED_FIGURES, frame_of(UNASSIGNED_FIGURES, rows))
        assert rows
        for period, found in (("2019-H2", len(rows)), ("2018-H1", 0)):
            assert cli.run(["propose", "--period", period, "--data-dir", str(tmp_path)]) == 0
            assert say("propose.counts", figures=found, phrases=found) in capsys.readouterr().out

    def test_a_bad_file_is_told_and_the_others_read(
        self, odd: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.run(["propose", str(tmp_path / "none.txt"), str(odd)]) == 2
        printed = capsys.readouterr()
        assert "none.txt" in printed.err
        assert "345 ha" in printed.out

    def test_files_and_period_exclude_each_other(self, odd: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.run(["propose", str(odd), "--period", "2019-H1"]) == 2
        assert say("usage.files_and_period") in capsys.readouterr().err

    def test_nothing_stored_is_said(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.run(["propose", "--data-dir", str(tmp_path / "none")]) == 2
        assert "none" in capsys.readouterr().err


class TestEveryNumber:
    def test_lines_have_the_figures_first_then_the_roles(self, odd: Path, capsys: pytest.CaptureFixture[str]) -> None:
        cli.run(["extract", str(odd), "--format", "jsonl"])
        figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert cli.run(["extract", str(odd), "--format", "jsonl", "--all"]) == 0
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert lines[: len(figures)] == figures
        roles = {line["quote"]: line["role"] for line in lines[len(figures) :]}
        assert roles["Quyết định số 12/QĐ-BQL"] == "document_number"
        assert roles["ngày 05/9/2019"] == "date"
        assert all("metric" not in line for line in lines[len(figures) :])

    def test_the_table_names_the_roles(
        self, odd: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cli.run(["extract", str(odd)])
        assert "document number" not in capsys.readouterr().out
        cli.run(["extract", str(odd), "--all"])
        assert "document number" in capsys.readouterr().out
        monkeypatch.setenv("KCN_LANG", "vi")
        cli.run(["extract", str(odd), "--all"])
        assert "số văn bản" in capsys.readouterr().out


class TestEvents:
    @pytest.fixture
    def told(self, tmp_path: Path) -> Path:
        file = tmp_path / "told.txt"
        file.write_text(TOLD, encoding="utf-8")
        return file

    def test_lines(self, told: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.run(["extract", str(told), "--events", "--format", "jsonl"]) == 0
        (event,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert (event["kind"], event["award"], event["entity"]) == ("award", "emulation_flag", "board:hai-duong")
        assert TOLD[event["start"] : event["end"]] == event["quote"]
        assert isinstance(event["cues"], list)

    def test_the_table_in_both_languages(
        self, told: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert cli.run(["extract", str(told), "--events"]) == 0
        english = capsys.readouterr().out
        assert all(word in english for word in ("emulation flag", "conferred", "2019", say("events.counts", events=1)))
        monkeypatch.setenv("KCN_LANG", "vi")
        cli.run(["extract", str(told), "--events"])
        vietnamese = capsys.readouterr().out
        assert all(word in vietnamese for word in ("cờ thi đua", "đã tặng", "Chính phủ"))

    def test_a_document_without_events(self, odd: Path, capsys: pytest.CaptureFixture[str]) -> None:
        cli.run(["extract", str(odd), "--events"])
        assert say("events.none") in capsys.readouterr().out

    def test_all_and_events_exclude_each_other(self, told: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.run(["extract", str(told), "--events", "--all"]) == 2
        assert say("usage.all_and_events") in capsys.readouterr().err

"""`kcn clean` and `kcn extract` on single documents, through the real stages."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kcn_pipeline import cli
from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning import review
from kcn_pipeline.commands import extract
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.messages import say
from kcn_pipeline.reference.quality_thresholds import load_quality_thresholds
from kcn_pipeline.tables import FACTS
from kcn_pipeline_tests.conftest import REPOSITORY
from kcn_pipeline_tests.hostile.sound_files import spreadsheet_file, word_file, zip_file

SAMPLES = REPOSITORY / "data" / "raw"
DAMAGED = SAMPLES / "2019-H1" / "khoi-dbsh-6-thang-2019.txt"
SOUND = SAMPLES / "2016-H2" / "khoi-trung-du-nam-2016.txt"


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("KCN_LANG", "KCN_DEBUG", "KCN_DATA_DIR", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


def extracted(capsys: pytest.CaptureFixture[str], *files: Path) -> list[dict[str, Any]]:
    assert cli.run(["extract", *map(str, files), "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


class TestClean:
    def test_segments_lead_from_the_document_to_its_text(self, capsys: pytest.CaptureFixture[str]) -> None:
        raw = DAMAGED.read_text(encoding="utf-8")
        assert cli.run(["clean", str(DAMAGED), "--format", "segments"]) == 0
        segments = [Segment.from_row(json.loads(line)) for line in capsys.readouterr().out.splitlines()]
        assert any(segment.alternatives for segment in segments)
        assert cli.run(["clean", str(DAMAGED), "--format", "text"]) == 0
        assert capsys.readouterr().out.rstrip("\n") == Alignment(segments, len(raw)).apply(raw).rstrip("\n")

    def test_letters_are_printed_as_they_are(self, capsys: pytest.CaptureFixture[str]) -> None:
        cli.run(["clean", str(DAMAGED), "--format", "segments"])
        assert "\\u" not in capsys.readouterr().out

    def test_a_pipe_gets_the_text_and_a_terminal_the_difference(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cli.run(["clean", str(DAMAGED), "--format", "text"])
        text = capsys.readouterr().out
        cli.run(["clean", str(DAMAGED)])
        assert capsys.readouterr().out == text
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        cli.run(["clean", str(DAMAGED)])
        assert capsys.readouterr().out != text

    def test_the_difference_shows_both_sides_and_counts(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.run(["clean", str(DAMAGED), "--format", "diff"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert any(" - " in line for line in lines)
        assert any(" + " in line for line in lines)
        assert say("clean.restored") in lines[-1]

    def test_a_sound_text_is_said_to_be_sound(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        file = tmp_path / "sound.txt"
        file.write_text("Ban Quản lý báo cáo kết quả năm 2019.\n", encoding="utf-8")
        cli.run(["clean", str(file), "--format", "diff"])
        assert capsys.readouterr().out == f"{say('clean.unchanged')}\n"

    @pytest.mark.parametrize(("name", "reason"), [("none.txt", "cannot be read"), ("empty.txt", "is empty")])
    def test_a_file_that_cannot_be_used(
        self, name: str, reason: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        (tmp_path / "empty.txt").touch()
        assert cli.run(["clean", str(tmp_path / name)]) == 2
        line = capsys.readouterr().err
        assert line.count("\n") == 1
        assert name in line
        assert reason in line

    def test_a_folder_is_no_file(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        assert cli.run(["clean", str(tmp_path)]) == 2
        assert capsys.readouterr().err.startswith("error: ")

    def test_a_wrong_format_names_the_right_ones(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.run(["clean", str(SOUND), "--format", "html"]) == 2
        line = capsys.readouterr().err
        assert all(word in line for word in ("html", "diff, text, segments", "--format"))


class TestExtractLines:
    def test_every_field_of_a_fact_is_there_and_lists_are_lists(self, capsys: pytest.CaptureFixture[str]) -> None:
        facts = extracted(capsys, SOUND)
        assert len(facts) > 10
        for fact in facts:
            assert list(fact) == list(FACTS.columns)
            assert isinstance(fact["coverage"], list)
            assert all(set(cue) == {"role", "value", "start", "end"} for cue in fact["cues"])
            assert fact["target"] in (True, False)
        assert any(fact["cues"] for fact in facts)
        assert {fact["document"] for fact in facts} == {SOUND.name}

    def test_quotes_are_the_characters_of_the_document(self, capsys: pytest.CaptureFixture[str]) -> None:
        raw = DAMAGED.read_text(encoding="utf-8")
        facts = extracted(capsys, DAMAGED)
        assert facts
        assert all(raw[fact["start"] : fact["end"]] == fact["quote"] for fact in facts)

    def test_several_files_are_read_in_order(self, capsys: pytest.CaptureFixture[str]) -> None:
        names = [fact["document"] for fact in extracted(capsys, SOUND, DAMAGED)]
        assert list(dict.fromkeys(names)) == [SOUND.name, DAMAGED.name]

    def test_bad_files_are_told_and_the_others_read(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        (tmp_path / "empty.txt").touch()
        files = [str(tmp_path / "none.txt"), str(SOUND), str(tmp_path / "empty.txt"), str(tmp_path)]
        assert cli.run(["extract", *files, "--format", "jsonl"]) == 2
        printed = capsys.readouterr()
        assert {json.loads(line)["document"] for line in printed.out.splitlines()} == {SOUND.name}
        lines = printed.err.splitlines()
        assert [name in line for name, line in zip(("none.txt", "empty.txt", tmp_path.name), lines, strict=True)]

    def test_a_fault_in_one_file_does_not_hide_the_others(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = extract_facts

        def faulty(document: Any, cleaned: Any) -> Any:
            if document.name == DAMAGED.name:
                raise ZeroDivisionError("division by zero")
            return real(document, cleaned)

        monkeypatch.setattr(extract, "extract_facts", faulty)
        assert cli.run(["extract", str(DAMAGED), str(SOUND), "--format", "jsonl"]) == 2
        printed = capsys.readouterr()
        assert printed.out
        assert DAMAGED.name in printed.err
        assert "KCN_DEBUG=1" in printed.err

    def test_debugging_raises_the_fault(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("KCN_DEBUG", "1")
        with pytest.raises(ValueError, match=r"none\.txt"):
            cli.run(["extract", str(tmp_path / "none.txt")])


class TestReview:
    @pytest.fixture
    def doubtful(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Every word that has another reading is doubtful."""
        limits = replace(load_quality_thresholds(), doubtful_margin=100.0)
        monkeypatch.setattr(review, "load_quality_thresholds", lambda: limits)

    @pytest.mark.usefixtures("doubtful")
    def test_doubtful_words_of_a_figure_are_told(self, capsys: pytest.CaptureFixture[str]) -> None:
        raw = DAMAGED.read_text(encoding="utf-8")
        doubts = [doubt for fact in extracted(capsys, DAMAGED) for doubt in fact["review"]]
        assert doubts
        for doubt in doubts:
            assert set(doubt) == {"start", "end", "word", "alternatives", "margin"}
            assert raw[doubt["start"] : doubt["end"]] != doubt["word"]

    @pytest.mark.usefixtures("doubtful")
    def test_the_table_marks_and_counts_them(self, capsys: pytest.CaptureFixture[str]) -> None:
        cli.run(["extract", str(DAMAGED)])
        lines = capsys.readouterr().out.splitlines()
        assert sum(line.startswith("? “") for line in lines) > 3
        assert any("doubtful words (?)" in line for line in lines)

    @pytest.mark.usefixtures("doubtful")
    def test_the_difference_tells_what_else_they_may_read(self, capsys: pytest.CaptureFixture[str]) -> None:
        cli.run(["clean", str(DAMAGED), "--format", "diff"])
        lines = capsys.readouterr().out.splitlines()
        assert any("[? " in line for line in lines)
        assert say("clean.doubtful") in " ".join(lines[-3:])

    def test_a_sound_document_has_nothing_to_review(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert not any(fact["review"] for fact in extracted(capsys, SOUND))
        cli.run(["extract", str(SOUND)])
        assert "(?)" not in capsys.readouterr().out


class TestExtractTable:
    def test_figures_are_named_in_the_language_of_the_moment(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert cli.run(["extract", str(SOUND)]) == 0
        english = capsys.readouterr().out
        monkeypatch.setenv("KCN_LANG", "vi")
        assert cli.run(["extract", str(SOUND)]) == 0
        vietnamese = capsys.readouterr().out
        assert SOUND.name in english
        assert "New projects licensed" in english
        assert "projects" in english
        assert "Dự án cấp mới" in vietnamese
        assert "năm 2016" in vietnamese
        assert "projects" not in vietnamese

    def test_a_figure_that_was_not_understood_is_counted_and_shown_on_demand(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        file = tmp_path / "odd.txt"
        file.write_text(
            "Ban Quản lý các KCN tỉnh Hải Dương báo cáo kết quả năm 2019.\n"
            "Năm 2019, đơn vị đã trồng mới 345 ha cà phê.\n",
            encoding="utf-8",
        )
        facts = extracted(capsys, file)
        unknown = [fact for fact in facts if fact["metric"] is None]
        assert len(unknown) == 1
        cli.run(["extract", str(file)])
        shown = capsys.readouterr().out
        assert "345 ha" not in shown
        assert say("extract.counts", figures=len(facts), unknown=1) in shown
        assert say("extract.show_all") in shown
        cli.run(["extract", str(file), "--all"])
        shown = capsys.readouterr().out
        assert "345 ha" in shown
        assert say("extract.unknown") in shown
        assert say("extract.show_all") not in shown

    def test_whom_a_figure_speaks_of_is_shown_where_it_is_not_the_publisher(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        cli.run(["extract", str(SOUND)])
        assert say("extract.entity") in capsys.readouterr().out
        cli.run(["extract", str(DAMAGED)])
        assert say("extract.entity") not in capsys.readouterr().out

    def test_a_reading_against_the_marks_is_coloured(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert any(fact["literal_value"] for fact in extracted(capsys, DAMAGED))
        monkeypatch.setenv("FORCE_COLOR", "1")
        cli.run(["extract", str(DAMAGED)])
        assert "\x1b[33m" in capsys.readouterr().out

    def test_a_narrow_terminal_cuts_nothing_off(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        cli.run(["extract", str(SOUND), "--all"])
        printed = capsys.readouterr().out
        assert max(map(len, printed.splitlines())) <= 80
        assert "…" not in printed


class TestArchives:
    """A ZIP archive stands for the documents in it."""

    @pytest.fixture
    def archive(self, tmp_path: Path) -> Path:
        file = tmp_path / "báo cáo.zip"
        file.write_bytes(zip_file({"2016/một.txt": SOUND.read_bytes(), "hai.docx": word_file(), "ba.txt": b""}))
        return file

    def test_extract_reads_every_document_and_names_the_bad_one(
        self, archive: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.run(["extract", str(archive), "--format", "jsonl"]) == 2
        printed = capsys.readouterr()
        facts = [json.loads(line) for line in printed.out.splitlines()]
        assert list(dict.fromkeys(fact["document"] for fact in facts)) == ["hai.docx", "một.txt"]
        [line] = printed.err.splitlines()
        assert "ba.txt" in line

    def test_a_sidecar_in_the_archive_goes_with_its_document(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "a.zip"
        report = "Ban Quản lý các KCN tỉnh Bắc Ninh: có 44 dự án.\n".encode()
        file.write_bytes(zip_file({"a.txt": report, "a.txt.meta.yaml": b"period: 2019-H1\n"}))
        [fact] = extracted(capsys, file)
        assert fact["period_end"] == "2019-06-30"

    def test_clean_takes_the_one_document(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = tmp_path / "a.zip"
        file.write_bytes(zip_file({"bảng.xlsx": spreadsheet_file()}))
        assert cli.run(["clean", str(file), "--format", "text"]) == 0
        assert "Dự án | 44" in capsys.readouterr().out

    def test_clean_asks_which_of_several(self, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.run(["clean", str(archive)]) == 2
        [line] = capsys.readouterr().err.splitlines()
        assert all(name in line for name in (archive.name, "3 documents", "một.txt", "hai.docx"))

    @pytest.mark.parametrize("command", ["clean", "extract"])
    def test_a_broken_archive_is_told(self, command: str, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
        archive.write_bytes(archive.read_bytes()[:-40])
        assert cli.run([command, str(archive)]) == 2
        [line] = capsys.readouterr().err.splitlines()
        assert archive.name in line

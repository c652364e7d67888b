"""`kcn ingest`: what becomes of every file, of archives and of older versions too."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from kcn_pipeline import cli
from kcn_pipeline.messages import say
from kcn_pipeline_tests.unit.documents.folders import HALF, UNCLEAR, put


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KCN_LANG", raising=False)
    monkeypatch.setenv("KCN_DATA_DIR", str(tmp_path / "data"))


def rows(printed: str, outcome: str) -> list[str]:
    return [line for line in printed.splitlines() if line.startswith(say(outcome))]


def test_an_archive_and_its_files_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x.txt", HALF.format(1))
        archive.writestr("y.txt", UNCLEAR.format(1))
    assert cli.run(["ingest", str(path)]) == 1
    printed = capsys.readouterr()
    assert [("a.zip/x.txt" in row, "2019-H1" in row) for row in rows(printed.out, "ingest.registered")] == [
        (True, True)
    ]
    assert ["a.zip/y.txt" in row for row in rows(printed.out, "ingest.quarantined")] == [True]
    assert ["a.zip" in row for row in rows(printed.out, "ingest.unpacked")] == [True]
    assert printed.err.count("\n") == 1


def test_a_document_that_another_supersedes_is_told_and_no_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path / "in", "a.txt", HALF.format(1))
    put(tmp_path / "in", "b.txt", HALF.format(2))
    put(tmp_path / "in", "b.txt.meta.yaml", "supersedes: a.txt\n")
    assert cli.run(["ingest", str(tmp_path / "in")]) == 0
    printed = capsys.readouterr()
    assert ["a.txt" in row for row in rows(printed.out, "ingest.superseded")] == [True]
    assert printed.err == ""

"""`kcn ingest`: what became of each file is told, and the exit status follows the worst of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kcn_pipeline import cli
from kcn_pipeline.commands import ingest as module
from kcn_pipeline.documents.ledger import Outcome, Receipt
from kcn_pipeline.messages import say
from kcn_pipeline.settings import DataDirectory

Given = tuple[list[Path], Path]


def receipt(outcome: Outcome, name: str = "a.txt", period: str | None = None) -> Receipt:
    sha256 = "" if outcome == "refused" else "0" * 64
    if outcome in ("registered", "duplicate"):
        place = f"raw/{period}/{name}"
        return Receipt(Path("/given") / name, sha256, outcome, place, period, "board:ha-noi", "is there already", "")
    return Receipt(Path("/given") / name, sha256, outcome, reason="the file is empty", cure="save it again")


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Given]]:
    """Puts a register in place that gives these receipts; the list holds what it was asked for."""
    monkeypatch.delenv("KCN_LANG", raising=False)
    monkeypatch.delenv("KCN_DATA_DIR", raising=False)
    monkeypatch.setenv("COLUMNS", "120")

    def put(*receipts: Receipt) -> list[Given]:
        asked: list[Given] = []

        def ingest(paths: tuple[Path, ...], data: DataDirectory) -> list[Receipt]:
            asked.append((list(paths), data.root))
            return list(receipts)

        monkeypatch.setattr(module, "ingest", ingest)
        return asked

    return put


@pytest.mark.parametrize(
    ("outcomes", "status"),
    [
        (["registered"], 0),
        (["registered", "duplicate"], 0),
        (["registered", "quarantined"], 1),
        (["quarantined", "refused"], 2),
    ],
)
def test_exit_status(outcomes: list[Outcome], status: int, register: Callable[..., list[Given]]) -> None:
    register(*(receipt(outcome, period="2019-H1") for outcome in outcomes))
    assert cli.run(["ingest", "a.txt"]) == status


def test_paths_and_data_directory_are_handed_on(register: Callable[..., list[Given]], tmp_path: Path) -> None:
    asked = register(receipt("registered", period="2019-H1"))
    assert cli.run(["ingest", "a.txt", "folder", "--data-dir", str(tmp_path / "new")]) == 0
    assert asked == [([Path("a.txt"), Path("folder")], tmp_path / "new")]


def test_every_file_stands_in_the_table(
    register: Callable[..., list[Given]], capsys: pytest.CaptureFixture[str]
) -> None:
    register(receipt("registered", "a[b].txt", "2019-H1"), receipt("duplicate", "c.txt", "2019-H2"))
    cli.run(["ingest", "."])
    lines = capsys.readouterr().out.splitlines()
    row = next(line for line in lines if "a[b].txt" in line)
    assert all(word in row for word in (say("ingest.registered"), "2019-H1", "Hà Nội board"))
    assert any("c.txt" in line and say("ingest.duplicate") in line for line in lines)


def test_the_reason_and_the_cure_are_told_in_one_line_each(
    register: Callable[..., list[Given]], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    register(receipt("quarantined", "b.txt"), receipt("refused", "d.txt"), receipt("duplicate", "e.txt", "2019-H1"))
    cli.run(["ingest", ".", "--data-dir", str(tmp_path)])
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [
        "error: /given/b.txt: the file is empty; save it again",
        "error: /given/d.txt: the file is empty; save it again",
    ]
    assert str(tmp_path / "quarantine") in printed.out


@pytest.mark.parametrize(
    ("periods", "command"),
    [
        (["2019-H2", "2019-H1", "2019-H1"], "kcn run --period 2019-H1 --period 2019-H2 --data-dir"),
        ([f"201{n}-H1" for n in range(5)], "kcn run --all --data-dir"),
    ],
)
def test_the_next_command_is_ready_to_copy(
    periods: list[str],
    command: str,
    register: Callable[..., list[Given]],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    register(*(receipt("registered", period=period) for period in periods))
    cli.run(["ingest", ".", "--data-dir", str(tmp_path)])
    assert f"{command} {tmp_path}" in capsys.readouterr().out


def test_the_next_command_needs_no_folder_when_it_is_the_usual_one(
    register: Callable[..., list[Given]], capsys: pytest.CaptureFixture[str]
) -> None:
    register(receipt("registered", period="2019-H1"))
    cli.run(["ingest", "."])
    assert capsys.readouterr().out.rstrip().endswith("kcn run --period 2019-H1")


def test_nothing_new_needs_no_next_command(
    register: Callable[..., list[Given]], capsys: pytest.CaptureFixture[str]
) -> None:
    register(receipt("duplicate", period="2019-H1"))
    cli.run(["ingest", "."])
    assert "kcn run" not in capsys.readouterr().out


def test_an_empty_folder_is_bad_input(register: Callable[..., list[Given]], capsys: pytest.CaptureFixture[str]) -> None:
    register()
    assert cli.run(["ingest", "."]) == 2
    assert capsys.readouterr().err == f"error: {say('ingest.none')}\n"


class TestRealRegister:
    """No fake: hostile files through the real register."""

    def test_bad_files_are_kept_with_their_reason(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        given = tmp_path / "given"
        given.mkdir()
        (given / "empty.txt").touch()
        (given / "[red]scan.pdf").write_bytes(b"%PDF-1.7\n\0")
        (given / "who.txt").write_text("Không có gì ở đây.", encoding="utf-8")
        data = tmp_path / "data"
        assert cli.run(["ingest", str(given), "--data-dir", str(data)]) == 1
        lines = capsys.readouterr().err.splitlines()
        assert [name in line for name, line in zip(("[red]scan.pdf", "empty.txt", "who.txt"), lines, strict=True)]
        assert len([path for path in (data / "quarantine").iterdir() if path.name.endswith(".reason.yaml")]) == 3

    def test_seeds_are_placed(
        self, shared_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "120")
        arguments = ["ingest", str(shared_dir / "seeds"), "--data-dir", str(tmp_path)]
        assert cli.run(arguments) == 0
        printed = capsys.readouterr().out
        assert all(period in printed for period in ("2016-H2", "2019-H1", "2019-H2"))
        assert cli.run(arguments) == 0
        assert capsys.readouterr().out.count(say("ingest.duplicate")) == 5

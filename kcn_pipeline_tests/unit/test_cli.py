"""The root of `kcn`: help in both languages, usage errors in one line, and every exit status."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from kcn_pipeline import cli
from kcn_pipeline.commands import failures, options
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.messages import say
from kcn_pipeline.reference.loading import BrokenReference

LANGUAGES = pytest.mark.parametrize("language", ["en", "vi"])


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in ("KCN_LANG", "KCN_DEBUG", "KCN_DATA_DIR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], int]:
    """Runs a subcommand that raises what it is given."""

    def run(error: BaseException) -> int:
        @click.command("run", cls=options.Command, help="help.run")
        def command() -> None:
            raise error

        monkeypatch.setattr(options.Group, "get_command", lambda *_: command)
        return cli.run(["run"])

    return run


def only_line(capsys: pytest.CaptureFixture[str]) -> str:
    """What was printed to standard error, which is one line; nothing was printed to standard output."""
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err.rstrip("\n")


class TestHelp:
    @LANGUAGES
    @pytest.mark.parametrize("arguments", [[], ["--help"]])
    def test_the_root_lists_every_command(
        self, arguments: list[str], language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("KCN_LANG", language)
        assert cli.run(arguments) == 0
        printed = capsys.readouterr().out
        assert say("help.usage") in printed
        for name in cli.kcn.names:
            assert f"\n  {name} " in printed

    @LANGUAGES
    @pytest.mark.parametrize("name", cli.kcn.names)
    def test_each_command_explains_itself_in_the_language_asked_for(
        self, name: str, language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("KCN_LANG", language)
        assert cli.run([name, "--help"]) == 0
        printed = capsys.readouterr().out
        words = " ".join(printed.split())
        assert " ".join(say(f"help.{name}").split()) in words
        assert " ".join(say("option.data_dir").split()) in words
        assert say("metavar.folder") in printed
        if language == "vi":
            assert not any(word in printed for word in ("Usage", "Options", "OPTIONS", "Show this", "FILE", "default"))

    def test_no_line_is_wider_than_a_narrow_terminal(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        for name in cli.kcn.names:
            cli.run([name, "--help"])
        assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


class TestUsageErrors:
    @LANGUAGES
    @pytest.mark.parametrize(
        ("arguments", "named"),
        [
            (["runn"], ["runn", "run", "kcn --help"]),
            (["xyz"], ["xyz", "ingest"]),
            (["run"], ["--period", "--all", "kcn run --help"]),
            (["run", "--all", "--period", "2019-H1"], ["--period", "--all"]),
            (["run", "--period", "2019"], ["--period", "2019-H2"]),
            (["run", "--period"], ["--period"]),
            (["run", "--perod", "2019-H1"], ["--perod", "--period"]),
            (["run", "--everything-at-once"], ["--everything-at-once"]),
            (["run", "--all", "surplus", "more"], ["surplus more"]),
            (["dev", "--port", "80"], ["--port", "80", "1024"]),
            (["dev", "--port", "http"], ["--port", "http"]),
            (["--data-dir"], ["--data-dir"]),
        ],
    )
    def test_one_line_with_the_cure(
        self,
        arguments: list[str],
        named: list[str],
        language: str,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setenv("KCN_LANG", language)
        assert cli.run(arguments) == 2
        line = only_line(capsys)
        assert line.startswith(say("failure.heading"))
        assert all(word in line for word in named)
        if language == "vi":
            assert "No such" not in line
            assert "Got unexpected" not in line


class TestDataDirectory:
    def test_a_missing_one_is_named_with_the_cure(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        assert cli.run(["run", "--all", "--data-dir", str(tmp_path / "none")]) == 2
        line = only_line(capsys)
        assert str(tmp_path / "none") in line
        assert "kcn ingest" in line

    def test_a_file_is_none(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        assert cli.run(["run", "--all", "--data-dir", str(tmp_path / "file")]) == 2
        assert "is a file" in only_line(capsys)

    @pytest.mark.parametrize(
        ("arguments", "variable", "chosen"),
        [
            (["run"], None, "data"),
            (["run"], "variable", "variable"),
            (["--data-dir", "before", "run"], "variable", "before"),
            (["run", "--data-dir", "after"], "variable", "after"),
            (["--data-dir", "before", "run", "--data-dir", "after"], "variable", "after"),
        ],
    )
    def test_where_it_is_taken_from(
        self, arguments: list[str], variable: str | None, chosen: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        found = []

        @click.command("run", cls=options.Command, help="help.run")
        @options.data_dir_option
        def command() -> None:
            found.append(options.chosen_data(existing=False).root)

        monkeypatch.setattr(options.Group, "get_command", lambda *_: command)
        if variable:
            monkeypatch.setenv("KCN_DATA_DIR", variable)
        assert cli.run(arguments) == 0
        assert found == [tmp_path.resolve() / chosen]


class TestFailures:
    @LANGUAGES
    @pytest.mark.parametrize(
        ("error", "named"),
        [
            (FileNotFoundError(errno.ENOENT, "No such file", "a.txt"), ["a.txt"]),
            (PermissionError(errno.EACCES, "denied", "a.txt"), ["a.txt"]),
            (IsADirectoryError(errno.EISDIR, "is a directory", "a"), ["a"]),
            (NotADirectoryError(errno.ENOTDIR, "not a directory", "a/b"), ["a/b"]),
            (OSError(errno.ENOSPC, "full", "a.txt"), ["a.txt"]),
            (OSError(errno.ELOOP, "too many links", "a.txt"), ["a.txt", "too many links"]),
            (TimeoutError("lock: another run is at work; wait"), ["lock: another run is at work; wait"]),
            (UnreadableDocument("is empty", "save it again", name="a.txt"), ["a.txt: is empty; save it again"]),
            (BrokenReference(Path("boards.yaml"), 7, "twice", "merge"), ["boards.yaml:7: twice; merge"]),
            (click.ClickException("said already"), ["said already"]),
            (ZeroDivisionError("division by zero"), ["ZeroDivisionError: division by zero", "KCN_DEBUG=1"]),
            (ValueError("several\nlines\n  of it"), ["several lines of it"]),
        ],
        ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
    )
    def test_one_line_and_status_2(
        self,
        error: Exception,
        named: list[str],
        language: str,
        failing: Callable[[BaseException], int],
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setenv("KCN_LANG", language)
        assert failing(error) == 2
        line = only_line(capsys)
        assert line.startswith(say("failure.heading"))
        assert all(words in line for words in named)

    def test_debugging_shows_where(
        self, failing: Callable[[BaseException], int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("KCN_DEBUG", "1")
        with pytest.raises(ZeroDivisionError):
            failing(ZeroDivisionError())

    @pytest.mark.parametrize("value", ["", "0"])
    def test_debugging_switched_off(
        self, value: str, failing: Callable[[BaseException], int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("KCN_DEBUG", value)
        assert failing(ZeroDivisionError()) == 2

    def test_ctrl_c(self, failing: Callable[[BaseException], int], capsys: pytest.CaptureFixture[str]) -> None:
        assert failing(KeyboardInterrupt()) == 130
        assert only_line(capsys) == say("failure.interrupted")

    def test_the_place_is_named_once(self, capsys: pytest.CaptureFixture[str]) -> None:
        failures.complain(UnreadableDocument("is empty", "save it again"), "a.txt")
        failures.complain(UnreadableDocument("is empty", "save it again", name="a.txt"), "a.txt")
        assert capsys.readouterr().err.splitlines() == ["error: a.txt: is empty; save it again"] * 2

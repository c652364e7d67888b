"""`kcn report`: the path alone on standard output, and a status that hides no failure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from kcn_pipeline import cli
from kcn_pipeline.commands import refresh
from kcn_pipeline.defs.summary import FailedCheck
from kcn_pipeline.messages import say
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline_tests.unit.test_cli_run import ERROR, summary


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataDirectory:
    """A data directory with a report in it."""
    monkeypatch.delenv("KCN_LANG", raising=False)
    monkeypatch.setenv("KCN_DATA_DIR", str(tmp_path))
    directory = DataDirectory(tmp_path)
    directory.report.parent.mkdir()
    directory.report.touch()
    return directory


@pytest.fixture
def published(data: DataDirectory, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[object]]:
    """Puts a launcher in place that publishes nothing; the list holds the half-years it was asked for before that."""

    def put(*failed: FailedCheck, published: bool = True) -> list[object]:
        asked: list[object] = []

        def materialise(periods: object, *_: object) -> object:
            asked.append(periods)
            return summary(data, *failed, published=published)

        monkeypatch.setattr(refresh, "materialise", materialise)
        return asked

    return put


def test_prints_the_path_alone(
    published: Callable[..., list[object]], capsys: pytest.CaptureFixture[str], data: DataDirectory
) -> None:
    asked = published()
    assert cli.run(["report"]) == 0
    assert capsys.readouterr().out == f"{data.report}\n"
    assert asked == [[]]


def test_opens_it(published: Callable[..., list[object]], data: DataDirectory, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    published()
    assert cli.run(["report", "--open"]) == 0
    assert opened == [data.report.as_uri()]


@pytest.mark.parametrize(("failed", "anew"), [([ERROR], True), ([], False)])
def test_the_status_shows_that_something_failed(
    failed: list[FailedCheck],
    anew: bool,
    published: Callable[..., list[object]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    published(*failed, published=anew)
    assert cli.run(["report"]) == 1
    assert (say("run.not_published") in capsys.readouterr().err) is not anew


def test_there_may_be_none_yet(
    published: Callable[..., list[object]], data: DataDirectory, capsys: pytest.CaptureFixture[str]
) -> None:
    data.report.unlink()
    published(published=False)
    assert cli.run(["report"]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"error: {say('report.none', file=data.report)}"

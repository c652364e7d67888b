"""`kcn run`: which half-years are asked for, progress, the summary, the exit status."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from dagster import DagsterExecutionInterruptedError

from kcn_pipeline import cli
from kcn_pipeline.commands import refresh
from kcn_pipeline.defs.launch import RunFailed
from kcn_pipeline.defs.summary import FailedCheck, PeriodSummary, RunSummary, Suspicion
from kcn_pipeline.messages import say
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory

H1, H2 = HalfYear(2019, 1), HalfYear(2019, 2)
WARNING = FailedCheck("raw_documents", "publisher_known", H1, "WARN", "1 of 3 reports name no publisher")
ERROR = FailedCheck("panel", "panel_is_whole", None, "ERROR", "2 cells are missing")
VERDICTS = {"EXACT": 12, "COVERAGE_BREAK": 2, "INCOMPATIBLE": 1, "NOT_PUBLISHED": 4}
SUSPICIONS = tuple(Suspicion(f"số thứ {n} có lẽ là {n}0", f"figure {n} was probably {n}0") for n in range(1, 8))
Tell = Callable[[str, HalfYear | None], None]
Launch = Callable[..., "list[list[str]]"]


def summary(
    data: DataDirectory, *failed: FailedCheck, held_back: tuple[HalfYear, ...] = (), published: bool = True
) -> RunSummary:
    period = PeriodSummary(
        period=H1,
        documents=3,
        words_restored=218,
        facts=65,
        figures_without_metric=7,
        verdicts=VERDICTS,
        suspicions=SUSPICIONS,
    )
    empty = PeriodSummary(
        period=HalfYear(2020, 1), documents=0, words_restored=0, facts=0, figures_without_metric=0, verdicts={}
    )
    return RunSummary((period, empty), tuple(failed), held_back, published, data.report, data.mart)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataDirectory:
    """A data directory with a document in each half of 2019, and none of it read by these tests."""
    for variable in ("KCN_LANG", "KCN_DEBUG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("KCN_DATA_DIR", str(tmp_path))
    for period in (H1, H2):
        (tmp_path / "raw" / period.label).mkdir(parents=True)
        (tmp_path / "raw" / period.label / "a.txt").write_text("text", encoding="utf-8")
    return DataDirectory(tmp_path)


@pytest.fixture
def launch(data: DataDirectory, monkeypatch: pytest.MonkeyPatch) -> Launch:
    """Puts a launcher in place that runs nothing and gives a summary; the list holds the half-years asked for."""

    def put(*failed: FailedCheck, held_back: tuple[HalfYear, ...] = (), published: bool = True) -> list[list[str]]:
        asked: list[list[str]] = []

        def materialise(periods: Sequence[HalfYear], where: DataDirectory, tell: Tell) -> RunSummary:
            asked.append([period.label for period in periods])
            tell("wait", None)
            for step in ("extract", "reconcile"):
                for period in periods:
                    tell(step, period)
            tell("publish", None)
            where.report.parent.mkdir(exist_ok=True)
            where.report.touch()
            return summary(where, *failed, held_back=held_back, published=published)

        monkeypatch.setattr(refresh, "materialise", materialise)
        return asked

    return put


class TestWhichHalfYears:
    @pytest.mark.parametrize(
        ("arguments", "asked"),
        [
            (["--all"], ["2019-H1", "2019-H2"]),
            (["--period", "2019-H2"], ["2019-H2"]),
            (["--period", "2019-07", "--period", "2019-H1", "--period", "2019-H2"], ["2019-H1", "2019-H2"]),
        ],
    )
    def test_asked_for(self, arguments: list[str], asked: list[str], launch: Launch) -> None:
        requested = launch()
        assert cli.run(["run", *arguments]) == 0
        assert requested == [asked]

    def test_what_was_computed_before_counts_when_its_documents_are_gone(
        self, launch: Launch, data: DataDirectory
    ) -> None:
        stored = data.warehouse / "raw_documents"
        stored.mkdir(parents=True)
        (stored / "2016-07.parquet").touch()
        requested = launch()
        assert cli.run(["run", "--all"]) == 0
        assert requested == [["2016-H2", "2019-H1", "2019-H2"]]

    def test_a_half_year_without_documents_is_refused_with_those_that_have_some(
        self, launch: Launch, capsys: pytest.CaptureFixture[str], data: DataDirectory
    ) -> None:
        requested = launch()
        assert cli.run(["run", "--period", "2018-H1", "--period", "2019-H1"]) == 2
        line = capsys.readouterr().err
        assert line.count("\n") == 1
        assert all(word in line for word in ("2018-H1:", str(data.raw), "kcn ingest", "2019-H1, 2019-H2"))
        assert requested == []

    def test_a_folder_that_no_reporting_period_can_have(
        self, launch: Launch, capsys: pytest.CaptureFixture[str], data: DataDirectory
    ) -> None:
        (data.raw / "1998-H1").mkdir()
        (data.raw / "1998-H1" / "a.txt").write_text("text", encoding="utf-8")
        launch()
        assert cli.run(["run", "--all"]) == 2
        assert "1998-H1" in capsys.readouterr().err

    def test_an_empty_data_directory(self, launch: Launch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        launch()
        (tmp_path / "empty").mkdir()
        assert cli.run(["run", "--all", "--data-dir", str(tmp_path / "empty")]) == 2
        assert say("run.nothing", folder=tmp_path / "empty" / "raw") in capsys.readouterr().err


class TestSummary:
    def test_counts_verdicts_and_paths(
        self, launch: Launch, capsys: pytest.CaptureFixture[str], data: DataDirectory
    ) -> None:
        launch()
        assert cli.run(["run", "--all"]) == 0
        printed = capsys.readouterr().out
        words = " ".join(printed.split())
        assert "2019-H1 3 65 7 7 1 Incompatible · 2 Coverage break · 12 Exact · 4 Not published" in words
        assert say("run.all_checks_passed") in printed
        assert "2020-H1" not in printed
        assert say("run.not_published") not in words
        assert str(data.report) in printed
        assert str(data.mart) in printed

    @pytest.mark.parametrize(("tongue", "told"), [("en", "probably"), ("vi", "có lẽ là")])
    def test_the_first_suspects_are_told_with_what_they_may_have_been(
        self,
        launch: Launch,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        tongue: str,
        told: str,
    ) -> None:
        monkeypatch.setenv("KCN_LANG", tongue)
        launch()
        cli.run(["run", "--all"])
        words = " ".join(capsys.readouterr().out.split())
        assert say("run.suspicions") in words
        assert words.count(told) == 5
        assert getattr(SUSPICIONS[4], tongue) in words
        assert say("run.more_suspicions", count=2) in words

    @pytest.mark.parametrize(("failed", "status"), [([WARNING], 0), ([ERROR], 1), ([ERROR, WARNING], 1)])
    def test_failed_checks_decide_the_exit_status(
        self, failed: list[FailedCheck], status: int, launch: Launch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        launch(*failed)
        assert cli.run(["run", "--all"]) == status
        printed = " ".join(capsys.readouterr().out.split())
        for check in failed:
            assert f"{check.asset}.{check.check}" in printed
            assert check.message in printed
            assert check.severity in printed
        assert say("run.all_checks_passed") not in printed

    def test_what_was_held_back_is_told(self, launch: Launch, capsys: pytest.CaptureFixture[str]) -> None:
        launch(ERROR, held_back=(H1, H2))
        cli.run(["run", "--all"])
        assert say("run.held_back", periods="2019-H1, 2019-H2") in " ".join(capsys.readouterr().out.split())

    def test_what_stayed_as_it_was_is_told(self, launch: Launch, capsys: pytest.CaptureFixture[str]) -> None:
        launch(ERROR, published=False)
        assert cli.run(["run", "--all"]) == 1
        assert say("run.not_published") in " ".join(capsys.readouterr().out.split())

    def test_in_vietnamese(
        self, launch: Launch, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("KCN_LANG", "vi")
        launch(ERROR)
        cli.run(["run", "--all"])
        printed = capsys.readouterr()
        for words in ("LỖI", "Mâu thuẫn", "Kết quả đối chiếu", "Trang báo cáo:"):
            assert words in printed.out
        assert "Đối chiếu kỳ 2019-H2" in printed.err

    def test_a_narrow_terminal_loses_no_word(
        self, launch: Launch, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "60")
        launch(ERROR)
        cli.run(["run", "--all"])
        printed = capsys.readouterr().out
        table = printed[: printed.index(say("run.mart"))]
        assert max(map(len, table.splitlines())) <= 60
        assert "…" not in table


class TestProgress:
    def test_a_log_gets_a_line_a_step(self, launch: Launch, capsys: pytest.CaptureFixture[str]) -> None:
        launch()
        cli.run(["run", "--all"])
        assert capsys.readouterr().err.splitlines() == [
            "Waiting for another run to finish",
            "Reading 2019-H1",
            "Reading 2019-H2",
            "Reconciling 2019-H1",
            "Reconciling 2019-H2",
            "Writing mart and report",
        ]

    def test_a_terminal_gets_a_bar_that_is_gone_at_the_end(
        self, launch: Launch, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TTY_COMPATIBLE", "1")
        monkeypatch.setenv("TTY_INTERACTIVE", "1")
        launch()
        assert cli.run(["run", "--all"]) == 0
        drawn = capsys.readouterr().err
        assert "\x1b[2K" in drawn
        assert "Writing mart and report" in drawn
        # Two half-years touch six, each is reconciled, and one step publishes.
        assert "8/9" in drawn


@pytest.mark.usefixtures("data")
class TestFailures:
    def test_a_step_that_raised_is_one_line(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def materialise(*_: object) -> RunSummary:
            raise RunFailed("panel of 2019-H1: out of memory")

        monkeypatch.setattr(refresh, "materialise", materialise)
        assert cli.run(["run", "--all"]) == 2
        last = capsys.readouterr().err.splitlines()[-1]
        assert last == f"error: {say('run.failed', problem='panel of 2019-H1: out of memory')}"

    @pytest.mark.parametrize(
        "stopped",
        [
            KeyboardInterrupt(),
            DagsterExecutionInterruptedError(),
            RunFailed("raw_documents of 2019-H1: dagster._core.errors.DagsterExecutionInterruptedError"),
        ],
        ids=lambda stopped: type(stopped).__name__,
    )
    def test_ctrl_c_is_no_failure_wherever_it_strikes(
        self, stopped: BaseException, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def materialise(*_: object) -> RunSummary:
            raise stopped

        monkeypatch.setattr(refresh, "materialise", materialise)
        assert cli.run(["run", "--all"]) == 130
        assert capsys.readouterr().err.splitlines()[-1] == say("failure.interrupted")

"""Where things lie, and which variable decides it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from kcn_pipeline import cli
from kcn_pipeline.settings import BadLimit, DataDirectory, Limits, data_directory, language, limits


def test_the_override_wins_over_the_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KCN_DATA_DIR", str(tmp_path / "variable"))
    assert data_directory(tmp_path / "override").root == tmp_path / "override"
    assert data_directory(str(tmp_path / "text")).root == tmp_path / "text"


@pytest.mark.parametrize("nothing", [None, ""])
def test_the_variable_wins_over_the_working_directory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, nothing: str | None
) -> None:
    monkeypatch.setenv("KCN_DATA_DIR", str(tmp_path / "variable"))
    assert data_directory(nothing).root == tmp_path / "variable"


@pytest.mark.parametrize("value", [None, ""])
def test_without_either_it_is_data_in_the_working_directory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    if value is None:
        monkeypatch.delenv("KCN_DATA_DIR", raising=False)
    else:
        monkeypatch.setenv("KCN_DATA_DIR", value)
    assert data_directory().root == tmp_path.resolve() / "data"


def test_a_relative_path_stays_right_after_a_change_of_directory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    data = data_directory("here")
    monkeypatch.chdir("/")
    assert data.root == tmp_path.resolve() / "here"


def test_the_home_directory_is_expanded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_directory("~/reports").root == tmp_path / "reports"


def test_every_path_lies_below_the_root_and_none_is_shared(tmp_path: Path) -> None:
    data = DataDirectory(tmp_path)
    names = [name for name, value in vars(DataDirectory).items() if isinstance(value, property)]
    paths = [getattr(data, name) for name in names]
    assert len(paths) == 10
    assert all(path.is_relative_to(tmp_path) and path != tmp_path for path in paths)
    assert len(set(paths)) == len(paths)


def test_looking_creates_nothing(tmp_path: Path) -> None:
    data = data_directory(tmp_path / "new")
    assert data.raw.name == "raw"
    assert not data.root.exists()


def test_the_mart_is_not_named_like_a_schema(tmp_path: Path) -> None:
    # DuckDB cannot tell a database from a schema of the same name.
    schemas = {"documents", "cleaning", "extraction", "reconciliation", "publication", "main"}
    assert DataDirectory(tmp_path).mart.stem not in schemas


@pytest.mark.parametrize(
    ("variable", "spoken"),
    [
        (None, "en"),
        ("", "en"),
        ("en", "en"),
        ("vi", "vi"),
        ("VI", "vi"),
        ("vi_VN.UTF-8", "vi"),
        ("en_GB", "en"),
        ("fr", "en"),
        ("v", "en"),
    ],
)
def test_language(monkeypatch: pytest.MonkeyPatch, variable: str | None, spoken: str) -> None:
    if variable is None:
        monkeypatch.delenv("KCN_LANG", raising=False)
    else:
        monkeypatch.setenv("KCN_LANG", variable)
    assert language() == spoken


class TestLimits:
    @pytest.fixture(autouse=True)
    def unset(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in asdict(Limits()):
            monkeypatch.delenv(f"KCN_LIMIT_{name.upper()}", raising=False)

    def test_without_variables_the_defaults_hold(self) -> None:
        assert limits() == Limits()
        assert all(value > 0 for value in asdict(Limits()).values())

    @pytest.mark.parametrize("name", asdict(Limits()))
    def test_each_is_set_by_its_variable_and_alone(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(f"KCN_LIMIT_{name.upper()}", "7")
        assert asdict(limits()) == {**asdict(Limits()), name: 7}

    @pytest.mark.parametrize("written", ["", "0", "-5", "1.5", "64 MB", "many", "²", "9" * 19, "9" * 5_000])
    def test_what_is_no_limit_names_its_variable(self, written: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KCN_LIMIT_SECONDS", written)
        with pytest.raises(BadLimit, match="KCN_LIMIT_SECONDS") as caught:
            limits()
        assert caught.value.written == written

    @pytest.mark.parametrize("command", [["ingest", "."], ["run", "--all"], ["extract", "a"], ["clean", "a"]])
    @pytest.mark.parametrize("tongue", ["en", "vi"])
    def test_a_command_says_so_in_one_line_before_it_begins(
        self,
        command: list[str],
        tongue: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
    ) -> None:
        monkeypatch.setenv("KCN_LANG", tongue)
        monkeypatch.setenv("KCN_LIMIT_PAGES", "lots")
        assert cli.run(["--data-dir", str(tmp_path / "data"), *command]) == 2
        line = capsys.readouterr().err
        assert line.count("\n") == 1
        assert "KCN_LIMIT_PAGES: 'lots'" in line
        assert "KCN_DEBUG" not in line
        assert not (tmp_path / "data").exists()

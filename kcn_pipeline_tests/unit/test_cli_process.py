"""The entry point in a process of its own: pipes, locales, and how much is loaded."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from kcn_pipeline_tests.conftest import REPOSITORY

ENTRY = "from kcn_pipeline.cli import main; main()"
DOCUMENT = REPOSITORY / "data" / "raw" / "2016-H2" / "khoi-trung-du-nam-2016.txt"
HEAVY = {"dagster", "pandas", "pandera", "duckdb", "great_expectations"}


def kcn(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("KCN_", "LC_", "LANG", "PYTHON"))}
    return subprocess.run(
        [sys.executable, "-c", ENTRY, *arguments], capture_output=True, env={**kept, **environment}, check=False
    )


def test_status_and_one_line() -> None:
    done = kcn("nonsense")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_vietnamese_survives_a_locale_that_cannot_write_it() -> None:
    done = kcn("--help", KCN_LANG="vi", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Cách dùng" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["clean", str(DOCUMENT)],
        ["clean", str(DOCUMENT), "--format", "diff"],
        ["extract", str(DOCUMENT)],
        ["extract", str(DOCUMENT), "--format", "jsonl"],
    ],
)
def test_a_reader_that_goes_away_is_neither_a_finding_nor_an_error(arguments: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([sys.executable, "-c", ENTRY, *arguments], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert done.returncode == 141
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "spared"),
    [
        (["--help"], HEAVY | {"rich"}),
        (["run", "--period", "2019"], HEAVY | {"rich"}),
        (["clean", str(DOCUMENT), "--format", "segments"], HEAVY),
        (["extract", str(DOCUMENT), "--format", "jsonl"], HEAVY),
        (["extract", str(DOCUMENT), "--format", "table"], HEAVY),
    ],
)
def test_what_is_heavy_is_loaded_only_where_it_is_needed(arguments: list[str], spared: set[str]) -> None:
    code = f"import sys; from kcn_pipeline.cli import run; run({arguments!r}); sys.exit(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stderr
    assert "kcn_pipeline.commands.failures" in loaded.split()
    assert spared.isdisjoint(loaded.split())

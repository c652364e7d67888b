"""Every file of places and money: the shipped one loads, a broken copy is refused with file, line and cure."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kcn_pipeline.reference.blocs import BLOCS_FILE, MEMBERSHIPS_FILE, load_blocs, load_memberships
from kcn_pipeline.reference.boards import BOARDS_FILE, load_boards
from kcn_pipeline.reference.ceilings import CEILINGS_FILE, load_ceilings
from kcn_pipeline.reference.entities import NATIONS_FILE, load_nations
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.provinces import PROVINCES_FILE, load_provinces
from kcn_pipeline.reference.rates import RATES_FILE, load_rates

Loader = Callable[[Path], dict[Any, Any]]

FILES: dict[Path, Loader] = {
    PROVINCES_FILE: load_provinces,
    BOARDS_FILE: load_boards,
    BLOCS_FILE: load_blocs,
    MEMBERSHIPS_FILE: load_memberships,
    RATES_FILE: load_rates,
    CEILINGS_FILE: load_ceilings,
    NATIONS_FILE: load_nations,
}
LOADERS = pytest.mark.parametrize(("file", "load"), FILES.items(), ids=[file.stem for file in FILES])

_SOURCE = re.compile(r"(, |\n  )source: [^\n]*?(?=\}?\n)")
_FIRST_ROW = re.compile(r"^- .*?(?=^\s*$|^- |\Z)", re.MULTILINE | re.DOTALL)


def refused(load: Loader, path: Path, text: str) -> BrokenReference:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenReference) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path.name}:{caught.value.line}: ")
    assert caught.value.cure
    return caught.value


def first_row(text: str) -> re.Match[str]:
    match = _FIRST_ROW.search(text)
    assert match is not None
    return match


def line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def with_dates(row: str, dates: str) -> str:
    """A row with validity added, in either style of writing rows."""
    row = re.sub(r"\n  valid_(from|to): \S+", "", row)
    return row.replace("source:", dates + "source:", 1)


@LOADERS
def test_the_shipped_file_loads_with_a_source_in_every_row(file: Path, load: Loader) -> None:
    rows = load(file)
    assert rows
    assert all(row.source.strip() for row in rows.values())


@LOADERS
def test_a_missing_source_is_refused(file: Path, load: Loader, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8")
    broken = _SOURCE.sub("", text, count=1)
    assert broken != text
    error = refused(load, tmp_path / file.name, broken)
    assert error.line == line_at(broken, first_row(broken).start())
    assert "source" in error.problem


@LOADERS
def test_a_duplicate_is_refused(file: Path, load: Loader, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8").rstrip("\n") + "\n"
    error = refused(load, tmp_path / file.name, text + first_row(text).group())
    assert error.line == line_at(text, len(text))
    assert "twice" in error.problem


@LOADERS
def test_a_reversed_validity_is_refused(file: Path, load: Loader, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8")
    row = first_row(text)
    separator = ", " if row.group().startswith("- {") else "\n  "
    dates = separator.join(["valid_from: 2020-01-02", "valid_to: 2020-01-01", ""])
    broken = text[: row.start()] + with_dates(row.group(), dates) + text[row.end() :]
    error = refused(load, tmp_path / file.name, broken)
    assert error.line == line_at(text, row.start())
    assert "2020-01-02 is after valid_to 2020-01-01" in error.problem


@LOADERS
def test_an_unknown_field_is_refused(file: Path, load: Loader, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8")
    broken = text.replace("source:", "origin_of_this:", 1)
    error = refused(load, tmp_path / file.name, broken)
    assert error.line == line_at(text, first_row(text).start())


@pytest.mark.parametrize(
    ("file", "sound", "broken", "what"),
    [
        (PROVINCES_FILE, "successors: [bac-ninh@2025]", "successors: [bac-nin@2025]", "unknown province: bac-nin@2025"),
        (BOARDS_FILE, "successors: [bac-ninh@2025]", "successors: [bac-nin@2025]", "unknown board: bac-nin@2025"),
        (BOARDS_FILE, "province: quang-ninh", "province: quang-nin", "unknown province: quang-nin"),
        (MEMBERSHIPS_FILE, "bloc: north-central\n", "bloc: north-centre\n", "unknown bloc: north-centre"),
        (MEMBERSHIPS_FILE, "leader: hai-duong", "leader: hai-dong", "'hai-dong' leads the bloc"),
        (MEMBERSHIPS_FILE, "[son-la,", "[son-l,", "unknown board: son-l"),
        (CEILINGS_FILE, "metric: exports, unit: USD", "metric: export, unit: USD", "unknown metric: export"),
    ],
)
def test_an_unknown_code_is_refused_in_its_row(file: Path, sound: str, broken: str, what: str, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8")
    at = text.index(sound)
    copy = text[:at] + broken + text[at + len(sound) :]
    error = refused(FILES[file], tmp_path / file.name, copy)
    rows = [line_at(text, match.start()) for match in re.finditer("^- ", text, re.MULTILINE)]
    assert error.line == max(line for line in rows if line <= line_at(text, at))
    assert what in error.problem

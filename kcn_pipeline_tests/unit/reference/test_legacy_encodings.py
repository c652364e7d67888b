"""The tables of legacy encodings are refused when they cannot be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.reference.legacy_encodings import load_legacy_encodings
from kcn_pipeline.reference.loading import BrokenReference

ROW = "- {{encoding: {encoding}, name: Some name, source: own wording, letters: {{{letters}}}}}\n"


def written(folder: Path, *rows: tuple[str, str]) -> Path:
    path = folder / "legacy_encodings.yaml"
    path.write_text("".join(ROW.format(encoding=e, letters=letters) for e, letters in rows), encoding="utf-8")
    return path


def test_every_encoding_is_there_with_its_source() -> None:
    rows = load_legacy_encodings()
    assert sorted(rows) == ["cp1258", "mojibake", "tcvn3", "viqr", "viscii", "vni"]
    assert "1993" in rows["tcvn3"].source
    assert "1456" in rows["viscii"].source


def test_blanks_that_are_letters_are_kept() -> None:
    assert load_legacy_encodings()["viscii"].letters["Õ"] == "\xa0"


@pytest.mark.parametrize(
    ("letters", "problem"),
    [
        ("á: x, à: x", "written alike"),
        ("ß: x", "no Vietnamese letter"),
        ("á: €", "not in ISO 8859-1"),
        ("á: ''", "at least 1 character"),
    ],
)
def test_a_broken_table_is_refused_with_its_line(tmp_path: Path, letters: str, problem: str) -> None:
    with pytest.raises(BrokenReference, match=problem) as caught:
        load_legacy_encodings(written(tmp_path, ("vni", letters)))
    assert caught.value.line == 1


def test_a_missing_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenReference, match=r"unknown encoding: .*tcvn3"):
        load_legacy_encodings(written(tmp_path, ("vni", "á: aù")))

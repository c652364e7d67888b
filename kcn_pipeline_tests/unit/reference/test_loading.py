"""Reading reference files: rows, their validity, and refusals that say where and how to mend."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kcn_pipeline.reference.loading import (
    BrokenReference,
    Code,
    Row,
    read_rows,
    require_known,
    require_unique,
    rows_by_key,
)


class Thing(Row):
    code: Code
    size: int = 1


def write(folder: Path, text: str) -> Path:
    path = folder / "things.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str) -> BrokenReference:
    with pytest.raises(BrokenReference) as caught:
        read_rows(write(folder, text), Thing)
    return caught.value


def test_rows_keep_order_and_line(tmp_path: Path) -> None:
    path = write(tmp_path, "# head\n- code: b\n  source: a decision\n\n- {code: a, size: 3, source: a decision}\n")
    rows = read_rows(path, Thing)
    assert [(row.code, row.size, row.line) for row in rows] == [("b", 1, 2), ("a", 3, 5)]


def test_validity_includes_both_ends() -> None:
    row = Thing(code="a", source="a decision", valid_from=date(2004, 1, 1), valid_to=date(2008, 7, 31))
    days = [date(2003, 12, 31), date(2004, 1, 1), date(2008, 7, 31), date(2008, 8, 1)]
    assert [row.valid_on(day) for day in days] == [False, True, True, False]


def test_open_ends_hold_for_ever() -> None:
    row = Thing(code="a", source="a decision")
    assert row.valid_on(date.min)
    assert row.valid_on(date.max)


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("- code: a\n", 1, "source"),
        ("- {code: a, source: a decision}\n- {code: b, source: ab}\n", 2, "source"),
        ("- {code: Not A Code, source: a decision}\n", 1, "code"),
        ("- {code: a, colour: red, source: a decision}\n", 1, "colour"),
        ("- {code: a, size: many, source: a decision}\n", 1, "size"),
        (
            "\n- {code: b, source: a decision, valid_from: 2020-01-02, valid_to: 2020-01-01}\n",
            2,
            "valid_from",
        ),
        ("- code: a\n  source: a decision\n  code: b\n", 3, "twice"),
        ("- only words\n", 1, "mapping"),
        ("code: a\n", 1, "list"),
        ("", 1, "list"),
        ("- code: a\n  source: [unclosed\n", 3, "YAML"),
        ("- code: a\n   source: a decision: of 2004\n", 2, "YAML"),
    ],
)
def test_broken_files_are_refused(tmp_path: Path, text: str, line: int, word: str) -> None:
    error = refusal(tmp_path, text)
    assert error.line == line
    assert word in error.problem
    assert error.cure
    assert str(error).startswith(f"things.yaml:{line}: ")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenReference, match="cannot be read"):
        read_rows(tmp_path / "absent.yaml", Thing)


def test_a_file_of_another_charset_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "things.yaml"
    path.write_bytes("- {code: a, source: Quyết định}\n".encode("utf-16"))
    with pytest.raises(BrokenReference, match="UTF-8"):
        read_rows(path, Thing)


def test_rows_by_key_refuses_the_second_of_two(tmp_path: Path) -> None:
    path = write(tmp_path, "- {code: a, source: one}\n- {code: b, source: two}\n- {code: a, source: three}\n")
    rows = read_rows(path, Thing)
    assert list(rows_by_key(path, rows[:2], lambda row: row.code)) == ["a", "b"]
    with pytest.raises(BrokenReference, match=r"things\.yaml:3: 'a' stands twice, first in line 1"):
        rows_by_key(path, rows, lambda row: row.code)


def test_require_unique_names_the_key(tmp_path: Path) -> None:
    require_unique(tmp_path, ["a", "b"])
    with pytest.raises(BrokenReference, match="'b' stands twice"):
        require_unique(tmp_path, ["a", "b", "b"])


def test_require_known_names_what_is_missing(tmp_path: Path) -> None:
    require_known(tmp_path, ["a"], {"a": 1, "b": 2}, "thing")
    with pytest.raises(BrokenReference, match=r":7: unknown thing: c, d; add the thing") as caught:
        require_known(tmp_path, ["d", "a", "c"], {"a": 1}, "thing", 7)
    assert caught.value.line == 7

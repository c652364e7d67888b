"""Short forms of reports, and the ways of writing one wording."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.short_forms import load_short_forms, ways_of_writing


def test_forms_stand_for_words_in_lower_case() -> None:
    rows = load_short_forms()
    assert {"dn", "vđk", "gtsxcn"} <= {row.form for row in rows}
    assert all(row.form == row.form.lower() and row.meaning == row.meaning.lower() for row in rows)


@pytest.mark.parametrize(
    ("wording", "ways"),
    [
        ("xuất siêu", ["xuất siêu"]),
        ("tổng vốn đăng ký", ["tổng vốn đăng ký", "tổng vđk", "tổng vốn đk"]),
        ("dự án xây dựng", ["dự án xây dựng", "da xây dựng", "dự án xd", "da xd"]),
        ("# nộp ngân sách", ["# nộp ngân sách", "# nộp ns"]),
    ],
)
def test_ways_of_writing(wording: str, ways: list[str]) -> None:
    assert sorted(ways_of_writing(wording)) == sorted(ways)
    assert ways_of_writing(wording)[0] == wording


def test_a_word_inside_another_is_not_shortened() -> None:
    assert ways_of_writing("quặng xuất khẩuđi") == ["quặng xuất khẩuđi"]


def test_a_form_listed_twice_is_refused(tmp_path: Path) -> None:
    row = '- {form: "dn", meaning: "doanh nghiệp", source: "report usage"}\n'
    path = tmp_path / "short_forms.yaml"
    path.write_text(row + row, encoding="utf-8")
    with pytest.raises(BrokenReference):
        load_short_forms(path)

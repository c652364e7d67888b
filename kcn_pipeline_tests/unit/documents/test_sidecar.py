"""Sidecars: what they may say, and how a broken one is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kcn_pipeline.documents.problems import BrokenSidecar
from kcn_pipeline.documents.sidecar import MAX_SIDECAR_BYTES, Sidecar, read_sidecar, sidecar_path
from kcn_pipeline.periods import HalfYear, Window

WHOLE = """\
url: https://example.vn/tin/1
title: "Kết quả 6 tháng đầu năm 2019"
published_on: 2019-07-12
period: 2019-H1
publisher: board:ha-noi
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return tmp_path / "báo cáo.txt"


def write(document: Path, text: str) -> Path:
    path = sidecar_path(document)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sidecar_lies_beside_its_document(document: Path) -> None:
    assert sidecar_path(document) == document.parent / "báo cáo.txt.meta.yaml"


def test_a_whole_sidecar_is_read(document: Path) -> None:
    write(document, WHOLE)
    assert read_sidecar(document) == Sidecar(
        url="https://example.vn/tin/1",
        title="Kết quả 6 tháng đầu năm 2019",
        published_on=date(2019, 7, 12),
        period="2019-H1",
        publisher="board:ha-noi",
    )


def test_everything_may_be_left_out_but_not_the_fields_themselves(document: Path) -> None:
    write(document, "title: Một bài\n")
    assert read_sidecar(document) == Sidecar(title="Một bài")


def test_no_sidecar_is_none(document: Path) -> None:
    assert read_sidecar(document) is None


def test_a_link_is_no_sidecar(document: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.yaml"
    target.write_text(WHOLE, encoding="utf-8")
    sidecar_path(document).symlink_to(target)
    assert read_sidecar(document) is None


@pytest.mark.parametrize(
    ("period", "window", "half"),
    [
        ("2019-H1", Window.of_months(2019, 1, 6), HalfYear(2019, 1)),
        ("2019-H2", Window.of_months(2019, 7, 12), HalfYear(2019, 2)),
        ("2019", Window.of_year(2019), None),
        ("2019-01/2019-09", Window.of_months(2019, 1, 9), None),
        ("2019-04/2019-06", Window.of_months(2019, 4, 6), None),
    ],
)
def test_periods_are_written_in_three_ways(document: Path, period: str, window: Window, half: HalfYear | None) -> None:
    write(document, f"period: {period}\n")
    sidecar = read_sidecar(document)
    assert sidecar is not None
    assert (sidecar.window, sidecar.half_year) == (window, half)


@pytest.mark.parametrize("publisher", ["press", "bloc:red-river-delta", "board:vsip", "board:bac-ninh@2025"])
def test_known_publishers_are_taken(document: Path, publisher: str) -> None:
    write(document, f"publisher: {publisher}\n")
    sidecar = read_sidecar(document)
    assert sidecar is not None
    assert sidecar.publisher == publisher


def test_nothing_said_is_nothing_overruled() -> None:
    assert Sidecar().window is None
    assert Sidecar().half_year is None


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "field: value"),
        ("- a\n- b\n", 1, "field: value"),
        ("chỉ một câu\n", 1, "field: value"),
        ("title: a\nurl: [\n", 3, "not YAML"),
        ("title: a\n\tperiod: 2019\n", 2, "not YAML"),
        ("title: a\nperiod: 2019-H3\n", 2, "period"),
        ("title: a\n\nperiod: 2019-01\n", 3, "is no period"),
        ("period: sáu tháng\n", 1, "is no period"),
        ("period: 2019-05/2019-02\n", 1, "period"),
        ("period: 2018-07/2019-06\n", 1, "end of a year"),
        ("period: 2019-00/2019-13\n", 1, "period"),
        ("publisher: board:atlantis\n", 1, "no board or bloc"),
        ("publisher: Hà Nội\n", 1, "no board or bloc"),
        ("title: a\npublished_on: hôm qua\n", 2, "published_on"),
        ("published_on: 2019-02-31\n", 1, "not YAML|published_on"),
        ("title: a\nauthor: b\n", 2, "author"),
        ("title: !!python/object/apply:os.system ['true']\n", 1, "not YAML"),
        ("title: [a]\n", 1, "title"),
    ],
)
def test_a_broken_sidecar_is_refused_with_file_line_and_cure(document: Path, text: str, line: int, reason: str) -> None:
    path = write(document, text)
    with pytest.raises(BrokenSidecar, match=reason) as caught:
        read_sidecar(document)
    assert caught.value.name == path.name
    assert f"line {line}: " in caught.value.reason
    assert caught.value.cure


def test_a_sidecar_that_is_no_utf8_is_refused(document: Path) -> None:
    sidecar_path(document).write_bytes(b"title: n\xe3m\n")
    with pytest.raises(BrokenSidecar, match="not UTF-8"):
        read_sidecar(document)


def test_a_sidecar_of_megabytes_is_refused(document: Path) -> None:
    write(document, "title: " + "a" * MAX_SIDECAR_BYTES)
    with pytest.raises(BrokenSidecar, match="bytes"):
        read_sidecar(document)


def test_deeply_nested_yaml_is_refused_not_followed(document: Path) -> None:
    write(document, "title: " + "[" * 5_000)
    with pytest.raises(BrokenSidecar, match="not YAML"):
        read_sidecar(document)

"""A page as lines: what breaks them, rows of tables, links, parts, blocks."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from kcn_pipeline.documents.readers.page_lines import Line, PageLines, page_lines


def lines_of(body: str) -> list[str]:
    return [line.text for line in page(body).lines]


def page(body: str) -> PageLines:
    return page_lines(document_fromstring(f"<html><head><title>x</title></head><body>{body}</body></html>"))


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>một</p><p>hai</p>", ["một", "hai"]),
        ("một<br>hai<br/>ba", ["một", "hai", "ba"]),
        ("<p>tổng <b>vốn</b> 3<i>,5</i> tỷ</p>", ["tổng vốn 3,5 tỷ"]),
        ("<p>  nhiều \n\n dòng \u00a0 trắng\u200b </p>", ["nhiều dòng trắng"]),
        ("trước<div>trong</div>sau", ["trước", "trong", "sau"]),
        ("<script>1</script><style>2</style>thấy<noscript>3</noscript>", ["thấy"]),
        ("<p>một <script>x</script>hai</p>", ["một hai"]),
        ("<select><option>2018</option></select><input value='5'>chữ", ["chữ"]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", ["a", "b"]),
        ("", []),
    ],
)
def test_lines_are_what_a_reader_sees(body: str, lines: list[str]) -> None:
    assert lines_of(body) == lines


def test_rows_of_data_are_joined() -> None:
    table = (
        "<tr><th>Khu</th><th>Dự án</th></tr><tr><td><p>Quế</p><p>Võ</p></td><td>7</td></tr><tr><td></td><td>8</td></tr>"
    )
    assert lines_of(f"<table>{table}</table>sau") == ["Khu | Dự án", "Quế Võ | 7", " | 8", "sau"]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (
            "<tr><th rowspan=2>Chỉ tiêu<th colspan=2>Thực hiện<th rowspan='2'>Tăng</tr><tr><th>2017<th>2018</tr>",
            ["Chỉ tiêu | Thực hiện |  | Tăng", " | 2017 | 2018"],
        ),
        (
            "<tr><td rowspan=2>Quý I<td>3</tr><tr><td>5</tr><tr><td>Quý II<td>6</tr>",
            ["Quý I | 3", " | 5", "Quý II | 6"],
        ),
        ("<tr><td colspan=3>Đầu tư</tr><tr><td>Vốn<td>7<td>8</tr>", ["Đầu tư", "Vốn | 7 | 8"]),
        ("<tr><td colspan=x rowspan=-1>a<td colspan=0>b</tr><tr><td>c<td>d</tr>", ["a | b", "c | d"]),
        ("<tr><td>a<td rowspan=9>b</tr><tr><td>c</tr></table><table><tr><td>d<td>e</tr>", ["a | b", "c", "d | e"]),
    ],
)
def test_merged_cells_leave_their_places_empty(rows: str, lines: list[str]) -> None:
    assert lines_of(f"<table>{rows}</table>") == lines


def test_a_row_is_not_wider_than_browsers_make_it() -> None:
    [line] = lines_of(f"<table><tr>{'<td colspan=99999>a' * 50}</table>")
    assert line.count("|") < 1_100


def test_tables_that_only_place_things_are_no_data() -> None:
    layout = f"<table><tr><td>trái</td><td>{'dài ' * 100}</td></tr></table>"
    assert len(lines_of(layout)) == 2
    nested = "<table><tr><td>trái</td><td><table><tr><td>a</td><td>1</td></tr></table></td></tr></table>"
    assert lines_of(nested) == ["trái", "a | 1"]
    column = "<table><tr><td>một</td></tr><tr><td>hai</td></tr></table>"
    assert lines_of(column) == ["một", "hai"]


def test_links_are_counted() -> None:
    found = page(
        '<p><a href="x">Tin khác</a> (1)</p><p>có <a href="y">một</a> liên kết ở đây</p><a name="z">neo</a>'
    ).lines
    assert [line.is_link for line in found] == [False, False, False]
    assert [line.linked for line in found] == [8, 3, 0]
    assert page('<li><a href="x">Khu công nghiệp</a> -</li>').lines[0].is_link


def test_parts_and_headings_are_told() -> None:
    body = '<div class="topNav">a</div><h2>b</h2><div id="tin-lien-quan"><p>c</p></div><aside>d</aside><p>e</p>'
    found = page(body).lines
    assert [bool(line.parts) for line in found] == [True, False, True, True, False]
    assert [line.text for line in found if line.heading] == ["b"]
    assert len({line.parts for line in found if line.parts}) == 3


def test_blocks_are_ranges_of_lines() -> None:
    found = page("<div><p>a</p><p>b</p></div><p>c</p>")
    assert found.lines == [Line("a"), Line("b"), Line("c")]
    assert {(0, 2), (0, 3), (2, 3)} <= set(found.blocks)

"""Telling HTML by its first tag, and taking title and main text out of a page."""

from __future__ import annotations

import codecs

import pytest
import trafilatura

from kcn_pipeline.documents.html import looks_like_html, read_html
from kcn_pipeline.documents.problems import UnreadableDocument

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Kết quả năm 2019 của Ban</title><style>p {color: red}</style></head>
<body><nav><a href="/a">Giới thiệu</a> <a href="/b">Liên hệ</a></nav>
<article><h1>Kết quả năm 2019 của Ban</h1>
<p>Trong năm 2019, Ban Quản lý cấp mới 44 dự án, tổng vốn đăng ký 1.250 tỷ đồng, tăng so với năm trước.</p>
<p>Các doanh nghiệp nộp ngân sách 310 tỷ đồng và giải quyết việc làm cho 9.200 lao động tại địa phương.</p>
<table><tr><td>Số dự án FDI</td><td>31</td></tr><tr><td>Số dự án DDI</td><td>13</td></tr></table></article>
<footer>Lượt truy cập: 123456</footer><script>var visits = 987654;</script></body></html>"""


@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE html><p>",
        "<!doctype HTML PUBLIC '-//W3C//DTD'>",
        "  \r\n<html>",
        "<HTML lang=vi>",
        "<!-- saved --><html>",
        "<?xml version='1.0'?>\n<html xmlns='x'>",
        "<div class='a'>",
        "<p>",
        "<table border=1>",
        "<br/>",
        "\ufeff<html>",
    ],
)
def test_html_is_known_by_its_first_tag(start: str) -> None:
    assert looks_like_html(start.encode())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_html_is_known_in_other_charsets(encoding: str) -> None:
    assert looks_like_html(PAGE.encode(encoding))


@pytest.mark.parametrize(
    "start",
    [
        "Năm 2019",
        "a < b and c > d",
        "<2 tỷ đồng",
        "<Báo cáo>",
        "<pressing>",
        "xem <html> ở dưới",
        "",
        "< html>",
        "<bank>",
    ],
)
def test_text_with_angle_brackets_is_no_html(start: str) -> None:
    assert not looks_like_html(start.encode())


def test_a_page_gives_its_title_and_its_article_without_furniture() -> None:
    decoded = read_html(PAGE.encode())
    assert (decoded.media_type, decoded.charset) == ("text/html", "utf-8")
    assert decoded.text.startswith("Kết quả năm 2019 của Ban")
    assert "1.250 tỷ đồng" in decoded.text
    assert "9.200 lao động" in decoded.text
    for furniture in ("123456", "987654", "Liên hệ", "color"):
        assert furniture not in decoded.text


def test_table_cells_are_kept() -> None:
    assert {"31", "13"} <= set(read_html(PAGE.encode()).text.split())


def test_a_title_that_begins_the_text_is_not_repeated() -> None:
    text = read_html(PAGE.encode()).text
    assert text.count("Kết quả năm 2019 của Ban") == 1


def test_a_fragment_without_html_tag_is_read() -> None:
    decoded = read_html("<p>Năm 2017 các KCN có 12 dự án.</p>".encode())
    assert "12 dự án" in decoded.text


def test_a_utf16_page_is_read() -> None:
    decoded = read_html(codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le"))
    assert decoded.charset == "utf-16"
    assert "44 dự án" in decoded.text


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>var a = 1</script></body></html>", "<p>  </p>"])
def test_a_page_without_text_is_refused(page: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"holds no text|cannot be parsed"):
        read_html(page.encode())


def test_a_parser_that_fails_is_a_problem_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    with pytest.raises(UnreadableDocument, match=r"cannot be parsed \(RecursionError: too deep\)"):
        read_html(PAGE.encode())


def test_broken_markup_still_gives_its_text() -> None:
    assert "5 dự án" in read_html("<html><body><div><p>Năm 2015 có 5 dự án<table><tr><td>".encode()).text

"""Taking title, day and article out of web pages of every layout."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from datetime import date

import pytest
import trafilatura

from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers import html
from kcn_pipeline.documents.readers.html import read_html
from kcn_pipeline_tests.unit.documents.pages import ARTICLES, PAGES, UNWANTED, YEAR, Layout, newspaper, wordpress

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Kết quả năm 2019 của Ban</title><style>p {color: red}</style></head>
<body><nav><a href="/a">Giới thiệu</a> <a href="/b">Liên hệ</a></nav>
<article><h1>Kết quả năm 2019 của Ban</h1>
<p>Trong năm 2019, Ban Quản lý cấp mới 44 dự án, tổng vốn đăng ký 1.250 tỷ đồng, tăng so với năm trước.</p>
<p>Các doanh nghiệp nộp ngân sách 310 tỷ đồng và giải quyết việc làm cho 9.200 lao động tại địa phương.</p>
<table><tr><td>Số dự án FDI</td><td>31</td></tr><tr><td>Số dự án DDI</td><td>13</td></tr></table></article>
<footer>Lượt truy cập: 123456</footer><script>var visits = 987654;</script></body></html>"""


@pytest.mark.parametrize(("layout", "name"), PAGES, ids=lambda value: getattr(value, "__name__", value))
def test_every_line_of_the_article_is_read_and_no_figure_around_it(layout: Layout, name: str) -> None:
    article = ARTICLES[name]
    lines = [line.lstrip("- ") for line in read_html(layout(article).encode()).text.splitlines()]
    assert [line for line in lines if line in article.wanted] == article.wanted
    assert [words for words in UNWANTED if words in "\n".join(lines)] == []


def test_a_page_gives_its_title_and_its_article_without_furniture() -> None:
    decoded = read_html(PAGE.encode())
    assert (decoded.media_type, decoded.charset) == ("text/html", "utf-8")
    assert decoded.title == "Kết quả năm 2019 của Ban"
    assert decoded.text.startswith("Kết quả năm 2019 của Ban\n\nTrong năm 2019")
    assert decoded.text.endswith("Số dự án FDI | 31\nSố dự án DDI | 13")
    assert decoded.text.count(decoded.title) == 1


@pytest.mark.parametrize(
    ("layout", "day"), [(wordpress, date(2019, 1, 14)), (newspaper, date(2019, 1, 20)), (lambda _: PAGE, None)]
)
def test_the_day_of_publication_comes_from_the_markup(layout: Layout, day: date | None) -> None:
    assert read_html(layout(YEAR).encode()).published_on == day


def test_a_day_that_is_none_is_not_taken() -> None:
    page = PAGE.replace("<title>", '<meta property="article:published_time" content="sắp tới"><title>')
    assert read_html(page.encode()).published_on is None


def test_a_fragment_without_html_tag_is_read() -> None:
    assert read_html("<p>Năm 2017 các KCN có 12 dự án.</p>".encode()).text == "Năm 2017 các KCN có 12 dự án."


def test_a_utf16_page_is_read() -> None:
    decoded = read_html(codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le"))
    assert decoded.charset == "utf-16"
    assert "44 dự án" in decoded.text


def test_characters_damaged_on_the_way_cost_no_page() -> None:
    whole = (PAGE + " " * 2000).encode()
    decoded = read_html(whole.replace("tăng so".encode(), b"t\xc4ng so", 1))
    assert (decoded.charset, decoded.text.count("\ufffd")) == ("utf-8", 1)
    assert "1 characters of the page are no UTF-8" in decoded.decisions[0]
    assert "1.250 tỷ đồng" in decoded.text


def test_a_declared_charset_does_not_overrule_the_bytes() -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1252"')
    assert read_html(page.encode()).charset == "utf-8"
    xml = '<?xml version="1.0" encoding="iso-8859-1"?>' + PAGE
    assert "1.250 tỷ đồng" in read_html(xml.encode()).text


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>var a = 1</script></body></html>", "<p>  </p>"])
def test_a_page_without_text_is_refused(page: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"holds no text|cannot be parsed"):
        read_html(page.encode())


def failing(*_: object, **__: object) -> None:
    raise RecursionError("too deep")


def test_a_parser_that_fails_is_a_problem_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "document_fromstring", failing)
    with pytest.raises(UnreadableDocument, match=r"cannot be parsed \(RecursionError: too deep\)"):
        read_html(PAGE.encode())


def nothing(*_: object, **__: object) -> None:
    return None


@pytest.mark.parametrize("extraction", [failing, nothing])
def test_the_structure_decides_where_trafilatura_gives_up(
    monkeypatch: pytest.MonkeyPatch, extraction: Callable[..., None]
) -> None:
    monkeypatch.setattr(trafilatura, "bare_extraction", extraction)
    text = read_html(wordpress(YEAR).encode()).text
    assert set(YEAR.wanted) <= set(text.splitlines())
    assert not any(words in text for words in UNWANTED)


def test_broken_markup_still_gives_its_text() -> None:
    assert "5 dự án" in read_html("<html><body><div><p>Năm 2015 có 5 dự án<table><tr><td>".encode()).text


@pytest.mark.parametrize("tag", ["<div>", "<font>", "<div><font>"])
def test_tags_that_are_never_closed_hide_nothing(tag: str) -> None:
    page = f"<html><body>{tag * 900}<p>Năm 2015 có 5 dự án.</p>"
    assert read_html(page.encode()).text == "Năm 2015 có 5 dự án."


def test_scripts_by_the_thousand_are_no_text() -> None:
    page = f"<html><body>{'<script>var n = 12;</script>' * 5000}<p>Năm 2015 có 5 dự án.</p></body></html>"
    assert read_html(page.encode()).text == "Năm 2015 có 5 dự án."


def escaped(text: str) -> str:
    return "".join(c if c.isascii() else f"&#{ord(c)};" for c in text)


def test_letters_written_as_entities_are_letters() -> None:
    page = escaped(PAGE)
    assert page.isascii()
    assert read_html(page.encode()).text == read_html(PAGE.encode()).text


def test_letters_escaped_twice_are_letters_too_and_that_is_told() -> None:
    page, twice = PAGE, 0
    for words in ("Trong năm 2019, Ban Quản lý cấp mới", "tổng vốn đăng ký", "giải quyết việc làm", "tại địa phương"):
        page = page.replace(words, escaped(words))
        twice += sum(not letter.isascii() for letter in words)
    decoded = read_html(page.replace("&#", "&amp;#").encode())
    assert decoded.text == read_html(PAGE.encode()).text
    assert decoded.decisions == (f"{twice} letters were escaped twice and read as letters",)


def test_a_page_that_shows_an_entity_keeps_it() -> None:
    page = PAGE.replace("tăng so với năm trước", "viết là &amp;eacute; trong HTML")
    decoded = read_html(page.encode())
    assert "viết là &eacute; trong HTML" in decoded.text
    assert decoded.decisions == ()

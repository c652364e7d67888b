"""The reader of HTML pages: title, day of publication and main text, without the furniture of the page.

Belongs here: the charset of a page, what its head tells, putting the text together. Does not: which lines are the
article (`main_text`), or furniture that is left in them (`cleaning`).
"""

from __future__ import annotations

import codecs
import html
import re
from datetime import date
from typing import Final, cast

import trafilatura
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers.charsets import decode_bytes
from kcn_pipeline.documents.readers.main_text import article_lines, keys_of, title_of
from kcn_pipeline.documents.readers.page_lines import page_lines

_NOT_XML: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_DECLARED: Final = re.compile(rb"""<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_LONGEST_HEAD_BYTES: Final = 64 * 1024
# Bytes damaged on the way, one in a thousand, must not cost a page.
_MAX_DAMAGED_SHARE: Final = 0.001
_TITLES: Final = "//meta[@property='og:title']/@content | //head/title/text()"
_DAYS: Final = (
    "//meta[@property='article:published_time' or @itemprop='datePublished' or @name='pubdate' or "
    "@name='DC.date.issued']/@content | //*[@itemprop='datePublished']/@datetime | //time[@pubdate]/@datetime"
)
_DAY_IN_DATA: Final = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2})')
# Letters that an editor escaped and the site escaped again; a page about HTML shows a few, an article hundreds.
_ESCAPED_TWICE: Final = re.compile(r"&amp;(#\d{3,4};|#x[0-9a-f]{2,4};|[a-z]{4,6};)", re.IGNORECASE)
_FEWEST_ESCAPED_TWICE: Final = 10
_CURE: Final = "save the article as plain text and ingest that"


def read_html(data: bytes) -> DecodedText:
    """Title, an empty line, then the article of the page, a line a paragraph or row of a table.

    Errors: UnreadableDocument for an unknown charset and for a page without text.
    """
    page, charset, decisions = _decoded(data)
    if (twice := _letters_escaped_twice(page)) >= _FEWEST_ESCAPED_TWICE:
        page = _ESCAPED_TWICE.sub(r"&\1", page)
        decisions = (*decisions, f"{twice} letters were escaped twice and read as letters")
    try:
        title, published_on, lines = _article(page)
    # A parser meets whatever the web holds; whichever way it fails, the file goes to quarantine.
    except Exception as error:
        raise UnreadableDocument(f"the HTML cannot be parsed ({type(error).__name__}: {error})", _CURE) from error
    if not lines and not title:
        raise UnreadableDocument("the HTML page holds no text", _CURE)
    text = "\n\n".join(part for part in (title, "\n".join(lines)) if part)
    return DecodedText(text, "text/html", charset, title, decisions=decisions, published_on=published_on)


def _article(page: str) -> tuple[str | None, date | None, list[str]]:
    tree = _parsed(page)
    seen = page_lines(tree)
    title = title_of(seen.lines, tree.xpath(_TITLES))
    return title, _published_on(tree), article_lines(seen, keys_of(_readable_text(tree)), title)


def _parsed(page: str) -> HtmlElement:
    # Pages that never close a tag nest their article deeper than the parser follows without `huge_tree`.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    # As bytes: a page may declare a charset that it was only saved out of.
    tree = document_fromstring(_NOT_XML.sub(" ", page).encode(errors="replace"), parser=parser)
    return cast("HtmlElement", tree)


def _readable_text(tree: HtmlElement) -> str:
    """The main text as trafilatura sees it; nothing where it gives up, for it only has one voice among others."""
    try:
        article = trafilatura.bare_extraction(tree, include_comments=False, favor_precision=True, fast=True)
    except (RecursionError, ValueError, TypeError, AttributeError):
        return ""
    return getattr(article, "text", None) or ""


def _published_on(tree: HtmlElement) -> date | None:
    """The day the markup gives for the article, never one that stands in its text."""
    told = [str(value)[:10] for value in tree.xpath(_DAYS)]
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        told += _DAY_IN_DATA.findall(script.text or "")
    return next((day for day in map(_day, told) if day is not None), None)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _decoded(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The characters of a page, its charset, and what was decided on the way."""
    declared = _declared_charset(data)
    if declared == "utf-8" and (page := _nearly(data, declared)):
        damaged = page.count("\ufffd")
        decision = f"{damaged} characters of the page are no UTF-8 and were read as \ufffd"
        return page, declared, (decision,) if damaged else ()
    try:
        return *decode_bytes(data), ()
    except UnreadableDocument:
        if declared is None or not (page := _nearly(data, declared)):
            raise
        return page, declared, (f"the charset {declared} is the one that the page declares",)


def _letters_escaped_twice(page: str) -> int:
    letters = (html.unescape(f"&{match[1]}") for match in _ESCAPED_TWICE.finditer(page))
    return sum(len(letter) == 1 and letter.isalpha() and not letter.isascii() for letter in letters)


def _nearly(data: bytes, charset: str) -> str | None:
    """The page in a charset that all but a few damaged bytes fit, else None."""
    page = data.decode(charset, errors="replace")
    return page if page.count("\ufffd") <= _MAX_DAMAGED_SHARE * len(page) and "\0" not in page else None


def _declared_charset(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_LONGEST_HEAD_BYTES])
    try:
        return codecs.lookup(found[1].decode()).name if found else None
    except LookupError:
        return None

"""Word and Excel files that are bombs: refused before a library opens them."""

from __future__ import annotations

import io

import pytest
from docx import Document
from openpyxl import Workbook

from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers.office import require_within_limits
from kcn_pipeline.documents.readers.spreadsheet import read_spreadsheet
from kcn_pipeline.documents.readers.word import read_word
from kcn_pipeline_tests.unit.documents.zipped import ENTITY_BOMB, EXTERNAL_ENTITY, locked, with_part, zipped


def a_word_file() -> bytes:
    document = Document()
    document.add_paragraph("Năm 2019, Ban cấp mới 36 dự án.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def an_excel_file() -> bytes:
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = "Xuất khẩu"
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def test_sound_files_pass() -> None:
    require_within_limits(a_word_file())
    require_within_limits(an_excel_file())


@pytest.mark.parametrize("xml", [ENTITY_BOMB, EXTERNAL_ENTITY])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_word(xml: str, encoding: str) -> None:
    data = with_part(a_word_file(), "word/document.xml", lambda _: xml.encode(encoding))
    with pytest.raises(UnreadableDocument, match=r"word/document\.xml of the office file declares entities"):
        read_word(data)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels", "[Content_Types].xml"])
def test_entities_are_refused_in_every_part_of_excel(part: str) -> None:
    data = with_part(an_excel_file(), part, lambda _: ENTITY_BOMB.encode())
    with pytest.raises(UnreadableDocument, match="declares entities"):
        read_spreadsheet(data)


def test_entities_are_found_behind_a_long_comment() -> None:
    xml = ENTITY_BOMB.replace("<!DOCTYPE", f"<!--{'x' * 200_000}--><!DOCTYPE")
    data = with_part(a_word_file(), "word/document.xml", lambda _: xml.encode())
    with pytest.raises(UnreadableDocument, match="declares entities"):
        read_word(data)


def test_entities_are_found_in_a_part_of_any_name() -> None:
    data = with_part(a_word_file(), "word/other.bin", lambda _: ENTITY_BOMB.encode())
    with pytest.raises(UnreadableDocument, match="declares entities"):
        read_word(data)


def test_a_zip_bomb_is_refused() -> None:
    data = with_part(a_word_file(), "word/media/image1.png", lambda _: bytes(30_000_000))
    with pytest.raises(UnreadableDocument, match="200 times its size"):
        read_word(data)


@pytest.mark.parametrize("read", [read_word, read_spreadsheet])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        a_word_file()[:-300],
        locked(a_word_file()),
        zipped({"a.txt": b"x"}),
        zipped({"[Content_Types].xml": "<Types"}),
        with_part(a_word_file(), "word/document.xml", lambda _: b"<w:document"),
    ],
    ids=["empty", "signature", "truncated", "locked", "no office file", "broken types", "broken part"],
)
def test_broken_files_are_problems_with_a_cure(read: object, data: bytes) -> None:
    assert callable(read)
    with pytest.raises(UnreadableDocument) as problem:
        read(data)
    assert problem.value.cure


def test_deep_markup_is_refused() -> None:
    deep = a_word_file()
    data = with_part(deep, "word/document.xml", lambda xml: xml.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 5_000))
    with pytest.raises(UnreadableDocument, match="cannot be parsed"):
        read_word(data)

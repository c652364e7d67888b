"""Reading Word files: what becomes a line, and what stays out."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from docx.oxml.parser import parse_xml

from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.readers.word import read_word
from kcn_pipeline_tests.unit.documents.zipped import with_part

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def read(fill: Callable[[Any], object]) -> DecodedText:
    document = Document()
    fill(document)
    return read_word(saved(document))


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read_xml(xml: str) -> str:
    """The text of a body that holds this markup and nothing else."""
    document: Any = Document()
    document.element.body.insert(0, parse_xml(f"<w:body {W} {MC}>{xml}</w:body>")[0])
    return read_word(saved(document)).text


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_paragraphs_stand_apart_and_empty_ones_go() -> None:
    decoded = read(lambda d: [d.add_paragraph(text) for text in ("Một.", "", "Hai\tba\nbốn.")])
    assert decoded.text == "Một.\n\nHai\tba\nbốn."


def test_lists_are_lines_without_their_numbers() -> None:
    decoded = read(lambda d: [d.add_paragraph(t, style="List Number") for t in ("Thu hút", "Xuất khẩu")])
    assert decoded.text == "Thu hút\n\nXuất khẩu"


@pytest.mark.parametrize(
    ("style", "title"), [("Title", "Kết quả 2019"), ("Heading 1", "Kết quả 2019"), ("Normal", None)]
)
def test_the_title_is_a_first_paragraph_of_that_style(style: str, title: str | None) -> None:
    decoded = read(lambda d: (d.add_paragraph("Kết quả\n2019", style=style), d.add_paragraph("Mục", style="Heading 1")))
    assert decoded.title == title
    assert decoded.text.startswith("Kết quả\n2019")


class TestParagraph:
    def test_insertions_links_and_fields_are_in_deletions_out(self) -> None:
        text = read_xml(
            f"<w:p>{run('cấp mới ')}<w:ins w:id='1'>{run('36')}</w:ins>"
            f"<w:del w:id='2'><w:r><w:delText>35</w:delText></w:r></w:del>"
            f"<w:moveFrom w:id='3'>{run('99')}</w:moveFrom><w:hyperlink>{run(' dự án')}</w:hyperlink>"
            f"<w:r><w:instrText>PAGE 77</w:instrText></w:r><w:smartTag>{run(' FDI')}</w:smartTag></w:p>"
        )
        assert text == "cấp mới 36 dự án FDI"

    def test_hidden_text_is_out_and_said(self) -> None:
        hidden = run("12", "<w:rPr><w:vanish/></w:rPr>")
        shown = run("13", "<w:rPr><w:vanish w:val='0'/></w:rPr>")
        document: Any = Document()
        document.element.body.insert(0, parse_xml(f"<w:p {W}>{hidden}{shown}</w:p>"))
        decoded = read_word(saved(document))
        assert (decoded.text, decoded.decisions) == ("13", ("hidden text is left out in 1 places",))

    def test_content_controls_hold_text_and_blocks(self) -> None:
        inline = f"<w:sdt><w:sdtContent>{run('2019')}</w:sdtContent></w:sdt>"
        block = f"<w:sdt><w:sdtContent><w:p>{run('Năm ')}{inline}</w:p></w:sdtContent></w:sdt>"
        assert read_xml(block) == "Năm 2019"

    def test_a_text_box_is_read_once_after_its_paragraph(self) -> None:
        box = f"<w:txbxContent><w:p>{run('trong hộp')}</w:p></w:txbxContent>"
        text = read_xml(
            f"<w:p>{run('ngoài')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
        assert text == "ngoài\n\ntrong hộp"

    def test_hyphens_that_do_not_break_are_hyphens(self) -> None:
        assert read_xml(f"<w:p>{run('2018')}<w:r><w:noBreakHyphen/></w:r>{run('2019')}</w:p>") == "2018-2019"


class TestTables:
    def test_a_row_is_a_line(self) -> None:
        def fill(document: Any) -> None:
            table = document.add_table(2, 3)
            for cell, text in zip(
                table._cells, ["Chỉ tiêu", "Đơn vị\ntính", "", "Xuất khẩu", "", "2.250"], strict=True
            ):
                cell.text = text
            document.add_paragraph("sau")

        assert read(fill).text == "Chỉ tiêu | Đơn vị tính\nXuất khẩu |  | 2.250\n\nsau"

    def test_merged_cells_are_read_once_and_keep_the_columns(self) -> None:
        def fill(document: Any) -> None:
            table = document.add_table(3, 4)
            for number, cell in enumerate(table._cells):
                cell.text = f"c{number}"
            for first, last, text in (((0, 1), (0, 2), "FDI"), ((1, 0), (2, 0), "Bắc Giang")):
                merged = table.cell(*first).merge(table.cell(*last))
                merged.text = text

        assert read(fill).text == "c0 | FDI |  | c3\nBắc Giang | c5 | c6 | c7\n | c9 | c10 | c11"

    def test_a_table_in_a_cell_follows_its_row(self) -> None:
        def fill(document: Any) -> None:
            table = document.add_table(1, 2)
            table.cell(0, 0).text = "ngoài"
            inner = table.cell(0, 1).add_table(1, 2)
            inner.cell(0, 0).text, inner.cell(0, 1).text = "trong", "12"
            table.cell(0, 1).paragraphs[0].text = "phải"

        assert read(fill).text == "ngoài | phải\ntrong | 12"

    def test_a_frame_of_one_cell_is_its_content(self) -> None:
        def fill(document: Any) -> None:
            cell = document.add_table(1, 1).cell(0, 0)
            cell.text = "Một."
            cell.add_paragraph("Hai.")

        assert read(fill).text == "Một.\n\nHai."

    def test_deleted_rows_are_out_and_cells_of_content_controls_in(self) -> None:
        cell = f"<w:tc><w:p>{run('2019')}</w:p></w:tc>"
        text = read_xml(
            f"<w:tbl><w:tr>{cell}<w:sdt><w:sdtContent>{cell}</w:sdtContent></w:sdt></w:tr>"
            f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell}{cell}</w:tr></w:tbl>"
        )
        assert text == "2019 | 2019"


def test_headers_and_footers_stay_out() -> None:
    def fill(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "đầu trang 77"
        document.sections[0].footer.paragraphs[0].text = "chân trang 88"
        document.add_paragraph("thân")

    assert read(fill).text == "thân"


def test_footnotes_stay_out_and_are_said() -> None:
    document: Any = Document()
    document.add_paragraph("thân")
    notes = "".join(
        f"<w:footnote w:id='{n}'><w:p>{run(text)}</w:p></w:footnote>"
        for n, text in enumerate(["gồm 12 dự án", "nguồn", ""])
    )
    data = with_part(
        saved(document), "word/footnotes.xml", lambda _: f"<w:footnotes {W}>{notes}</w:footnotes>".encode()
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    link = f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode()
    data = with_part(data, "word/_rels/document.xml.rels", lambda xml: xml.replace(b"</Relationships>", link))
    decoded = read_word(data)
    assert decoded.text == "thân"
    assert decoded.decisions == ("2 footnotes are left out of the text, 1 of them with numbers",)


def test_a_file_with_macros_is_read_without_them() -> None:
    document: Any = Document()
    document.add_paragraph("Năm 2019")
    plain = b"openxmlformats-officedocument.wordprocessingml.document.main+xml"
    data = with_part(
        saved(document),
        "[Content_Types].xml",
        lambda xml: xml.replace(plain, b"ms-word.document.macroEnabled.main+xml"),
    )
    assert read_word(data).text == "Năm 2019"


def test_an_outside_link_is_never_followed() -> None:
    document: Any = Document()
    document.add_paragraph("thân")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    link = (
        f'<Relationship Id="rId98" Type="{kind}" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>'
    )
    data = with_part(
        saved(document), "word/_rels/document.xml.rels", lambda xml: xml.replace(b"</Relationships>", link.encode())
    )
    assert read_word(data).text == "thân"

"""Small sound files of every format, all of one short report, to be damaged by the tests.

Belongs here: writing them. Does not: damage (`bad_files`, `mutations`), or full reports in every format.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO

from docx import Document
from openpyxl import Workbook
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

TEXT = (
    "Ban Quản lý các khu công nghiệp tỉnh Bắc Ninh báo cáo 6 tháng đầu năm 2019.\n"
    "Toàn tỉnh cấp mới 44 dự án với vốn đăng ký 512,5 triệu USD.\n"
)
# The standard fonts of PDF, and readers of pictures in small type, know no Vietnamese.
PLAIN = "Ban Quan ly cac KCN tinh Bac Ninh: 6 thang dau nam 2019 co 44 du an, von 512 trieu USD."


def text_file() -> bytes:
    return TEXT.encode()


def utf16_file() -> bytes:
    return TEXT.encode("utf-16")


def html_file() -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    table = "<table><tr><th>Chỉ tiêu</th><th>Số</th></tr><tr><td>Dự án</td><td>44</td></tr></table>"
    page = f"<html><head><title>Báo cáo</title></head><body><article>{paragraphs}{table}</article></body></html>"
    return page.encode()


def web_archive_file() -> bytes:
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b0"\r\n\r\n'
    part = "--b0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return head.encode() + part.encode() + html_file() + b"\r\n--b0--\r\n"


def word_file() -> bytes:
    document = Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Dự án", "44"
    return saved(document.save)


def spreadsheet_file() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([TEXT], ["Chỉ tiêu", "Số"], ["Dự án", 44]):
        sheet.append(row)
    return saved(book.save)


def pdf_file(pages: int = 1) -> bytes:
    kept = BytesIO()
    canvas = Canvas(kept, pageCompression=1)
    for number in range(1, pages + 1):
        canvas.drawString(60, 750, PLAIN)
        canvas.drawString(60, 730, f"Trang {number}")
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


def image_file(image_format: str = "PNG") -> bytes:
    # Blank but for a line: reading letters takes long, and what is damaged here is the file.
    image = Image.new("L", (48, 32), 255)
    ImageDraw.Draw(image).line((8, 16, 40, 16), fill=0, width=2)
    return saved(lambda kept: image.save(kept, format=image_format))


def zip_file(members: dict[str, bytes] | None = None) -> bytes:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (members or {"báo cáo.txt": text_file()}).items():
            archive.writestr(name, data)
    return kept.getvalue()


def saved(save: Callable[[BytesIO], object]) -> bytes:
    kept = BytesIO()
    save(kept)
    return kept.getvalue()


@cache
def sound_files() -> dict[str, bytes]:
    """One file of every format, by its usual ending."""
    images = {"png": "PNG", "jpg": "JPEG", "tif": "TIFF", "gif": "GIF", "bmp": "BMP", "webp": "WEBP"}
    return {
        "txt": text_file(),
        "utf16.txt": utf16_file(),
        "html": html_file(),
        "mhtml": web_archive_file(),
        "docx": word_file(),
        "xlsx": spreadsheet_file(),
        "pdf": pdf_file(),
        "zip": zip_file(),
        **{ending: image_file(image_format) for ending, image_format in images.items()},
    }

"""What a file is, told by its bytes; and the cure for every format without a reader."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from kcn_pipeline.documents import recognition
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers.choice import READERS
from kcn_pipeline.documents.recognition import media_type_of
from kcn_pipeline_tests.hostile import sound_files
from kcn_pipeline_tests.hostile.sound_files import image_file, pdf_file, spreadsheet_file, word_file, zip_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(100)


def stored(files: dict[str, bytes]) -> bytes:
    """An archive that leaves its files uncompressed, so that their own signatures stand near its beginning."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (sound_files.text_file(), "text/plain"),
        (sound_files.utf16_file(), "text/plain"),
        (sound_files.html_file(), "text/html"),
        ("<!DOCTYPE html><p>Năm 2019".encode("utf-16"), "text/html"),
        (sound_files.web_archive_file(), "multipart/related"),
        (b"From: <Saved by Blink>\r\n" + sound_files.web_archive_file(), "multipart/related"),
        (pdf_file(), "application/pdf"),
        (b"\r\n" * 400 + pdf_file(), "application/pdf"),
        (word_file(), recognition.WORD),
        (spreadsheet_file(), recognition.SPREADSHEET),
        (zip_file(), "application/zip"),
        (zip_file({"a.docx": word_file(), "word/document.xml": b"<x/>"}), "application/zip"),
        (zip_file({}), "application/zip"),
        (stored({"report.pdf": pdf_file()}), "application/zip"),
        (image_file("PNG"), "image/png"),
        (image_file("JPEG"), "image/jpeg"),
        (image_file("TIFF"), "image/tiff"),
        (b"MM\0*\0\0\0\x08", "image/tiff"),
        (image_file("GIF"), "image/gif"),
        (image_file("BMP"), "image/bmp"),
        (image_file("WEBP"), "image/webp"),
        (b"", "text/plain"),
        (b"BM la ky hieu cua ban.", "text/plain"),
        (b"From: a\nTo: b\n\nmultipart", "text/plain"),
        (b"Rar! said the lion", "text/plain"),
        (b"A file of this kind begins with %PDF-1.7 and a line of odd signs.", "text/plain"),
    ],
)
def test_the_bytes_tell_the_format(data: bytes, media_type: str) -> None:
    assert media_type_of(data) == media_type


@pytest.mark.parametrize(
    ("data", "kind", "cure"),
    [
        (ole("WordDocument"), "old Word file", "docx"),
        (ole("Workbook"), "old Excel file", "xlsx"),
        (ole("PowerPoint Document"), "old PowerPoint file", "PDF"),
        (ole("EncryptedPackage"), "locked with a password", "without the password"),
        (OLE, "old Microsoft Office file", "docx"),
        (b"{\\rtf1\\ansi N", "rich-text file", "docx"),
        (b"AT&TFORM\0\0\0\0DJVM", "DjVu", "PDF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC", "JPEG"),
        (b"\0\0\0\x18ftypavif\0\0\0\0", "AVIF", "JPEG"),
        (b"\x1f\x8b\x08\0", "gzip", "unpack"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "7z", "unpack"),
        (b"Rar!\x1a\x07\x01\0", "RAR", "unpack"),
        (b"\xfd7zXZ\0\0", "xz", "unpack"),
        (b"BZh91AY&SY", "bzip2", "unpack"),
        (b"a.txt".ljust(257, b"\0") + b"ustar\x0000", "tar", "unpack"),
        (b'<?xml version="1.0"?><rss/>', "XML file", "PDF"),
        ('<?xml version="1.0"?><w:wordDocument/>'.encode("utf-16"), "XML file", "PDF"),
        (zip_file({"[Content_Types].xml": b"<x/>", "ppt/presentation.xml": b"<x/>"}), "PowerPoint", "PDF"),
        (zip_file({"[Content_Types].xml": b"<x/>", "xl/workbook.bin": b"x"}), "xlsb", "xlsx"),
        (zip_file({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument", "docx"),
        (word_file()[:-30], "cut off", "again"),
    ],
)
def test_a_format_without_reader_is_named_with_its_cure(data: bytes, kind: str, cure: str) -> None:
    with pytest.raises(UnreadableDocument, match=kind) as caught:
        media_type_of(data)
    assert cure in caught.value.cure


def test_every_format_that_is_recognised_has_a_reader_or_is_an_archive() -> None:
    found = {media_type_of(data) for data in sound_files.sound_files().values()}
    assert found == {*READERS, recognition.ZIP}


def test_what_is_packed_before_the_archive_does_not_hide_it() -> None:
    assert media_type_of(b"PK\x03\x04" + bytes(50) + word_file()) == recognition.WORD


def test_an_archive_of_stored_office_files_is_an_archive() -> None:
    # Stored members keep their own lists of entries readable inside the outer archive.
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("một.docx", word_file())
        archive.writestr("hai.xlsx", spreadsheet_file())
    assert media_type_of(kept.getvalue()) == recognition.ZIP

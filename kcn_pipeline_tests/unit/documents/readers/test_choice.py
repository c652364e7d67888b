"""Which reader takes a file, told by its content, and which files none takes."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from kcn_pipeline.documents import recognition
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers.choice import READERS, Reader, decode, too_large
from kcn_pipeline.settings import Limits
from kcn_pipeline_tests.conftest import REPOSITORY
from kcn_pipeline_tests.hostile import sound_files

PARSERS = ("trafilatura", "lxml", "docx", "openpyxl", "pypdfium2", "tesserocr", "PIL")


@pytest.mark.parametrize("name", ["report.txt", "report.html", "report.pdf", "report", "ảnh.png"])
def test_the_name_decides_nothing(name: str) -> None:
    assert decode("Năm 2019 có 5 dự án.".encode(), name).media_type == "text/plain"
    assert decode("<html><body><p>Năm 2019 có 5 dự án.</p></body></html>".encode(), name).media_type == "text/html"


def test_plain_text_is_the_bytes_decoded_and_nothing_else() -> None:
    text = "  Dòng một\r\n\r\nDo\u0300ng hai\t\n"
    decoded = decode(text.encode(), "a.txt")
    assert (decoded.text, decoded.charset) == (text, "utf-8")


@pytest.mark.parametrize(
    ("ending", "text"),
    [("txt", "44 dự án"), ("html", "44"), ("mhtml", "44"), ("docx", "44 dự án"), ("xlsx", "44 dự án"), ("pdf", "44")],
)
def test_every_format_gives_its_text(ending: str, text: str) -> None:
    decoded = decode(sound_files.sound_files()[ending], "a")
    assert text in decoded.text
    assert decoded.media_type in {*READERS, "text/html"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "no text"),
        (b"{\\rtf1 N", "rich-text"),
        (b"PK\x03\x04rest", "cut off"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Office"),
        (b"\x1f\x8b\x08", "gzip"),
        (sound_files.zip_file(), "ZIP archive"),
        (b"\x00" * 100, "binary|charset"),
    ],
)
def test_what_cannot_be_read_says_file_reason_and_cure(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        decode(data, "tệp.txt")
    assert caught.value.name == "tệp.txt"
    assert str(caught.value).startswith("tệp.txt: ")
    assert caught.value.cure in str(caught.value)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n...", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\0", b"BM" + bytes(9)]
)
def test_a_signature_alone_is_no_document(data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        decode(data, "tệp.pdf")
    assert caught.value.name == "tệp.pdf"


def test_the_limit_of_size_is_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KCN_LIMIT_DOCUMENT_BYTES", "10")
    assert decode(b"0123456789", "a").text == "0123456789"
    with pytest.raises(UnreadableDocument, match="11 bytes, more than the limit of 10"):
        decode(b"0123456789a", "a")


def test_too_large_speaks_only_above_the_limit() -> None:
    assert too_large(Limits().document_bytes) is None
    assert too_large(Limits().document_bytes + 1) is not None


@pytest.mark.parametrize("reader", dict.fromkeys(READERS.values()), ids=lambda reader: reader.function)
def test_a_reader_is_there(reader: Reader) -> None:
    module, _, function = reader.function.partition(":")
    assert callable(getattr(import_module(module), function))
    assert hasattr(import_module(module), "count_pages") == reader.has_pages


def test_all_but_plain_text_are_read_in_another_process() -> None:
    assert [media_type for media_type, reader in READERS.items() if not reader.isolated] == [recognition.PLAIN_TEXT]


def test_no_parser_is_imported_before_a_file_needs_it() -> None:
    code = (
        "import sys; from kcn_pipeline.documents.readers.choice import decode; decode('Năm 2019'.encode(), 'a');"
        f"print(sorted(set(sys.modules) & set({PARSERS})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=REPOSITORY)
    assert done.stdout == "[]\n"

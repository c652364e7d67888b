"""Which reader takes a file, told by its content, and which files none takes."""

from __future__ import annotations

import pytest

from kcn_pipeline import settings
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers import READERS, decode, too_large


@pytest.mark.parametrize("name", ["report.txt", "report.html", "report.pdf", "report", "ảnh.png"])
def test_the_name_decides_nothing(name: str) -> None:
    assert decode("Năm 2019 có 5 dự án.".encode(), name).media_type == "text/plain"
    assert decode("<html><body><p>Năm 2019 có 5 dự án.</p></body></html>".encode(), name).media_type == "text/html"


def test_plain_text_is_the_bytes_decoded_and_nothing_else() -> None:
    text = "  Dòng một\r\n\r\nDo\u0300ng hai\t\n"
    decoded = decode(text.encode(), "a.txt")
    assert (decoded.text, decoded.charset) == (text, "utf-8")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "no text"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04rest", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Office"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x00" * 100, "binary|charset"),
    ],
)
def test_what_cannot_be_read_says_file_reason_and_cure(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        decode(data, "tệp.txt")
    assert caught.value.name == "tệp.txt"
    assert str(caught.value).startswith("tệp.txt: ")
    assert caught.value.cure in str(caught.value)


def test_the_limit_of_size_is_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "MAX_DOCUMENT_BYTES", 10)
    assert decode(b"0123456789", "a").text == "0123456789"
    with pytest.raises(UnreadableDocument, match="11 bytes, more than the limit of 10"):
        decode(b"0123456789a", "a")


def test_too_large_speaks_only_above_the_limit() -> None:
    assert too_large(settings.MAX_DOCUMENT_BYTES) is None
    assert too_large(settings.MAX_DOCUMENT_BYTES + 1) is not None


def test_the_last_reader_takes_whatever_the_others_leave() -> None:
    assert READERS[-1].recognises(b"\x00anything")
    assert len({reader.media_type for reader in READERS}) == len(READERS)

"""Pages that a browser saved whole are read as the pages they are."""

from __future__ import annotations

import quopri
from base64 import encodebytes

import pytest

from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers.html import read_html
from kcn_pipeline.documents.readers.web_archive import read_web_archive
from kcn_pipeline_tests.hostile.sound_files import html_file

HEAD = b'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--b"\r\n\r\n'


def archive(*parts: tuple[str, str, bytes]) -> bytes:
    written = [
        f"----b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode() + body + b"\r\n"
        for kind, encoding, body in parts
    ]
    return HEAD + b"".join(written) + b"----b--\r\n"


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("8bit", html_file()),
        ("base64", encodebytes(html_file())),
        ("quoted-printable", quopri.encodestring(html_file())),
    ],
)
def test_the_page_is_read_however_it_is_encoded(encoding: str, body: bytes) -> None:
    decoded = read_web_archive(archive(("text/css", "8bit", b"p {}"), ("text/html", encoding, body)))
    assert decoded == read_html(html_file())
    assert "44 dự án" in decoded.text


def test_the_first_page_is_the_document_and_frames_are_left_out() -> None:
    frame = b"<html><body><p>Quang cao 99</p></body></html>"
    decoded = read_web_archive(archive(("text/html", "8bit", html_file()), ("text/html", "8bit", frame)))
    assert "99" not in decoded.text


def test_an_archive_without_page_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="holds no page"):
        read_web_archive(archive(("image/png", "base64", b"AAAA")))

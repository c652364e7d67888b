"""Which reader takes the text out of a file, told by the content of the file and never by its name.

Belongs here: the list of readers, limits and signatures that hold for every file. Does not: reading any one
format. A format joins by a module with a function of bytes to `DecodedText` and a row in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kcn_pipeline import settings
from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.html import looks_like_html, read_html
from kcn_pipeline.documents.plain_text import read_plain_text
from kcn_pipeline.documents.problems import UnreadableDocument


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: how its bytes are recognised, and how their text is taken out (or UnreadableDocument raised)."""

    media_type: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes], DecodedText]


READERS: Final = (
    Reader("text/html", looks_like_html, read_html),
    Reader("text/plain", lambda _: True, read_plain_text),
)
_UNSUPPORTED: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (Word, Excel and OpenDocument files are)"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
)


def decode(data: bytes, name: str) -> DecodedText:
    """The text of one file, with media type and charset; every span of the pipeline counts its characters.

    `name` only serves the message. Errors: UnreadableDocument, naming the file, for an empty, oversized or
    binary file, an unknown charset, a page without text.
    """
    try:
        _require_acceptable(data)
        decoded = next(reader for reader in READERS if reader.recognises(data)).read(data)
        _require_text(decoded)
    except UnreadableDocument as problem:
        raise problem.of(name) from problem
    return decoded


def too_large(size_bytes: int) -> UnreadableDocument | None:
    """The problem of a file of `size_bytes`, None within the limit of `settings.MAX_DOCUMENT_BYTES`."""
    limit = settings.MAX_DOCUMENT_BYTES
    if size_bytes <= limit:
        return None
    reason = f"the file has {size_bytes:,} bytes, more than the limit of {limit:,}"
    return UnreadableDocument(reason, "split it, or take the report alone out of it")


def _require_acceptable(data: bytes) -> None:
    if not data:
        raise UnreadableDocument("the file is empty", "check that it was saved or downloaded whole")
    if problem := too_large(len(data)):
        raise problem
    kind = next((kind for signature, kind in _UNSUPPORTED if data.startswith(signature)), None)
    if kind is not None:
        raise UnreadableDocument(f"the file is {kind}, which has no reader yet", "save it as text or HTML")


def _require_text(decoded: DecodedText) -> None:
    if not decoded.text.strip():
        raise UnreadableDocument("the file holds no text", "check that it was saved whole")

"""Which reader takes the text out of a file, told by the content of the file and never by its name.

Belongs here: the list of readers, and limits that hold for every file. Does not: telling formats apart
(`recognition`), reading any one of them. A format joins by a module with a function of bytes to `DecodedText` and a
row in `READERS`; the module is imported only when such a file comes, for most parsers are slow to import.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Final, cast

from kcn_pipeline.documents import recognition
from kcn_pipeline.documents.decoded_cache import DecodedCache
from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers import isolation
from kcn_pipeline.documents.readers.charsets import legacy_letters
from kcn_pipeline.settings import limits


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: the function that takes its text out, as `module:function`.

    It is called in a process that can be killed, unless it needs no parser. A module with pages also has
    `count_pages(data) -> int`, those that may have to be read from their image: each adds to the time allowed.
    """

    function: str
    isolated: bool = True
    has_pages: bool = False


# Unicode's own bound is 30 (UAX 15, stream-safe text).
_MARKS_ON_A_LETTER: Final = 100
_MARKS: Final = re.compile(rf"[^\w\s!-~]{{{_MARKS_ON_A_LETTER}}}")
_HERE: Final = "kcn_pipeline.documents.readers"
READERS: Final[dict[str, Reader]] = {
    recognition.PLAIN_TEXT: Reader(f"{_HERE}.plain_text:read_plain_text", isolated=False),
    recognition.HTML: Reader(f"{_HERE}.html:read_html"),
    recognition.WEB_ARCHIVE: Reader(f"{_HERE}.web_archive:read_web_archive"),
    recognition.PDF: Reader(f"{_HERE}.pdf:read_pdf", has_pages=True),
    recognition.WORD: Reader(f"{_HERE}.word:read_word"),
    recognition.SPREADSHEET: Reader(f"{_HERE}.spreadsheet:read_spreadsheet"),
    **{image: Reader(f"{_HERE}.images:read_image", has_pages=True) for image in recognition.IMAGES},
}


def decode(data: bytes, name: str, cache: DecodedCache | None = None) -> DecodedText:
    """The text of one file, with media type and charset; every span of the pipeline counts its characters.

    `name` only serves the message; `cache` spares reading again what was read before. Errors: UnreadableDocument,
    naming the file, for an empty, oversized, binary or broken file, a format without a reader, an unknown charset,
    a file without text, an archive of several files.
    """
    try:
        _require_acceptable(data)
        decoded = _read(READERS[_readable_type(data)], data, cache)
        _require_text(decoded)
    except UnreadableDocument as problem:
        raise problem.of(name) from problem
    # Text once typed in a legacy font arrives in files of every format.
    return replace(decoded, decisions=(*decoded.decisions, *legacy_letters(decoded.text)))


def too_large(size_bytes: int) -> UnreadableDocument | None:
    """The problem of a file of `size_bytes`, None within the limit `document_bytes`."""
    limit = limits().document_bytes
    if size_bytes <= limit:
        return None
    reason = f"the file has {size_bytes:,} bytes, more than the limit of {limit:,}"
    return UnreadableDocument(reason, "split it, or take the report alone out of it")


def _read(reader: Reader, data: bytes, cache: DecodedCache | None) -> DecodedText:
    if not reader.isolated:
        module, _, function = reader.function.partition(":")
        return cast("DecodedText", getattr(import_module(module), function)(data))
    if cache is not None and (known := cache.find(data)) is not None:
        return known
    decoded = isolation.run(reader.function, data, has_pages=reader.has_pages)
    if cache is not None:
        cache.keep(data, decoded)
    return decoded


def _readable_type(data: bytes) -> str:
    media_type = recognition.media_type_of(data)
    if media_type == recognition.ZIP:
        raise UnreadableDocument("the file is a ZIP archive", "ingest it, or unpack it and name the file inside")
    return media_type


def _require_acceptable(data: bytes) -> None:
    if not data:
        raise UnreadableDocument("the file is empty", "check that it was saved or downloaded whole")
    if problem := too_large(len(data)):
        raise problem


def _require_text(decoded: DecodedText) -> None:
    if not decoded.text.strip():
        raise UnreadableDocument("the file holds no text", "check that it was saved whole")
    # Putting marks in order (Unicode's normal forms) takes the square of their number, for ever if someone means it.
    if any(all(map(unicodedata.combining, run[0])) for run in _MARKS.finditer(decoded.text)):
        reason = f"a letter carries {_MARKS_ON_A_LETTER} marks, more than any writing has"
        raise UnreadableDocument(reason, "take the line that holds it out of the file")

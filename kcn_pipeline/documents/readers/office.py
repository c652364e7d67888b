"""Word and Excel files as what they are: ZIP archives of XML, which may be bombs.

Belongs here: what must hold before a library opens one. Does not: inflating (`inflation`), or what the XML says.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from typing import Final
from xml.sax import ContentHandler, SAXException

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.expatreader import create_parser  # type: ignore[import-untyped]

from kcn_pipeline.documents.inflation import Budget, inflated, opened
from kcn_pipeline.documents.problems import UnreadableDocument

_XML_NAMES: Final = (".xml", ".rels", ".vml")
_BEFORE_MARKUP: Final = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


def require_within_limits(data: bytes) -> None:
    """Inflate every part of an office file once, within the limits, and refuse XML that declares its own entities.

    The standard forbids document type declarations (ECMA-376 part 2, 6.2.5), and an entity cannot be declared
    without one, be it external or a bomb. Errors: UnreadableDocument.
    """
    budget = Budget(len(data))
    with opened(data, budget) as archive:
        for member in archive.infolist():
            _require_plain(member, inflated(archive, member, budget))


def _require_plain(member: zipfile.ZipInfo, pieces: Iterable[bytes]) -> None:
    """Read a part to its end, and its XML as far as the first element: a declaration can only stand before it."""
    prologue: _Prologue | None = None
    for number, piece in enumerate(pieces):
        if number == 0 and (member.filename.lower().endswith(_XML_NAMES) or _is_markup(piece)):
            prologue = _Prologue(member.filename)
        if prologue is not None and prologue.feed(piece):
            prologue = None


def _is_markup(start: bytes) -> bool:
    return start.lstrip(_BEFORE_MARKUP).startswith(b"<")


class _RootReached(Exception):
    """The end of the search; no error."""


class _StopAtRoot(ContentHandler):
    def startElement(self, name: str, attrs: object) -> None:  # noqa: N802, ARG002 - the name and form that SAX calls
        raise _RootReached


class _Prologue:
    """What stands before the first element of one part, fed piece by piece."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._parser = create_parser(forbid_dtd=True)
        self._parser.setContentHandler(_StopAtRoot())

    def feed(self, piece: bytes) -> bool:
        """Whether the first element is reached. Errors: UnreadableDocument."""
        try:
            self._parser.feed(piece)
        except _RootReached:
            return True
        except DefusedXmlException as error:
            reason = f"the part {self._part} of the office file declares entities of its own"
            cure = "open it in Word or Excel, look at what it holds, and save it again"
            raise UnreadableDocument(reason, cure) from error
        except (SAXException, LookupError, ValueError) as error:
            reason = f"the part {self._part} of the office file is broken ({error})"
            raise UnreadableDocument(reason, "open it in Word or Excel and save it again") from error
        return False

"""Taking files out of a ZIP archive without being flooded by it.

Belongs here: the budget of one archive, and inflating piece by piece within it. Does not: what the files are
(`archives`), or what an office file must look like (`office`).
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.settings import limits

_PIECE_BYTES: Final = 64 * 1024
_NEVER_A_BOMB_BYTES: Final = 1024 * 1024  # a short, repetitive sheet may well shrink to a thousandth
_ENCRYPTED: Final = 0x1  # general purpose bit 0, APPNOTE.TXT 4.4.4
# The methods that office programs and Windows write. Others hold dictionaries of gigabytes (LZMA) or inflate by a
# factor of a million (bzip2) before anyone can look.
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
# A broken directory fails in many ways: a name in a wrong encoding, a member before the beginning of the file.
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, NotImplementedError, OSError, RuntimeError, ValueError, IndexError, OverflowError),
)


class Budget:
    """How many members and bytes may still come out of one file, archives inside it included."""

    def __init__(self, packed_bytes: int) -> None:
        allowed = limits()
        by_ratio = max(allowed.compression_ratio * packed_bytes, _NEVER_A_BOMB_BYTES)
        self._members, self._bytes = allowed.archive_members, min(allowed.decompressed_bytes, by_ratio)
        self._limits = allowed

    def take_members(self, count: int) -> None:
        """Enter `count` members. Errors: UnreadableDocument when they are too many."""
        self._members -= count
        if self._members < 0:
            reason = f"the archive holds more than {self._limits.archive_members:,} files"
            raise UnreadableDocument(reason, "unpack it and ingest the files inside")

    def take_bytes(self, count: int) -> None:
        """Enter `count` inflated bytes. Errors: UnreadableDocument when they are too many."""
        self._bytes -= count
        if self._bytes < 0:
            reason = (
                f"the archive unpacks to more than {self._limits.decompressed_bytes:,} bytes or "
                f"{self._limits.compression_ratio:,} times its size"
            )
            raise UnreadableDocument(reason, "unpack it and look at what is inside before ingesting it")


def opened(data: bytes, budget: Budget) -> zipfile.ZipFile:
    """The archive, its members entered in the budget. Errors: UnreadableDocument."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise _broken(error) from error
    budget.take_members(len(archive.infolist()))
    return archive


def inflated(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> Iterator[bytes]:
    """The content of a member, piece by piece; what the archive says of its sizes is never believed.

    Errors: UnreadableDocument for a locked or broken member, and beyond the budget.
    """
    if member.flag_bits & _ENCRYPTED:
        raise UnreadableDocument("the archive is locked with a password", "unpack it and ingest the files inside")
    if member.compress_type not in _METHODS:
        reason = "the archive is packed by a method that only few programs know"
        raise UnreadableDocument(reason, "unpack it and ingest the files inside")
    try:
        with archive.open(member) as source:
            while piece := source.read(_PIECE_BYTES):
                budget.take_bytes(len(piece))
                yield piece
    except UnreadableDocument:  # which is a ValueError
        raise
    except _BROKEN as error:
        raise _broken(error) from error


def _broken(error: Exception) -> UnreadableDocument:
    reason = f"the ZIP, Word or Excel file is broken ({type(error).__name__}: {error})"
    return UnreadableDocument(reason, "download or copy it again")

"""ZIP archives: the files inside, ready to be taken in one by one.

Belongs here: unpacking, and names that can be trusted. Does not: limits (`inflation`), telling formats apart
(`recognition`), or what becomes of the files (`register`).
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from kcn_pipeline.documents import recognition
from kcn_pipeline.documents.archives.member_names import base_names, written_name
from kcn_pipeline.documents.files import SIDECAR_SUFFIX
from kcn_pipeline.documents.inflation import Budget, inflated, opened
from kcn_pipeline.documents.problems import UnreadableDocument

_ARCHIVES_IN_ARCHIVES: Final = 1
_MAC_FOLDER: Final = "__MACOSX"


@dataclass(frozen=True, slots=True)
class Member:
    """One file out of an archive. `name` is a base name, unique in the archive whatever its folders were."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files of an archive, sidecars beside the documents they go with; `skipped` says what was no file."""

    members: tuple[Member, ...]
    skipped: tuple[str, ...]


def members_of(data: bytes, name: str) -> list[Member]:
    """The files of a ZIP archive, those of archives inside it too; see `unpack`."""
    return list(unpack(data, name).members)


def unpack(data: bytes, name: str) -> Unpacked:
    """The files of a ZIP archive and of the archives in it, within one budget; `name` only serves the message.

    Folders, links, hidden files and the litter of macOS are skipped and named. Errors: UnreadableDocument for an
    archive that is locked, broken, beyond the limits, nested deeper than once, or without a file.
    """
    skipped: list[str] = []
    try:
        found = list(_members(data, PurePosixPath(), Budget(len(data)), _ARCHIVES_IN_ARCHIVES, skipped))
    except UnreadableDocument as problem:
        raise problem.of(name) from problem
    if not found:
        cure = "check that it was packed and downloaded whole"
        raise UnreadableDocument("the archive holds no file", cure, name=name)
    names = base_names([path for path, _ in found], SIDECAR_SUFFIX)
    return Unpacked(tuple(Member(n, content) for n, (_, content) in zip(names, found, strict=True)), tuple(skipped))


def _members(
    data: bytes, folder: PurePosixPath, budget: Budget, deeper: int, skipped: list[str]
) -> Iterator[tuple[PurePosixPath, bytes]]:
    with opened(data, budget) as archive:
        for entry in archive.infolist():
            path = folder / written_name(entry)
            if reason := _no_file(entry, path):
                skipped.append(f"{path}: {reason}")
                continue
            content = b"".join(inflated(archive, entry, budget))
            if not _is_archive(content):
                yield path, content
            elif deeper:
                yield from _members(content, path, budget, deeper - 1, skipped)
            else:
                reason = "the archive holds archives within archives"
                raise UnreadableDocument(reason, "unpack it and ingest the files inside")


def _no_file(entry: zipfile.ZipInfo, path: PurePosixPath) -> str | None:
    """Why an entry is no file to take in; None for one that is."""
    mode = entry.external_attr >> 16  # what Unix keeps there, APPNOTE.TXT 4.4.15
    if entry.is_dir() or stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "a link or device"
    if _MAC_FOLDER in path.parts or path.name.startswith(".") or not path.name:
        return "a hidden file"
    return None


def _is_archive(content: bytes) -> bool:
    """Whether a member is a mere archive; one that cannot be told is left to the reader, which says why."""
    try:
        return recognition.media_type_of(content) == recognition.ZIP
    except UnreadableDocument:
        return False

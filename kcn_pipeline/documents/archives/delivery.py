"""An archive as the files in it, laid out for the register as if they had been delivered one by one.

Belongs here: the folder that holds them meanwhile. Does not: unpacking (`archives`), or what becomes of the files
(`register`).
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kcn_pipeline.documents import recognition
from kcn_pipeline.documents.archives.contents import Member, unpack
from kcn_pipeline.documents.files import REASON_SUFFIX, SIDECAR_SUFFIX, is_document_name
from kcn_pipeline.documents.problems import UnreadableDocument

_PREFIX: Final = ".unpacked-"


@dataclass(frozen=True, slots=True)
class Delivery:
    """The documents out of an archive, sidecars beside them; `skipped` says what in the archive was no document."""

    documents: tuple[Path, ...]
    skipped: tuple[str, ...]


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a ZIP archive of files; what cannot be told is left to the reader, which says why."""
    try:
        return recognition.media_type_of(data) == recognition.ZIP
    except UnreadableDocument:
        return False


@contextmanager
def unpacked(data: bytes, name: str, root: Path) -> Iterator[Delivery]:
    """The files of an archive in a hidden folder below `root` that lasts as long as the context.

    Errors: UnreadableDocument, as `archives.unpack`.
    """
    content = unpack(data, name)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=root) as folder:
        for member in content.members:
            (Path(folder) / member.name).write_bytes(member.data)
        documents = sorted(member.name for member in content.members if is_document_name(Path(member.name)))
        skipped = (*content.skipped, *_orphans(content.members, documents))
        yield Delivery(tuple(Path(folder) / document for document in documents), skipped)


def remove_leftovers(root: Path) -> None:
    """Remove what a run that was killed left unpacked; the archive is still where it came from."""
    for folder in root.glob(f"{_PREFIX}*"):
        shutil.rmtree(folder, ignore_errors=True)


def _orphans(members: Sequence[Member], documents: Sequence[str]) -> Iterator[str]:
    for name in (member.name for member in members if member.name not in documents):
        if name.removesuffix(SIDECAR_SUFFIX) not in documents or name.endswith(REASON_SUFFIX):
            yield f"{name}: the companion of no document"

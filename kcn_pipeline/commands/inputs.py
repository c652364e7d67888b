"""The documents that a file named on the command line stands for: itself, or those in the ZIP archive it is.

Belongs here: unpacking for commands that need no data directory. Does not: registering archives
(`documents.register`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kcn_pipeline.documents.archives.delivery import is_archive, unpacked
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.shelf import read_bytes


@contextmanager
def documents_in(file: Path) -> Iterator[tuple[Path, ...]]:
    """The file, or the documents of a ZIP archive with their sidecars, unpacked for as long as this lasts.

    Errors: UnreadableDocument, naming the file.
    """
    data = read_bytes(file)
    if not is_archive(data):
        yield (file,)
        return
    with TemporaryDirectory(prefix="kcn-") as folder, unpacked(data, file.name, Path(folder)) as delivery:
        yield delivery.documents


@contextmanager
def only_document_in(file: Path) -> Iterator[Path]:
    """The file, or the one document of an archive. Errors: UnreadableDocument when it holds several."""
    with documents_in(file) as found:
        if len(found) != 1:
            reason = f"the archive holds {len(found)} documents: {', '.join(path.name for path in found)}"
            raise UnreadableDocument(reason, "unpack it and name one of them", name=file.name)
        yield found[0]

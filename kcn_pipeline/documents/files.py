"""Touching the file system so that nothing is lost, half-written or fetched from elsewhere.

Belongs here: reading without following links, placing whole files, names that are safe to keep, hashes. Does
not: what a file is, or where it belongs (`register`).
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import IO, Final

SIDECAR_SUFFIX: Final = ".meta.yaml"
REASON_SUFFIX: Final = ".reason.yaml"
# File systems allow 255 bytes; a hash against collisions and the ending of a companion must fit too.
MAX_NAME_BYTES: Final = 160

_CHUNK_BYTES: Final = 1024 * 1024
# Control characters, path separators, what Windows forbids, and marks that turn the writing direction around.
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]')


def open_regular(path: Path) -> BufferedReader:
    """A regular file open for reading. Errors: OSError, also for a link, a pipe, a device or a folder."""
    if path.is_symlink():
        raise OSError(0, "it is a link", str(path))
    # O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(0, "it is no regular file", str(path))
    return os.fdopen(descriptor, "rb")


def is_regular(path: Path) -> bool:
    """Whether a regular file lies there: no link, no folder, no name too long to be one."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def sha256_of(path: Path) -> tuple[str, int]:
    """SHA-256 and size in bytes of a regular file, read in pieces. Errors: OSError."""
    with open_regular(path) as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return digest, file.tell()


def place_copy(source: Path, target: Path) -> None:
    """A copy of a regular file at `target`, whole or not at all, replacing what was there. Errors: OSError."""
    with open_regular(source) as file:
        _place(lambda copy: shutil.copyfileobj(file, copy, _CHUNK_BYTES), target)


def place_bytes(content: bytes, target: Path) -> None:
    """A file of these bytes at `target`, whole or not at all, replacing what was there. Errors: OSError."""
    _place(lambda copy: copy.write(content), target)


def _place(write: Callable[[IO[bytes]], object], target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".incoming-", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as copy:
            write(copy)
            copy.flush()
            os.fsync(copy.fileno())
        temporary.chmod(0o644)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make a rename in a folder last through a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def safe_name(name: str) -> str:
    """A file name that hides nothing and fits every file system: no control, direction or path characters.

    A leading dot becomes visible, the ending of a companion file is broken, an overlong name is cut before its ending.
    """
    cleaned = _UNSAFE.sub("_", name).strip()
    cleaned = f"_{cleaned[1:]}" if cleaned.startswith(".") else cleaned or "_"
    stem, ending = Path(cleaned).stem, Path(cleaned).suffix
    if len(ending.encode()) > MAX_NAME_BYTES // 2:
        stem, ending = cleaned, ""
    kept = stem.encode()[: MAX_NAME_BYTES - len(ending.encode())].decode(errors="ignore") + ending
    return kept if is_document_name(Path(kept)) else f"{kept}_"


def with_hash(name: str, sha256: str) -> str:
    """A name made unlike that of another file by its hash: `report.txt` and `1a2b3c4d` give `report-1a2b3c4d.txt`."""
    path = Path(name)
    return f"{path.stem}-{sha256}{path.suffix}"


def is_document_name(path: Path) -> bool:
    """Whether a file may be a document, by its name: neither hidden nor the companion of one."""
    return not path.name.startswith(".") and not path.name.endswith((SIDECAR_SUFFIX, REASON_SUFFIX))


def documents_below(path: Path) -> Iterator[Path]:
    """`path` itself, or every document and link to one in a folder and its folders, in order of names.

    Hidden files and folders, and companions, are passed over; links to folders are not entered, and like
    folders that cannot be listed they are given as they are, for whoever opens them to refuse.
    """
    if path.is_symlink() or not path.is_dir():
        yield path
        return
    unlisted: list[OSError] = []
    for folder, names, files in os.walk(path, onerror=unlisted.append, followlinks=False):
        links = [name for name in names if (Path(folder) / name).is_symlink()]
        names[:] = sorted(name for name in names if not name.startswith(".") and name not in links)
        yield from (Path(folder) / n for n in sorted([*files, *links]) if is_document_name(Path(n)))
    yield from (Path(error.filename) for error in unlisted)

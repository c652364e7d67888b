"""Replacing a published file whole: built aside on the same disk, synced, moved over the old one.

Belongs here: the swap and its lock. Does not: what is in the file (`mart`, `report`).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

LOCK_TIMEOUT_SECONDS: Final = 300.0


@contextmanager
def built_aside(path: Path) -> Iterator[Path]:
    """A path of the same name in a new folder beside `path`; what was written there replaces `path` at the end.

    A reader that has the old file open keeps it; an exception or a kill before the end leaves the
    old file in place. The file name is kept because DuckDB calls a database by it.
    Errors: OSError of the disk; FileNotFoundError when nothing was written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(prefix=f".{path.name}.building-", dir=path.parent))
    try:
        yield workshop / path.name
        _sync(workshop / path.name)
        (workshop / path.name).replace(path)
        _sync(path.parent)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


@contextmanager
def only_writer(path: Path, timeout_seconds: float = LOCK_TIMEOUT_SECONDS) -> Iterator[None]:
    """Hold the operating system's lock `<path>.lock`, which a killed process gives back by dying.

    Errors: TimeoutError naming the lock when another process holds it for `timeout_seconds`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_name(f"{path.name}.lock")
    try:
        with FileLock(lock, timeout=timeout_seconds):
            yield
    except Timeout as error:
        raise TimeoutError(
            f"{lock}: another process has been writing {path.name} for {timeout_seconds:g} s; "
            "wait for its run to end, or stop that run, and publish again"
        ) from error


def remove_leftovers(path: Path) -> None:
    """Delete what killed builds of `path` left beside it; call it under `only_writer` only."""
    for leftover in path.parent.glob(f".{path.name}.building-*"):
        shutil.rmtree(leftover, ignore_errors=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

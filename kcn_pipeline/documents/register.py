"""Taking files in: into `raw/<period>/` when they tell who reports on what, else into quarantine with the reason.

Belongs here: duplicates, places, names that collide, the order of writes. Does not: recognising anything
(`readers`, `identification`) or the mechanics of files (`files`, `ledger`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import yaml
from filelock import FileLock

from kcn_pipeline.documents.document import Document
from kcn_pipeline.documents.files import (
    REASON_SUFFIX,
    SIDECAR_SUFFIX,
    documents_below,
    place_bytes,
    place_copy,
    safe_name,
    sha256_of,
    with_hash,
)
from kcn_pipeline.documents.ledger import Receipt, printable, record
from kcn_pipeline.documents.problems import DocumentProblem
from kcn_pipeline.documents.shelf import document_of, read_bytes
from kcn_pipeline.documents.sidecar import sidecar_path
from kcn_pipeline.settings import DataDirectory

LOCK_NAME: Final = ".ingest.lock"


def ingest(paths: Iterable[Path], data: DataDirectory) -> list[Receipt]:
    """Take files, or all files below folders, into the data directory; one receipt a file, in order.

    Source files stay where they are, except in the inbox, which is emptied. Hidden files and sidecars are no
    documents; a sidecar comes along with its document, and a new one files a document anew. Links are refused.
    Every receipt is in the ledger when this returns; a run that is killed leaves whole files, and ingesting again
    goes on where it stopped. Errors: OSError when the data directory cannot be written.
    """
    data.root.mkdir(parents=True, exist_ok=True)
    receipts = []
    # Two processes (command line and sensor) could place one file twice.
    with FileLock(data.root / LOCK_NAME):
        intake = _Intake(data)
        for path in [found for given in paths for found in documents_below(given)]:
            receipt = intake.take(path)
            record(data.ledger, receipt)
            if receipt.outcome != "refused" and data.inbox.resolve() in path.resolve().parents:
                _remove(path)
            receipts.append(receipt)
    return receipts


class _Held:
    """The files below one folder of the data directory, found by content; only files of one size are compared."""

    def __init__(self, folder: Path) -> None:
        self._by_size: dict[int, list[Path]] = defaultdict(list)
        for path in documents_below(folder) if folder.is_dir() else ():
            if path.is_file() and not path.is_symlink():
                self.add(path)

    def add(self, path: Path) -> None:
        self._by_size[path.stat().st_size].append(path)

    def find(self, sha256: str, size: int) -> Path | None:
        held = (path for path in self._by_size[size] if path.exists() and sha256_of(path)[0] == sha256)
        return next(held, None)


class _Intake:
    """One round of ingestion into one data directory."""

    def __init__(self, data: DataDirectory) -> None:
        self._data = data
        self._registered, self._quarantined = _Held(data.raw), _Held(data.quarantine)

    def take(self, path: Path) -> Receipt:
        try:
            sha256, size = sha256_of(path)
        except OSError as error:
            cure = "check the path; links are not followed: give the file itself"
            return Receipt(path, "", "refused", reason=f"cannot be read ({error.strerror})", cure=cure)
        twin = self._registered.find(sha256, size)
        if twin is not None and not _brings_new_sidecar(path, twin):
            cure = f"to file it otherwise, ingest it with a {path.name}{SIDECAR_SUFFIX} beside it"
            place = self._place(twin)
            return Receipt(path, sha256, "duplicate", place, twin.parent.name, reason=f"lies in {place}", cure=cure)
        try:
            content = read_bytes(path)
            document = document_of(path, content, "")
        except DocumentProblem as problem:
            return self._quarantine(path, sha256, size, problem)
        return self._register(path, content, document, twin)

    def _register(self, path: Path, content: bytes, document: Document, twin: Path | None) -> Receipt:
        sha256, identity = document.document_id, document.identity
        folder = self._data.raw / identity.period.label
        target = twin if twin and twin.parent == folder else _free_place(folder, path.name, sha256)
        # The sidecar first: a document must never lie there without what overrules it.
        _copy_sidecar(path, target)
        place_bytes(content, target)
        self._registered.add(target)
        if twin is not None and twin != target:
            _remove(twin)
        if held := self._quarantined.find(sha256, len(content)):
            _remove(held)
        place = self._place(target)
        return Receipt(path, sha256, "registered", place, identity.period.label, identity.publisher)

    def _quarantine(self, path: Path, sha256: str, size: int, problem: DocumentProblem) -> Receipt:
        held = self._quarantined.find(sha256, size)
        target = held or _free_place(self._data.quarantine, path.name, sha256)
        _copy_sidecar(path, target)
        place_bytes(_reason(path, sha256, problem), target.with_name(target.name + REASON_SUFFIX))
        if held is None:
            place_copy(path, target)
            self._quarantined.add(target)
        place = self._place(target)
        return Receipt(path, sha256, "quarantined", place, reason=problem.reason, cure=problem.cure)

    def _place(self, path: Path) -> str:
        return path.relative_to(self._data.root).as_posix()


def _reason(path: Path, sha256: str, problem: DocumentProblem) -> bytes:
    details = {
        "name": printable(path.name),
        "sha256": sha256,
        "reason": problem.reason,
        "cure": problem.cure,
        "candidates": list(problem.candidates),
    }
    return yaml.safe_dump(details, allow_unicode=True, sort_keys=False, encoding="utf-8")


def _free_place(folder: Path, name: str, sha256: str) -> Path:
    """Where a new file goes: under its own name, or, where another file has that, with its hash in it."""
    kept = safe_name(name)
    names = (kept, with_hash(kept, sha256[:8]), with_hash(kept, sha256))
    return next(folder / n for n in names if not (folder / n).exists() or n == names[-1])


def _brings_new_sidecar(path: Path, twin: Path) -> bool:
    new, old = sidecar_path(path), sidecar_path(twin)
    if new.is_symlink() or not new.is_file():
        return False
    return not old.is_file() or new.read_bytes() != old.read_bytes()


def _copy_sidecar(path: Path, target: Path) -> None:
    sidecar = sidecar_path(path)
    if sidecar.is_file() and not sidecar.is_symlink():
        place_copy(sidecar, sidecar_path(target))


def _remove(path: Path) -> None:
    for companion in (sidecar_path(path), path.with_name(path.name + REASON_SUFFIX), path):
        companion.unlink(missing_ok=True)

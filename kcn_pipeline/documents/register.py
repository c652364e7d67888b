"""Taking files in: into `raw/<period>/` when they tell who reports on what, else into quarantine with the reason.

Belongs here: duplicates, places, names that collide, the order of writes. Does not: recognising anything
(`readers`, `identification`), the mechanics of files (`files`, `ledger`, `delivery`), or versions (`succession`).
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import yaml
from filelock import FileLock

from kcn_pipeline.documents.archives.delivery import is_archive, remove_leftovers, unpacked
from kcn_pipeline.documents.decoded_cache import DecodedCache
from kcn_pipeline.documents.document import Document
from kcn_pipeline.documents.files import (
    REASON_SUFFIX,
    SIDECAR_SUFFIX,
    documents_below,
    is_regular,
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
from kcn_pipeline.documents.succession import succession
from kcn_pipeline.settings import DataDirectory

LOCK_NAME: Final = ".ingest.lock"


def ingest(paths: Iterable[Path], data: DataDirectory) -> list[Receipt]:
    """Take files, or all files below folders, into the data directory; the receipts in order.

    A file has one receipt; an archive one for every file in it, then its own; a document that supersedes others
    is followed by theirs. Source files stay where they are, except in the inbox, which is emptied. Hidden files and
    sidecars are no documents; a sidecar comes along with its document, and a new one files a document anew. Links
    are refused. Every receipt is in the ledger when this returns; a run that is killed leaves whole files, and
    ingesting again goes on where it stopped. Errors: OSError when the data directory cannot be written.
    """
    data.root.mkdir(parents=True, exist_ok=True)
    receipts = []
    # Two processes (command line and sensor) could place one file twice.
    with FileLock(data.root / LOCK_NAME):
        remove_leftovers(data.root)
        intake = _Intake(data)
        for path in [found for given in paths for found in documents_below(given)]:
            taken = True
            for receipt in intake.take(path):
                record(data.ledger, receipt)
                receipts.append(receipt)
                taken = taken and receipt.outcome != "refused"
            if taken and data.inbox.resolve() in path.resolve().parents:
                _remove(path)
    return receipts


class _Held:
    """The files below one folder of the data directory, found by content; only files of one size are compared."""

    def __init__(self, folder: Path) -> None:
        self._by_size: dict[int, list[Path]] = defaultdict(list)
        for path in documents_below(folder) if folder.is_dir() else ():
            if is_regular(path):
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
        self._cache = DecodedCache(data.decoded)
        self._registered, self._quarantined = _Held(data.raw), _Held(data.quarantine)

    def take(self, path: Path) -> Iterator[Receipt]:
        """What becomes of one file; it is safely placed when the last receipt is given."""
        try:
            sha256, size = sha256_of(path)
        except OSError as error:
            cure = "check the path; links are not followed: give the file itself"
            yield Receipt(path, "", "refused", reason=f"cannot be read ({error.strerror})", cure=cure)
            return
        twin = self._registered.find(sha256, size)
        if twin is not None and not _brings_new_sidecar(path, twin):
            cure = f"to file it otherwise, ingest it with a {path.name}{SIDECAR_SUFFIX} beside it"
            place = self._place(twin)
            yield Receipt(path, sha256, "duplicate", place, twin.parent.name, reason=f"lies in {place}", cure=cure)
            return
        try:
            yield from self._take_new(path, sha256, twin)
        except DocumentProblem as problem:
            yield self._quarantine(path, sha256, size, problem)

    def _take_new(self, path: Path, sha256: str, twin: Path | None) -> Iterator[Receipt]:
        content = read_bytes(path)
        if is_archive(content):
            yield from self._unpack(path, content, sha256)
            return
        document = document_of(path, content, "", self._cache)
        target, receipt = self._register(path, content, document, twin)
        yield receipt
        yield from succession(self._data, target, self._cache)

    def _unpack(self, path: Path, content: bytes, sha256: str) -> Iterator[Receipt]:
        with unpacked(content, path.name, self._data.root) as files:
            for member in files.documents:
                for receipt in self.take(member):
                    ours = receipt.outcome != "superseded"
                    yield replace(receipt, path=path / member.name, archive=path.name) if ours else receipt
            names = tuple(member.name for member in files.documents)
            skipped = files.skipped
        if held := self._quarantined.find(sha256, len(content)):
            _remove(held)
        yield Receipt(path, sha256, "unpacked", members=names, skipped=skipped)

    def _register(self, path: Path, content: bytes, document: Document, twin: Path | None) -> tuple[Path, Receipt]:
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
        return target, Receipt(path, sha256, "registered", place, identity.period.label, identity.publisher)

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
    if not is_regular(new):
        return False
    return not is_regular(old) or new.read_bytes() != old.read_bytes()


def _copy_sidecar(path: Path, target: Path) -> None:
    sidecar = sidecar_path(path)
    if is_regular(sidecar):
        place_copy(sidecar, sidecar_path(target))


def _remove(path: Path) -> None:
    for companion in (sidecar_path(path), path.with_name(path.name + REASON_SUFFIX), path):
        # The name of a companion may be longer than any file's can be.
        if os.path.lexists(companion):
            companion.unlink()

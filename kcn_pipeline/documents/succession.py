"""Telling, when a document is registered, which documents it takes the place of, or which takes its own.

Belongs here: finding the few documents that may be versions of it, receipts for the ledger. Does not: when one
supersedes another (`versions`); the table of documents is made from that alone, whatever the ledger says.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kcn_pipeline.documents.decoded_cache import DecodedCache
from kcn_pipeline.documents.document import Document
from kcn_pipeline.documents.files import documents_below
from kcn_pipeline.documents.ledger import Receipt, read_ledger
from kcn_pipeline.documents.near_duplicates import groups_of
from kcn_pipeline.documents.problems import BrokenSidecar, DocumentProblem
from kcn_pipeline.documents.shelf import document_of, read_bytes, versions_of
from kcn_pipeline.documents.sidecar import Sidecar, read_sidecar
from kcn_pipeline.documents.versions import superseded_by
from kcn_pipeline.settings import DataDirectory


def succession(data: DataDirectory, registered: Path, cache: DecodedCache) -> Iterator[Receipt]:
    """A receipt for every document that is superseded since `registered` lies in its half-year, told once."""
    told = read_ledger(data.ledger)
    publishers = {row["place"]: row.get("publisher") for row in told if row["outcome"] == "registered"}
    neighbours = [path for path in documents_below(registered.parent) if path != registered]
    related = [path for path in neighbours if _may_be_version(data, registered, path, publishers)]
    if not related:
        return
    documents = {d.document_id: d for path in (registered, *related) if (d := _document(data, path, cache))}
    versions = versions_of(data, documents.values(), groups_of(documents.values()))
    known = {row["sha256"] for row in told if row["outcome"] == "superseded"}
    for old_id, new_id in sorted(superseded_by(versions).items()):
        if old_id not in known:
            yield _receipt(data, documents[old_id], documents[new_id])


def _may_be_version(data: DataDirectory, one: Path, other: Path, publishers: dict[str, str | None]) -> bool:
    """Whether publisher, source address or the word of a sidecar connects two files, without reading them."""
    publisher = publishers.get(_place(data, one))
    if publisher is not None and publisher == publishers.get(_place(data, other)):
        return True
    ours, theirs = _sidecar(one), _sidecar(other)
    return bool(ours.supersedes or theirs.supersedes or (ours.url and ours.url == theirs.url))


def _receipt(data: DataDirectory, old: Document, new: Document) -> Receipt:
    return Receipt(
        data.root / old.path,
        old.document_id,
        "superseded",
        old.path,
        old.identity.period.label,
        old.identity.publisher,
        reason=f"its next version is {new.path}",
    )


def _document(data: DataDirectory, path: Path, cache: DecodedCache) -> Document | None:
    try:
        return document_of(path, read_bytes(path), _place(data, path), cache)
    except DocumentProblem:
        return None  # it lies in `raw` all the same, and every run reports it


def _sidecar(path: Path) -> Sidecar:
    try:
        return read_sidecar(path) or Sidecar()
    except BrokenSidecar:
        return Sidecar()


def _place(data: DataDirectory, path: Path) -> str:
    return path.relative_to(data.root).as_posix()

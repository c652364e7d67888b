"""The documents of a data directory as they lie in `raw/<period>/`, read and identified.

Belongs here: reading one file or one half-year, with every problem told. Does not: putting files there
(`register`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kcn_pipeline.documents.decoded_cache import DecodedCache
from kcn_pipeline.documents.document import Document, Identity
from kcn_pipeline.documents.files import is_document_name, open_regular
from kcn_pipeline.documents.identity.guessing import guess
from kcn_pipeline.documents.identity.identification import identify
from kcn_pipeline.documents.ledger import printable, read_ledger
from kcn_pipeline.documents.near_duplicates import groups_of
from kcn_pipeline.documents.problems import DocumentProblem, Unidentified, UnreadableDocument
from kcn_pipeline.documents.readers.choice import decode, too_large
from kcn_pipeline.documents.sidecar import read_sidecar
from kcn_pipeline.documents.versions import Version, first_receipts, superseded_by, unknown_predecessors
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory


@dataclass(frozen=True, slots=True)
class Problem:
    """A file in `raw` that is no document yet: its place below the data directory, reason, cure and candidates."""

    file: str
    reason: str
    cure: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PeriodDocuments:
    """What lies in the folder of one half-year, in order of names.

    The folder files a document; its identity stays as detected, so that a check can compare the two.
    groups: the group of copies of every document (`near_duplicates`); superseded_by: the next version of those
    that have one (`versions`); both by document id.
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    groups: Mapping[str, str]
    superseded_by: Mapping[str, str]

    def rows(self) -> list[dict[str, Any]]:
        """The documents as rows of `raw_documents`."""
        return [
            document.as_row(
                source_group=self.groups[document.document_id],
                superseded_by=self.superseded_by.get(document.document_id),
            )
            for document in self.documents
        ]


def read_document(path: Path) -> Document:
    """One file with the sidecar beside it, no data directory needed; its path is its name.

    Errors: DocumentProblem, naming the file: UnreadableDocument, Unidentified, BrokenSidecar.
    """
    return document_of(path, read_bytes(path), path.name)


def guess_document(path: Path) -> tuple[Document, tuple[Unidentified, ...]]:
    """As `read_document`, with the likeliest identity where the text leaves it open, and what it leaves open.

    Errors: UnreadableDocument, BrokenSidecar.
    """
    doubts: tuple[Unidentified, ...] = ()

    def likeliest(*text: str, **known: Any) -> Identity:
        nonlocal doubts
        found = guess(*text, **known)
        doubts = found.doubts
        return found.identity

    document = document_of(path, read_bytes(path), path.name, identifying=likeliest)
    return document, tuple(doubt.of(path.name) for doubt in doubts)


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file within the limit of size. Errors: UnreadableDocument."""
    try:
        with open_regular(path) as file:
            problem = too_large(os.fstat(file.fileno()).st_size)
            content = file.read() if problem is None else b""
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
        raise UnreadableDocument(reason, "check the path; links are not followed", name=path.name) from error
    if problem is not None:
        raise problem.of(path.name)
    return content


def document_of(
    path: Path,
    data: bytes,
    shown_path: str,
    cache: DecodedCache | None = None,
    identifying: Callable[..., Identity] = identify,
) -> Document:
    """The document that `data` is, with the sidecar that lies beside `path`. Errors: as `read_document`."""
    decoded = decode(data, path.name, cache)
    if printable(path.name) != path.name:
        raise UnreadableDocument("its name is not UTF-8", "rename it", name=printable(path.name))
    try:
        sidecar = read_sidecar(path)
        identity = identifying(decoded.text, title=decoded.title, published_on=decoded.published_on, sidecar=sidecar)
    except DocumentProblem as problem:
        raise problem.of(path.name) from problem
    return Document(hashlib.sha256(data).hexdigest(), path.name, shown_path, len(data), decoded, identity)


def documents_of(data: DataDirectory, period: HalfYear) -> PeriodDocuments:
    """Every document filed under a half-year; what cannot be read or identified is a problem, nothing is dropped."""
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    cache = DecodedCache(data.decoded)
    for path in _entries(data.raw / period.label):
        place = path.relative_to(data.root).as_posix()
        try:
            document = document_of(path, read_bytes(path), place, cache)
        except DocumentProblem as problem:
            problems.append(Problem(place, problem.reason, problem.cure, problem.candidates))
            continue
        twin = documents.setdefault(document.document_id, document)
        if twin is not document:
            problems.append(Problem(place, f"has the same bytes as {twin.path}", "delete one of the two"))
    found = tuple(documents.values())
    groups = groups_of(found)
    versions = versions_of(data, found, groups)
    problems += [_unknown_predecessor(version, period) for version in unknown_predecessors(versions)]
    return PeriodDocuments(found, tuple(problems), groups, superseded_by(versions))


def versions_of(data: DataDirectory, documents: Iterable[Document], groups: Mapping[str, str]) -> list[Version]:
    """The documents, at their places in the data directory, with what ledger and sidecars tell of their order."""
    received = first_receipts(read_ledger(data.ledger))
    found = []
    for document in documents:
        sidecar = read_sidecar(data.root / document.path)
        said = sidecar.supersedes if sidecar else None
        found.append(Version(document, groups[document.document_id], received.get(document.document_id), said))
    return found


def _unknown_predecessor(version: Version, period: HalfYear) -> Problem:
    reason = f"its sidecar says that it supersedes '{version.supersedes}', which is no document of {period.label}"
    return Problem(version.document.path, reason, "write the name or SHA-256 of a document of the same half-year")


def periods_present(data: DataDirectory) -> list[HalfYear]:
    """The half-years that have at least one file, oldest first."""
    return sorted(p for f in _entries(data.raw) if (p := _period_of(f)) is not None and any(_entries(f)))


def misplaced(data: DataDirectory) -> list[Problem]:
    """Files in `raw` that no half-year's folder holds, which no run would ever read."""
    cure = "move it into a folder such as raw/2019-H1, or ingest it"
    strays = (entry for entry in _entries(data.raw) if _period_of(entry) is None)
    return [Problem(s.relative_to(data.root).as_posix(), "lies in no folder of a half-year", cure) for s in strays]


def _entries(folder: Path) -> Iterator[Path]:
    return iter(sorted(path for path in folder.iterdir() if is_document_name(path)) if folder.is_dir() else [])


def _period_of(folder: Path) -> HalfYear | None:
    try:
        period = HalfYear.parse(folder.name)
    except ValueError:
        return None
    # Only the label names a folder: the partition key 2019-01 would be a second place for the same half-year.
    return period if folder.is_dir() and folder.name == period.label else None

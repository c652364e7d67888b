"""Documents that a later version takes the place of.

Belongs here: when one document supersedes another, and by which. Does not: what becomes of its figures
(`reconciliation.decisions.selection`); the document itself stays where it lies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from kcn_pipeline.documents.document import Document

# The files of one delivery come in order of their names, which tells nothing.
ONE_DELIVERY: Final = timedelta(hours=1)
_MIN_HASH_CHARACTERS: Final = 8


@dataclass(frozen=True, slots=True)
class Version:
    """A document with what tells its place among others.

    group: that of its copies (`near_duplicates`). received: when it was first received, None where the ledger does
    not know. supersedes: the file name or SHA-256 that its sidecar says it takes the place of.
    """

    document: Document
    group: str
    received: datetime | None = None
    supersedes: str | None = None

    def says_it_supersedes(self, other: Version) -> bool:
        """Whether its sidecar names the other; a hash may be cut to eight characters."""
        said = self.supersedes
        if said is None or other is self:
            return False
        by_hash = len(said) >= _MIN_HASH_CHARACTERS and other.document.document_id.startswith(said.lower())
        return by_hash or said == other.document.name

    def is_later_than(self, other: Version) -> bool:
        """By the day of publication where both tell it, else by receipt in another delivery."""
        days = self.document.identity.published_on, other.document.identity.published_on
        if days[0] is not None and days[1] is not None:
            return days[0] > days[1]
        if self.received is None or other.received is None:
            return False
        return self.received - other.received > ONE_DELIVERY


def superseded_by(versions: Sequence[Version]) -> dict[str, str]:
    """The next version of every document that has one, by document id.

    A document supersedes another when its sidecar says so; or when it is later and has the same source address; or
    when it is later, no copy of the other, and the same board or bloc reports on the same window.
    """
    found = {}
    for old in versions:
        newer = [new for new in versions if new is not old and _supersedes(new, old)]
        if newer:
            found[old.document.document_id] = _earliest(newer).document.document_id
    return found


def unknown_predecessors(versions: Sequence[Version]) -> list[Version]:
    """The documents whose sidecar names a predecessor that is none of `versions`."""
    return [v for v in versions if v.supersedes and not any(v.says_it_supersedes(other) for other in versions)]


def first_receipts(ledger: Iterable[Mapping[str, str]]) -> dict[str, datetime]:
    """When each SHA-256 was first received, from the rows of the ledger."""
    found: dict[str, datetime] = {}
    for row in ledger:
        if row.get("sha256") and row.get("time"):
            found.setdefault(row["sha256"], datetime.fromisoformat(row["time"]))
    return found


def _supersedes(new: Version, old: Version) -> bool:
    said, contradicted = new.says_it_supersedes(old), old.says_it_supersedes(new)
    if said or contradicted:
        return said and not contradicted
    if not new.is_later_than(old):
        return False
    one, other = new.document.identity, old.document.identity
    if one.url is not None and one.url == other.url:
        return True
    same_report = (one.publisher, one.window, one.kind) == (other.publisher, other.window, other.kind)
    return one.publisher is not None and one.kind != "press" and same_report and new.group != old.group


def _earliest(versions: Sequence[Version]) -> Version:
    """The one that no other of them is older than; the first by id where nothing tells."""
    ordered = sorted(versions, key=lambda version: version.document.document_id)
    return next((v for v in ordered if not any(v.is_later_than(other) for other in ordered)), ordered[0])

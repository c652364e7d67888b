"""The append-only ledger: one line of JSON for everything that ever happened to an incoming file.

Belongs here: the receipt, writing and reading lines. Does not: deciding what happens (`register`).
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Literal

Outcome = Literal["registered", "duplicate", "quarantined", "refused", "unpacked", "superseded"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What happened to one incoming file, or later to a registered one.

    `place` is where its bytes now lie, below the data directory. A `refused` file (missing, a link, a
    device, not readable) was not taken: it has neither hash nor place. `reason` and `cure` say why a
    file was not registered. An `unpacked` archive is not kept: `members` are the files that came out of it, each
    with a receipt of its own that names the `archive`, `skipped` what in it was no file. A `superseded`
    document stays at its place; `reason` names its next version.
    """

    path: Path
    sha256: str
    outcome: Outcome
    place: str | None = None
    period: str | None = None
    publisher: str | None = None
    reason: str | None = None
    cure: str | None = None
    archive: str | None = None
    members: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


def record(ledger: Path, receipt: Receipt) -> None:
    """Add one line, on disk when this returns. Errors: OSError."""
    row = {key: value for key, value in asdict(receipt).items() if value != ()} | {
        "path": printable(str(receipt.path)),
        "name": printable(receipt.path.name),
    }
    line = json.dumps({"time": datetime.now(UTC).isoformat(timespec="seconds"), **row}, ensure_ascii=False)
    ledger.parent.mkdir(parents=True, exist_ok=True)
    with ledger.open("ab+") as file:
        # A run killed in mid-line must not spoil the line of the next one.
        if file.tell() and not _ends_with_newline(file):
            file.write(b"\n")
        file.write(f"{line}\n".encode())
        file.flush()
        os.fsync(file.fileno())


def read_ledger(ledger: Path) -> list[dict[str, Any]]:
    """Every whole line, oldest first; a line cut short by a crash is passed over; no file, no lines."""
    if not ledger.exists():
        return []
    rows = []
    for line in ledger.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError:
            continue
    return rows


def _ends_with_newline(file: BinaryIO) -> bool:
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"


def printable(text: str) -> str:
    """Text without the lone surrogates that stand for bytes in names which are no UTF-8."""
    return text.encode(errors="surrogateescape").decode(errors="replace")

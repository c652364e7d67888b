"""The corpus of bad files: each is made by a function that says under which name, and what must become of it.

Belongs here: collecting them. Does not: making any (`bad_texts`, `bad_pages`, …), or ingesting (`test_corpus`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kcn_pipeline.documents.ledger import Outcome

LIMITS = {
    "document_bytes": 24 << 20,
    "pages": 300,
    "scanned_pages": 20,
    "seconds": 30,
    "seconds_a_scanned_page": 1,
    "memory_bytes": 1 << 30,
    "decompressed_bytes": 16 << 20,
    "archive_members": 100,
    "image_pixels": 4_000_000,
}
"""Lower than the defaults, so that a file need not be as bad to be too bad."""


@dataclass(frozen=True)
class BadFile:
    """One bad file: `write` puts it at a path, `outcome` and `reason` (a pattern) are what the register must say."""

    name: str
    made_by: str
    write: Callable[[Path], None]
    outcome: Outcome
    reason: str


CORPUS: list[BadFile] = []


def bad_file(name: str, outcome: Outcome, reason: str = "") -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Enter the bytes that a function makes."""

    def enter(make: Callable[[], bytes]) -> Callable[[], bytes]:
        def write(path: Path) -> None:
            path.write_bytes(make())

        CORPUS.append(BadFile(name, make.__name__, write, outcome, reason))
        return make

    return enter


def bad_entry(
    name: str, outcome: Outcome, reason: str = ""
) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    """Enter what a function makes at a path: a link, a pipe, a file with holes."""

    def enter(make: Callable[[Path], None]) -> Callable[[Path], None]:
        CORPUS.append(BadFile(name, make.__name__, make, outcome, reason))
        return make

    return enter

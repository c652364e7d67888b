"""Accuracy of extraction by corpus, by damage and by phenomenon, written to `docs/accuracy.md`.

Belongs here: the table. Does not: matching (`scoring`) or documents (`corpora`).
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.corpora import REPOSITORY, Annotated, composed, seeds, short_lines
from benchmarks.damaged_accuracy import damage_table
from benchmarks.scoring import LEVELS, Scores, score, total

REPORT: Final = REPOSITORY / "docs" / "accuracy.md"
HEADER: Final = "| documents | n | reading | meaning | full | inventions |\n|---|---:|---:|---:|---:|---:|"

EXPLANATION: Final = """F1 at three levels: *reading* is value and unit; *meaning* adds metric, comparison, origin and
base; *full* adds entity, period, bound and target. Inventions are figures given a metric where none was annotated.
The composed documents and the short lines come with publisher and window, so that extraction alone is judged; the
held-out third was never looked at while rules were written. Real documents are identified, cleaned and extracted by
the pipeline."""


def write_accuracy(path: Path = REPORT) -> str:
    """Measure every corpus, write the report and give its text."""
    scored = [(doc, score(doc.facts, doc.extracted())) for doc in [*composed(), *short_lines(), *seeds()]]
    lines = [
        "# Accuracy of extraction",
        "",
        f"Measured {datetime.now(UTC):%Y-%m-%d} at commit {commit()} by `make bench`.",
        "",
        EXPLANATION,
        "",
        "## By corpus",
        "",
        HEADER,
        *(_row(split, [s for d, s in scored if d.split == split]) for split in _splits(scored)),
        "",
        "## By damage (composed documents)",
        "",
        damage_table(),
        "",
        "## By phenomenon (composed documents)",
        "",
        HEADER,
        *(
            _row(tag, [s for d, s in scored if tag in d.tags])
            for tag in _tags(d for d, _ in scored if d.split != "real")
        ),
        "",
    ]
    text = "\n".join(lines)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return text


def _splits(scored: Sequence[tuple[Annotated, Scores]]) -> list[str]:
    return list(dict.fromkeys(doc.split for doc, _ in scored))


def _tags(documents: Iterable[Annotated]) -> list[str]:
    return sorted({tag for doc in documents for tag in doc.tags})


def _row(name: str, scores: Sequence[Scores]) -> str:
    whole = total(scores)
    figures = " | ".join(f"{whole.levels[level].f1:.3f}" for level in LEVELS)
    return f"| {name.replace('_', ' ')} | {len(scores)} | {figures} | {whole.inventions} |"


def commit() -> str:
    """The commit measured; `dirty` where files differ from it, the tables of `docs` apart, which are being written."""
    described = _git("describe", "--always") or "unknown"
    return f"{described}-dirty" if _git("status", "--porcelain", "--", ".", ":!docs") else described


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(REPOSITORY), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603

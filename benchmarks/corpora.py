"""The annotated documents that accuracy is measured on.

Belongs here: where they lie and how each is given its publisher and window. Does not: scoring.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.documents.document import DecodedText, Document, DocumentKind, Identity
from kcn_pipeline.documents.shelf import read_document
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.periods import Window

REPOSITORY: Final = Path(__file__).resolve().parents[1]
GOLDEN: Final = REPOSITORY / "kcn_pipeline_tests" / "golden"
SHARED: Final = REPOSITORY.parent / "shared"


@dataclass(frozen=True, slots=True)
class Annotated:
    """One document with its annotated facts and the tags it is reported under."""

    document: Document
    facts: list[dict[str, Any]]
    split: str
    tags: tuple[str, ...]

    def extracted(self) -> list[dict[str, Any]]:
        """The facts that cleaning and extraction give."""
        return [fact.as_row() for fact in extract_facts(self.document, clean_text(self.document.text))]


def composed() -> Iterator[Annotated]:
    """The composed documents; publisher and window are given, so that extraction alone is judged."""
    facts = _facts_by_document(GOLDEN / "composed" / "facts.jsonl")
    with (GOLDEN / "composed" / "phenomena.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = f"{Path(row['document']).stem}.txt"
            path = GOLDEN / "composed" / name
            window = Window(date.fromisoformat(row["window_start"]), date.fromisoformat(row["window_end"]))
            document = _document(name, path.read_bytes().decode("utf-8"), row["entity"] or None, window)
            yield Annotated(document, facts.get(name, []), row["split"], tuple(row["phenomena"].split()))


def short_lines() -> Iterator[Annotated]:
    """Lines of one or two sentences, each a document of its own whose publisher and window are given."""
    facts = _facts_by_document(GOLDEN / "lines" / "facts.jsonl")
    with (GOLDEN / "lines" / "texts.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            window = Window(date.fromisoformat(row["period_start"]), date.fromisoformat(row["period_end"]))
            document = _document(row["document"], row["text"], row["publisher"], window)
            yield Annotated(document, facts.get(row["document"], []), "short_lines", ())


def seeds() -> Iterator[Annotated]:
    """Real documents beside the checkout, identified by the pipeline itself; nothing when they are absent."""
    if not (SHARED / "seeds").is_dir():
        return
    facts = _facts_by_document(SHARED / "gold" / "facts.jsonl")
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        yield Annotated(read_document(path), facts.get(path.name, []), "real", (path.name[:3],))


def _document(name: str, text: str, publisher: str | None, window: Window) -> Document:
    kinds: dict[str, DocumentKind] = {"bloc": "bloc_report", "board": "board_report"}
    kind = kinds.get((publisher or "").partition(":")[0], "press")
    identity = Identity(publisher, kind, window, None, text.partition("\n")[0], None, ())
    size = len(text.encode("utf-8"))
    return Document("0" * 64, name, name, size, DecodedText(text, "text/plain", "utf-8"), identity)


def _facts_by_document(path: Path) -> dict[str, list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    with path.open(encoding="utf-8") as file:
        for line in file:
            fact = json.loads(line)
            grouped.setdefault(fact["document"], []).append(fact)
    return grouped

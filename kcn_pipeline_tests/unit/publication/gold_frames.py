"""The tables of publication made of real documents and the figures that people found in them.

Belongs here: reading the gold beside the checkout. Does not: synthetic tables (`frames`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kcn_pipeline.documents.document import Document
from kcn_pipeline.extraction.facts import Fact, figure_identifier
from kcn_pipeline.quantities import Span
from kcn_pipeline_tests.unit.publication.frames import BINH_THUAN, FIRST_HALF, YEAR, Tables, tables_of
from kcn_pipeline_tests.unit.publication.rows import cell_row, cleaned_row, document


def gold_tables(shared: Path) -> Tables:
    """Nothing cleaned, no cues, nothing tried: documents, facts, and a cell for every level of a year."""
    lines = (shared / "gold" / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    # Zeros said in words are optional figures without a unit.
    found = [row for row in map(json.loads, lines) if row["unit"] is not None]
    documents = {path.name: _document(path, found) for path in sorted((shared / "seeds").glob("*.txt"))}
    facts = [_fact(documents[row["document"]], row, ordinal) for ordinal, row in enumerate(found)]
    cells = [cell_row(f) for f in facts if f.metric and f.period_end and f.comparison == "level" and not f.target]
    return tables_of(documents.values(), map(cleaned_row, documents.values()), facts, cells)


def _document(path: Path, facts: Iterable[Mapping[str, Any]]) -> Document:
    entities = [row["entity"] for row in facts if row["document"] == path.name and row["entity"]]
    publisher = max(entities, key=entities.count, default=BINH_THUAN)
    window = FIRST_HALF if path.name.startswith("000") else YEAR
    return document(path.name, path.read_bytes().decode("utf-8"), publisher, window)


def _fact(source: Document, row: Mapping[str, Any], ordinal: int) -> Fact:
    return Fact.from_row(
        {
            **row,
            "figure_id": figure_identifier(source.document_id, Span(row["start"], row["end"]), ordinal),
            "document_id": source.document_id,
            "period": source.identity.period.label,
            "base_period": None,
            "hedge": None,
            "lo": row["value"],
            "hi": row["value"],
            "coverage": "[]",
            "rule": "gold",
            "cues": "[]",
            "review": "[]",
        }
    )

"""What two files that hold one report must agree in.

Belongs here: the facts of a file on the real path, words that came out right. Does not: writing files, assertions.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.documents.document import Document
from kcn_pipeline.documents.shelf import read_document
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.extraction.facts import plain_decimal

# What an operator's folder looks like: names tell nothing.
ODD_NAME = "Báo cáo (bản 2) mới nhất.tmp"


class Meaning(NamedTuple):
    """A fact without its place in the text."""

    entity: str | None
    metric: str | None
    comparison: str
    origin: str | None
    period_start: date | None
    period_end: date | None
    value: Decimal
    unit: str
    bound: str
    target: bool

    @property
    def stated(self) -> tuple[str | None, str, str]:
        return self.metric, plain_decimal(self.value), self.unit


def document_of_bytes(data: bytes, folder: Path) -> Document:
    """The document that a file of these bytes is, identified by its content alone."""
    path = folder / ODD_NAME
    path.write_bytes(data)
    return read_document(path)


def meanings(document: Document) -> frozenset[Meaning]:
    facts = extract_facts(document, clean_text(document.text))
    return frozenset(Meaning(*(getattr(fact, field) for field in Meaning._fields)) for fact in facts)


def share_of_words_right(text: str, expected: str) -> float:
    """The words of `expected` that stand in `text`, in order, as a share of all of them."""
    words = expected.split()
    matcher = SequenceMatcher(a=words, b=text.split(), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(words)

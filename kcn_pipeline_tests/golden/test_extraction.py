"""Extraction against annotated documents: real ones, the shipped samples, the composed development set and
the short lines.

The floors are what was reached, less a little: a change that loses more than that has broken a rule.
The held-out composed documents are reported by `make bench` and asserted nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.corpora import Annotated, composed, seeds, short_lines
from benchmarks.scoring import Scores, score, total
from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.documents.shelf import read_document
from kcn_pipeline.extraction.extract import extract_facts

REPOSITORY = Path(__file__).resolve().parents[2]
SAMPLE_FACTS = REPOSITORY / "kcn_pipeline_tests" / "golden" / "sample" / "facts.jsonl"


def scored(documents: Iterable[Annotated]) -> Scores:
    return total(score(one.facts, one.extracted()) for one in documents)


def test_real_documents(shared_dir: Path) -> None:
    scores = scored(seeds())
    assert scores.levels["reading"].annotated >= 150
    assert scores.levels["meaning"].f1 >= 0.98
    assert scores.levels["full"].f1 >= 0.95
    assert scores.inventions <= 2


def test_every_quote_of_a_real_document_is_its_text(shared_dir: Path) -> None:
    quotes = 0
    for one in seeds():
        for fact in one.extracted():
            assert one.document.text[fact["start"] : fact["end"]] == fact["quote"]
            quotes += 1
    assert quotes >= 150


def test_composed_development_documents() -> None:
    scores = scored(one for one in composed() if one.split == "development")
    assert scores.levels["reading"].annotated > 5500
    assert scores.levels["reading"].f1 >= 0.99
    assert scores.levels["meaning"].f1 >= 0.965
    assert scores.levels["full"].f1 >= 0.95
    assert scores.inventions <= 14


def test_short_lines() -> None:
    scores = scored(short_lines())
    assert scores.levels["reading"].annotated > 1300
    assert scores.levels["reading"].f1 >= 0.97
    assert scores.levels["meaning"].f1 >= 0.93
    assert scores.levels["full"].f1 >= 0.92
    assert scores.inventions <= 8


SHIPPED = sorted(path for path in (REPOSITORY / "data" / "raw").glob("*/*") if path.suffix in {".txt", ".html"})


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_documents(path: Path) -> None:
    facts = [json.loads(line) for line in SAMPLE_FACTS.read_text(encoding="utf-8").splitlines()]
    annotated = [fact for fact in facts if fact["document"] == path.name]
    document = read_document(path)
    predicted = [fact.as_row() for fact in extract_facts(document, clean_text(document.text))]
    result = score(annotated, predicted)
    assert annotated
    assert result.levels["reading"].f1 >= 0.97
    assert result.levels["meaning"].f1 >= 0.85
    assert result.inventions == 0

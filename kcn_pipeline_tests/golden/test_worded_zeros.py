"""Zeros said in words against what two annotators took from real documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.corpora import seeds
from kcn_pipeline.extraction.worded_zeros import RULE


def meets(row: dict[str, Any], fact: dict[str, Any]) -> bool:
    """Whether a fact of the same document overlaps the annotated words."""
    end = row["raw_start"] + len(row["raw"])
    return str(fact["document"]).startswith(row["doc"]) and fact["start"] < end and row["raw_start"] < fact["end"]


def test_all_that_annotators_took_is_found_and_at_most_one_more(shared_dir: Path) -> None:
    lines = (shared_dir / "gold" / "worded_zeros.jsonl").read_text(encoding="utf-8").splitlines()
    # Other rows annotate a direction told without a number, which is no zero.
    gold = [row for row in map(json.loads, lines) if "zero" in row["what"]]
    found = [fact for one in seeds() for fact in one.extracted() if fact["rule"].startswith(RULE)]
    assert len(gold) >= 7
    assert [row["raw"] for row in gold if not any(meets(row, fact) for fact in found)] == []
    assert sum(not any(meets(row, fact) for row in gold) for fact in found) <= 1

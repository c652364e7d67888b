"""Roles of numbers against what two annotators said of the numbers that are no statistics."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from benchmarks.corpora import seeds
from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.extraction.roles import numbers_with_roles

# What annotators wrote freely, and the roles that mean the same; the first that fits counts.
MEANT = [
    (r"OCR: letter|^OCR: ", {"letter"}),
    (r"document number|decree number|licence number", {"document_number"}),
    (r"phone|fax", {"phone"}),
    (r"street", {"address"}),
    (r"counter|visit|badge", {"counter", "furniture"}),
    (r"ISO", {"standard"}),
    (r"map scale", {"map_scale"}),
    (r"time of day", {"time"}),
    (r"zone name", {"name"}),
    (r"level|ordinal|rank", {"ordinal"}),
    (r"year|period|horizon|programme|anniversary|month|plan", {"period"}),
    (r"date", {"date", "furniture"}),
    (r"count|number of|stages|tiers|slogan", {"count"}),
]


def meant(what: str) -> set[str]:
    """The roles that an annotation allows; any for one that no row names."""
    return next((roles for pattern, roles in MEANT if re.search(pattern, what)), set())


def test_numbers_of_real_documents_have_the_role_that_annotators_gave(shared_dir: Path) -> None:
    lines = (shared_dir / "gold" / "distractors.jsonl").read_text(encoding="utf-8").splitlines()
    gold: list[dict[str, Any]] = [json.loads(line) for line in lines]
    judged = right = 0
    wrong = []
    for one in seeds():
        roles = numbers_with_roles(one.document, clean_text(one.document.text))
        for row in (row for row in gold if one.document.name.startswith(row["doc"])):
            start, end = row["raw_start"], row["raw_start"] + len(row["raw"])
            found = {role.role for role in roles if role.span.start < end and start < role.span.end}
            allowed = meant(row["what"])
            judged += bool(allowed)
            right += bool(allowed & found)
            if allowed and not allowed & found:
                wrong.append((row["doc"], row["raw"], row["what"], found))
    assert judged >= 400
    assert right / judged >= 0.96, wrong

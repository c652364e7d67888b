"""The annotations themselves: every quote stands where it is said to, every code is known, every value is exact.

Belongs here: what must hold before anything is measured against them. Does not: measuring.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kcn_pipeline.documents.readers.choice import decode
from kcn_pipeline.quantities import BOUNDS, COMPARISONS, ORIGINS
from kcn_pipeline.reference.metrics import load_metrics

GOLDEN = Path(__file__).parent
RAW = GOLDEN.parents[1] / "data" / "raw"
COMPOSED = GOLDEN / "composed"
SETS = ("sample", "composed", "lines")
PERCENTAGES = {"yoy", "yoy_index", "vs_plan", "vs_plan_excess", "share", "excess"}
ENTITY_KINDS = {"bloc", "board", "province", "nation", "zone", "company", "country"}


def annotated(name: str) -> list[dict[str, Any]]:
    """The facts of one set."""
    lines = (GOLDEN / name / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def lines() -> dict[str, str]:
    """The short lines by name."""
    rows = map(json.loads, (GOLDEN / "lines" / "texts.jsonl").read_text(encoding="utf-8").splitlines())
    return {row["document"]: row["text"] for row in rows}


def text_of(name: str, document: str) -> str:
    """The decoded text of one annotated document."""
    if name == "lines":
        return lines()[document]
    [path] = RAW.glob(f"*/{document}") if name == "sample" else [COMPOSED / document]
    return decode(path.read_bytes(), document).text


@pytest.mark.parametrize("name", SETS)
def test_every_quote_is_the_text_at_its_offsets(name: str) -> None:
    texts = {document: text_of(name, document) for document in {fact["document"] for fact in annotated(name)}}
    misplaced = [
        (fact["document"], fact["quote"])
        for fact in annotated(name)
        if texts[fact["document"]][fact["start"] : fact["end"]] != fact["quote"]
    ]
    assert not misplaced


@pytest.mark.parametrize("name", SETS)
def test_every_field_holds_a_known_code(name: str) -> None:
    for fact in annotated(name):
        assert fact["comparison"] in COMPARISONS, fact
        assert fact["bound"] in BOUNDS, fact
        assert fact["origin"] is None or fact["origin"] in ORIGINS, fact
        # Of what nobody understands it may also be open whose it is.
        assert (fact["entity"] or "").split(":")[0] in ENTITY_KINDS or fact["metric"] is fact["entity"] is None, fact
        assert isinstance(fact["target"], bool), fact
        assert fact["comparison"] in ("share", "excess") or fact["base"] is None, fact


@pytest.mark.parametrize("name", SETS)
def test_units_follow_the_comparison(name: str) -> None:
    for fact in annotated(name):
        if fact["metric"] is None:
            continue
        if fact["comparison"] in PERCENTAGES:
            assert fact["unit"] == "percent", fact
        elif fact["comparison"] == "multiple":
            assert fact["unit"] == "times", fact


@pytest.mark.parametrize("name", SETS)
def test_values_are_finite_decimals_and_only_changes_are_negative(name: str) -> None:
    for fact in annotated(name):
        value = Decimal(fact["value"])
        assert value.is_finite(), fact
        assert value >= 0 or fact["comparison"] in ("yoy", "change"), fact


@pytest.mark.parametrize("name", SETS)
def test_periods_are_dates_in_order(name: str) -> None:
    for fact in annotated(name):
        start, end = fact["period_start"], fact["period_end"]
        assert end is not None or start is None, fact
        if start and end:
            assert date.fromisoformat(start) <= date.fromisoformat(end), fact


def test_investment_by_origin_adds_up() -> None:
    parts: dict[tuple[Any, ...], dict[str, Decimal]] = {}
    for fact in annotated("composed"):
        if fact["comparison"] == "level" and fact["origin"] and fact["bound"] == "exact":
            key = tuple(
                fact[f] for f in ("document", "entity", "metric", "unit", "period_start", "period_end", "target")
            )
            parts.setdefault(key, {}).setdefault(fact["origin"], Decimal(fact["value"]))
    complete = {key: part for key, part in parts.items() if set(part) == {"fdi", "ddi", "total"}}
    assert len(complete) > 50
    assert [key for key, part in complete.items() if part["fdi"] + part["ddi"] != part["total"]] == []


def test_phenomena_cover_every_composed_document_in_both_splits() -> None:
    with (COMPOSED / "phenomena.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {f"{row['document']}.txt" for row in rows} == {path.name for path in COMPOSED.glob("*.txt")}
    assert {fact["document"] for fact in annotated("composed")} == {f"{row['document']}.txt" for row in rows}
    assert Counter(row["split"] for row in rows) == {"development": 216, "held_out": 40}


def test_short_lines_word_every_metric() -> None:
    worded = Counter(fact["metric"] for fact in annotated("lines"))
    with_figures = {fact["document"] for fact in annotated("lines")}
    assert len(lines()) == 600
    assert set(load_metrics()) - set(worded) == set()
    # Numbers that are no statistics are as much of a test as those that are.
    assert len(set(lines()) - with_figures) >= 30


def test_damaged_samples_carry_the_digits_of_their_intact_texts() -> None:
    for fact in annotated("sample"):
        intact = GOLDEN / "sample" / fact["document"].replace(".txt", ".intact.txt")
        if intact.suffix == ".txt" and intact.is_file():
            numeral = fact["quote"].split()[0].rstrip("%ha")
            in_words = not numeral[0].isdigit()
            assert in_words or numeral in intact.read_text(encoding="utf-8"), fact

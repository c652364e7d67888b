"""Events against what annotators took from real documents."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.corpora import seeds
from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.extraction.events.told import extract_events
from kcn_pipeline_tests.golden.events_scoring import annotated_statements, found_statements

# A board that hosts without the word for it, or the head of a board who speaks as the deputy of the bloc, are told by
# us and were not annotated.
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.95


def test_events_of_real_documents(shared_dir: Path) -> None:
    lines = (shared_dir / "gold" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    gold = set(annotated_statements(json.loads(line) for line in lines))
    documents = [one.document for one in seeds()]
    events = [event for d in documents for event in extract_events(d, clean_text(d.text))]
    found = set(found_statements(events))
    common = gold & found
    assert len(gold) >= 40
    assert len(common) / len(found) >= LEAST_PRECISION, sorted(found - gold)
    assert len(common) / len(gold) >= LEAST_RECALL, sorted(gold - found)


def test_every_event_of_a_real_document_quotes_its_text(shared_dir: Path) -> None:
    quoted = 0
    for one in seeds():
        for event in extract_events(one.document, clean_text(one.document.text)):
            assert event.span.of(one.document.text) == event.quote
            assert all(0 <= cue.start < cue.end <= len(one.document.text) for cue in event.cues)
            quoted += 1
    assert quoted >= 40

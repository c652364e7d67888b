"""What extraction loses on documents that were damaged, as a table of `docs/accuracy.md`.

Belongs here: extraction from damaged texts, and its facts at the places of the whole ones. Does not: damaging
(`damaging`) or scoring (`scoring`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from benchmarks.corpora import Annotated, composed
from benchmarks.damaging import WayBack, damaged_texts
from benchmarks.scoring import LEVELS, Scores, score, total
from kcn_pipeline.documents.document import DecodedText

SPLITS: Final = ("development", "held_out")
EXPLANATION: Final = """The same documents damaged, cleaned and extracted: *dropped*, *stripped* and *misread* as in
`docs/restoration.md`. *Lost* is what each level is below that of the undamaged documents, in points of F1. What a page
reader makes of digits is lost for good: digits are never altered."""
_DAMAGES: Final = ("none", "dropped", "stripped", "misread")
_HEADER: Final = "| documents | damage | reading | meaning | full | lost |\n|---|---|---:|---:|---:|---:|"


def damage_table() -> str:
    """F1 at each level by damage."""
    return "\n".join([EXPLANATION, "", _HEADER, *(row for split in SPLITS for row in _rows(split))])


def _rows(split: str) -> Iterator[str]:
    documents = [one for one in composed() if one.split == split]
    texts = damaged_texts(split)
    whole = total(scored(one, one.document.text) for one in documents)
    for damage in (name for name in _DAMAGES if name in texts):
        scores = total(scored(one, text) for one, text in zip(documents, texts[damage], strict=True))
        figures = " | ".join(f"{scores.levels[level].f1:.3f}" for level in LEVELS)
        lost = " / ".join(f"{100 * (whole.levels[level].f1 - scores.levels[level].f1):.1f}" for level in LEVELS)
        yield f"| {split.replace('_', ' ')} | {damage} | {figures} | {lost} |"


def scored(annotated: Annotated, text: str) -> Scores:
    """Scores of the document with `text` in place of its own."""
    content = DecodedText(text, "text/plain", "utf-8")
    found = replace(annotated, document=replace(annotated.document, decoded=content)).extracted()
    return score(annotated.facts, list(_at_home(found, text, annotated.document.text)))


def _at_home(found: list[dict[str, Any]], damaged: str, whole: str) -> Iterator[dict[str, Any]]:
    if damaged == whole:
        yield from found
        return
    if not unicodedata.is_normalized("NFC", whole):
        raise ValueError("an annotated text is not in NFC: its offsets are not those of the damaged one")
    way = WayBack(damaged, whole)
    for fact in found:
        yield {**fact, "start": way.start(fact["start"]), "end": way.end(fact["end"])}

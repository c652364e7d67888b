"""The second asset: correct Vietnamese, aligned to the decoded text.

Belongs here: calling the cleaning stage on each document, and what an operator follows of it from one half-year to the
next. Does not: restoring, or counting what was restored (`cleaning`).
"""

from collections.abc import Iterable
from typing import Any, Final

import dagster as dg
import pandas as pd

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.cleaning.evidence import DamageKind
from kcn_pipeline.cleaning.quality import Restored, doubtful_near_numbers, restored_by_damage
from kcn_pipeline.defs.describing import preview, rows_of, stage_asset, table_of
from kcn_pipeline.documents.document import Document
from kcn_pipeline.tables import CLEANED_TEXTS, frame_of

DOUBTS_SHOWN: Final = 20
_SURROUNDINGS_CHARACTERS: Final = 30


@stage_asset(
    "cleaning",
    CLEANED_TEXTS,
    "One row a document; counts in words and characters. Digits are never altered; every changed stretch is a "
    "segment over the decoded text.",
    kinds={"python", "parquet"},
)
def cleaned_texts(raw_documents: pd.DataFrame) -> dg.MaterializeResult[pd.DataFrame]:
    """Every document of the half-year, cleaned."""
    documents = [Document.from_row(row) for row in rows_of(raw_documents)]
    cleaned = [clean_text(document.text) for document in documents]
    rows = [text.as_row(document) for text, document in zip(cleaned, documents, strict=True)]
    frame = frame_of(CLEANED_TEXTS, rows)
    by_damage = _restored(cleaned)
    doubts = [doubt for text, document in zip(cleaned, documents, strict=True) for doubt in _doubts(text, document)]
    return dg.MaterializeResult(
        value=frame,
        metadata={
            "preview": preview(frame, "document", "words", "words_restored", "doubtful_words", "characters_removed"),
            "restored by kind of damage": table_of(_table(by_damage), len(by_damage)),
            "doubtful words near numbers, narrowest first": table_of(
                sorted(doubts, key=lambda doubt: doubt["margin"]), DOUBTS_SHOWN
            ),
            **_counts(frame),
            # Numbers by themselves, not in the table, because those are what the UI plots by half-year.
            **{
                f"share of words restored, {kind}": _rounded(found.share)
                for kind, found in by_damage.items()
                if found.restored
            },
        },
    )


def _restored(cleaned: Iterable[CleanedText]) -> dict[DamageKind, Restored]:
    total: dict[DamageKind, Restored] = {}
    for text in cleaned:
        for kind, found in restored_by_damage(text.raw_text, text.alignment, text.damage).items():
            total[kind] = total.get(kind, Restored()) + found
    return dict(sorted(total.items()))


def _table(by_damage: dict[DamageKind, Restored]) -> list[dict[str, Any]]:
    return [
        {"damage": kind, "words": found.words, "restored": found.restored, "share": _rounded(found.share)}
        for kind, found in by_damage.items()
    ]


def _doubts(cleaned: CleanedText, document: Document) -> list[dict[str, Any]]:
    """Words to look at, each with the decoded text around it and how far the next reading is behind, in nats."""
    return [
        {
            "document": document.name,
            "read as": doubt.text,
            "or": ", ".join(doubt.alternatives),
            "margin": round(doubt.score or 0.0, 2),
            "in the decoded text": " ".join(_surroundings(cleaned.raw_text, doubt.raw_start, doubt.raw_end).split()),
        }
        for doubt in doubtful_near_numbers(cleaned.text, cleaned.alignment)
    ]


def _surroundings(text: str, start: int, end: int) -> str:
    before = text[max(start - _SURROUNDINGS_CHARACTERS, 0) : start]
    return f"{before}[{text[start:end]}]{text[end : end + _SURROUNDINGS_CHARACTERS]}"


def _counts(frame: pd.DataFrame) -> dict[str, int | float]:
    """Sums over the documents; shares of impossible syllables over all their words."""
    return {
        "words": int(frame["words"].sum()),
        "words restored": int(frame["words_restored"].sum()),
        "characters removed": int(frame["characters_removed"].sum()),
        "doubtful words": int(frame["doubtful_words"].sum()),
        "doubtful words near numbers": int(frame["doubtful_near_numbers"].sum()),
        "impossible syllables before": _mean(frame, "impossible_before"),
        "impossible syllables after": _mean(frame, "impossible_after"),
    }


def _mean(frame: pd.DataFrame, share: str) -> float:
    words = float(frame["words"].sum())
    return _rounded(float((frame[share] * frame["words"]).sum()) / words) if words else 0.0


def _rounded(share: float) -> float:
    """As exact as a reader of the page needs it."""
    return round(share, 4)

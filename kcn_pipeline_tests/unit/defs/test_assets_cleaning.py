"""What the UI tells of cleaned texts."""

from __future__ import annotations

from typing import Any

import dagster as dg
import pandas as pd
import pytest

from kcn_pipeline.defs.assets_cleaning import cleaned_texts
from kcn_pipeline.periods import Window
from kcn_pipeline.tables import CLEANED_TEXTS, RAW_DOCUMENTS, frame_of
from kcn_pipeline_tests.unit.cleaning.damages import MISREAD, SECOND, WHOLE, with_dropped_letters
from kcn_pipeline_tests.unit.publication.frames import BLOC, document

TEXTS = (f"{WHOLE}\n\n{with_dropped_letters(SECOND)}\n\nLượt xem: 12", MISREAD)


def told(*texts: str) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The table made of documents with these texts, and the metadata beside it."""
    rows = [document(f"{n}.txt", text, BLOC, Window.of_year(2019)).as_row() for n, text in enumerate(texts)]
    result: Any = cleaned_texts(frame_of(RAW_DOCUMENTS, rows))
    assert isinstance(result, dg.MaterializeResult)
    return result.value, dict(result.metadata or {})


def by_damage(metadata: dict[str, Any]) -> dict[Any, Any]:
    return {row.data["damage"]: row.data for row in metadata["restored by kind of damage"].records}


def test_restored_words_are_told_by_kind_of_damage() -> None:
    frame, metadata = told(*TEXTS)
    found = by_damage(metadata)
    assert set(found) == {"clean", "dropped_letters", "ocr"}
    assert found["clean"]["restored"] == 0
    assert sum(row["restored"] for row in found.values()) == frame["words_restored"].sum()
    assert metadata["share of words restored, ocr"] == pytest.approx(found["ocr"]["share"], abs=1e-3)
    assert "share of words restored, clean" not in metadata


def test_counts_are_sums_over_the_documents() -> None:
    frame, metadata = told(*TEXTS)
    assert CLEANED_TEXTS.validate(frame) is not None
    assert metadata["characters removed"] == len("Lượt xem: 12")
    for name, column in (("doubtful words", "doubtful_words"), ("words", "words")):
        assert metadata[name] == frame[column].sum()
    assert metadata["doubtful words near numbers"] <= metadata["doubtful words"]


def test_impossible_syllables_grow_fewer() -> None:
    _, metadata = told(*TEXTS)
    assert metadata["impossible syllables after"] < 0.05 < metadata["impossible syllables before"]


def test_what_is_plotted_is_a_number() -> None:
    _, metadata = told(*TEXTS)
    numbers = {name for name, value in metadata.items() if isinstance(value, int | float)}
    assert numbers == set(metadata) - {"preview", "restored by kind of damage"}


def test_a_half_year_without_documents() -> None:
    frame, metadata = told()
    assert frame.empty
    assert metadata["impossible syllables after"] == 0
    assert by_damage(metadata) == {}

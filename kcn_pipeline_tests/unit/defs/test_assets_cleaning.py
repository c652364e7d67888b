"""What the UI tells of cleaned texts."""

from __future__ import annotations

from typing import Any

import dagster as dg
import pandas as pd
import pytest

from kcn_pipeline.defs.assets_cleaning import DOUBTS_SHOWN, cleaned_texts
from kcn_pipeline.periods import Window
from kcn_pipeline.tables import CLEANED_TEXTS, RAW_DOCUMENTS, frame_of
from kcn_pipeline_tests.unit.cleaning.damages import MISREAD, SECOND, WHOLE, with_dropped_letters
from kcn_pipeline_tests.unit.publication.frames import BLOC
from kcn_pipeline_tests.unit.publication.rows import document

TEXTS = (f"{WHOLE}\n\n{with_dropped_letters(SECOND)}\n\nLượt xem: 12", MISREAD)
AMBIGUOUS = "Trong ky co 12 lao dong nu, 20 ban va cho thue dat, 7 la moi, 34 o can va 45 cong nhan an Tet dung hen."


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
    tables = {"preview", "restored by kind of damage", "doubtful words near numbers, narrowest first"}
    assert numbers == set(metadata) - tables


def test_doubtful_words_near_numbers_are_listed_narrowest_first() -> None:
    frame, metadata = told(*TEXTS, AMBIGUOUS)
    listed = [row.data for row in metadata["doubtful words near numbers, narrowest first"].records]
    assert len(listed) == min(frame["doubtful_near_numbers"].sum(), DOUBTS_SHOWN) > 0
    margins = [row["margin"] for row in listed]
    assert margins == sorted(margins)
    for row in listed:
        assert row["read as"] not in str(row["or"]).split(", ")
        assert "[" in str(row["in the decoded text"])


def test_a_half_year_without_documents() -> None:
    frame, metadata = told()
    assert frame.empty
    assert metadata["impossible syllables after"] == 0
    assert by_damage(metadata) == {}

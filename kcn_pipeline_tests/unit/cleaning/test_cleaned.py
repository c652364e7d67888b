"""The row of a cleaned text and back."""

from __future__ import annotations

import json
from datetime import date

import pytest

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.documents.document import DecodedText, Document, Identity
from kcn_pipeline.periods import Window
from kcn_pipeline.tables import CLEANED_TEXTS, frame_of
from kcn_pipeline_tests.unit.cleaning.damages import MISREAD, SECOND, with_dropped_letters

TEXT = f"Lượt xem: 12\n\n{with_dropped_letters(SECOND)}"


def document(text: str) -> Document:
    window = Window(date(2021, 1, 1), date(2021, 6, 30))
    identity = Identity("bloc:red-river-delta", "bloc_report", window, None, "Báo cáo", None, ())
    return Document("ab" * 32, "report.txt", "raw/report.txt", 99, DecodedText(text, "text/plain", "utf-8"), identity)


def test_the_row_fits_the_table() -> None:
    frame = frame_of(CLEANED_TEXTS, [clean_text(TEXT).as_row(document(TEXT))])
    row = frame.iloc[0]
    assert (row["document"], row["period"]) == ("report.txt", "2021-H1")
    assert row["text"].strip() == SECOND


def test_the_row_comes_back_whole() -> None:
    cleaned = clean_text(TEXT)
    again = CleanedText.from_row(cleaned.as_row(document(TEXT)), TEXT)
    assert again.text == cleaned.text
    assert again.alignment.segments == cleaned.alignment.segments
    assert again.damage == cleaned.damage


def test_words_and_characters_are_counted() -> None:
    cleaned = clean_text(TEXT)
    row = cleaned.as_row(document(TEXT))
    changed = [a for a, b in zip(with_dropped_letters(SECOND).split(), SECOND.split(), strict=True) if a != b]
    assert row["words"] == len(TEXT.split())
    assert row["words_restored"] == len(changed)
    assert row["characters_removed"] == len("Lượt xem: 12")


def test_misread_digits_count_as_restored_words() -> None:
    cleaned = clean_text(MISREAD)
    kinds = [s["kind"] for s in json.loads(cleaned.as_row(document(MISREAD))["segments"])]
    assert cleaned.words_restored == len(kinds)
    assert "digit_as_letter" in kinds


def test_a_row_of_another_document_is_refused() -> None:
    with pytest.raises(ValueError, match=r"report\.txt: this cleaned text was made from another text"):
        clean_text(TEXT).as_row(document("khác"))


def test_a_row_that_does_not_fit_its_text_is_refused() -> None:
    row = clean_text(TEXT).as_row(document(TEXT))
    with pytest.raises(ValueError, match=r"report\.txt: segments and cleaned text disagree; clean the document again"):
        CleanedText.from_row({**row, "text": "khác"}, TEXT)

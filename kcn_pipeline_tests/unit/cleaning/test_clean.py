"""The whole stage on documents of own wording."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.quantities import Span
from kcn_pipeline_tests.unit.cleaning.damages import MISREAD, SECOND, WHOLE, with_dropped_letters, without_marks


def test_a_whole_text_comes_back_untouched() -> None:
    text = f"{WHOLE}\n\n{SECOND}\n"
    cleaned = clean_text(text)
    assert cleaned.text == text
    assert not cleaned.alignment.segments
    assert {paragraph.kind for paragraph in cleaned.damage} == {"clean"}


@pytest.mark.parametrize("damage", [with_dropped_letters, without_marks])
def test_a_damaged_text_is_restored(damage: Callable[[str], str]) -> None:
    text = damage(f"{WHOLE}\n\n{SECOND}")
    assert clean_text(text).text == f"{WHOLE}\n\n{SECOND}"


def test_a_misread_text_is_restored_with_its_digits_recorded() -> None:
    cleaned = clean_text(MISREAD)
    assert cleaned.text == WHOLE
    recorded = {s.text for s in cleaned.alignment.segments if s.kind == "digit_as_letter"}
    assert recorded == {"lý", "cấp", "án", "số"}


def test_only_the_damaged_paragraph_is_touched() -> None:
    text = f"{WHOLE}\n\n{with_dropped_letters(SECOND)}"
    cleaned = clean_text(text)
    assert cleaned.text == f"{WHOLE}\n\n{SECOND}"
    assert min(s.raw_start for s in cleaned.alignment.segments) > len(WHOLE)


def test_the_steps_are_one_alignment() -> None:
    damaged = with_dropped_letters(SECOND).replace("ngân sách", "ngân\u00a0sách")
    text = "\ufeff" + unicodedata.normalize("NFD", damaged) + "\nLượt xem: 12\n"
    cleaned = clean_text(text)
    assert cleaned.text == SECOND + "\n\n"
    assert cleaned.alignment.apply(text) == cleaned.text
    start = cleaned.text.index("3,2 tỷ USD")
    assert cleaned.alignment.to_raw(Span(start, start + 10)).of(text) == "3,2 t USD"


def test_damage_is_placed_in_the_decoded_text() -> None:
    text = f"\ufeffĐăng nhập\n\n{with_dropped_letters(SECOND)}"
    (paragraph,) = clean_text(text).damage
    assert paragraph.span.of(text) == with_dropped_letters(SECOND)
    assert paragraph.kind == "dropped_letters"


@pytest.mark.parametrize("text", ["", "\n", " \t\r\n", "\ufeff", "12.345", "a", "…"])
def test_texts_that_say_nothing(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned.text == text.replace("\ufeff", "")
    assert cleaned.alignment.apply(text) == cleaned.text


def test_cleaning_a_cleaned_text_changes_nothing() -> None:
    for text in (with_dropped_letters(WHOLE), without_marks(SECOND), MISREAD):
        once = clean_text(text).text
        assert clean_text(once).text == once

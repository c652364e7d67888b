"""How words weigh for an encoding, and where runs of it begin and end."""

from __future__ import annotations

import pytest

from kcn_pipeline.encodings.evidence import Run, is_sound, runs
from kcn_pipeline.encodings.readings import table_reading
from kcn_pipeline.encodings.spelling import is_vietnamese

TCVN3 = table_reading("tcvn3")


def found(text: str) -> list[Run]:
    return list(runs(text, 0, len(text), TCVN3))


@pytest.mark.parametrize("word", ["khu", "Đồng", "ĐỒNG", "Đắk", "hoà", "hòa", "qua\u0309n"])
def test_vietnamese_is_told_by_spelling(word: str) -> None:
    assert is_vietnamese(word)


@pytest.mark.parametrize("word", ["nghip", "đỒng", "c«ng", "Müller", "", "12", "két toyota"])
def test_what_cannot_be_spelled_is_not(word: str) -> None:
    assert not is_vietnamese(word)


@pytest.mark.parametrize(("word", "sound"), [("“vốn”", True), ("xã…", True), ("®i", False), ("Huá»‡", False)])
def test_quotes_around_a_word_are_sound_and_signs_in_it_are_not(word: str, sound: bool) -> None:
    assert is_sound(word) is sound


def test_words_that_only_the_encoding_explains_weigh_for_it() -> None:
    (run,) = found("tØnh H¶i D\xad¬ng")
    assert run.odd
    assert run.weight >= 6
    assert [word.text for word in run.words] == ["tỉnh", "Hải", "Dương"]


def test_words_that_nothing_explains_weigh_against_it() -> None:
    (run,) = found("tØnh Müller Straße")
    assert run.weight < 2


def test_sound_words_part_runs_and_are_in_none() -> None:
    text = "tØnh của huyÖn"
    assert [(run.start, run.end, run.mixed) for run in found(text)] == [(0, 4, True), (9, 14, True)]


def test_plain_text_has_no_run() -> None:
    assert found("Toyota va cac khu, của ta 123") == []

"""Finding phrases in sound, damaged and misread text."""

from __future__ import annotations

import pytest

from kcn_pipeline.documents.identity.lexicon import Lexicon, Match
from kcn_pipeline.documents.skeleton import Word, skeleton_of

PHRASES = (
    ("khối thi đua", "bloc"),
    ("thi đua", "drive"),
    ("Bắc Ninh", "bac-ninh"),
    ("Tây Ninh", "tay-ninh"),
    ("năm {year}", "year"),
    ("quý {number} năm {year}", "quarter"),
    ("BQL", "board"),
    ("ở đâu", "where"),
)


def _year(word: Word) -> int | None:
    return int(word.bare) if len(word.bare) == 4 and word.bare.isdecimal() else None


def _number(word: Word) -> int | None:
    return int(word.bare) if word.bare.isdecimal() else None


SLOTS = {"year": _year, "number": _number}


def found(text: str, *, tolerant: bool, misread: bool = True) -> list[tuple[str, str]]:
    lexicon = Lexicon(PHRASES, SLOTS, tolerant=tolerant, misread=misread)
    skeleton = skeleton_of(text, tolerant=tolerant)
    return [(match.value, match.span_in(skeleton).of(text)) for match in lexicon.find(skeleton)]


def test_the_longest_phrase_wins_and_none_overlap() -> None:
    assert found("Khối thi đua, thi đua", tolerant=False) == [("bloc", "Khối thi đua"), ("drive", "thi đua")]


def test_open_places_are_filled_with_numbers() -> None:
    lexicon = Lexicon(PHRASES, SLOTS, tolerant=False)
    match = lexicon.at(skeleton_of("quý 3 năm 2019"), 0)
    assert match == Match(0, 4, "quarter", {"number": 3, "year": 2019})


def test_a_phrase_goes_on_over_a_full_stop_only_where_names_may() -> None:
    skeleton = skeleton_of("Xong quý 3. Năm 2019 hay", tolerant=False)
    names = Lexicon(PHRASES, SLOTS, tolerant=False)
    sentences = Lexicon(PHRASES, SLOTS, tolerant=False, across_sentences=False)
    assert [match.value for match in names.find(skeleton)] == ["quarter"]
    assert [match.value for match in sentences.find(skeleton)] == ["year"]


def test_a_place_that_cannot_be_filled_is_no_match() -> None:
    assert found("năm 19", tolerant=False) == []


@pytest.mark.parametrize("text", ["Khi thi đua", "khối thi đua", "KHỐI THI ĐUA", "Khối\nthi  đua"])
def test_dropped_letters_case_and_spaces_do_not_count(text: str) -> None:
    assert found(text, tolerant=False) == [("bloc", text)]


def test_other_marks_are_other_words_in_sound_text() -> None:
    assert found("Việt Nam 2019, khói thi đua", tolerant=False) == [("drive", "thi đua")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Khoi thi dua", "bloc"),
        ("Khdi thi dua", "bloc"),
        ("Khéi thl dua", "bloc"),
        ("nim 2019", "year"),
        ("Bic Ninh", "bac-ninh"),
    ],
)
def test_misread_words_are_found_in_tolerant_text(text: str, value: str) -> None:
    assert found(text, tolerant=True) == [(value, text)]
    assert found(text, tolerant=False) == []


@pytest.mark.parametrize("text", ["Bui", "nam 19", "Xac Ninh", "khoai thac dia"])
def test_too_much_misread_is_nothing(text: str) -> None:
    assert found(text, tolerant=True) == []


def test_misreading_can_be_ruled_out() -> None:
    assert found("Bic Ninh, Bac Ninh", tolerant=True, misread=False) == [("bac-ninh", "Bac Ninh")]


def test_what_may_be_either_of_two_is_neither() -> None:
    lexicon = Lexicon([("kim bang", 1), ("kim bing", 2)], {}, tolerant=True)
    assert lexicon.at(skeleton_of("kim bong", tolerant=True), 0) is None
    assert lexicon.at(skeleton_of("kim bang", tolerant=True), 0) == Match(0, 2, 1, {})


def test_what_dropped_letters_leave_alike_is_neither() -> None:
    lexicon = Lexicon([("kim bội", 1), ("kim bợi", 2)], {}, tolerant=False)
    assert lexicon.at(skeleton_of("kim bi", tolerant=False), 0) is None
    assert lexicon.at(skeleton_of("kim bợi", tolerant=False), 0) == Match(0, 2, 2, {})


def test_a_word_lost_whole_is_passed_over() -> None:
    assert found(" đâu", tolerant=False) == [("where", "đâu")]


def test_the_first_of_two_phrases_spelled_alike_keeps_the_place() -> None:
    lexicon = Lexicon([("một", 1), ("Một", 2)], {}, tolerant=False)
    match = lexicon.at(skeleton_of("một", tolerant=False), 0)
    assert match is not None
    assert match.value == 1


def test_an_unknown_place_in_a_phrase_is_an_error() -> None:
    with pytest.raises(KeyError):
        Lexicon([("năm {yaer}", 1)], SLOTS, tolerant=False)


def test_nothing_is_found_in_nothing() -> None:
    assert found("", tolerant=False) == []
    assert Lexicon(PHRASES, SLOTS, tolerant=False).at(skeleton_of("năm", tolerant=False), 0) is None

"""Words of a text and the keys under which damage lets them be known."""

from __future__ import annotations

import unicodedata

import pytest

from kcn_pipeline.documents.skeleton import (
    HEAD_CHARACTERS,
    TAIL_CHARACTERS,
    bare_letters,
    keys_of,
    misreading_distance,
    skeleton_of,
    whole_key,
    words_of,
)
from kcn_pipeline_tests.unit.documents.damages import (
    Damage,
    as_read_by_english_ocr,
    with_all_letters_dropped,
    with_dropped_letters,
    without_diacritics,
)

SENTENCE = "Ban Quản lý các khu công nghiệp tỉnh Hải Dương tổng kết năm 2019, triển khai nhiệm vụ năm 2020."


def test_words_stand_where_they_were_found() -> None:
    text = "Năm 2019,\r\n KCN Sơn Mỹ1 có 14.235ha"
    skeleton = skeleton_of(text)
    assert [text[w.start : w.end] for w in skeleton.words] == [
        *("Năm", "2019", "KCN", "Sơn", "Mỹ", "1", "có", "14", "235", "ha"),
    ]


@pytest.mark.parametrize(
    ("damage", "tolerant"),
    [(str, False), (with_dropped_letters, False), (without_diacritics, True), (as_read_by_english_ocr, True)],
)
def test_a_text_is_tolerant_when_vietnamese_is_lost(damage: Damage, tolerant: bool) -> None:
    assert skeleton_of(damage(SENTENCE)).tolerant is tolerant


def test_letters_and_digits_stay_together_where_ocr_reads_letters_as_digits() -> None:
    assert [w.bare for w in skeleton_of("Ban Quan 1y", tolerant=True).words] == ["ban", "quan", "1y"]


@pytest.mark.parametrize("tolerant", [False, True])
@pytest.mark.parametrize("damage", [str, with_dropped_letters, with_all_letters_dropped])
@pytest.mark.parametrize("word", ["Quản", "quản", "nghiệp", "đầu", "thưởng", "tế", "được", "Đường", "HỘI"])
def test_a_damaged_word_keeps_one_of_its_keys(word: str, damage: Damage, tolerant: bool) -> None:
    assert whole_key(damage(word), tolerant) in keys_of(word, tolerant)


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("thuý", "thúy"), ("HOÀ", "hòa"), ("Đ", "đ")])
def test_spellings_of_one_word_share_a_key(one: str, other: str) -> None:
    assert whole_key(one, tolerant=False) == whole_key(other, tolerant=False)
    assert whole_key(unicodedata.normalize("NFD", one), tolerant=False) == whole_key(other, tolerant=False)


@pytest.mark.parametrize(("one", "other"), [("nam", "năm"), ("bản", "ban"), ("kiến", "kiên"), ("khi", "khí")])
def test_sound_words_that_differ_by_a_mark_are_two(one: str, other: str) -> None:
    assert whole_key(one, tolerant=False) not in keys_of(other, tolerant=False)


def test_a_word_of_which_nothing_is_left_has_an_empty_key() -> None:
    assert "" in keys_of("ở", tolerant=False)
    assert "" not in keys_of("tế", tolerant=False)


@pytest.mark.parametrize(
    ("read", "meant", "distance"),
    [
        ("khoi", "khoi", 0),
        ("khei", "khoi", 1),
        ("quaen", "quan", 1),
        ("truomg", "truong", 1),
        ("trudmg", "truong", 2),
        ("1y", "ly", None),
        ("ly", "ty", None),
        ("tien", "kien", None),
        ("2018", "2019", None),
        ("ninh", "nam", None),
        ("thuan", "binh", None),
    ],
)
def test_misreadings_are_close_in_the_first_letter_and_in_number(read: str, meant: str, distance: int | None) -> None:
    assert misreading_distance(read, meant) == distance
    assert misreading_distance(meant, read) == distance


def test_lookalikes_are_levelled_in_words_but_not_in_numbers() -> None:
    assert whole_key("1y", tolerant=True) == whole_key("lý", tolerant=True)
    assert whole_key("Iy", tolerant=True) == whole_key("lý", tolerant=True)
    assert whole_key("t6", tolerant=True) == whole_key("tổ", tolerant=True)
    assert whole_key("2015", tolerant=True) == "2015"


def test_bare_letters_have_no_marks() -> None:
    assert bare_letters("Đường") == "duong"


def test_only_head_and_tail_of_a_long_text_are_looked_at() -> None:
    middle = "giữa " * HEAD_CHARACTERS
    text = f"đầu {middle} cuối"
    skeleton = skeleton_of(text)
    assert skeleton.words[0].bare == "dau"
    assert text[skeleton.words[-1].start :] == "cuối"
    assert skeleton.words[-1].end == len(text)
    assert not any(HEAD_CHARACTERS < w.end <= len(text) - TAIL_CHARACTERS for w in skeleton.words)


def test_a_text_just_within_the_limits_is_looked_at_once() -> None:
    text = "ab " * ((HEAD_CHARACTERS + TAIL_CHARACTERS) // 3)
    assert len(skeleton_of(text).words) == len(text) // 3


@pytest.mark.parametrize(
    ("gap", "ends"),
    [
        (". ", True),
        (".\n", True),
        ("\n\n", True),
        ("; ", True),
        ("\n", False),
        (", ", False),
        (" ", False),
        (".", False),
    ],
)
def test_sentences_end_at_stops_and_empty_lines(gap: str, ends: bool) -> None:
    skeleton = skeleton_of(f"một{gap}hai")
    assert skeleton.sentence_ends_before(1) is ends
    assert skeleton.gap_before(1) == gap


def test_the_first_word_begins_a_sentence() -> None:
    skeleton = skeleton_of("  một hai")
    assert skeleton.sentence_ends_before(0)
    assert skeleton.gap_before(0) == ""


def test_phrases_are_divided_like_texts() -> None:
    assert words_of("KCN, KCX-KKT 1", tolerant=False) == ["KCN", "KCX", "KKT", "1"]

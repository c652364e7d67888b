"""Spelling of the Vietnamese syllable."""

from __future__ import annotations

import unicodedata

import pytest

from kcn_pipeline.reference.restoration import load_themes
from kcn_pipeline.reference.syllables import (
    all_syllables,
    fold,
    is_skeleton,
    is_syllable,
    new_style,
    old_style,
    without_tone,
)


@pytest.mark.parametrize(
    "word",
    [
        *("quản", "lý", "nghiệp", "giữa", "gì", "giếng", "quyết", "quốc", "khuyến", "yêu", "uỷ", "ủy", "hoà", "hòa"),
        *("thuở", "ở", "ông", "huỳnh", "quỳnh", "nguyễn", "đăng", "khoẻ", "tỷ", "a", "xuýt", "gìn"),
    ],
)
def test_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    [
        "qun",
        "nghip",
        "tnh",
        "kcn",
        "usd",
        "cac",
        "phat",
        "nuoc",
        "fdi",
        "website",
        "kăn",
        "ngiêm",
        "ghà",
        "cế",
        "",
        "tồợ",
    ],
)
def test_what_no_spelling_allows_is_none(word: str) -> None:
    assert not is_syllable(word)


def test_stopped_syllables_bear_only_two_tones() -> None:
    stopped = [s for s in all_syllables() if s[-1] in "cpt" or s.endswith("ch")]
    assert {without_tone(s)[1] for s in stopped} == {"\u0301", "\u0323"}


def test_every_syllable_that_is_made_is_one_in_composed_old_style_spelling() -> None:
    made = all_syllables()
    assert 15_000 < len(made) < 20_000
    assert all(is_syllable(s) and old_style(s) == s for s in made)
    assert all(unicodedata.is_normalized("NFC", s) for s in made)


def test_the_known_wordings_use_syllables_that_are_made() -> None:
    words = {
        w for theme in load_themes().values() for phrase in theme.phrases for w in phrase.split() if is_syllable(w)
    }
    assert len(words) > 4000
    assert not {old_style(word) for word in words} - all_syllables()


@pytest.mark.parametrize(
    ("new", "old"), [("hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("uỷ", "ủy"), ("quý", "quý"), ("toàn", "toàn")]
)
def test_both_places_of_the_tone_mark_are_one_syllable(new: str, old: str) -> None:
    assert old_style(new) == old_style(old) == old
    assert new_style(old) == new_style(new) == new


def test_tone_and_quality_are_told_apart() -> None:
    assert without_tone("quản") == ("quan", "\u0309")
    assert without_tone("đồng") == ("đông", "\u0300")
    assert without_tone("ba") == ("ba", "")


def test_folding_keeps_length_and_capitals() -> None:
    text = "Đồng bằng sông Hồng — ƯU ĐÃI ý"
    assert fold(text) == "Dong bang song Hong — UU DAI y"
    assert len(fold(text)) == len(text)
    assert fold("ﬁ µ ¢ Ω") == "ﬁ µ ¢ Ω"


@pytest.mark.parametrize(
    ("word", "left"), [("nuoc", True), ("cac", True), ("dwoc", False), ("chirc", False), ("the", True)]
)
def test_skeletons_are_syllables_without_marks(word: str, left: bool) -> None:
    assert is_skeleton(word) is left

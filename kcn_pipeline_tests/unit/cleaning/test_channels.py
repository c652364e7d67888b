"""What a damaged word may stand for: dropped letters and stripped marks."""

from __future__ import annotations

import pytest

from kcn_pipeline.cleaning.channels import Candidate, StrippedMarks, all_dropped_letters, dropped, spellings
from kcn_pipeline.reference.syllables import all_syllables, is_syllable


@pytest.mark.parametrize(
    ("whole", "left"),
    [
        ("quản", "qun"),
        ("tỷ", "t"),
        ("đồng", "đồng"),
        ("được", "được"),
        ("trưởng", "trưởng"),
        ("kế", "kế"),
        ("những", "nhng"),
        ("ứng", "ng"),
        ("KHẾ ƯỚC", "KHẾ ƯỚC"),
        ("TỔNG", "TNG"),
    ],
)
def test_dropping_keeps_shielded_letters(whole: str, left: str) -> None:
    assert dropped(whole) == left


def test_without_shields_every_letter_of_the_block_is_lost() -> None:
    assert dropped("đồng được kế", shielded=False) == "đng đưc kế"


def texts(word: str) -> set[str]:
    return {c.text for c in all_dropped_letters().candidates(word)}


@pytest.mark.parametrize(
    ("left", "whole"), [("qun", "quản"), ("t", "tỷ"), ("nghip", "nghiệp"), ("ca", "của"), ("ng", "ứng")]
)
def test_the_whole_word_is_among_the_candidates(left: str, whole: str) -> None:
    assert whole in texts(left)


def test_exact_candidates_turn_into_the_word_when_damaged_again() -> None:
    for candidate in all_dropped_letters().candidates("vn"):
        if candidate.score == 0.0:
            assert dropped(candidate.text) == "vn"


def test_a_word_that_damage_leaves_alone_stays_possible() -> None:
    assert "ca" in texts("ca")
    assert "trong" in texts("trong")


def test_a_letter_that_damage_never_leaves_proves_the_word_whole() -> None:
    assert all_dropped_letters().candidates("Quản") == (Candidate("quản", 0.0),)


def test_both_places_of_the_tone_mark_are_considered() -> None:
    assert "thủy" in texts("thy") and "thủy" in texts("thu")


def test_a_shield_that_failed_is_possible_but_dear() -> None:
    scores = {c.text: c.score for c in all_dropped_letters().candidates("đng")}
    assert scores["đồng"] < -3.0


def test_foreign_words_have_no_candidates() -> None:
    assert texts("website") == set()


@pytest.mark.parametrize(
    ("word", "explained"), [("qun", True), ("t", True), ("ban", False), ("website", False), ("quản", False)]
)
def test_dropped_letters_explain_only_what_is_no_syllable(word: str, explained: bool) -> None:
    assert all_dropped_letters().explains(word) is explained


def test_every_syllable_is_found_from_what_damage_leaves_of_it() -> None:
    some = sorted(all_syllables())[::97]
    assert len(some) > 100
    assert all(syllable in texts(dropped(syllable)) for syllable in some if dropped(syllable))


def test_every_marking_of_a_stripped_word_is_a_candidate() -> None:
    channel = StrippedMarks(["đồng", "động", "dông", "dong", "đông", "vốn"])
    assert [c.text for c in channel.candidates("DONG")] == ["dong", "dông", "đông", "đồng", "động"]
    assert channel.candidates("fdi") == ()


def test_candidates_are_syllables() -> None:
    assert all(is_syllable(text) for text in texts("khn"))


@pytest.mark.parametrize(
    ("syllable", "expected"),
    [("hòa", {"hòa", "hoà"}), ("thủy", {"thủy", "thuỷ"}), ("quý", {"quý"}), ("hoa", {"hoa"}), ("vốn", {"vốn"})],
)
def test_a_tone_mark_may_stand_in_two_places(syllable: str, expected: set[str]) -> None:
    assert spellings(syllable) == expected

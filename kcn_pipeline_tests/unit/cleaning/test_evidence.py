"""Counts, thresholds and the verdict on a long stretch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.cleaning import evidence
from kcn_pipeline.cleaning.evidence import Counts, count, judge
from kcn_pipeline.reference.damage_thresholds import load_damage_thresholds
from kcn_pipeline_tests.unit.cleaning.damages import MISREAD, SECOND, WHOLE, with_dropped_letters, without_marks

LIMITS = load_damage_thresholds()
ENGLISH = (
    "The management board of the industrial zones licensed eighteen new projects in the first quarter of the year."
)
FRENCH = "Le comité a approuvé les résultats présentés et les prévisions économiques de l'année écoulée pour la région."
LEGACY = "Ban qu¶n lý c¸c khu c«ng nghiÖp tØnh ®· cÊp míi giÊy chøng nhËn cho nhiÒu dù ¸n ngoµi n¨m nay"


def test_letters_and_words_are_counted() -> None:
    counts = count("Ban Qun lý các KCN đạt 12 tỷ đồng, ước tính é")
    assert (counts.words, counts.judged) == (11, 10)
    assert (counts.extended, counts.shields, counts.acute) == (4, 3, 1)
    assert (counts.explained, counts.skeletons) == (1, 1)


def test_words_in_capitals_are_judged_only_where_there_are_no_others() -> None:
    assert count("KCN TNH").judged == 2
    assert count("KCN TNH ta").judged == 1


@pytest.mark.parametrize(
    ("text", "never_left"),
    [
        ("quản", 1),
        ("Ổn định", 1),
        ("đồng được trưởng", 0),
        ("kế KẾ", 0),
        ("tiếng", 0),
        ("đ ạ", 1),
        ("xĩả", 0),
    ],
)
def test_letters_that_dropping_never_leaves(text: str, never_left: int) -> None:
    assert count(text).never_left == never_left


def test_characters_beside_words_are_counted_too() -> None:
    counts = count("¶ ® 12 ¤ ab")
    assert (counts.alien, counts.words) == (3, 1)


def test_bullets_arrows_and_pictures_are_signs_of_any_print() -> None:
    assert count("🏭 ▪ ↑ • – → ✓ “a” … ★").alien == 0
    assert count("Ã¢ â€™ †").alien == 2


@pytest.mark.parametrize("plain", ["tr", "kg", "kon", "đắk", "usd"])
def test_units_and_names_of_provinces_are_no_damage(plain: str) -> None:
    assert count(plain).explained == 0


@pytest.mark.parametrize("damaged", ["lk", "kn", "t", "nghip", "qun", "ngh"])
def test_what_dropping_left_of_a_word_is_damage(damaged: str) -> None:
    assert count(damaged).explained == 1


@pytest.mark.parametrize("item", ["b)", "(c)", "d.", "c/", "b):"])
def test_letters_of_items_are_judged_as_little_as_capitals(item: str) -> None:
    counts = count(f"{item} ta")
    assert (counts.words, counts.judged, counts.explained) == (2, 1, 0)


def test_words_in_one_token_are_words() -> None:
    assert count("KCN/KKT,ấp-xã (vùng)") == count("KCN KKT ấp xã vùng")


@pytest.mark.parametrize("damage", [str, with_dropped_letters, without_marks])
def test_counts_add_up(damage: Callable[[str], str]) -> None:
    one, other = damage(WHOLE), damage(SECOND)
    assert count(one) + count(other) == count(f"{one} {other}")
    assert Counts() + count(one) == count(one)


def test_counting_does_not_depend_on_what_was_counted_before(monkeypatch: pytest.MonkeyPatch) -> None:
    first = count(WHOLE)
    monkeypatch.setattr(evidence, "_MOST_TALLIES", 3)
    evidence._TALLIES.clear()
    assert [count(WHOLE), count(MISREAD), count(WHOLE)] == [first, count(MISREAD), first]
    assert len(evidence._TALLIES) <= 3


def test_endless_tokens_are_counted_but_not_kept() -> None:
    token = "đất-" * 5_000
    assert count(token).words == 5_000
    assert token not in evidence._TALLIES


@given(st.text(max_size=80))
def test_no_count_exceeds_what_it_is_counted_in(text: str) -> None:
    counts = count(text)
    assert counts.judged <= counts.words <= len(text)
    assert max(counts.explained, counts.skeletons) <= counts.judged
    assert counts.never_left <= counts.extended <= counts.marked
    assert counts.alien + counts.marked + counts.acute <= len(text)


def test_shares_of_nothing_are_nothing() -> None:
    assert Counts().share("extended") == Counts().share("explained") == 0.0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(WHOLE, "clean", id="whole"),
        pytest.param(with_dropped_letters(WHOLE), "dropped_letters", id="dropped letters"),
        pytest.param(with_dropped_letters(SECOND), "dropped_letters", id="dropped letters again"),
        pytest.param(MISREAD, "ocr", id="misread"),
        pytest.param(without_marks(WHOLE), "ascii", id="without marks"),
        pytest.param(without_marks(SECOND).upper(), "ascii", id="without marks in capitals"),
        pytest.param(f"{WHOLE} {with_dropped_letters(SECOND)}", "mixed", id="half whole"),
        pytest.param(ENGLISH, "clean", id="English"),
        pytest.param(FRENCH, "clean", id="French"),
        pytest.param(LEGACY, "clean", id="another encoding"),
    ],
)
def test_each_damage_is_told_from_the_others(text: str, kind: str) -> None:
    assert judge(count(text), LIMITS) == kind


def test_short_stretches_say_nothing() -> None:
    assert judge(count("Toàn cnh hi ngh tng kết"), LIMITS) is None
    assert judge(Counts(), LIMITS) is None


def test_thresholds_are_settings() -> None:
    counts = count("một tnh của tỉnh ta ở nơi xa xôi")
    assert judge(counts, LIMITS) == "mixed"
    assert judge(counts, replace(LIMITS, explained=0.2)) == "clean"
    assert judge(counts, replace(LIMITS, never_left=1.0)) == "dropped_letters"
    assert judge(counts, replace(LIMITS, least_words=20)) is None


def test_company_names_do_not_pass_for_damage() -> None:
    text = "các tập đoàn Samsung, Canon, Foxconn, Goertek, Amkor và Luxshare đã mở rộng nhà máy tại tỉnh"
    assert judge(count(text), LIMITS) == "clean"

"""Counts, thresholds and the verdict on a long stretch."""

from __future__ import annotations

import pytest

from kcn_pipeline.cleaning.evidence import Counts, Thresholds, count, judge
from kcn_pipeline_tests.unit.cleaning.damages import MISREAD, SECOND, WHOLE, with_dropped_letters, without_marks

LIMITS = Thresholds()
ENGLISH = (
    "The management board of the industrial zones licensed eighteen new projects in the first quarter of the year."
)
FRENCH = "Le comité a approuvé les résultats présentés et les prévisions économiques de l'année écoulée pour la région."
LEGACY = "Ban qu¶n lý c¸c khu c«ng nghiÖp tØnh ®· cÊp míi giÊy chøng nhËn cho nhiÒu dù ¸n ngoµi n¨m nay"


def test_letters_and_words_are_counted() -> None:
    counts = count("Ban Qun lý các KCN đạt 12 tỷ đồng, ước tính é")
    assert (counts.words, counts.judged) == (11, 10)
    assert (counts.ext, counts.prot, counts.acute) == (4, 3, 1)
    assert (counts.inv, counts.skeletons) == (1, 1)


def test_words_in_capitals_are_judged_only_where_there_are_no_others() -> None:
    assert count("KCN TNH").judged == 2
    assert count("KCN TNH ta").judged == 1


def test_counts_add_up() -> None:
    assert count(WHOLE) + count(SECOND) == count(f"{WHOLE} {SECOND}")
    assert Counts() + count(WHOLE) == count(WHOLE)


def test_shares_of_nothing_are_nothing() -> None:
    assert Counts().share("ext") == Counts().share("inv") == 0.0


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
    strict = Thresholds(inv=0.0, whole_ext=1.0)
    assert judge(count("một tnh của tỉnh ta ở nơi xa xôi"), strict) == "dropped_letters"


def test_company_names_do_not_pass_for_damage() -> None:
    text = "các tập đoàn Samsung, Canon, Foxconn, Goertek, Amkor và Luxshare đã mở rộng nhà máy tại tỉnh"
    assert judge(count(text), LIMITS) == "clean"

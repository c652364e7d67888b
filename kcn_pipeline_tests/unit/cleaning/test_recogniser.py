"""Letters read as English print, and the syllables that a misread word may stand for."""

from __future__ import annotations

from math import exp, log

import pytest

from kcn_pipeline.cleaning.channels import Candidate
from kcn_pipeline.cleaning.readings import Readings
from kcn_pipeline.cleaning.recogniser import EnglishRecogniser
from kcn_pipeline.reference.confusions import Confusion, Lookalike, load_confusions, load_lookalikes

SYLLABLES = [
    "là",
    "lạ",
    "dự",
    "đủ",
    "án",
    "anh",
    "đầu",
    "dầu",
    "tổ",
    "tỷ",
    "có",
    "sẽ",
    "của",
    "chức",
    "đầy",
    "lý",
    "thủy",
    "tư",
]


@pytest.fixture(scope="module")
def readings() -> Readings:
    return Readings(load_confusions(), load_lookalikes())


@pytest.fixture(scope="module")
def recogniser(readings: Readings) -> EnglishRecogniser:
    return EnglishRecogniser(SYLLABLES, readings)


def texts(found: tuple[Candidate, ...]) -> list[str]:
    return [candidate.text for candidate in found]


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("1a", "là"),
        ("dy", "dự"),
        ("4n", "án"),
        ("dau", "đầu"),
        ("Pau", "đầu"),
        ("t6", "tổ"),
        ("ty", "tỷ"),
        ("c6", "có"),
        ("s&", "sẽ"),
        ("ctia", "của"),
        ("chirc", "chức"),
        ("dﬁy", "đầy"),
        ("Iy", "lý"),
        ("THUY", "thủy"),
    ],
)
def test_misread_words_lead_to_what_was_printed(recogniser: EnglishRecogniser, read: str, printed: str) -> None:
    assert printed in texts(recogniser.candidates(read))


def test_the_likelier_reading_comes_first(recogniser: EnglishRecogniser) -> None:
    found = recogniser.candidates("dau")
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
    assert {"đầu", "dầu"} <= set(texts(found)[:3])


@pytest.mark.parametrize("word", ["Website", "Samsung", "XXVII", "----"])
def test_what_no_syllable_explains_has_no_candidate(recogniser: EnglishRecogniser, word: str) -> None:
    assert recogniser.candidates(word) == ()


def test_scores_are_logarithms_of_probabilities(recogniser: EnglishRecogniser) -> None:
    scores = [c.score for word in ("1a", "dau", "t6") for c in recogniser.candidates(word)]
    assert scores
    assert max(scores) <= 0.0


def test_readings_of_a_letter_are_a_distribution(readings: Readings) -> None:
    counted = load_confusions()["ộ"].read_as
    total = sum(exp(readings.score("ộ", piece)) for piece in counted)
    assert 0.85 < total <= 1.1


def test_a_letter_lends_from_the_marked_forms_of_its_vowel() -> None:
    confusions = {
        "ẽ": Confusion(letter="ẽ", read_as={"é": 9}, source="test"),
        "ế": Confusion(letter="ế", read_as={"é": 80, "&": 20}, source="test"),
        "e": Confusion(letter="e", read_as={"e": 100}, source="test"),
    }
    readings = Readings(confusions, {})
    assert readings.score("ẽ", "&") > log(1e-2)
    assert readings.score("e", "&") == pytest.approx(log(1e-4))


def test_a_sign_that_looks_like_the_letter_beats_any_other() -> None:
    confusions = {"o": Confusion(letter="o", read_as={"o": 100}, source="test")}
    readings = Readings(confusions, {"6": Lookalike(sign="6", letters="o", source="test")})
    assert readings.score("o", "6") > readings.score("o", "7")
    assert readings.best("6") == readings.score("o", "6")


def test_three_signs_for_a_letter_must_have_been_seen() -> None:
    readings = Readings({"u": Confusion(letter="u", read_as={"u": 9}, source="test")}, {})
    assert readings.score("u", "xyz") < -1000

"""From counts to probabilities."""

from __future__ import annotations

import tempfile
from itertools import product
from math import exp
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcn_pipeline.cleaning.ngrams.counts import count_trigrams
from kcn_pipeline.cleaning.ngrams.sequences import START, UNKNOWN
from kcn_pipeline.cleaning.ngrams.smoothing import Smoothed, mixed
from kcn_pipeline.cleaning.ngrams.table import TrigramModel
from kcn_pipeline_tests.unit.cleaning.ngrams.small_models import OTHERS, REPORTS, as_looked_up, counted, small_smoothed

FOREIGN_WORDS = 20_000

WORDS = st.sampled_from(["vốn", "đầu", "tư", "tỷ", "0", UNKNOWN])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=5)


def looked_up(smoothed: Smoothed) -> TrigramModel:
    with tempfile.TemporaryDirectory() as folder:
        return as_looked_up(smoothed, Path(folder, "model"))


def mass(model: TrigramModel, first: str, before: str) -> float:
    """The probability of everything that may follow two syllables; UNKNOWN stands for all foreign words together."""
    ids = np.arange(len(model.vocabulary))
    two = [np.full(len(ids), model.id_of(word)) for word in (first, before)]
    probabilities = np.exp(model.after_two(two[0], two[1], ids).astype(float))
    probabilities[model.id_of(UNKNOWN)] *= FOREIGN_WORDS
    return float(probabilities.sum())


@pytest.fixture(scope="module")
def small() -> TrigramModel:
    return looked_up(small_smoothed())


@pytest.mark.parametrize(
    ("first", "before"),
    [
        pytest.param("đầu", "tư", id="seen"),
        pytest.param(START, START, id="start of a sequence"),
        pytest.param(START, "đầu", id="first word"),
        pytest.param("tỷ", "đầu", id="pair not seen, last word seen"),
        pytest.param("usd", "ruộng", id="words that end sequences"),
        pytest.param(UNKNOWN, UNKNOWN, id="foreign words"),
    ],
)
def test_probabilities_after_any_two_words_sum_to_one(small: TrigramModel, first: str, before: str) -> None:
    assert mass(small, first, before) == pytest.approx(1.0, abs=1e-4)


@settings(max_examples=60)
@given(TEXTS, TEXTS, st.integers(1, 2), st.floats(0.1, 0.9))
def test_they_sum_to_one_whatever_was_counted(
    own: list[list[str]], others: list[list[str]], least: int, weight: float
) -> None:
    collections = [count_trigrams((text, 1) for text in texts) for texts in (own, others)]
    model = looked_up(mixed(collections, [weight, 1 - weight], least_number=[1, least]))
    for first, before in product(model.vocabulary, repeat=2):
        assert mass(model, first, before) == pytest.approx(1.0, abs=1e-3)


def after(model: TrigramModel, *words: str) -> float:
    first, before, last = (np.array([model.id_of(word)]) for word in words)
    return float(model.after_two(first, before, last)[0])


def test_what_was_seen_is_likelier_than_what_was_not(small: TrigramModel) -> None:
    assert after(small, "vốn", "đầu", "tư") > after(small, "vốn", "đầu", "máy")
    assert after(small, "vốn", "đầu", "máy") > after(small, "vốn", "đầu", "ruộng")
    assert after(small, START, START, "tổng") > after(small, START, START, "tư")


def test_a_word_in_many_places_is_likelier_anywhere_than_one_in_one_place_often() -> None:
    texts = ["san francisco"] * 9 + [f"{word} này" for word in ("vốn", "máy", "nhà", "đất")]
    model = looked_up(mixed([counted(texts)], [1.0], least_number=[1]))
    francisco, this = (model.alone(np.array([model.id_of(word)]))[0] for word in ("francisco", "này"))
    assert this > francisco


def test_a_foreign_word_is_one_of_very_many(small: TrigramModel) -> None:
    as_class = exp(after(small, "đầu", "máy", UNKNOWN)) * FOREIGN_WORDS
    assert exp(after(small, "đầu", "máy", "ruộng")) < as_class < 1.0
    assert after(small, "đầu", "máy", "readme") == after(small, "đầu", "máy", UNKNOWN)


def test_a_mean_lies_between_the_collections() -> None:
    all_texts, reports, others = (counted(texts) for texts in (REPORTS + OTHERS, REPORTS, OTHERS))
    alone = [looked_up(mixed([all_texts, one], [0.5, 0.5], least_number=[1, 1])) for one in (reports, others)]
    both = looked_up(mixed([all_texts, reports, others], [0.5, 0.25, 0.25], least_number=[1, 1, 1]))
    for words in (("vốn", "đầu", "tư"), (START, "đầu", "máy")):
        low, high = sorted(exp(after(model, *words)) for model in alone)
        assert low < exp(after(both, *words)) < high


def test_a_collection_that_often_holds_the_context_is_asked_more() -> None:
    often, seldom = counted(["vốn mới"] * 5), counted(["vốn cũ", *["máy nhà đất"] * 40])
    model = looked_up(mixed([often, seldom], [0.5, 0.5], least_number=[1, 1]))
    assert after(model, START, "vốn", "mới") > after(model, START, "vốn", "cũ") + 0.7


def test_rare_trigrams_of_a_collection_may_be_left_out() -> None:
    texts = ["a b c", "a b c", "a b d"]
    sizes = [len(mixed([counted(texts)], [1.0], least_number=[n]).triples.keys) for n in (1, 2, 3)]
    assert sizes == [4, 3, 2]


@pytest.mark.parametrize("weights", [[1.0], [0.5, 0.4], [0.5, 0.4, 0.1]])
def test_weights_that_do_not_fit_are_refused(weights: list[float]) -> None:
    with pytest.raises(ValueError, match="2 collections need as many weights that sum to 1"):
        mixed([counted(REPORTS), counted(OTHERS)], weights, least_number=[1, 1])


def test_an_empty_collection_is_refused() -> None:
    with pytest.raises(ValueError, match="without a word"):
        mixed([counted(REPORTS), counted([])], [0.5, 0.5], least_number=[1, 1])

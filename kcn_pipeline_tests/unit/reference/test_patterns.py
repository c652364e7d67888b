"""Patterns of several choices: what they may begin with, and reading only where something may begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpora import composed
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.times.calendar import pattern_matches
from kcn_pipeline.reference.loading import BrokenReference, read_rows
from kcn_pipeline.reference.patterns import (
    NUMBER_ROLES_FILE,
    NumberRole,
    PatternSet,
    load_number_roles,
    load_period_patterns,
)

FILE = Path("patterns.yaml")
WORDS = ("từ", "năm", "2019", "đến", "hết", "31/12/2020", "chín", "tháng", "quý", "iii", ",", "(0909 123 456)", "QL51")


def labels(text: str, *patterns: str) -> list[tuple[str, str]]:
    rows = [(pattern, f"{number}") for number, pattern in enumerate(patterns)]
    return [(m.label, text[m.start : m.end]) for m in PatternSet(FILE, rows, cased=False).matches(text)]


def test_choices_at_the_head_are_tried_in_their_order() -> None:
    assert labels("đến hết năm 2019", "(?:đến |đến hết )?năm {year}", "hết năm") == [("0", "đến hết năm 2019")]
    assert labels("hết quý 3", "(?:đến )?(?:hết )?quý {quarter}") == [("0", "hết quý 3")]


def test_a_choice_inside_a_choice() -> None:
    text = "văn bản số 3, kế hoạch 4"
    assert labels(text, r"(?:(?:văn bản|tờ trình)(?: số)?|kế hoạch) \d") == [("0", "văn bản số 3"), ("0", "kế hoạch 4")]


def test_an_earlier_row_comes_before_a_longer_one() -> None:
    assert labels("năm 2019", "năm", "năm {year}") == [("0", "năm")]


def test_a_repeated_choice_is_no_choice_at_the_head() -> None:
    with pytest.raises(BrokenReference, match="begins with what may be any character"):
        PatternSet(FILE, [(r"(?:a|b)+ năm", "x")])


@pytest.mark.parametrize("pattern", [r"[a-z]+ năm", r".năm", r"\w+", "n?ăm", r"\s+năm"])
def test_a_pattern_that_may_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(BrokenReference, match=r"patterns\.yaml:1: .*begins with what may be any character"):
        PatternSet(FILE, [(pattern, "x")])


def test_openings_are_words_and_signs() -> None:
    patterns = PatternSet(FILE, [(r"(?:Đến|tới) \d", "x"), (r"\(?0\d", "y"), (r"(?<!kỳ\s)cả năm", "z")])
    assert patterns.openings == {"đến", "tới", "(", "cả"}


@pytest.mark.parametrize("patterns", [load_period_patterns(), load_number_roles()])
def test_reading_only_where_something_may_begin_finds_everything(patterns: PatternSet) -> None:
    texts = [one.document.text for one in composed() if one.split == "development"]
    found = [pattern_matches(patterns, Tokens(text)) for text in texts]
    assert sum(map(len, found)) > 20
    assert found == [patterns.matches(text) for text in texts]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_so_it_does_in_any_order_of_words(words: list[str]) -> None:
    text = " ".join(words)
    for patterns in (load_period_patterns(), load_number_roles()):
        assert pattern_matches(patterns, Tokens(text)) == patterns.matches(text)


@pytest.mark.parametrize("row", read_rows(NUMBER_ROLES_FILE, NumberRole), ids=lambda row: row.pattern[:30])
def test_a_run_of_digits_and_stops_is_bounded(row: NumberRole) -> None:
    """`1.1.1.1…` once took the square of its length: each place read on to the end of the line."""
    assert r"\d.]*" not in row.pattern
    assert r"\d.,]*" not in row.pattern

"""Which words are doubtful, and in which stretches they are found."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.cleaning.review import Doubt, Doubts, is_doubtful
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.quality_thresholds import load_quality_thresholds
from kcn_pipeline_tests.unit.cleaning.damages import MISREAD, SECOND, WHOLE, with_dropped_letters, without_marks

LIMIT = load_quality_thresholds().doubtful_margin
RAW = "vn dang ky t USD"


def word(start: int, end: int, text: str, score: float | None, *alternatives: str) -> Segment:
    return Segment(start, end, text, "restored", "test", score, alternatives)


DOUBTS = Doubts(
    Alignment(
        [word(0, 2, "vốn", 0.5, "vẫn"), word(3, 7, "đăng", LIMIT + 1, "dạng"), word(11, 12, "tỷ", 1.25, "tỉ", "tý")],
        len(RAW),
    )
)


@pytest.mark.parametrize(
    ("score", "doubtful"), [(None, False), (0.0, True), (LIMIT - 0.01, True), (LIMIT, False), (9.0, False)]
)
def test_a_word_is_doubtful_below_the_threshold(score: float | None, doubtful: bool) -> None:
    assert is_doubtful(word(0, 1, "x", score)) is doubtful


def test_a_doubt_tells_the_word_and_what_else_it_may_read() -> None:
    assert DOUBTS.within([Span(0, len(RAW))])[-1] == Doubt(11, 12, "tỷ", ("tỉ", "tý"), 1.25)


@pytest.mark.parametrize(
    ("windows", "words"),
    [
        ([], []),
        ([Span(0, 16)], ["vốn", "tỷ"]),
        ([Span(11, 16)], ["tỷ"]),
        ([Span(12, 16)], []),
        ([Span(3, 11)], []),
        ([Span(1, 2), Span(0, 3)], ["vốn"]),
        ([Span(11, 16), Span(0, 2)], ["vốn", "tỷ"]),
        ([Span(5, 5)], []),
    ],
)
def test_doubts_are_found_by_what_they_touch_once_and_in_order(windows: list[Span], words: list[str]) -> None:
    assert [doubt.word for doubt in DOUBTS.within(windows)] == words


def test_a_lost_word_is_found_inside_a_window_only() -> None:
    doubts = Doubts(Alignment([word(2, 2, "là", 0.1, "")], 6))
    assert [doubt.word for doubt in doubts.within([Span(0, 6)])] == ["là"]
    assert not doubts.within([Span(2, 6), Span(0, 2)])


def test_a_doubt_comes_back_from_its_row() -> None:
    (doubt, *_) = DOUBTS.within([Span(0, 2)])
    assert Doubt.from_row(json.loads(json.dumps(doubt.as_row()))) == doubt
    assert doubt.span.of(RAW) == "vn"


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5), st.data())
def test_looking_up_gives_what_comparing_all_gives(pairs: list[tuple[int, int]], data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, 40), max_size=12, unique=True)))
    segments = [word(a, b, "x", 0.1) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    windows = [Span(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    expected = [s.raw_start for s in segments if any(s.raw_start < w.end and w.start < s.raw_end for w in windows)]
    assert [doubt.start for doubt in Doubts(Alignment(segments, 40)).within(windows)] == expected


@pytest.mark.parametrize("text", [with_dropped_letters(WHOLE), without_marks(SECOND), MISREAD])
def test_restored_words_keep_margin_and_other_readings(text: str) -> None:
    segments = [s for s in clean_text(text).alignment.segments if s.kind in ("restored", "digit_as_letter")]
    assert segments
    assert all(segment.score is not None and segment.score >= 0 for segment in segments)
    assert any(segment.alternatives for segment in segments)
    for segment in segments:
        assert segment.text not in segment.alternatives
        assert len(set(segment.alternatives)) == len(segment.alternatives)


@pytest.mark.parametrize("written", [str.title, str.upper])
def test_alternatives_have_the_capitals_of_the_word(written: Callable[[str], str]) -> None:
    name = without_marks(written("Ông Trần Văn Tuấn"))
    segments = clean_text(f"{name}, truong ban quan ly cac khu cong nghiep tinh Ha Nam").alignment.segments
    others = [other for segment in segments if segment.raw_end <= len(name) for other in segment.alternatives]
    assert len(others) > 3
    assert all(other == written(other) for other in others)

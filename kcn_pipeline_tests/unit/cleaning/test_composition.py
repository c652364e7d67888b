"""Two steps as one alignment."""

from __future__ import annotations

import pytest

from kcn_pipeline.alignment import Alignment, Segment, SegmentKind
from kcn_pipeline.cleaning.composition import compose, compose_all
from kcn_pipeline.quantities import Span

RAW = "du\u00a0an  [x] ty"


def segment(start: int, end: int, text: str, kind: SegmentKind = "restored", rule: str = "second") -> Segment:
    return Segment(start, end, text, kind, rule, 2.0)


def composed(raw: str, first: list[Segment], second: list[Segment]) -> Alignment:
    """The composition, checked to give what the steps give one after another."""
    one = Alignment(first, len(raw))
    between = one.apply(raw)
    two = Alignment(second, len(between))
    both = compose(one, two)
    assert both.apply(raw) == two.apply(between)
    return both


def normalised(start: int, end: int, text: str) -> Segment:
    return Segment(start, end, text, "normalised", "first")


def test_steps_that_touch_different_words_keep_their_segments() -> None:
    both = composed(RAW, [normalised(2, 3, " ")], [segment(0, 2, "dự"), segment(3, 5, "án")])
    assert [(s.raw_start, s.raw_end, s.text, s.rule) for s in both.segments] == [
        (0, 2, "dự", "second"),
        (2, 3, " ", "first"),
        (3, 5, "án", "second"),
    ]


def test_a_word_changed_twice_becomes_one_segment_of_the_later_kind() -> None:
    both = composed("e\u0301n", [normalised(0, 2, "é")], [segment(0, 2, "ến")])
    assert both.segments == (Segment(0, 3, "ến", "restored", "first+second", 2.0),)


def test_what_the_second_step_leaves_of_the_first_stays() -> None:
    both = composed("ab", [normalised(0, 2, "xyz")], [segment(1, 2, "-")])
    assert both.apply("ab") == "x-z"
    assert len(both.segments) == 1


def test_a_segment_across_a_removed_stretch_swallows_it() -> None:
    both = composed("ti[m]nh", [normalised(2, 5, "")], [segment(0, 4, "tỉnh")])
    assert [(s.raw_start, s.raw_end, s.text) for s in both.segments] == [(0, 7, "tỉnh")]


def test_a_removed_stretch_beside_a_word_stays_apart() -> None:
    both = composed("[m]ty", [normalised(0, 3, "")], [segment(0, 2, "tỷ")])
    assert [(s.raw_start, s.raw_end) for s in both.segments] == [(0, 3), (3, 5)]
    assert both.to_raw(Span(0, 2)) == Span(3, 5)


def test_an_insertion_where_text_was_removed_keeps_its_place() -> None:
    both = composed("a[m]b", [normalised(1, 4, "")], [segment(1, 1, "-")])
    assert both.apply("a[m]b") == "a-b"


def test_later_segments_are_moved_by_what_the_first_step_added_and_removed() -> None:
    both = composed("aaXXbb", [normalised(0, 2, "aaaa"), normalised(2, 4, "")], [segment(5, 6, "c")])
    assert both.segments[-1].raw_start == 5


@pytest.mark.parametrize("first", [[], [normalised(2, 3, " ")]])
def test_a_step_that_does_nothing_changes_nothing(first: list[Segment]) -> None:
    assert list(composed(RAW, first, []).segments) == first
    assert list(composed(RAW, [], first).segments) == first


def test_a_second_step_over_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match=r"step over 9 characters after one that gives 3"):
        compose(Alignment((), 3), Alignment((), 9))


def test_any_number_of_steps_are_joined_from_left_to_right() -> None:
    steps = [
        Alignment([normalised(0, 1, "bb")], 1),
        Alignment([segment(1, 2, "cc")], 2),
        Alignment([segment(0, 1, "")], 3),
    ]
    assert compose_all(steps, 1).apply("a") == "cc"
    assert compose_all([], 4).apply("same") == "same"


def test_alternatives_are_worded_like_the_joined_segment() -> None:
    doubtful = Segment(1, 2, "-", "restored", "second", 0.5, ("+", ""))
    both = composed("ab", [normalised(0, 2, "xyz")], [doubtful])
    assert both.segments == (Segment(0, 2, "x-z", "restored", "first+second", 0.5, ("x+z", "xz")),)


def test_of_several_words_in_one_segment_the_least_certain_counts() -> None:
    certain = Segment(0, 1, "A", "restored", "second", 5.0, ("Á",))
    doubtful = Segment(1, 2, "B", "restored", "second", 0.5, ("Ḃ",))
    unrivalled = Segment(2, 3, "C", "restored", "second")
    both = composed("q", [normalised(0, 1, "xyz")], [certain, doubtful, unrivalled])
    assert both.segments == (Segment(0, 1, "ABC", "restored", "first+second", 0.5, ("AḂC",)),)


def test_a_moved_segment_keeps_its_alternatives() -> None:
    doubtful = Segment(1, 2, "c", "restored", "second", 0.5, ("d",))
    both = composed("[m]ab", [normalised(0, 3, "")], [doubtful])
    assert both.segments[-1] == Segment(4, 5, "c", "restored", "second", 0.5, ("d",))

"""Segments and looking spans up in both directions."""

from __future__ import annotations

import json

import pytest

from kcn_pipeline.alignment import SEGMENT_KINDS, Alignment, Segment
from kcn_pipeline.quantities import Span

RAW = "47 t USD  [menu] va"


def segment(start: int, end: int, text: str) -> Segment:
    return Segment(start, end, text, "restored", "test")


@pytest.fixture
def alignment() -> Alignment:
    """`t` → `tỷ`, the menu removed, `va` → `và`, and a mark inserted at the end."""
    return Alignment([segment(3, 4, "tỷ"), segment(9, 16, ""), segment(17, 19, "và"), segment(19, 19, ".")], len(RAW))


def test_applying_replaces_segments_and_copies_the_rest(alignment: Alignment) -> None:
    assert alignment.apply(RAW) == "47 tỷ USD  và."
    assert alignment.clean_length == len("47 tỷ USD  và.")


def test_no_segments_leave_the_text_and_the_spans() -> None:
    empty = Alignment((), len(RAW))
    assert empty.apply(RAW) == RAW
    assert empty.to_raw(Span(3, 8)) == empty.to_clean(Span(3, 8)) == Span(3, 8)


def test_a_cleaned_word_points_at_what_it_was_read_from(alignment: Alignment) -> None:
    cleaned = alignment.apply(RAW)
    start = cleaned.index("tỷ USD")
    assert alignment.to_raw(Span(start, start + 6)).of(RAW) == "t USD"


def test_part_of_a_segment_counts_as_the_whole_segment(alignment: Alignment) -> None:
    assert alignment.to_raw(Span(4, 5)) == Span(3, 4)
    assert alignment.to_clean(Span(18, 19)).of(alignment.apply(RAW)) == "và."


def test_a_decoded_span_leads_to_its_cleaned_wording(alignment: Alignment) -> None:
    assert alignment.to_clean(Span(0, 8)).of(alignment.apply(RAW)) == "47 tỷ USD"


def test_removed_text_leads_to_nothing(alignment: Alignment) -> None:
    assert len(alignment.to_clean(Span(9, 16))) == 0


def test_inserted_text_belongs_to_what_stands_beside_it(alignment: Alignment) -> None:
    end = alignment.clean_length
    raw = alignment.to_raw(Span(end - 1, end))
    assert raw == Span(19, 19)
    assert alignment.to_clean(raw).contains(Span(end - 1, end))


def test_several_insertions_at_one_place_come_back_together() -> None:
    alignment = Alignment([segment(1, 1, "x"), segment(1, 1, "yz")], 2)
    assert alignment.apply("ab") == "axyzb"
    assert alignment.to_clean(Span(1, 1)) == Span(1, 4)


def test_an_empty_span_stays_empty_where_nothing_was_inserted(alignment: Alignment) -> None:
    assert alignment.to_raw(Span(0, 0)) == Span(0, 0)
    assert alignment.to_clean(Span(1, 1)) == Span(1, 1)


def test_segments_may_be_given_in_any_order(alignment: Alignment) -> None:
    again = Alignment(reversed(alignment.segments), len(RAW))
    assert again.segments == alignment.segments


@pytest.mark.parametrize(
    "segments",
    [
        pytest.param([segment(0, 3, ""), segment(2, 4, "")], id="overlapping"),
        pytest.param([segment(3, 2, "")], id="reversed"),
        pytest.param([segment(0, 99, "")], id="beyond the end"),
    ],
)
def test_impossible_segments_are_refused(segments: list[Segment]) -> None:
    with pytest.raises(ValueError, match="overlaps its predecessor, is reversed, or reaches beyond"):
        Alignment(segments, 10)


def test_a_text_of_another_length_is_refused(alignment: Alignment) -> None:
    with pytest.raises(ValueError, match=r"alignment of 19 characters applied to 3"):
        alignment.apply("abc")


@pytest.mark.parametrize("look_up", ["to_raw", "to_clean"])
def test_a_span_beyond_the_text_is_refused(alignment: Alignment, look_up: str) -> None:
    with pytest.raises(ValueError, match="reaches beyond"):
        getattr(alignment, look_up)(Span(0, 100))


def test_a_segment_is_printed_with_every_field() -> None:
    row = Segment(1, 2, "là", "digit_as_letter", "ocr_english", 3.5, ("lá", "la")).as_row()
    assert row == {
        "raw_start": 1,
        "raw_end": 2,
        "text": "là",
        "kind": "digit_as_letter",
        "rule": "ocr_english",
        "score": 3.5,
        "alternatives": ("lá", "la"),
    }
    assert row["kind"] in SEGMENT_KINDS


@pytest.mark.parametrize("alternatives", [(), ("lá", "la")])
def test_a_segment_comes_back_from_what_was_printed(alternatives: tuple[str, ...]) -> None:
    segment = Segment(1, 2, "là", "restored", "test", 0.5, alternatives)
    assert Segment.from_row(json.loads(json.dumps(segment.as_row()))) == segment


def test_a_segment_printed_without_alternatives_has_none() -> None:
    row = {"raw_start": 1, "raw_end": 2, "text": "là", "kind": "restored", "rule": "test", "score": None}
    assert Segment.from_row(row) == Segment(1, 2, "là", "restored", "test")

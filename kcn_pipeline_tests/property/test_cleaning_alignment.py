"""What holds of alignments and their composition whatever the segments."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kcn_pipeline.alignment import SEGMENT_KINDS, Alignment, Segment
from kcn_pipeline.cleaning.composition import compose
from kcn_pipeline.quantities import Span

LETTERS = st.text("abcdef", max_size=14)
WORDINGS = st.text("xyz", max_size=3)


@st.composite
def alignments(draw: st.DrawFn, length: int) -> Alignment:
    """Any disjoint segments over a text of `length` characters, insertions and removals among them."""
    count = draw(st.integers(0, 4))
    bounds = sorted(draw(st.lists(st.integers(0, length), min_size=2 * count, max_size=2 * count)))
    kinds = st.sampled_from(SEGMENT_KINDS)
    segments = [
        Segment(start, end, draw(WORDINGS), draw(kinds), draw(st.sampled_from(["one", "two"])))
        for start, end in zip(bounds[::2], bounds[1::2], strict=True)
    ]
    return Alignment(segments, length)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@settings(max_examples=1500, deadline=None)
@given(LETTERS, st.data())
def test_one_composed_step_does_what_two_do(raw: str, data: st.DataObject) -> None:
    first = data.draw(alignments(len(raw)))
    between = first.apply(raw)
    second = data.draw(alignments(len(between)))
    assert compose(first, second).apply(raw) == second.apply(between)


@settings(max_examples=500, deadline=None)
@given(LETTERS, st.data())
def test_composing_three_steps_in_either_order_is_the_same(raw: str, data: st.DataObject) -> None:
    first = data.draw(alignments(len(raw)))
    second = data.draw(alignments(first.clean_length))
    third = data.draw(alignments(second.clean_length))
    left = compose(compose(first, second), third)
    right = compose(first, compose(second, third))
    assert left.apply(raw) == right.apply(raw)


@settings(max_examples=1000, deadline=None)
@given(LETTERS, st.data())
def test_a_cleaned_span_comes_back_with_at_least_itself(raw: str, data: st.DataObject) -> None:
    alignment = data.draw(alignments(len(raw)))
    span = data.draw(spans(alignment.clean_length))
    there = alignment.to_raw(span)
    assert there.end <= len(raw)
    if len(span):
        assert alignment.to_clean(there).contains(span)


@settings(max_examples=1000, deadline=None)
@given(LETTERS, st.data())
def test_what_no_segment_covers_is_found_unchanged(raw: str, data: st.DataObject) -> None:
    alignment = data.draw(alignments(len(raw)))
    covered = {i for s in alignment.segments for i in range(s.raw_start, s.raw_end)}
    cleaned = alignment.apply(raw)
    for offset in set(range(len(raw))) - covered:
        there = alignment.to_clean(Span(offset, offset + 1))
        assert raw[offset] in there.of(cleaned)
        assert alignment.to_raw(there).contains(Span(offset, offset + 1))


@settings(max_examples=500, deadline=None)
@given(LETTERS, st.data())
def test_longer_spans_never_lead_to_shorter_ones(raw: str, data: st.DataObject) -> None:
    alignment = data.draw(alignments(len(raw)))
    inner = data.draw(spans(len(raw)))
    outer = Span(data.draw(st.integers(0, inner.start)), data.draw(st.integers(inner.end, len(raw))))
    if len(inner):
        assert alignment.to_clean(outer).contains(alignment.to_clean(inner))

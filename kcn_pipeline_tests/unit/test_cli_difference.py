"""Hunks hold every change, once, with the lines around it and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from kcn_pipeline.alignment import Alignment, Segment, SegmentKind
from kcn_pipeline.commands.difference import Hunk, Stretch, drawn, hunks

RAW = "t USD\nwhole\nmenu | login\n1y do tang\n"


def changed(start: int, end: int, text: str) -> Segment:
    return Segment(start, end, text, "restored", "test")


def found(raw: str, *segments: Segment) -> list[Hunk]:
    return hunks(raw, Alignment(segments, len(raw)))


def joined(stretches: tuple[Stretch, ...]) -> str:
    return "".join(text for text, _ in stretches)


def test_nothing_changed() -> None:
    assert found(RAW) == []
    assert found("") == []


def test_one_word() -> None:
    segment = changed(0, 1, "tỷ")
    (hunk,) = found(RAW, segment)
    assert hunk.line == 1
    assert hunk.before == (("t", segment), (" USD\n", None))
    assert hunk.after == (("tỷ", segment), (" USD\n", None))


def test_several_words_of_a_line_are_one_hunk() -> None:
    (hunk,) = found(RAW, changed(25, 27, "lý"), changed(28, 30, "do"), changed(31, 35, "tăng"))
    assert hunk.line == 4
    assert joined(hunk.before) == "1y do tang\n"
    assert joined(hunk.after) == "lý do tăng\n"


def test_changes_of_different_lines_stay_apart() -> None:
    assert [h.line for h in found(RAW, changed(0, 1, "tỷ"), changed(25, 27, "lý"))] == [1, 4]


def test_a_removed_line_leaves_nothing_behind() -> None:
    segment = changed(12, 25, "")
    (hunk,) = found(RAW, segment)
    assert hunk == Hunk(3, (("menu | login\n", segment),), ())


def test_a_change_over_several_lines_is_one_hunk() -> None:
    (hunk,) = found(RAW, changed(3, 14, "—"), changed(20, 22, "X"))
    assert hunk.line == 1
    assert joined(hunk.before) == "t USD\nwhole\nmenu | login\n"
    assert joined(hunk.after) == "t U—nu | lXin\n"


def test_an_insertion_and_a_last_line_without_its_end() -> None:
    segment = changed(2, 2, "c")
    (hunk,) = found("ab", segment)
    assert hunk.before == (("ab", None),)
    assert hunk.after == (("ab", None), ("c", segment))


@pytest.mark.parametrize("colour", [True, False])
def test_lines_are_drawn_with_signs_and_numbers(colour: bool) -> None:
    out = Console(width=40, force_terminal=colour, color_system="standard" if colour else None, record=True)
    with out.capture() as captured:
        out.print(drawn(found(RAW, changed(0, 1, "tỷ"), changed(12, 25, ""))))
    lines = [line.rstrip() for line in captured.get().splitlines() if line.strip()]
    if colour:
        assert any("\x1b[31mt\x1b[0m USD" in line for line in lines)
        assert any("\x1b[32mtỷ\x1b[0m USD" in line for line in lines)
    else:
        assert lines == ["1 - t USD", "1 + tỷ USD", "3 - menu | login"]


@pytest.mark.parametrize(
    ("kind", "score", "codes"),
    [
        ("restored", None, "32"),
        ("restored", 5.0, "32"),
        ("restored", 0.4, "1;4;33"),
        ("digit_as_letter", 5.0, "1;35"),
        ("digit_as_letter", 0.4, "1;4;35"),
    ],
)
def test_unsure_words_and_lost_digits_stand_out(kind: SegmentKind, score: float | None, codes: str) -> None:
    out = Console(width=40, force_terminal=True, color_system="standard")
    with out.capture() as captured:
        out.print(drawn(found(RAW, Segment(25, 27, "lý", kind, "test", score))))
    assert f"\x1b[{codes}mlý\x1b[0m" in captured.get()


def shown(segment: Segment) -> str:
    """The line as it is afterwards."""
    out = Console(width=60, color_system=None)
    with out.capture() as captured:
        out.print(drawn(found(RAW, segment)))
    return captured.get().splitlines()[1].strip()


@pytest.mark.parametrize(
    ("score", "alternatives", "line"),
    [
        (0.4, ("lí", "ly", "lỵ"), "4 + lý[? lí, ly] do tang"),
        (0.4, (), "4 + lý[?] do tang"),
        (0.4, ("",), "4 + lý[? –] do tang"),
        (5.0, ("lí",), "4 + lý do tang"),
        (None, (), "4 + lý do tang"),
    ],
)
def test_a_doubtful_word_is_followed_by_what_else_it_may_read(
    score: float | None, alternatives: tuple[str, ...], line: str
) -> None:
    assert shown(Segment(25, 27, "lý", "restored", "test", score, alternatives)) == line


@st.composite
def alignments(draw: st.DrawFn) -> tuple[str, list[Segment]]:
    raw = draw(st.text(alphabet="ab\n", max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(raw)), max_size=8, unique=True)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return raw, [changed(start, end, draw(st.text(alphabet="xy", max_size=3))) for start, end in pairs]


@given(alignments())
def test_hunks_replaced_line_by_line_give_the_cleaned_text(drawn_case: tuple[str, list[Segment]]) -> None:
    raw, segments = drawn_case
    alignment = Alignment(segments, len(raw))
    lines = raw.splitlines(keepends=True)
    cleaned, at = "", 0
    for hunk in hunks(raw, alignment):
        before = joined(hunk.before)
        cleaned += "".join(lines[at : hunk.line - 1]) + joined(hunk.after)
        assert before == "".join(lines[hunk.line - 1 : hunk.line - 1 + len(before.splitlines())])
        at = hunk.line - 1 + len(before.splitlines())
    assert cleaned + "".join(lines[at:]) == alignment.apply(raw)

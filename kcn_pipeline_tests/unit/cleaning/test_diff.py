"""Changes as JSON lines and in colour."""

from __future__ import annotations

import json

from kcn_pipeline.cleaning.alignment import Alignment, Segment
from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.cleaning.diff import coloured_diff, segments_jsonl
from kcn_pipeline_tests.unit.cleaning.damages import MISREAD, SECOND, WHOLE, with_dropped_letters


def test_each_line_is_one_segment_and_together_they_rebuild_the_text() -> None:
    cleaned = clean_text(with_dropped_letters(SECOND))
    rows = [json.loads(line) for line in segments_jsonl(cleaned)]
    assert {tuple(row) for row in rows} == {("raw_start", "raw_end", "text", "kind", "rule", "score")}
    again = Alignment((Segment(**row) for row in rows), len(cleaned.raw_text))
    assert again.apply(cleaned.raw_text) == cleaned.text


def test_an_unchanged_text_has_no_lines() -> None:
    cleaned = clean_text(WHOLE)
    assert list(segments_jsonl(cleaned)) == []
    assert coloured_diff(cleaned).plain == ""


def test_changed_lines_show_both_wordings_and_unchanged_ones_only_with_context() -> None:
    cleaned = clean_text(f"{WHOLE}\n\n{with_dropped_letters(SECOND)}")
    shown = coloured_diff(cleaned).plain
    assert "xutxuất khukhẩu" in shown
    assert shown.startswith("    3 ")
    assert WHOLE not in shown
    assert WHOLE in coloured_diff(cleaned, context=True).plain


def test_old_words_are_struck_out_and_digits_stand_out() -> None:
    diff = coloured_diff(clean_text(MISREAD))
    styles = {diff.plain[span.start : span.end]: str(span.style) for span in diff.spans}
    assert styles["1y"] == "red strike"
    assert styles["lý"].startswith("bold magenta")
    assert styles["Quản"].startswith("green")


def test_unsure_words_are_underlined() -> None:
    segments = [Segment(0, 1, "tỷ", "restored", "test", 0.2), Segment(2, 3, "tạ", "restored", "test", None)]
    alignment = Alignment(segments, 3)
    diff = coloured_diff(CleanedText("t t", alignment.apply("t t"), alignment, ()))
    styles = {diff.plain[span.start : span.end]: str(span.style) for span in diff.spans}
    assert "underline" in styles["tỷ"]
    assert "underline" not in styles["tạ"]


def test_a_change_over_two_lines_is_shown_once() -> None:
    alignment = Alignment([Segment(1, 4, "-", "furniture", "test")], 5)
    diff = coloured_diff(CleanedText("a\nb\nc", "a-c", alignment, ()))
    assert diff.plain.count("-") == 1

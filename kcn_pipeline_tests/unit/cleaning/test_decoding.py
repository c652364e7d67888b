"""Legacy letters are put into Unicode before all other cleaning, aligned to the text they came in."""

from __future__ import annotations

import pytest

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.encodings.alignments import legacy_alignment
from kcn_pipeline.quantities import Span
from kcn_pipeline.synthetic.legacy import ENCODINGS, encode

TEXT = (
    "Năm 2012, Ban Quản lý các khu công nghiệp tỉnh Hải Dương cấp mới 19 dự án, tổng vốn đầu tư 148,2 triệu USD.\n"
    "Các doanh nghiệp nộp ngân sách 1.327 tỷ đồng và sử dụng 61.400 lao động.\n"
)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_legacy_text_is_cleaned_to_what_it_says(encoding: str) -> None:
    cleaned = clean_text(encode(TEXT, encoding))
    assert cleaned.text == TEXT
    assert {damage.kind for damage in cleaned.damage} == {"clean"}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_each_segment_tells_the_encoding(encoding: str) -> None:
    segments = legacy_alignment(encode(TEXT, encoding)).segments
    assert len(segments) > 20
    assert {(segment.kind, segment.rule, segment.score) for segment in segments} == {("decoded", encoding, None)}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("words", ["148,2 triệu USD", "tỉnh Hải Dương", "1.327 tỷ đồng"])
def test_figures_are_found_again_in_the_decoded_text(encoding: str, words: str) -> None:
    raw = encode(TEXT, encoding)
    cleaned = clean_text(raw)
    start = cleaned.text.index(words)
    there = cleaned.alignment.to_raw(Span(start, start + len(words)))
    assert there.of(raw) == encode(words, encoding)


def test_what_is_decoded_is_composed_with_what_follows() -> None:
    raw = encode(TEXT, "tcvn3").replace("c¸c", "c¸c\u200b")
    cleaned = clean_text(raw)
    assert cleaned.text == TEXT
    assert {segment.kind for segment in cleaned.alignment.segments} == {"decoded", "normalised"}


def test_clean_text_has_no_segment() -> None:
    assert list(legacy_alignment(TEXT).segments) == []

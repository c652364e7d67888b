"""No alignment may touch a numeral."""

from __future__ import annotations

import pytest

from kcn_pipeline.alignment import Alignment, Segment, SegmentKind
from kcn_pipeline.cleaning.numerals import NumeralAlteredError, require_numerals_kept

RAW = "von 47.217 t\ndong, 13 1.095 nguoi, 1y do, 2\u200b019, 8,5trigu"


def alignment(start: int, end: int, text: str, kind: SegmentKind = "restored") -> Alignment:
    return Alignment([Segment(start, end, text, kind, "test")], len(RAW))


@pytest.mark.parametrize(
    ("raw", "text", "kind"),
    [
        pytest.param("von", "vốn", "restored", id="a word"),
        pytest.param("13", "là", "digit_as_letter", id="a short numeral recorded as a word"),
        pytest.param("1y", "lý", "digit_as_letter", id="a digit within a word"),
        pytest.param("13 1.095 nguoi", "", "furniture", id="removed with furniture"),
        pytest.param("\u200b", "", "normalised", id="an invisible character within a number"),
    ],
)
def test_lawful_changes_pass(raw: str, text: str, kind: SegmentKind) -> None:
    start = RAW.index(raw)
    require_numerals_kept(RAW, alignment(start, start + len(raw), text, kind))


@pytest.mark.parametrize(
    ("raw", "text", "kind"),
    [
        pytest.param("13", "là", "restored", id="a numeral restored as a word"),
        pytest.param("47.217", "47.271", "restored", id="digits in another order"),
        pytest.param("47.217", "47,217", "restored", id="another separator"),
        pytest.param("von", "vốn 5", "restored", id="a digit out of nothing"),
        pytest.param("1.095", "lo", "digit_as_letter", id="a number with a separator as a word"),
        pytest.param("217", "là", "digit_as_letter", id="three digits as a word"),
        pytest.param("13", "31", "digit_as_letter", id="digits for digits"),
        pytest.param("13", "x", "furniture", id="furniture replaced"),
        pytest.param(" 1.095", "1.095", "normalised", id="two numerals joined"),
        pytest.param("5trigu", "triệu", "digit_as_letter", id="the last digit of a number before its word"),
    ],
)
def test_unlawful_changes_are_refused(raw: str, text: str, kind: SegmentKind) -> None:
    start = RAW.index(raw)
    with pytest.raises(NumeralAlteredError, match=r"line \d+, character \d+: .* must come through cleaning"):
        require_numerals_kept(RAW, alignment(start, start + len(raw), text, kind))


def test_the_width_of_a_digit_is_no_part_of_the_number() -> None:
    raw = "von ４７．２１７ ty"
    require_numerals_kept(raw, Alignment([Segment(4, 10, "47.217", "normalised", "full_width")], len(raw)))
    with pytest.raises(NumeralAlteredError):
        require_numerals_kept(raw, Alignment([Segment(4, 10, "47.271", "normalised", "full_width")], len(raw)))


def test_the_message_names_line_and_offset() -> None:
    start = RAW.index("13")
    with pytest.raises(NumeralAlteredError, match=rf"line 2, character {start}: '13' became 'là' by rule test"):
        require_numerals_kept(RAW, alignment(start, start + 2, "là"))


def test_no_segment_is_lawful() -> None:
    require_numerals_kept(RAW, Alignment((), len(RAW)))
    require_numerals_kept("", Alignment((), 0))

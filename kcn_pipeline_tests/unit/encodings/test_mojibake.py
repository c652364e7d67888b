"""UTF-8 that was read as a Western charset: once, twice, through either charset, with blanks levelled."""

from __future__ import annotations

import pytest

from kcn_pipeline.synthetic.legacy import encode
from kcn_pipeline_tests.unit.encodings.wordings import LINE, REPORT, decoded


def test_it_is_read_through_both_western_charsets() -> None:
    assert decoded(REPORT.encode().decode("latin-1")) == REPORT
    assert decoded(encode(REPORT, "mojibake")) == REPORT


def test_it_is_read_when_it_happened_twice() -> None:
    assert decoded(encode(encode(REPORT, "mojibake"), "mojibake")) == REPORT


@pytest.mark.parametrize("sign", ["“vốn”", "vốn – đất", "vốn…", "100 m²", "50 €"])
def test_signs_are_read_with_the_letters(sign: str) -> None:
    assert decoded(encode(f"{LINE} {sign}", "mojibake")) == f"{LINE} {sign}"


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("toÃ n tá»‰nh vÃ  cÃ¡c khu", "toàn tỉnh và các khu"),
        ("toÃ n tá»‰nh vÃ cÃ¡c khu", "toàn tỉnh và các khu"),
        ("tá»‰nh cÃ³ nhÃ , 5 khu má»›i vÃ", "tỉnh có nhà, 5 khu mới và"),
        ("dá»± Ã¡n má»›i lÃ  17", "dự án mới là 17"),
    ],
)
def test_a_no_break_space_that_became_a_blank_is_still_part_of_its_letter(damaged: str, text: str) -> None:
    assert decoded(damaged) == text


def test_capitals_before_quotes_are_no_mojibake() -> None:
    text = "Ủy ban nhân dân THỊ XÃ” và “PHƯỜNG XÃ…"
    assert decoded(text) == text

"""The grammar of VIQR: marks, escapes, and punctuation that is none of both."""

from __future__ import annotations

import pytest

from kcn_pipeline.encodings.viqr import viqr_reading
from kcn_pipeline_tests.unit.encodings.wordings import decoded

PLAIN = "Va(n pho`ng cu?a Ba(`ng Giang ddu+o+.c ddo^?i te^n"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("ddu+o+`ng", "đường"),
        ("ddu*o*`ng", "đường"),
        ("DDa^`u", "Đầu"),
        ("Dda^`u", "Đầu"),
        ("nghie^.p", "nghiệp"),
        ("nghie.^p", "nghiệp"),
        ("quy'.", "quý."),
        ("ba.", "bạ"),
        ("ba\\.", "ba."),
        ("kho^ng\\?", "không?"),
        ("HDDND", "HĐND"),
        ("toyota.", "toyota."),
        ("d\\d", "dd"),
    ],
)
def test_words_are_read_by_the_grammar(written: str, text: str) -> None:
    read = viqr_reading().decode(written)
    assert read is not None
    assert read.text == text


@pytest.mark.parametrize("written", ["a.i@haiduong.vn", "http://a.vn/o+u?e=1"])
def test_addresses_are_no_words(written: str) -> None:
    assert viqr_reading().word.findall(written) == [written]
    assert viqr_reading().decode(written) is None


@pytest.mark.parametrize("written", ["DDI", "DDI."])
def test_the_acronym_of_domestic_investment_stays(written: str) -> None:
    read = viqr_reading().decode(written)
    assert read is not None
    assert read.text == written


@pytest.mark.parametrize(
    ("end", "text"),
    [
        (" nga`y 1/2?", " ngày 1/2?"),
        (" 1.234? va` 5.", " 1.234? và 5."),
        (" ta.i pho^? Hue^' (a.b@c.vn)", " tại phổ Huế (a.b@c.vn)"),
        (" FDI, DDI.", " FDI, DDI."),
        (" Samsung's", " Samsung's"),
    ],
)
def test_numbers_addresses_and_foreign_words_come_through(end: str, text: str) -> None:
    assert decoded(PLAIN + end) == "Văn phòng của Bằng Giang được đổi tên" + text

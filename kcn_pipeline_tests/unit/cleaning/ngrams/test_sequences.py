"""Text as sequences of syllables."""

from __future__ import annotations

import unicodedata

import pytest

from kcn_pipeline.cleaning.ngrams.sequences import UNKNOWN, sequences
from kcn_pipeline.reference.restoration import NUMERAL


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đầu tư.", [("đầu", "tư")]),
        ("vốn, đất (KCN) – nhà", [("vốn", "đất", "kcn", "nhà")]),
        (
            "một; hai: ba! bốn? năm… sáu | bảy\ntám",
            [(w,) for w in ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám")],
        ),
        ("đạt 1.234,5 tỷ", [("đạt", NUMERAL, "tỷ")]),
        ("tăng 6,8%. Giảm", [("tăng", NUMERAL), ("giảm",)]),
        ("thuỷ lợi hoà bình", [("thủy", "lợi", "hòa", "bình")]),
        ("QL1A", [("ql", NUMERAL, "a")]),
        ("", []),
        (" .\n;… ", []),
    ],
)
def test_sentences_become_sequences_of_syllables_and_numerals(text: str, found: list[tuple[str, ...]]) -> None:
    assert list(sequences(text)) == found


def test_the_unicode_form_of_the_text_does_not_matter() -> None:
    text = "Giá trị xuất khẩu đạt 3,2 tỷ USD"
    assert list(sequences(unicodedata.normalize("NFD", text))) == list(sequences(text))


def test_in_texts_of_other_fields_foreign_words_are_one_and_the_same() -> None:
    (sequence,) = sequences("Tập tin README của Debian có 3 trang", foreign=False)
    assert sequence == ("tập", "tin", UNKNOWN, "của", UNKNOWN, "có", NUMERAL, "trang")
    (sequence,) = sequences("Tập tin README", foreign=True)
    assert sequence == ("tập", "tin", "readme")

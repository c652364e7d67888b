"""Whole text damaged as documents are."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.cleaning.channels import dropped
from kcn_pipeline.reference.syllables import all_syllables
from kcn_pipeline.synthetic.channel_training import english_reader
from kcn_pipeline.synthetic.damages import read_in_english, with_dropped_letters, with_letters_apart, without_marks
from kcn_pipeline.synthetic.degrading import Degradation
from kcn_pipeline.synthetic.rendering import MissingLetters, PageStyle

if TYPE_CHECKING:
    from PIL.Image import Image

TEXT = "Sáu tháng đầu năm, các khu công nghiệp trong tỉnh thu hút 12 dự án với 45,6 triệu USD."
VIETNAMESE = st.text(st.sampled_from("aáảãạăắẳâấbcdđeéẹêếềghiílmnoóọôốộơớợtuúụưứựyýỷ ,.0123456789\n"), max_size=60)


class TestDroppedLetters:
    @pytest.mark.parametrize(
        ("whole", "left"),
        [
            ("quản lý", "qun lý"),
            ("tỷ đồng", "t đồng"),
            ("được cấp", "được cp"),
            ("trưởng, xưởng", "trưởng, xưởng"),
            ("kế hoạch kể", "kế hoch k"),
            ("TỔNG KẾT ĐỘI", "TNG KẾT ĐỘI"),
            ("lập lũy kế 2,5%", "lp lũy kế 2,5%"),
        ],
    )
    def test_letters_of_the_block_go_unless_shielded(self, whole: str, left: str) -> None:
        assert with_dropped_letters(whole) == left
        assert with_dropped_letters(unicodedata.normalize("NFD", whole)) == left

    def test_cleaning_expects_of_every_syllable_what_is_made_here(self) -> None:
        assert not [s for s in all_syllables() if dropped(s) != with_dropped_letters(s)]

    @given(VIETNAMESE)
    def test_what_stays_is_in_order_and_damaged_for_good(self, text: str) -> None:
        left = with_dropped_letters(text)
        letters = iter(text)
        assert all(letter in letters for letter in left)
        assert re.findall(r"\d", left) == re.findall(r"\d", text)
        assert left.count("\n") == text.count("\n")


class TestMarks:
    def test_no_mark_stays(self) -> None:
        assert without_marks("Đồng bằng sông Hồng, đạt 1,2 tỷ; ƯỚC") == "Dong bang song Hong, dat 1,2 ty; UOC"

    @given(VIETNAMESE)
    def test_a_letter_for_a_letter_in_plain_latin(self, text: str) -> None:
        bare = without_marks(text)
        assert bare.isascii()
        assert len(bare) == len(text)
        assert without_marks(with_letters_apart(text)) == bare == without_marks(bare)

    @given(VIETNAMESE)
    def test_letters_apart_are_the_same_text(self, text: str) -> None:
        assert unicodedata.is_normalized("NFD", with_letters_apart(text))
        assert unicodedata.normalize("NFC", with_letters_apart(text)) == text


class TestReadInEnglish:
    def test_every_page_is_made_worse_and_given_to_the_reader_in_order(self, tinos: Path) -> None:
        seen: list[tuple[bytes, int]] = []

        def reader(image: Image, dpi: int) -> str:
            seen.append((image.tobytes(), dpi))
            return f"page {len(seen)}"

        long, style = "\n".join([TEXT] * 30), PageStyle(tinos, dpi=40)
        assert read_in_english(long, reader, style, Degradation(noise_levels=5), seed=3) == "page 1\npage 2"
        worse = seen.copy()
        seen.clear()
        read_in_english(long, reader, style, Degradation(noise_levels=5), seed=3)
        assert seen == worse
        seen.clear()
        read_in_english(long, reader, style)
        assert [dpi for _, dpi in seen] == [40, 40]
        assert seen[0] != worse[0]

    def test_a_letter_that_no_font_has_is_refused(self, tinos: Path) -> None:
        with pytest.raises(MissingLetters):
            read_in_english("漢", lambda _image, _dpi: "", PageStyle(tinos))

    def test_an_english_reader_loses_the_letters_and_keeps_the_numbers(self, tinos: Path, tesseract: Path) -> None:
        if not tesseract.with_name("eng.traineddata").exists():
            pytest.skip("Tesseract's English data is missing: apt-get install tesseract-ocr-eng")
        reader, _ = english_reader(tesseract.parent)
        read = read_in_english(TEXT, reader, PageStyle(tinos))
        assert "45,6" in read
        assert not re.search("[đưạảấầệ]", read)
        assert len(read.split()) == pytest.approx(len(TEXT.split()), abs=3)

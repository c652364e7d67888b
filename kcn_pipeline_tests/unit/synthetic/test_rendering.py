"""Page images of text."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kcn_pipeline.synthetic.rendering import (
    MissingFont,
    MissingLetters,
    PageStyle,
    font_file,
    missing_letters,
    page_images,
)

EVERY_LETTER = "aàảãáạ ăằẳẵắặ âầẩẫấậ đ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ"
LINE = "Ban Quản lý cấp mới 12 dự án với tổng vốn đăng ký 35,5 triệu USD. "


def ink(page: Image.Image) -> tuple[int, int, int, int]:
    """The box around all that is drawn: left, top, right, bottom in pixels."""
    box = page.point(lambda grey: 255 - grey).getbbox()
    assert box is not None
    return box


def rows_with_ink(page: Image.Image) -> int:
    dark = np.asarray(page).min(axis=1) < 128
    return int(np.count_nonzero(dark[1:] & ~dark[:-1]))


class TestFonts:
    def test_an_installed_font_is_found_by_its_name(self, tinos: Path) -> None:
        assert tinos.name == "Tinos-Regular.ttf"

    def test_a_font_that_is_not_installed_is_named_with_the_cure(self) -> None:
        with pytest.raises(MissingFont, match=r"Helvetica-Vietnam is not installed .*fonts-croscore"):
            font_file("Helvetica-Vietnam")

    def test_a_vietnamese_font_lacks_nothing(self, tinos: Path) -> None:
        assert missing_letters(tinos, EVERY_LETTER + EVERY_LETTER.upper()) == ""

    def test_letters_without_a_shape_are_named_with_the_font(self, tinos: Path) -> None:
        assert missing_letters(tinos, "Tỷ 漢字 漢") == "字漢"
        with pytest.raises(MissingLetters, match=r"Tinos-Regular.ttf has no shape for 字漢"):
            page_images("漢字", PageStyle(tinos))


class TestPageImages:
    @pytest.mark.parametrize(("dpi", "size"), [(150, (1240, 1754)), (200, (1654, 2338)), (300, (2481, 3507))])
    def test_pages_are_a4_within_their_margins(self, tinos: Path, dpi: int, size: tuple[int, int]) -> None:
        (page,) = page_images(LINE * 20, PageStyle(tinos, dpi=dpi, margin_inches=1.0))
        assert (page.mode, page.size) == ("L", size)
        left, top, right, bottom = ink(page)
        assert min(left, top, size[0] - right, size[1] - bottom) >= dpi

    def test_a_long_text_takes_several_pages_and_loses_no_line(self, tinos: Path) -> None:
        style = PageStyle(tinos, size_points=12, dpi=75)
        pages = page_images("\n".join(["Hai"] * 100), style)
        assert len(pages) > 1
        assert sum(map(rows_with_ink, pages)) == 100

    def test_letters_apart_from_their_marks_are_drawn_as_one(self, tinos: Path) -> None:
        (composed,), (apart,) = (
            page_images(text, PageStyle(tinos, dpi=75)) for text in ("tỷ lệ", "ty\u0309 le\u0323\u0302")
        )
        assert composed.tobytes() == apart.tobytes()

    def test_rows_of_a_table_are_ruled_and_cells_stand_below_each_other(self, tinos: Path) -> None:
        (page,) = page_images("Chỉ tiêu | Kết quả\nDoanh thu | 58.630\nXuất khẩu | 2,318", PageStyle(tinos, dpi=100))
        dark = np.asarray(page) < 128
        width = page.width - 2 * 100
        assert np.count_nonzero(dark.sum(axis=1) > 0.9 * width) == 4, "four rules across"
        # One column of cells: left edge, the middle and the right edge run down the whole table.
        height = int(np.count_nonzero(dark.any(axis=1)))
        assert np.count_nonzero(dark.sum(axis=0) > 0.9 * height) == 3

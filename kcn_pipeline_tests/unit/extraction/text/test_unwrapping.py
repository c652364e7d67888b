"""Lines broken by the width of a page alone, and lines that end where their writer ended them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.extraction.text.unwrapping import unwrapped

PARAGRAPH = (
    "Trong năm 2031 các khu công nghiệp của tỉnh Sóc Trăng đã đón thêm 41 dự án mới. Ban Quản lý đã điều chỉnh tăng "
    "vốn cho 12 lượt dự án với số vốn tăng thêm 64,5 triệu USD, qua đó đưa tổng vốn đăng ký lên 1,2 tỷ USD. Số lao "
    "động đang làm việc là 38.400 người, thu nhập bình quân 9,1 triệu đồng một tháng."
)
SECOND = "Năm 2032, Ban phấn đấu thu hút ít nhất 45 dự án và giữ vững tỷ lệ lấp đầy của các khu đang hoạt động."


def wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))


@pytest.mark.parametrize("width", [44, 62, 80, 100])
def test_the_lines_of_a_page_are_read_on(width: int) -> None:
    text = f"{wrapped(PARAGRAPH, width)}\n\n{wrapped(SECOND, width)}"
    assert unwrapped(text) == f"{PARAGRAPH}\n\n{SECOND}"


def test_marks_and_short_lines_begin_anew() -> None:
    items = "- Doanh thu 1.200 tỷ đồng\n- Xuất khẩu 85 triệu USD\n1. Đầu tư"
    assert unwrapped(f"{wrapped(PARAGRAPH, 70)}\n{items}").endswith(f"\n{items}")


def test_without_blank_lines_a_full_stop_ends_a_paragraph() -> None:
    lines = [line.ljust(70, "i") for line in ("các khu đã cấp mới", "tổng vốn là", "lao động có", "và dự án còn")]
    text = f"{lines[0]}\n{lines[1]}\n{lines[2]}.\n{lines[3]}\nrất xa"
    assert unwrapped(text).count("\n") == 1
    assert unwrapped(f"{text}\n\nHết").count("\n") == 2


def test_a_blank_line_within_a_sentence_is_none() -> None:
    lines = wrapped(PARAGRAPH, 70).split("\n")
    torn = "\n".join([*lines[:3], "", *lines[3:]])
    assert " ".join(unwrapped(torn).split()) == PARAGRAPH
    assert "\n" not in unwrapped(torn)


def test_a_text_of_whole_paragraphs_stays() -> None:
    text = f"{PARAGRAPH}\ntin từ Ban Quản lý\n{SECOND}\n"
    assert unwrapped(text) == text


def test_rows_read_out_of_a_table_stand_beside_the_lines_of_a_page() -> None:
    row = f"Doanh thu kế hoạch là 1.200 tỷ đồng, {'thực hiện là 1.250 tỷ đồng, ' * 5}bằng 104%."
    page = wrapped(PARAGRAPH, 60)
    assert unwrapped(f"{row}\n\n{page}") == f"{row}\n\n{PARAGRAPH}"


@given(st.text(alphabet="aA1.;! \n-(", max_size=200))
def test_offsets_stay(text: str) -> None:
    found = unwrapped(text)
    assert len(found) == len(text)
    assert all(one == other or (one, other) == ("\n", " ") for one, other in zip(text, found, strict=True))

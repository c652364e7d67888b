"""Headers, footers and page numbers of documents of several pages, and the sentences they part."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kcn_pipeline.cleaning.furniture import remove_furniture
from kcn_pipeline.documents.ocr.page_texts import PageLine, joined
from kcn_pipeline_tests.unit.cleaning.damages import SECOND, WHOLE

HALVES = ("Lũy kế đến cuối tháng 9, các khu công nghiệp trong tỉnh có", "214 dự án còn hiệu lực và đã giao đất xong")


def document(*pages: Sequence[str]) -> str:
    """Pages of lines as the readers of PDF files and images write them."""
    text, _ = joined([[PageLine(line, None) for line in page] for page in pages])
    return text


def left(text: str) -> str:
    return remove_furniture(text).apply(text)


def rules(text: str) -> set[str]:
    return {segment.rule for segment in remove_furniture(text).segments}


def test_header_footer_and_number_of_every_page_go() -> None:
    text = document(
        *(
            ["ỦY BAN NHÂN DÂN TỈNH", "Báo cáo công tác năm", "", WHOLE, "", "Lưu hành nội bộ", f"{n}"]
            for n in (7, 8, 9, 10)
        )
    )
    assert left(text).split("\n") == document(*(["", "", "", WHOLE, "", "", ""] for _ in range(4))).split("\n")
    assert rules(text) == {"page_edge", "page_number"}


def test_odd_and_even_pages_may_have_headers_of_their_own() -> None:
    heads = ["Ban Quản lý", "Báo cáo tổng kết"] * 3
    text = document(*([head, WHOLE] for head in heads))
    assert "Ban Quản lý\n" not in left(text)
    assert "Báo cáo tổng kết" not in left(text)


def test_a_first_page_without_a_header_loses_nothing() -> None:
    text = document([SECOND], *(["Báo cáo tổng kết", WHOLE] for _ in range(3)))
    assert left(text).startswith(SECOND)
    assert "Báo cáo tổng kết" not in left(text)


@pytest.mark.parametrize("number", ["Trang {} / 12", "- {} -", "Báo cáo số 5 | {}"])
def test_a_number_that_counts_the_pages_may_stand_in_the_line(number: str) -> None:
    text = document(*([WHOLE, number.format(n)] for n in range(3, 8)))
    assert left(text) == document(*([WHOLE, ""] for _ in range(5)))


@pytest.mark.parametrize(
    "foot",
    [
        "Cộng: {}4",
        "Tiểu mục {}",
        "Chỉ tiêu | Năm trước | Năm nay",
        "Tổng vốn 12 tỷ đồng",
    ],
    ids=["a number that does not count", "numbers that leap", "head of a table", "statistic"],
)
def test_what_repeats_but_is_no_edge_stays(foot: str) -> None:
    text = document(*([WHOLE, foot.format(n)] for n in (2, 9, 5, 31)))
    assert left(text) == text


def test_two_pages_that_begin_alike_are_no_proof() -> None:
    text = document(["Khu công nghiệp", WHOLE], ["Khu công nghiệp", SECOND])
    assert left(text) == text


def test_a_line_behind_a_line_of_the_article_is_no_header() -> None:
    text = document(*([f"Mục {'abcd'[n]}", "Kết quả", WHOLE] for n in range(4)))
    assert left(text) == text


def test_a_page_number_in_a_sentence_goes_with_the_lines_around_it() -> None:
    text = document(["Mở đầu.", "", HALVES[0], "", "3"], [HALVES[1], "", "4"], ["Hết.", "", "5"])
    assert left(text).startswith(document(["Mở đầu.", "", HALVES[0]], [HALVES[1]]))
    alignment = remove_furniture(text)
    assert all(text[s.raw_start : s.raw_end].strip() in {"3", "4", "5"} for s in alignment.segments)


def test_header_and_footer_in_a_sentence_go_together() -> None:
    pages = [["BÁO CÁO", "", WHOLE, "", str(n)] for n in (1, 2, 3)]
    pages[0][2], pages[1][2] = HALVES
    assert f"{HALVES[0]}\n\f{HALVES[1]}" in left(document(*pages))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{HALVES[0]} 9 khu.", HALVES[1]),
        (HALVES[0], "Phần thứ hai của báo cáo"),
        (HALVES[0], "2. kết quả đạt được trong năm"),
        (HALVES[0], "- thu hút đầu tư"),
        ("các nội dung sau:", "thu hút đầu tư"),
    ],
    ids=["full stop", "capital", "numbered", "item", "colon"],
)
def test_between_sentences_the_line_breaks_stay(before: str, after: str) -> None:
    text = document([before, "", "1"], [after, "", "2"], ["Hết.", "", "3"])
    assert left(text) == document([before, "", ""], [after, "", ""], ["Hết.", "", ""])


def test_pages_without_text_are_pages_too() -> None:
    text = document([WHOLE, "1"], [], [SECOND, "3"], [WHOLE, "4"])
    assert left(text) == document([WHOLE, ""], [], [SECOND, ""], [WHOLE, ""])


def test_a_document_of_nothing_but_edges() -> None:
    text = document(*(["Báo cáo", str(n)] for n in (1, 2, 3)))
    assert not left(text).strip("\n\f")


def flat(*numbers: str, page: str = SECOND) -> str:
    """Prose without page breaks, a lone number between halves of its sentences, some pages apart."""
    filling = f"{page} {page} {page} {page}"
    return f"{filling}\n\n" + "\n\n".join(f"{HALVES[0]}\n\n{n}\n\n{HALVES[1]}.\n\n{filling}" for n in numbers)


def test_without_page_breaks_numbers_that_count_on_are_page_numbers() -> None:
    text = flat("4", "5")
    assert left(text).count(f"{HALVES[0]}\n{HALVES[1]}.") == 2
    assert rules(text) == {"page_number"}


@pytest.mark.parametrize("numbers", [("4",), ("4", "6"), ("5", "4")], ids=["one", "leap", "backwards"])
def test_without_page_breaks_other_numbers_stay(numbers: Sequence[str]) -> None:
    assert left(flat(*numbers)) == flat(*numbers)


def test_numbers_close_to_each_other_are_cells_of_a_table() -> None:
    text = flat("4", "5", page="Số liệu.")
    assert left(text) == text


def test_a_number_before_its_unit_is_a_figure() -> None:
    text = flat("4", "5").replace(HALVES[1], "tỷ đồng là số vốn mà các doanh nghiệp đã đăng ký")
    assert left(text) == text

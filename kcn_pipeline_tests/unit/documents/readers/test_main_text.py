"""Which lines are the article: weights, votes, titles, what follows."""

from __future__ import annotations

import pytest

from kcn_pipeline.documents.readers.main_text import article_lines, keys_of, title_of
from kcn_pipeline.documents.readers.page_lines import Line, PageLines

FIRST = "Ban Quản lý cấp mới 38 dự án trong năm 2018, tăng so với cùng kỳ năm trước."
SECOND = "Doanh nghiệp trong các khu công nghiệp xuất khẩu 5,9 tỷ USD và nộp ngân sách 2.870 tỷ đồng."
OTHER = "Thành phố sẽ sửa chữa 12 tuyến đường trong quý tới, theo kế hoạch vừa được duyệt hôm qua."


def page(*texts: str | Line, blocks: list[tuple[int, int]] | None = None) -> PageLines:
    lines = [text if isinstance(text, Line) else Line(text) for text in texts]
    return PageLines(lines, [*(blocks or []), (0, len(lines))])


def test_the_block_that_holds_the_prose_is_the_article() -> None:
    found = page("KCN 2018", FIRST, SECOND, "Hà Nội", blocks=[(1, 3)])
    assert article_lines(found, set(), None) == [FIRST, SECOND]


def test_lines_that_were_voted_for_weigh_double() -> None:
    found = page(FIRST, SECOND, OTHER, OTHER + "..", blocks=[(0, 2), (2, 4)])
    assert len(article_lines(found, set(), None)) == 4
    assert article_lines(found, {FIRST, SECOND}, None) in ([FIRST, SECOND], [FIRST, SECOND, OTHER, OTHER + ".."])
    long = page(FIRST, SECOND, SECOND, OTHER, blocks=[(0, 3), (3, 4)])
    assert article_lines(long, {FIRST, SECOND}, None) == [FIRST, SECOND, SECOND]


def test_links_and_parts_are_left_out() -> None:
    link, part = Line(OTHER, len(OTHER)), Line(OTHER, 0, (1,))
    assert article_lines(page(FIRST, link, SECOND, part), set(), None) == [FIRST, SECOND]


def test_a_part_that_holds_most_of_the_page_is_misnamed() -> None:
    found = page(Line(FIRST, 0, (1,)), Line(SECOND, 0, (1,)), "Trang này")
    assert article_lines(found, set(), None)[:2] == [FIRST, SECOND]


def test_a_page_that_is_one_link_is_still_read() -> None:
    assert article_lines(page(Line(FIRST, len(FIRST)), Line(SECOND, len(SECOND))), set(), None) == [FIRST, SECOND]


def test_a_summary_between_title_and_block_belongs_to_it() -> None:
    found = page("Menu", "Kết quả năm 2018", FIRST, SECOND, SECOND, SECOND, SECOND, blocks=[(3, 7)])
    assert article_lines(found, set(), "Kết quả năm 2018") == [FIRST, SECOND, SECOND, SECOND, SECOND]


@pytest.mark.parametrize("heading", ["Ý kiến bạn đọc", "BÌNH LUẬN:", "Tin liên quan", "Các tin khác:"])
def test_what_follows_the_article_is_cut_off(heading: str) -> None:
    assert article_lines(page(FIRST, SECOND, SECOND, SECOND, heading, OTHER), set(), None)[-1] == SECOND


def test_a_list_of_articles_above_the_article_cuts_nothing_off() -> None:
    assert article_lines(page("Tin mới", FIRST, SECOND), set(), None)[-2:] == [FIRST, SECOND]


@pytest.mark.parametrize("line", ["Lượt xem: 4.519", "Chia sẻ", "Điện thoại: 0210.3811222", "Trang chủ"])
def test_furniture_by_its_wording_is_left_out(line: str) -> None:
    assert article_lines(page(FIRST, line, SECOND), set(), None) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("lines", "told", "title"),
    [
        (["KẾT QUẢ NĂM 2018", FIRST], ["Kết quả năm 2018 - Cổng thông tin"], "KẾT QUẢ NĂM 2018"),
        (["Kết quả năm 2018"], ["Ban Quản lý | Kết quả năm 2018"], "Kết quả năm 2018"),
        ([FIRST], ["Kết quả năm 2018 của Ban - Cổng"], "Kết quả năm 2018 của Ban"),
        ([FIRST], ["  "], None),
        ([FIRST], [], None),
    ],
)
def test_the_title_is_a_line_that_the_markup_tells(lines: list[str], told: list[str], title: str | None) -> None:
    assert title_of([Line(line) for line in lines], told) == title


def test_a_heading_is_the_title_where_the_markup_tells_none() -> None:
    assert title_of([Line("Trang"), Line("Kết quả", heading=True)], []) == "Kết quả"


def test_keys_are_lines_and_cells() -> None:
    assert keys_of("- một  hai\n| ba | 4 |") >= {"một hai", "ba", "4"}

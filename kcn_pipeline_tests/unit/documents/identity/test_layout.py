"""Where the title and the lead of a text stand, and what a mention there weighs."""

from __future__ import annotations

import pytest

from kcn_pipeline.documents.identity.layout import LEAD_CHARACTERS, LEAD_PROMINENCE, TITLE_PROMINENCE, Layout, layout_of
from kcn_pipeline.documents.skeleton import skeleton_of
from kcn_pipeline.quantities import Span
from kcn_pipeline_tests.unit.documents.damages import without_diacritics

TITLE = "Nhiều dự án mới vào các khu công nghiệp của tỉnh"
BODY = "Tính chung cả năm, số dự án mới tăng mạnh so với năm trước đó. " * 60


def layout(text: str, title: str | None = None) -> Layout:
    return layout_of(skeleton_of(text), title)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\r\n\r\n  ",
        "Cập nhật ngày 26/03/2020 - 15:55:25\n",
        "Tìm kiếm\nLượt truy cập\nTin tức\n",
        "Trang chủ | Giới thiệu | Sơ đồ trang | Liên hệ với chúng tôi\n",
        "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP TỈNH BẮC NINH\n",
        "UBND TỈNH BẮC NINH\nBAN QUẢN LÝ CÁC KCN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n",
        "Cổng thông tin điện tử Ban Quản lý các khu công nghiệp\n",
        "ỦY BAN NHÂN DÂN TỈNH BẮC NINH\nBắc Ninh, ngày 18 tháng 6 năm 2015\n",
        "Số 95/BC-KCN          Bắc Ninh, ngày 30/5/2011\n",
    ],
)
def test_the_title_is_the_first_line_that_is_no_furniture(before: str) -> None:
    text = f"{before}{TITLE}\n\n{BODY}"
    found = layout(text)
    assert found.title == TITLE
    assert found.title_span.of(text).strip() == TITLE


def test_furniture_is_known_in_text_without_diacritics() -> None:
    assert layout(without_diacritics(f"Cập nhật ngày 26/03/2020 lúc 10 giờ\n{TITLE}\n{BODY}")).title.startswith("Nhieu")


def test_a_title_that_names_its_office_is_no_letterhead() -> None:
    title = "Ban Quản lý các KCN Bắc Ninh tổng kết công tác năm 2019"
    assert layout(f"{title}\n{BODY}").title == title


def test_a_title_that_ends_with_a_day_is_no_dateline() -> None:
    title = "Họp báo tháng Sáu tại Hạ Long ngày 12/7/2019"
    assert layout(f"{title}\n{BODY}").title == title


def test_a_text_without_a_title_line_has_one_of_no_length() -> None:
    found = layout(BODY)
    assert BODY.startswith(found.title)
    assert len(found.title_span) == 0
    assert found.prominence(Span(0, 5)) == LEAD_PROMINENCE


def test_short_lines_alone_give_the_first_of_them() -> None:
    assert layout("Tin tức\nẢnh").title == "Tin tức"


def test_an_empty_text_has_an_empty_title() -> None:
    assert layout("").title == ""


def test_a_given_title_is_looked_for() -> None:
    text = f"Một dòng khác đứng ở trên cùng\n{TITLE}\n{BODY}"
    found = layout(text, TITLE)
    assert found.title_span.of(text) == TITLE


def test_a_given_title_that_is_not_in_the_text_names_it_all_the_same() -> None:
    found = layout(f"{TITLE}\n{BODY}", "Tên do người gửi đặt")
    assert found.title == "Tên do người gửi đặt"
    assert found.title_span == Span(0, len(TITLE))


def test_prominence_falls_from_title_to_lead_to_body() -> None:
    text = f"{TITLE}\n\n{BODY}"
    found = layout(text)
    body = len(TITLE) + 2
    assert found.prominence(Span(3, 8)) == TITLE_PROMINENCE
    assert found.prominence(Span(body, body + 5)) == LEAD_PROMINENCE
    assert found.prominence(Span(LEAD_CHARACTERS + 1, LEAD_CHARACTERS + 5)) == 1

"""Menus, counters, imprints, captions and page edges are removed; lines with statistics are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kcn_pipeline.cleaning.furniture import remove_furniture
from kcn_pipeline_tests.unit.cleaning.damages import SECOND, WHOLE, with_dropped_letters, without_marks


def left(text: str) -> str:
    return remove_furniture(text).apply(text)


def rules(text: str) -> list[str]:
    return [segment.rule for segment in remove_furniture(text).segments]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Lượt xem: 2044", "counter"),
        ("Số lần xem : 1.573", "counter"),
        ("  • Đang truy cập: 12", "counter"),
        ("Tổng lượt truy cập: 1 030 002", "counter"),
        ("Trang chủ | Giới thiệu | Tin tức | Liên hệ", "menu"),
        ("* Đăng nhập", "menu"),
        ("Chia sẻ Facebook Zalo In bài viết", "share"),
        ("* Các tin liên quan", "related"),
        ("© 2020 Cổng thông tin điện tử của tỉnh", "footer"),
        ("Điện thoại: 024.3888 7777 - Fax: 024.3888 7778", "footer"),
        ("Ghi rõ nguồn khi phát hành lại", "footer"),
        ("Trang 3/12", "page_number"),
        ("Ảnh: Công nhân trong giờ làm việc", "caption"),
        ("Ảnh minh họa", "caption"),
        ("Một góc khu công nghiệp nhìn từ trên cao. Ảnh: Minh Anh", "caption"),
        ("Lễ động thổ nhà máy mới (Nguồn ảnh: Cổng thông tin)", "caption"),
    ],
)
def test_furniture_is_emptied_and_its_line_break_stays(line: str, rule: str) -> None:
    text = f"{WHOLE}\n{line}\n{SECOND}"
    assert left(text) == f"{WHOLE}\n\n{SECOND}"
    assert rules(text) == [rule]


@pytest.mark.parametrize("damage", [with_dropped_letters, without_marks, str.upper])
def test_damaged_furniture_is_known_too(damage: Callable[[str], str]) -> None:
    assert not left(damage("Số lần xem: 297")).strip()
    assert not left(damage("Tin cùng chuyên mục")).strip()


def test_a_counter_behind_a_date_leaves_the_date() -> None:
    assert left("Cập nhật ngày: 19/04/2021 - Số lần xem: 297") == "Cập nhật ngày: 19/04/2021"


@pytest.mark.parametrize(
    "line",
    [
        WHOLE,
        "Số lượt truy cập đạt 1.030.002 lượt trong năm",
        "Trong tuần: 12 dự án được cấp mới",
        "Tổng số: 45",
        "Hôm nay: 34",
        "Giới thiệu",
        "Địa chỉ: lô A2, khu công nghiệp có quy mô 120 ha",
        "Email: gửi 12 hồ sơ",
        "Giấy phép số 12 cấp cho 3 dự án",
        "Thông báo về kết quả thu hút đầu tư",
        "Xem thêm báo cáo năm 2020",
        "Bình Dương | Đồng Nai | Long An",
        "1573",
        "Ảnh: 12 dự án được trao giấy chứng nhận",
        "Anh: chưa có nhà đầu tư nào",
        "Ảnh hưởng của dịch bệnh còn kéo dài",
        "Hình ảnh khu công nghiệp xanh được quảng bá rộng rãi",
    ],
)
def test_what_a_report_may_say_stays(line: str) -> None:
    assert left(f"{WHOLE}\n{line}\n{SECOND}") == f"{WHOLE}\n{line}\n{SECOND}"


def test_doubtful_counters_go_beside_certain_ones() -> None:
    text = f"{WHOLE}\nThống kê truy cập\n  • Hôm nay: 34\n  • Trong tuần: 12 242\n  • Tháng này: 45 178"
    assert left(text).rstrip() == WHOLE


def test_doubtful_counters_stay_when_text_stands_between() -> None:
    text = f"Lượt xem: 12\n{WHOLE}\nTổng số: 45"
    assert left(text) == f"\n{WHOLE}\nTổng số: 45"


def test_a_long_line_is_never_furniture() -> None:
    line = "Điện thoại: " + "rất dài " * 60
    assert left(line) == line


def pages(*edges: tuple[str, str]) -> str:
    return "\f".join(f"{head}\n{WHOLE}\n{foot}" for head, foot in edges)


def test_headers_that_repeat_and_page_numbers_go() -> None:
    text = pages(*((f"BÁO CÁO KẾT QUẢ – trang {n}", str(n)) for n in (4, 5, 6)))
    assert left(text) == pages(("", ""), ("", ""), ("", ""))
    assert set(rules(text)) == {"page_edge", "page_number"}


def test_numbers_that_do_not_count_the_pages_stay() -> None:
    text = pages(("Một", "412"), ("Hai", "7"), ("Ba", "95"))
    assert left(text) == text


def test_a_statistic_at_the_edge_of_every_page_stays() -> None:
    text = pages(*(("Tổng vốn 12 tỷ đồng", "–") for _ in range(3)))
    assert "Tổng vốn 12 tỷ đồng" in left(text)


def test_without_pages_no_line_is_an_edge() -> None:
    text = "\n".join(["Tiêu đề", WHOLE, "1"] * 4)
    assert left(text) == text


def test_segments_are_removals_of_the_kind_furniture() -> None:
    segments = remove_furniture("Đăng nhập\nLượt xem: 5").segments
    assert [(s.text, s.kind) for s in segments] == [("", "furniture"), ("", "furniture")]


def test_nothing_gives_nothing() -> None:
    assert left("") == ""
    assert left("\n\n \n") == "\n\n \n"

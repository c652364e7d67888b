"""Events of one day: awards to boards, conferences and their hosts."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline_tests.unit.extraction.events.test_told import DELTA, DELTA_NAME, of_kind

AWARDS = [
    (
        "Bộ trưởng Bộ Kế hoạch và Đầu tư tặng Cờ thi đua cho Ban Quản lý các KCN tỉnh Hà Nam.",
        [("ha-nam", "emulation_flag", "Bộ trưởng Bộ Kế hoạch và Đầu tư", "conferred", 2019)],
    ),
    (
        (
            "Khối đề nghị Bộ Kế hoạch và Đầu tư tặng Bằng khen cho Ban Quản lý các KCN tỉnh Hà Nam và "
            "Ban Quản lý các KCN tỉnh Hưng Yên."
        ),
        [
            ("ha-nam", "certificate_of_merit", "Bộ Kế hoạch và Đầu tư", "proposed", 2019),
            ("hung-yen", "certificate_of_merit", "Bộ Kế hoạch và Đầu tư", "proposed", 2019),
        ],
    ),
    (
        "Ban Quản lý các KCN tỉnh Hà Nam được tặng Bằng khen của Thủ tướng Chính phủ năm 2018.",
        [("ha-nam", "certificate_of_merit", "Thủ tướng Chính phủ", "conferred", 2018)],
    ),
    (
        "Ban Quản lý các KCN tỉnh Hà Nam vinh dự đón nhận Huân chương Lao động hạng Ba của Chủ tịch nước.",
        [("ha-nam", "labour_medal", "Chủ tịch nước", "conferred", 2019)],
    ),
    (
        (
            "Ghi nhận thành tích năm 2018, Bộ Kế hoạch và Đầu tư đã trao (tặng Cờ thi đua cho Ban Quản lý các KCN tỉnh "
            "Hà Nam; tặng Bằng khen cho Ban Quản lý các KCN tỉnh Hưng Yên)."
        ),
        [
            ("ha-nam", "emulation_flag", "Bộ Kế hoạch và Đầu tư", "conferred", 2018),
            ("hung-yen", "certificate_of_merit", "Bộ Kế hoạch và Đầu tư", "conferred", 2018),
        ],
    ),
    (
        "Khối suy tôn Ban Quản lý các KCN tỉnh Hà Nam nhận Cờ thi đua của Chính phủ.",
        [("ha-nam", "emulation_flag", "Chính phủ", "proposed", 2019)],
    ),
]
NO_AWARDS = [
    "Hội nghị trao Cờ thi đua và Bằng khen cho 5 đơn vị.",
    "Cờ thi đua là phần thưởng cao quý.",
    "Ban tặng giấy khen cho 12 cá nhân.",
    "Ban Quản lý các KCN tỉnh Hà Nam tặng Bằng khen cho 5 doanh nghiệp.",
    "Khen thưởng kịp thời các tập thể.",
]


@pytest.mark.parametrize(("text", "expected"), AWARDS)
def test_awards(text: str, expected: list[tuple[str, str, str, str, int]]) -> None:
    found = of_kind(text, "award")
    assert [(event.entity, event.award, event.giver, event.status, event.year) for event in found] == [
        (f"board:{board}", award, giver, status, year) for board, award, giver, status, year in expected
    ]


@pytest.mark.parametrize("text", NO_AWARDS)
def test_no_board_is_honoured(text: str) -> None:
    assert of_kind(text, "award") == []


def test_a_caption_repeats_the_award_without_its_year() -> None:
    told = "Năm 2018 có thành tích xuất sắc năm 2018, Bộ Kế hoạch và Đầu tư tặng Cờ thi đua cho "
    text = f"{told}Ban Quản lý các KCN tỉnh Hà Nam.\nTrao Cờ thi đua cho Ban Quản lý các KCN tỉnh Hà Nam"
    assert [event.year for event in of_kind(text, "award")] == [2018]


CONFERENCES = [
    (
        f"Ngày 12/7/2019, tại TP. Hạ Long, tỉnh Quảng Ninh, {DELTA_NAME} tổ chức Hội nghị sơ kết.",
        (date(2019, 7, 12), date(2019, 7, 12), "TP. Hạ Long, tỉnh Quảng Ninh", "mid_year_review"),
    ),
    (
        "Chiều ngày 27 tháng 12 năm 2019, Ban Quản lý các KCN đã tổ chức Hội nghị tổng kết công tác năm 2019.",
        (date(2019, 12, 27), date(2019, 12, 27), None, "year_end_review"),
    ),
    (
        f"Ngày 3-4/1/2020 tại tỉnh Hải Dương, {DELTA_NAME} tổ chức Hội nghị tổng kết năm 2019.",
        (date(2020, 1, 3), date(2020, 1, 4), "tỉnh Hải Dương", "year_end_review"),
    ),
    (
        f"Hội nghị sơ kết {DELTA_NAME} do Ban Quản lý các KCN tỉnh Hà Nam đăng cai ngày 13/7/2019.",
        (date(2019, 7, 13), date(2019, 7, 13), None, "mid_year_review"),
    ),
    (
        "Hội nghị giao ban diễn ra ngày 05/9/2019 tại Hà Nội.",
        (date(2019, 9, 5), date(2019, 9, 5), "Hà Nội", "conference"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CONFERENCES)
def test_conferences(text: str, expected: tuple[date, date, str | None, str]) -> None:
    (event,) = of_kind(text, "conference")
    assert (event.first_day, event.last_day, event.place, event.role) == expected
    assert event.entity == DELTA


@pytest.mark.parametrize(
    "text",
    [
        "Cập nhật ngày 26/03/2020.",
        "Kế hoạch số 12/KH-BQL ngày 05/9/2019 về hội nghị.",
        "Toàn cảnh Hội nghị",
        "Ngày 31/02/2019, Khối tổ chức Hội nghị sơ kết.",
    ],
)
def test_no_conference_is_dated(text: str) -> None:
    assert of_kind(text, "conference") == []


def test_hosts_of_this_conference_and_the_next() -> None:
    text = (
        "Ban Quản lý KKT tỉnh Quảng Ninh đăng cai tổ chức Hội nghị. "
        "Hội nghị tổng kết năm 2020 sẽ do Ban Quản lý các KCN tỉnh Hà Nam và "
        "Ban Quản lý các KCN tỉnh Hưng Yên đăng cai tổ chức."
    )
    assert [(event.entity, event.status, event.year) for event in of_kind(text, "host")] == [
        ("board:quang-ninh", "held", 2019),
        ("board:ha-nam", "planned", 2020),
        ("board:hung-yen", "planned", 2020),
    ]


def test_a_host_of_the_next_term() -> None:
    (event,) = of_kind("Ban Quản lý các KCN tỉnh Hà Nam nhận cờ đăng cai kỳ sau.", "host")
    assert (event.entity, event.status, event.year) == ("board:ha-nam", "planned", 2020)

"""Tables whose cells tell two things each, or say their own header.

Belongs here: the tables, in our own words, and the readings expected. Does not: assertions (`test_forms`).
"""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019
from kcn_pipeline_tests.unit.extraction.example_tables import Example

DELTA = "bloc:red-river-delta"

EXAMPLES = (
    Example(
        "a count and its money by a stroke",
        "Ban Quản lý | FDI cấp mới (DA/Tr.USD) | FDI tăng vốn (lượt/Tr.USD)\n"
        "Hải Dương | 13/88,4 | 7/41\n"
        "Hưng Yên | 6/30 | -\n"
        "Cộng | 19/118,4 | 7/41",
        (
            "13 · projects_licensed · 13 · project · fdi · board:hai-duong",
            "88,4 · capital_new · 88400000 · USD · fdi · board:hai-duong",
            "7 · project_expansions · 7 · project · fdi · board:hai-duong",
            "41 · capital_increase · 41000000 · USD · fdi · board:hai-duong",
            "6 · projects_licensed · 6 · project · fdi · board:hung-yen",
            "30 · capital_new · 30000000 · USD · fdi · board:hung-yen",
            "19 · projects_licensed · 19 · project · fdi",
            "118,4 · capital_new · 118400000 · USD · fdi",
            "7 · project_expansions · 7 · project · fdi",
            "41 · capital_increase · 41000000 · USD · fdi",
        ),
        publisher=DELTA,
        window=FIRST_HALF_2019,
    ),
    Example(
        "a count with its money in brackets",
        "Địa phương | Dự án FDI cấp mới (vốn, tr.USD) | Dự án DDI cấp mới (vốn, tỷ đồng)\n"
        "Hà Nội | 14 (88,3) | 5 (420)\n"
        "Vĩnh Phúc | 21 (150,7) | 3 (215,5)",
        (
            "14 · projects_licensed · 14 · project · fdi · board:ha-noi",
            "88,3 · capital_new · 88300000 · USD · fdi · board:ha-noi",
            "5 · projects_licensed · 5 · project · ddi · board:ha-noi",
            "420 · capital_new · 420000000000 · VND · ddi · board:ha-noi",
            "21 · projects_licensed · 21 · project · fdi · board:vinh-phuc",
            "150,7 · capital_new · 150700000 · USD · fdi · board:vinh-phuc",
            "3 · projects_licensed · 3 · project · ddi · board:vinh-phuc",
            "215,5 · capital_new · 215500000000 · VND · ddi · board:vinh-phuc",
        ),
        publisher=DELTA,
        window=FIRST_HALF_2019,
    ),
    Example(
        "two wordings by a stroke, the second of which leaves open what the first says",
        "Thời gian\tSố dự án cấp mới/Vốn đăng ký (tr.USD)\tXuất khẩu (tr.USD)\nQuý I\t4/21,5\t310\nQuý II\t7/40\t355,2",
        (
            "4 · projects_licensed · 4 · project · 2019-01-01..2019-03-31",
            "21,5 · capital_new · 21500000 · USD · 2019-01-01..2019-03-31",
            "310 · exports · 310000000 · USD · 2019-01-01..2019-03-31",
            "7 · projects_licensed · 7 · project · 2019-04-01..2019-06-30",
            "40 · capital_new · 40000000 · USD · 2019-04-01..2019-06-30",
            "355,2 · exports · 355200000 · USD · 2019-04-01..2019-06-30",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "rows of pairs",
        "TT | Chỉ tiêu | KH 2019 | TH 6 tháng\n"
        "1 | Số dự án/vốn FDI cấp mới (DA/tr.USD) | 20/250 | 11/130,4\n"
        "2 | Số dự án cấp mới/vốn đăng ký cấp mới (tỷ đồng) | 9/1.120 | 6/740\n"
        "3 | Dự án cấp mới (vốn, tỷ đồng) | 12 (960,5) | 5 (333)\n"
        "4 | Doanh thu (tỷ đồng) | 21.000 | 10.450",
        (
            "20 · projects_licensed · 20 · project · fdi · 2019-01-01..2019-12-31 · plan",
            "11 · projects_licensed · 11 · project · fdi",
            "250 · capital_new · 250000000 · USD · fdi · 2019-01-01..2019-12-31 · plan",
            "130,4 · capital_new · 130400000 · USD · fdi",
            "9 · projects_licensed · 9 · project · 2019-01-01..2019-12-31 · plan",
            "6 · projects_licensed · 6 · project",
            "1.120 · capital_new · 1120000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "740 · capital_new · 740000000000 · VND",
            "12 · projects_licensed · 12 · project · 2019-01-01..2019-12-31 · plan",
            "5 · projects_licensed · 5 · project",
            "960,5 · capital_new · 960500000000 · VND · 2019-01-01..2019-12-31 · plan",
            "333 · capital_new · 333000000000 · VND",
            "21.000 · revenue · 21000000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "10.450 · revenue · 10450000000000 · VND",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "a stroke, and an origin before it only",
        "Kỳ\tSố dự án FDI cấp mới/Vốn (tr.USD)\tXuất khẩu (tr.USD)\n"
        "6 tháng 2018\t4/21,5\t310\n"
        "6 tháng 2019\t7/40\t355,2",
        (
            "4 · projects_licensed · 4 · project · fdi · 2018-01-01..2018-06-30",
            "21,5 · capital_new · 21500000 · USD · fdi · 2018-01-01..2018-06-30",
            "310 · exports · 310000000 · USD · 2018-01-01..2018-06-30",
            "7 · projects_licensed · 7 · project · fdi",
            "40 · capital_new · 40000000 · USD · fdi",
            "355,2 · exports · 355200000 · USD",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "strokes under a header of one thing",
        "Chỉ tiêu | Kế hoạch | Thực hiện | Ghi chú\n"
        "Doanh thu (tỷ đồng) | 4.100 | 2.050 | 3/7\n"
        "Xuất khẩu (tr.USD) | 90 | 47 | 2/7",
        (
            "4.100 · revenue · 4100000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "2.050 · revenue · 2050000000000 · VND",
            "3/7 · - · 42.8571 · percent",
            "90 · exports · 90000000 · USD · 2019-01-01..2019-12-31 · plan",
            "47 · exports · 47000000 · USD",
            "2/7 · - · 28.5714 · percent",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "rows that say their header",
        "Chỉ tiêu: Doanh thu; Đơn vị: tỷ đồng; Kế hoạch: 3.700; Thực hiện: 1.924; Tỷ lệ: 52%\n"
        "Chỉ tiêu: Xuất khẩu; Đơn vị: triệu USD; Kế hoạch: 150; Thực hiện: 81; Tỷ lệ: 54%",
        (
            "3.700 · revenue · 3700000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "1.924 · revenue · 1924000000000 · VND",
            "52% · revenue · 52 · percent · vs_plan",
            "150 · exports · 150000000 · USD · 2019-01-01..2019-12-31 · plan",
            "81 · exports · 81000000 · USD",
            "54% · exports · 54 · percent · vs_plan",
        ),
        publisher="board:hung-yen",
        window=FIRST_HALF_2019,
    ),
    Example(
        "rows under dashes that say their header",
        "- Chỉ tiêu: Nhập khẩu - ĐVT: triệu USD - KH năm: 610 - TH 6 tháng: 297,6 - So cùng kỳ: 108%\n"
        "- Chỉ tiêu: Lao động - ĐVT: người - KH năm: 52.000 - TH 6 tháng: 50.310 - So cùng kỳ: 103%",
        (
            "610 · imports · 610000000 · USD · 2019-01-01..2019-12-31 · plan",
            "297,6 · imports · 297600000 · USD",
            "108% · imports · 108 · percent · yoy_index",
            "52.000 · workers · 52000 · person · ..2019-12-31 · plan",
            "50.310 · workers · 50310 · person",
            "103% · workers · 103 · percent · yoy_index",
        ),
        publisher="board:hung-yen",
        window=FIRST_HALF_2019,
    ),
    Example(
        "rows that say their header, with units in every cell",
        "Kỳ: năm 2018 | Doanh thu: 20.500 tỷ đồng | Xuất khẩu: 590 triệu USD\n"
        "Kỳ: năm 2017 | Doanh thu: 9.700 tỷ đồng | Xuất khẩu: 275 triệu USD",
        (
            "20.500 tỷ đồng · revenue · 20500000000000 · VND · 2018-01-01..2018-12-31",
            "590 triệu USD · exports · 590000000 · USD · 2018-01-01..2018-12-31",
            "9.700 tỷ đồng · revenue · 9700000000000 · VND · 2017-01-01..2017-12-31",
            "275 triệu USD · exports · 275000000 · USD · 2017-01-01..2017-12-31",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "one line of facts about a zone",
        "Tên KCN: Hòa Xá; Diện tích: 280 ha; Lao động: 20.900 người; Lấp đầy: 97%; Ghi chú: 1",
        (
            "280 ha · zone_area · 280 · ha · zone:hoa-xa",
            "20.900 người · workers · 20900 · person · zone:hoa-xa",
            "97% · occupancy_rate · 97 · percent · zone:hoa-xa",
        ),
        publisher="board:nam-dinh",
        window=FIRST_HALF_2019,
    ),
    Example(
        "prose with as many colons",
        "Về tài chính: doanh thu: 3.400 tỷ đồng; xuất khẩu: 66 triệu USD; nộp ngân sách: 47 tỷ đồng.",
        (
            "3.400 tỷ đồng · revenue · 3400000000000 · VND",
            "66 triệu USD · exports · 66000000 · USD",
            "47 tỷ đồng · budget_contribution · 47000000000 · VND",
        ),
        publisher="board:hung-yen",
        window=FIRST_HALF_2019,
    ),
)

"""Tables whose cells single blanks part, as readers of pages leave them.

Belongs here: the tables, in our own words, and the readings expected. Does not: assertions (`test_forms`).
"""

from __future__ import annotations

from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019
from kcn_pipeline_tests.unit.extraction.example_tables import Example

EXAMPLES = (
    Example(
        "labels wrapped over two lines",
        "STT Chỉ tiêu Đơn vị Kế hoạch 2019 Thực hiện 6 tháng TH/KH (%)\n"
        "1 Số dự án được cấp giấy chứng nhận\n"
        "đăng ký đầu tư mới dự án 80 48 60,0\n"
        "2 Kim ngạch xuất khẩu của các doanh\n"
        "nghiệp triệu USD 30.000 14.100 47,0\n"
        "3 Nộp ngân sách tỷ đồng 12.000 6.600 55,0",
        (
            "80 · projects_licensed · 80 · project · 2019-01-01..2019-12-31 · plan",
            "48 · projects_licensed · 48 · project",
            "60,0 · projects_licensed · 60 · percent · vs_plan",
            "30.000 · exports · 30000000000 · USD · 2019-01-01..2019-12-31 · plan",
            "14.100 · exports · 14100000000 · USD",
            "47,0 · exports · 47 · percent · vs_plan",
            "12.000 · budget_contribution · 12000000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "6.600 · budget_contribution · 6600000000000 · VND",
            "55,0 · budget_contribution · 55 · percent · vs_plan",
        ),
        publisher="board:bac-ninh",
        window=FIRST_HALF_2019,
    ),
    Example(
        "a section right under the header",
        "STT Nội dung ĐVT Thực hiện 6 tháng 2018 Thực hiện 6 tháng 2019 So sánh (%)\n"
        "I. Thu hút đầu tư\n"
        "1. Số dự án FDI cấp mới dự án 10 12 120\n"
        "2. Vốn FDI cấp mới triệu USD 100,0 90,0 90\n"
        "II. Sản xuất kinh doanh\n"
        "1. Doanh thu tỷ đồng 30.000 33.000 110",
        (
            "10 · projects_licensed · 10 · project · fdi · 2018-01-01..2018-06-30",
            "12 · projects_licensed · 12 · project · fdi",
            "120 · projects_licensed · 120 · percent · yoy_index · fdi",
            "100,0 · capital_new · 100000000 · USD · fdi · 2018-01-01..2018-06-30",
            "90,0 · capital_new · 90000000 · USD · fdi",
            "90 · capital_new · 90 · percent · yoy_index · fdi",
            "30.000 · revenue · 30000000000000 · VND · 2018-01-01..2018-06-30",
            "33.000 · revenue · 33000000000000 · VND",
            "110 · revenue · 110 · percent · yoy_index",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "an origin over a section",
        "STT Nội dung ĐVT Thực hiện 6 tháng 2018 Thực hiện 6 tháng 2019\n"
        "I. Dự án FDI\n"
        "1. Số dự án cấp mới dự án 10 12\n"
        "2. Vốn đăng ký cấp mới triệu USD 100,0 90,0\n"
        "II. Dự án DDI\n"
        "1. Số dự án cấp mới dự án 4 7",
        (
            "10 · projects_licensed · 10 · project · fdi · 2018-01-01..2018-06-30",
            "12 · projects_licensed · 12 · project · fdi",
            "100,0 · capital_new · 100000000 · USD · fdi · 2018-01-01..2018-06-30",
            "90,0 · capital_new · 90000000 · USD · fdi",
            "4 · projects_licensed · 4 · project · ddi · 2018-01-01..2018-06-30",
            "7 · projects_licensed · 7 · project · ddi",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "years over units in brackets",
        "Chỉ tiêu 2017 2018 2019\n"
        "Doanh thu (tỷ đồng) 16.200 17.800 19.500\n"
        "Nộp ngân sách (tỷ đồng) 1.910 2.040 2.350\n"
        "Lao động (người) 72.300 74.000 77.500",
        (
            "16.200 · revenue · 16200000000000 · VND · 2017-01-01..2017-12-31",
            "17.800 · revenue · 17800000000000 · VND · 2018-01-01..2018-12-31",
            "19.500 · revenue · 19500000000000 · VND",
            "1.910 · budget_contribution · 1910000000000 · VND · 2017-01-01..2017-12-31",
            "2.040 · budget_contribution · 2040000000000 · VND · 2018-01-01..2018-12-31",
            "2.350 · budget_contribution · 2350000000000 · VND",
            "72.300 · workers · 72300 · person · ..2017-12-31",
            "74.000 · workers · 74000 · person · ..2018-12-31",
            "77.500 · workers · 77500 · person",
        ),
        publisher="board:da-nang",
    ),
    Example(
        "units in brackets",
        "Chỉ tiêu Kế hoạch Thực hiện Tỷ lệ %\n"
        "Dự án cấp mới (dự án) 45 54 120\n"
        "Doanh thu (triệu USD) 5.000 5.500 110\n"
        "Lao động (người) 60.000 62.400 104",
        (
            "45 · projects_licensed · 45 · project · 2019-01-01..2019-12-31 · plan",
            "54 · projects_licensed · 54 · project",
            "120 · projects_licensed · 120 · percent · vs_plan",
            "5.000 · revenue · 5000000000 · USD · 2019-01-01..2019-12-31 · plan",
            "5.500 · revenue · 5500000000 · USD",
            "110 · revenue · 110 · percent · vs_plan",
            "60.000 · workers · 60000 · person · ..2019-12-31 · plan",
            "62.400 · workers · 62400 · person",
            "104 · workers · 104 · percent · vs_plan",
        ),
        publisher="board:hung-yen",
        window=FIRST_HALF_2019,
    ),
    Example(
        "a column over units before years",
        "Chỉ tiêu ĐVT 2016 2017 2018 2019 2020\n"
        "Số dự án cấp mới dự án 40 44 50 60 42\n"
        "Xuất khẩu triệu USD 3.100 4.000 5.200 6.600 8.100",
        (
            "40 · projects_licensed · 40 · project · 2016-01-01..2016-12-31",
            "44 · projects_licensed · 44 · project · 2017-01-01..2017-12-31",
            "50 · projects_licensed · 50 · project · 2018-01-01..2018-12-31",
            "60 · projects_licensed · 60 · project · 2019-01-01..2019-12-31",
            "42 · projects_licensed · 42 · project",
            "3.100 · exports · 3100000000 · USD · 2016-01-01..2016-12-31",
            "4.000 · exports · 4000000000 · USD · 2017-01-01..2017-12-31",
            "5.200 · exports · 5200000000 · USD · 2018-01-01..2018-12-31",
            "6.600 · exports · 6600000000 · USD · 2019-01-01..2019-12-31",
            "8.100 · exports · 8100000000 · USD",
        ),
        publisher="board:bac-giang",
        window=Window.of_year(2020),
    ),
    Example(
        "a header of many lines",
        "TT Chỉ tiêu Đơn vị\n"
        "tính\n"
        "Kế hoạch\n"
        "năm 2019\n"
        "Thực hiện\n"
        "6 tháng\n"
        "1 Số dự án cấp mới dự án 40 22\n"
        "2 Xuất khẩu triệu USD 1.400 702,5\n"
        "3 Nộp ngân sách tỷ đồng 1.900 1.010",
        (
            "40 · projects_licensed · 40 · project · 2019-01-01..2019-12-31 · plan",
            "22 · projects_licensed · 22 · project",
            "1.400 · exports · 1400000000 · USD · 2019-01-01..2019-12-31 · plan",
            "702,5 · exports · 702500000 · USD",
            "1.900 · budget_contribution · 1900000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "1.010 · budget_contribution · 1010000000000 · VND",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "years compared in a header",
        "TT Chỉ tiêu ĐVT TH 2018 KH 2019 TH 2019 TH/KH (%) 2019/2018 (%)\n"
        "1 Doanh thu tỷ đồng 36.000 40.000 41.400 103,5 115,0\n"
        "2 Nộp ngân sách tỷ đồng 1.500 1.800 1.710 95,0 114,0",
        (
            "36.000 · revenue · 36000000000000 · VND · 2018-01-01..2018-12-31",
            "40.000 · revenue · 40000000000000 · VND · plan",
            "41.400 · revenue · 41400000000000 · VND",
            "103,5 · revenue · 103.5 · percent · vs_plan",
            "115,0 · revenue · 115 · percent · yoy_index",
            "1.500 · budget_contribution · 1500000000000 · VND · 2018-01-01..2018-12-31",
            "1.800 · budget_contribution · 1800000000000 · VND · plan",
            "1.710 · budget_contribution · 1710000000000 · VND",
            "95,0 · budget_contribution · 95 · percent · vs_plan",
            "114,0 · budget_contribution · 114 · percent · yoy_index",
        ),
        publisher="board:ha-nam",
    ),
    Example(
        "words of a title in the first header",
        "STT Ban Quản lý Số dự án cấp mới Vốn FDI cấp mới (triệu USD) Lao động (người)\n"
        "1 Bắc Ninh 60 410,5 310.000\n"
        "2 Vĩnh Phúc 31 205,0 95.000\n"
        "Tổng cộng 91 615,5 405.000",
        (
            "60 · projects_licensed · 60 · project · board:bac-ninh",
            "410,5 · capital_new · 410500000 · USD · fdi · board:bac-ninh",
            "310.000 · workers · 310000 · person · board:bac-ninh",
            "31 · projects_licensed · 31 · project · board:vinh-phuc",
            "205,0 · capital_new · 205000000 · USD · fdi · board:vinh-phuc",
            "95.000 · workers · 95000 · person · board:vinh-phuc",
            "91 · projects_licensed · 91 · project",
            "615,5 · capital_new · 615500000 · USD · fdi",
            "405.000 · workers · 405000 · person",
        ),
        publisher="bloc:red-river-delta",
        window=FIRST_HALF_2019,
    ),
    Example(
        "a cell a line, months over columns",
        "Chỉ tiêu\n"
        "Đơn vị tính\n"
        "6 tháng 2018\n"
        "6 tháng 2019\n"
        "Doanh thu\n"
        "tỷ đồng\n"
        "18.000\n"
        "20.700\n"
        "Xuất khẩu\n"
        "triệu USD\n"
        "610\n"
        "702,5",
        (
            "18.000 · revenue · 18000000000000 · VND · 2018-01-01..2018-06-30",
            "20.700 · revenue · 20700000000000 · VND",
            "610 · exports · 610000000 · USD · 2018-01-01..2018-06-30",
            "702,5 · exports · 702500000 · USD",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "tabs before a second header",
        "Chỉ tiêu\tĐVT\tThực hiện 6 tháng\tSo sánh (%)\t\n"
        "\t\t\tKH năm\tCùng kỳ\n"
        "Doanh thu\ttỷ đồng\t20.700\t49,3\t115\n"
        "Xuất khẩu\ttriệu USD\t702,5\t52\t115,2",
        (
            "20.700 · revenue · 20700000000000 · VND",
            "49,3 · revenue · 49.3 · percent · vs_plan",
            "115 · revenue · 115 · percent · yoy_index",
            "702,5 · exports · 702500000 · USD",
            "52 · exports · 52 · percent · vs_plan",
            "115,2 · exports · 115.2 · percent · yoy_index",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
)

"""Tables whose headings and group headers say what their labels leave open.

Belongs here: the tables, in our own words, and the readings expected. Does not: assertions (`test_forms`).
"""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019
from kcn_pipeline_tests.unit.extraction.example_tables import Example

DELTA = "bloc:red-river-delta"

EXAMPLES = (
    Example(
        "metric, then origin, then count and money",
        "TT\tNội dung\tĐVT\tTH 6T/2019\n"
        "I\tThu hút đầu tư\t\t\n"
        "1\tCấp mới\t\t\n"
        "a)\tFDI\t\t\n"
        "-\tSố dự án\tdự án\t21\n"
        "-\tVốn đăng ký\ttriệu USD\t262,4\n"
        "b)\tTrong nước\t\t\n"
        "-\tSố dự án\tdự án\t5\n"
        "-\tVốn đăng ký\ttỷ đồng\t640\n"
        "2\tĐiều chỉnh tăng vốn\t\t\n"
        "a)\tFDI\t\t\n"
        "-\tSố lượt\tdự án\t17\n"
        "-\tVốn\ttriệu USD\t131\n"
        "II\tKết quả SXKD\t\t\n"
        "1\tDoanh thu\ttỷ đồng\t41.370",
        (
            "21 · projects_licensed · 21 · project · fdi",
            "262,4 · capital_new · 262400000 · USD · fdi",
            "5 · projects_licensed · 5 · project · ddi",
            "640 · capital_new · 640000000000 · VND · ddi",
            "17 · project_expansions · 17 · project · fdi",
            "131 · capital_increase · 131000000 · USD · fdi",
            "41.370 · revenue · 41370000000000 · VND",
        ),
        publisher="board:bac-giang",
        window=FIRST_HALF_2019,
    ),
    Example(
        "origin, then metric, and no header",
        "A. FDI | | \n"
        "1. Cấp mới | | \n"
        "Số dự án | dự án | 14\n"
        "Vốn đăng ký | tr.USD | 122\n"
        "2. Tăng vốn | | \n"
        "Số dự án | dự án | 9\n"
        "Vốn | tr.USD | 61,4\n"
        "B. Trong nước | | \n"
        "1. Cấp mới | | \n"
        "Số dự án | dự án | 5\n"
        "Vốn đăng ký | tỷ đồng | 350",
        (
            "14 · projects_licensed · 14 · project · fdi",
            "122 · capital_new · 122000000 · USD · fdi",
            "9 · project_expansions · 9 · project · fdi",
            "61,4 · capital_increase · 61400000 · USD · fdi",
            "5 · projects_licensed · 5 · project · ddi",
            "350 · capital_new · 350000000000 · VND · ddi",
        ),
        publisher="board:bac-giang",
        window=FIRST_HALF_2019,
    ),
    Example(
        "stocks and disbursement under headings",
        "TT | Chỉ tiêu | Đơn vị | Thực hiện\n"
        "1 | Lũy kế đến 30/6/2019 | |\n"
        " | Số dự án FDI | dự án | 312\n"
        " | Vốn đăng ký | triệu USD | 5.104,3\n"
        " | Số dự án trong nước | dự án | 118\n"
        " | Vốn đăng ký | tỷ đồng | 12.480\n"
        "2 | Vốn thực hiện trong kỳ | |\n"
        " | FDI | triệu USD | 190,5\n"
        " | DDI | tỷ đồng | 1.020",
        (
            "312 · projects_active · 312 · project · fdi",
            "5.104,3 · capital_registered · 5104300000 · USD · fdi",
            "118 · projects_active · 118 · project · ddi",
            "12.480 · capital_registered · 12480000000000 · VND · ddi",
            "190,5 · capital_disbursed · 190500000 · USD · fdi",
            "1.020 · capital_disbursed · 1020000000000 · VND · ddi",
        ),
        publisher="board:bac-giang",
        window=FIRST_HALF_2019,
    ),
    Example(
        "parts by origin without a unit of their own",
        "Chỉ tiêu\tNăm 2018\t6 tháng 2019\n"
        "Số dự án cấp mới\t42\t20\n"
        "- FDI\t29\t13\n"
        "- Trong nước\t13\t7\n"
        "Doanh thu (tỷ đồng)\t31.450\t16.800",
        (
            "42 · projects_licensed · 42 · project · 2018-01-01..2018-12-31",
            "20 · projects_licensed · 20 · project",
            "29 · projects_licensed · 29 · project · fdi · 2018-01-01..2018-12-31",
            "13 · projects_licensed · 13 · project · fdi",
            "13 · projects_licensed · 13 · project · ddi · 2018-01-01..2018-12-31",
            "7 · projects_licensed · 7 · project · ddi",
            "31.450 · revenue · 31450000000000 · VND · 2018-01-01..2018-12-31",
            "16.800 · revenue · 16800000000000 · VND",
        ),
        publisher="board:bac-ninh",
        window=FIRST_HALF_2019,
    ),
    Example(
        "counts and their parts behind colons",
        "Kết quả thu hút đầu tư:\nSố dự án cấp mới: 20\n- FDI: 13\n- DDI: 7",
        (
            "20 · projects_licensed · 20 · project",
            "13 · projects_licensed · 13 · project · fdi",
            "7 · projects_licensed · 7 · project · ddi",
        ),
        publisher="board:bac-ninh",
        window=FIRST_HALF_2019,
    ),
    Example(
        "a number that ends what stood under the one before it",
        "TT | Chỉ tiêu | Đơn vị | Thực hiện\n"
        "1 | Thu hút FDI | |\n"
        " | Số dự án cấp mới | dự án | 19\n"
        "2 | Số dự án thu hồi | dự án | 3",
        (
            "19 · projects_licensed · 19 · project · fdi",
            "3 · projects_revoked · 3 · project",
        ),
        publisher="board:bac-ninh",
        window=FIRST_HALF_2019,
    ),
    Example(
        "group headers over money alone",
        "Quốc gia | Cấp mới | Lũy kế\n"
        " | Vốn đăng ký (tr.USD) | Vốn đăng ký (tr.USD)\n"
        "Hồng Kông | 21,3 | 410\n"
        "Trung Quốc | 33 | 288,4",
        (
            "21,3 · capital_new · 21300000 · USD · fdi · country:hong-kong",
            "410 · capital_registered · 410000000 · USD · fdi · country:hong-kong",
            "33 · capital_new · 33000000 · USD · fdi · country:china",
            "288,4 · capital_registered · 288400000 · USD · fdi · country:china",
        ),
        publisher="board:hai-duong",
        window=FIRST_HALF_2019,
    ),
    Example(
        "a heading of stocks, and one that turns to another matter",
        "Chỉ tiêu | Đơn vị | Kết quả\n"
        "Thu hút FDI | |\n"
        "Số dự án cấp mới | dự án | 19\n"
        "Lũy kế | |\n"
        "Số dự án | dự án | 1.410\n"
        "Vốn đăng ký | triệu USD | 17.820",
        (
            "19 · projects_licensed · 19 · project · fdi",
            "1.410 · projects_active · 1410 · project",
            "17.820 · capital_registered · 17820000000 · USD",
        ),
        publisher="board:hai-duong",
        window=FIRST_HALF_2019,
    ),
    Example(
        "group headers",
        "Quốc gia | Cấp mới | | Lũy kế |\n"
        " | Số dự án | Vốn (tr.USD) | Số dự án | Vốn ĐK (tr.USD)\n"
        "Hồng Kông | 4 | 21,3 | 29 | 410\n"
        "Trung Quốc | 7 | 33 | 41 | 288,4",
        (
            "4 · projects_licensed · 4 · project · fdi · country:hong-kong",
            "21,3 · capital_new · 21300000 · USD · fdi · country:hong-kong",
            "29 · projects_active · 29 · project · fdi · country:hong-kong",
            "410 · capital_registered · 410000000 · USD · fdi · country:hong-kong",
            "7 · projects_licensed · 7 · project · fdi · country:china",
            "33 · capital_new · 33000000 · USD · fdi · country:china",
            "41 · projects_active · 41 · project · fdi · country:china",
            "288,4 · capital_registered · 288400000 · USD · fdi · country:china",
        ),
        publisher="board:hai-duong",
        window=FIRST_HALF_2019,
    ),
    Example(
        "group headers that left no empty cells behind",
        "TT\tBan Quản lý\tFDI\tDDI\n"
        "\t\tSố dự án cấp mới\tVốn (tr.USD)\tSố dự án cấp mới\tVốn (tỷ đồng)\n"
        "1\tHải Dương\t14\t96,5\t3\t410\n"
        "2\tHưng Yên\t9\t51\t6\t1.020,5",
        (
            "14 · projects_licensed · 14 · project · fdi · board:hai-duong",
            "96,5 · capital_new · 96500000 · USD · fdi · board:hai-duong",
            "3 · projects_licensed · 3 · project · ddi · board:hai-duong",
            "410 · capital_new · 410000000000 · VND · ddi · board:hai-duong",
            "9 · projects_licensed · 9 · project · fdi · board:hung-yen",
            "51 · capital_new · 51000000 · USD · fdi · board:hung-yen",
            "6 · projects_licensed · 6 · project · ddi · board:hung-yen",
            "1.020,5 · capital_new · 1020500000000 · VND · ddi · board:hung-yen",
        ),
        publisher=DELTA,
        window=FIRST_HALF_2019,
    ),
    Example(
        "years over parts of them",
        "Chỉ tiêu | ĐVT | Năm 2018 | | Năm 2019 |\n"
        " | | 6 tháng | Cả năm | Kế hoạch | ƯTH 6 tháng\n"
        "Doanh thu | tỷ đồng | 7.100 | 15.300 | 17.000 | 8.240\n"
        "Xuất khẩu | tr.USD | 310 | 655 | 720 | 342,6",
        (
            "7.100 · revenue · 7100000000000 · VND · 2018-01-01..2018-06-30",
            "15.300 · revenue · 15300000000000 · VND · 2018-01-01..2018-12-31",
            "17.000 · revenue · 17000000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "8.240 · revenue · 8240000000000 · VND",
            "310 · exports · 310000000 · USD · 2018-01-01..2018-06-30",
            "655 · exports · 655000000 · USD · 2018-01-01..2018-12-31",
            "720 · exports · 720000000 · USD · 2019-01-01..2019-12-31 · plan",
            "342,6 · exports · 342600000 · USD",
        ),
        publisher="board:nam-dinh",
        window=FIRST_HALF_2019,
    ),
    Example(
        "the scale of the unit in digits",
        "Chỉ tiêu | Thực hiện tháng 6 | Lũy kế 6 tháng\n"
        "Xuất khẩu (1.000 USD) | 41.450 | 230.310\n"
        "Nộp ngân sách (1.000.000 đồng) | 18.200 | 105.700",
        (
            "41.450 · exports · 41450000 · USD · 2019-06-01..2019-06-30",
            "230.310 · exports · 230310000 · USD",
            "18.200 · budget_contribution · 18200000000 · VND · 2019-06-01..2019-06-30",
            "105.700 · budget_contribution · 105700000000 · VND",
        ),
        publisher="board:nam-dinh",
        window=FIRST_HALF_2019,
    ),
)

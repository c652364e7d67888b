"""Tables without a header, whose columns their numbers or the lines above tell.

Belongs here: the tables, in our own words, and the readings expected. Does not: assertions (`test_forms`).
"""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019
from kcn_pipeline_tests.unit.extraction.example_tables import Example

EXAMPLES = (
    Example(
        "a ratio without a word",
        "Kết quả thực hiện 6 tháng đầu năm 2019:\n"
        "1 | Số dự án cấp mới | dự án | 12 | 15 | 125%\n"
        "2 | Vốn FDI cấp mới | triệu USD | 200 | 240 | 120%\n"
        "3 | Nộp ngân sách | tỷ đồng | 800 | 880 | 110%",
        (
            "12 · - · 12 · project",
            "15 · projects_licensed · 15 · project",
            "125% · - · 125 · percent",
            "200 · - · 200000000 · USD",
            "240 · capital_new · 240000000 · USD · fdi",
            "120% · - · 120 · percent",
            "800 · - · 800000000000 · VND",
            "880 · budget_contribution · 880000000000 · VND",
            "110% · - · 110 · percent",
        ),
        publisher="board:hai-duong",
        window=FIRST_HALF_2019,
    ),
    Example(
        "a ratio to the period before",
        "Kết quả 6 tháng đầu năm 2019 so với cùng kỳ năm 2018\n"
        "Doanh thu triệu USD 2.000 2.300 115%\n"
        "Xuất khẩu triệu USD 1.600 1.760 110%",
        (
            "2.000 · revenue · 2000000000 · USD · 2018-01-01..2018-06-30",
            "2.300 · revenue · 2300000000 · USD",
            "115% · revenue · 115 · percent · yoy_index",
            "1.600 · exports · 1600000000 · USD · 2018-01-01..2018-06-30",
            "1.760 · exports · 1760000000 · USD",
            "110% · exports · 110 · percent · yoy_index",
        ),
        publisher="board:hai-duong",
        window=FIRST_HALF_2019,
    ),
    Example(
        "growth beside its amounts",
        "Một số chỉ tiêu so với cùng kỳ năm 2018\n"
        "1 | Doanh thu | tỷ đồng | 18.000 | 20.700 | 15,0\n"
        "2 | Xuất khẩu | triệu USD | 600 | 630 | 5,0",
        (
            "18.000 · revenue · 18000000000000 · VND · 2018-01-01..2018-06-30",
            "20.700 · revenue · 20700000000000 · VND",
            "15,0 · revenue · 15 · percent · yoy",
            "600 · exports · 600000000 · USD · 2018-01-01..2018-06-30",
            "630 · exports · 630000000 · USD",
            "5,0 · exports · 5 · percent · yoy",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "columns told in a sentence",
        "Kế hoạch năm 2019, thực hiện 6 tháng và tỷ lệ thực hiện (%)\n"
        "Đơn vị tính: tỷ đồng\n"
        "Doanh thu: 20.000; 11.000; 55%\n"
        "Nộp ngân sách: 1.200; 540; 45%",
        (
            "20.000 · revenue · 20000000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "11.000 · revenue · 11000000000000 · VND",
            "55% · revenue · 55 · percent · vs_plan",
            "1.200 · budget_contribution · 1200000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "540 · budget_contribution · 540000000000 · VND",
            "45% · budget_contribution · 45 · percent · vs_plan",
        ),
        publisher="board:nghe-an",
        window=FIRST_HALF_2019,
    ),
    Example(
        "columns told in brackets",
        "Các chỉ tiêu năm 2019 (kế hoạch, thực hiện, tỷ lệ %):\n"
        "Doanh thu (tỷ đồng): 42.000; 44.100; 105\n"
        "Lao động (người): 50.000; 49.000; 98",
        (
            "42.000 · revenue · 42000000000000 · VND · plan",
            "44.100 · revenue · 44100000000000 · VND",
            "105 · revenue · 105 · percent · vs_plan",
            "50.000 · workers · 50000 · person · plan",
            "49.000 · workers · 49000 · person",
            "98 · workers · 98 · percent · vs_plan",
        ),
        publisher="board:ha-nam",
    ),
    Example(
        "periods told above",
        "Cùng kỳ năm 2018 / 6 tháng đầu năm 2019 (tỷ đồng)\nDoanh thu: 8.200 / 9.430\nNộp ngân sách: 510 / 565",
        (
            "8.200 · revenue · 8200000000000 · VND · 2018-01-01..2018-06-30",
            "9.430 · revenue · 9430000000000 · VND",
            "510 · budget_contribution · 510000000000 · VND · 2018-01-01..2018-06-30",
            "565 · budget_contribution · 565000000000 · VND",
        ),
        publisher="board:nghe-an",
        window=FIRST_HALF_2019,
    ),
)

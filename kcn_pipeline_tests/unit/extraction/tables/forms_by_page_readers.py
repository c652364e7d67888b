"""Tables as readers of pages leave them: blank lines between rows and cells, numbers run together, corners empty.

Belongs here: the tables, in our own words, and the readings expected. Does not: assertions (`test_forms`).
"""

from __future__ import annotations

from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019
from kcn_pipeline_tests.unit.extraction.example_tables import Example

EXAMPLES = (
    Example(
        "blank lines between rows and around a heading",
        "TT Chỉ tiêu ĐVT Thực hiện 2018 Kế hoạch 2019 Ước TH 2019 TH/KH (%)\n"
        "2019/2018 (%)\n\n"
        "1 Dự án cấp mới Dự án 20 25 30 120,0 150,0\n\n"
        "1.1 Trong đó: FDI Dự án 10 12 15 125,0 150,0\n\n"
        "2 Vốn đăng ký cấp mới\n\n"
        "2.1 Vốn FDI Triệu USD 200 250 300 120,0 150,0\n\n"
        "3 Doanh thu Tỷ đồng 40.000 44.000 46.200 105,0 -",
        (
            "20 · projects_licensed · 20 · project · 2018-01-01..2018-12-31",
            "25 · projects_licensed · 25 · project · plan",
            "30 · projects_licensed · 30 · project · approx",
            "120,0 · projects_licensed · 120 · percent · vs_plan",
            "150,0 · projects_licensed · 150 · percent · yoy_index",
            "10 · projects_licensed · 10 · project · fdi · 2018-01-01..2018-12-31",
            "12 · projects_licensed · 12 · project · fdi · plan",
            "15 · projects_licensed · 15 · project · fdi · approx",
            "125,0 · projects_licensed · 125 · percent · vs_plan · fdi",
            "150,0 · projects_licensed · 150 · percent · yoy_index · fdi",
            "200 · capital_new · 200000000 · USD · fdi · 2018-01-01..2018-12-31",
            "250 · capital_new · 250000000 · USD · fdi · plan",
            "300 · capital_new · 300000000 · USD · fdi · approx",
            "120,0 · capital_new · 120 · percent · vs_plan · fdi",
            "150,0 · capital_new · 150 · percent · yoy_index · fdi",
            "40.000 · revenue · 40000000000000 · VND · 2018-01-01..2018-12-31",
            "44.000 · revenue · 44000000000000 · VND · plan",
            "46.200 · revenue · 46200000000000 · VND · approx",
            "105,0 · revenue · 105 · percent · vs_plan",
        ),
        publisher="board:ha-nam",
    ),
    Example(
        "cells that begin alike",
        "Đơn vị DA FDI mới Vốn FDI mới (triệu USD) DA DDI mới Vốn DDI mới (tỷ đồng)\n"
        "Bắc Ninh 25 410,5 6 1.250\n\n"
        "Vĩnh Phúc 14 205,0 3 640",
        (
            "25 · projects_licensed · 25 · project · fdi · board:bac-ninh",
            "410,5 · capital_new · 410500000 · USD · fdi · board:bac-ninh",
            "6 · projects_licensed · 6 · project · ddi · board:bac-ninh",
            "1.250 · capital_new · 1250000000000 · VND · ddi · board:bac-ninh",
            "14 · projects_licensed · 14 · project · fdi · board:vinh-phuc",
            "205,0 · capital_new · 205000000 · USD · fdi · board:vinh-phuc",
            "3 · projects_licensed · 3 · project · ddi · board:vinh-phuc",
            "640 · capital_new · 640000000000 · VND · ddi · board:vinh-phuc",
        ),
        publisher="bloc:red-river-delta",
        window=FIRST_HALF_2019,
    ),
    Example(
        "nothing over the labels, and a row whose numbers ran together",
        "THU HÚT ĐẦU TƯ THEO QUÝ, NĂM 2019\n\n"
        "Quý I Quý II Quý III 9 tháng\n\n"
        "Dự án FDI cấp mới 47 3 14\n\n"
        "Vốn FDI cấp mới (triệu USD) 20,5 61,0 18,5 100,0\n\n"
        "Vốn FDI tăng thêm (triệu USD) 5,0 12,5 2,5 20,0",
        (
            "20,5 · capital_new · 20500000 · USD · fdi · 2019-01-01..2019-03-31",
            "61,0 · capital_new · 61000000 · USD · fdi · 2019-04-01..2019-06-30",
            "18,5 · capital_new · 18500000 · USD · fdi · 2019-07-01..2019-09-30",
            "100,0 · capital_new · 100000000 · USD · fdi",
            "5,0 · capital_increase · 5000000 · USD · fdi · 2019-01-01..2019-03-31",
            "12,5 · capital_increase · 12500000 · USD · fdi · 2019-04-01..2019-06-30",
            "2,5 · capital_increase · 2500000 · USD · fdi · 2019-07-01..2019-09-30",
            "20,0 · capital_increase · 20000000 · USD · fdi",
        ),
        publisher="board:ha-nam",
        window=Window.of_months(2019, 1, 9),
    ),
    Example(
        "a cell a line, blank lines between some, and a separator misread",
        "STT\n\nChỉ tiêu\n\nĐVT\nKH năm 2019\n\nTH 6 tháng\nSo KH (%)\n\n"
        "1\n\nDoanh thu\ntỷ đồng\n\n40.000\n\n21.000\n\n52,5\n\n"
        "2\nXuất khẩu\n\ntriệu USD\n1.200\n636\n\n53;0\n\n"
        "3\n\nLao động\n\nngười\n50.000\n48.000\n96,0",
        (
            "40.000 · revenue · 40000000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "21.000 · revenue · 21000000000000 · VND",
            "52,5 · revenue · 52.5 · percent · vs_plan",
            "1.200 · exports · 1200000000 · USD · 2019-01-01..2019-12-31 · plan",
            "636 · exports · 636000000 · USD",
            "50.000 · workers · 50000 · person · ..2019-12-31 · plan",
            "48.000 · workers · 48000 · person",
            "96,0 · workers · 96 · percent · vs_plan",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "two tables of a cell a line, a blank line between",
        "Chỉ tiêu\nĐơn vị\nKế hoạch 2019\nThực hiện 6 tháng\n"
        "Doanh thu\ntỷ đồng\n40.000\n21.000\nXuất khẩu\ntriệu USD\n1.200\n636\n\n"
        "Chỉ tiêu\nĐơn vị\n6 tháng 2018\n6 tháng 2019\n"
        "Nhập khẩu\ntriệu USD\n480\n510\nNộp ngân sách\ntỷ đồng\n900\n1.012",
        (
            "40.000 · revenue · 40000000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "21.000 · revenue · 21000000000000 · VND",
            "1.200 · exports · 1200000000 · USD · 2019-01-01..2019-12-31 · plan",
            "636 · exports · 636000000 · USD",
            "480 · imports · 480000000 · USD · 2018-01-01..2018-06-30",
            "510 · imports · 510000000 · USD",
            "900 · budget_contribution · 900000000000 · VND · 2018-01-01..2018-06-30",
            "1.012 · budget_contribution · 1012000000000 · VND",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
)

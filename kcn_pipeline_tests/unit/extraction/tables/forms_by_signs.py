"""Tables whose cells signs of prose part: commas, semicolons, a colon or dots behind the label.

Belongs here: the tables, in our own words, and the readings expected. Does not: assertions (`test_forms`).
"""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019
from kcn_pipeline_tests.unit.extraction.example_tables import Example

EXAMPLES = (
    Example(
        "commas, with quotes around decimals",
        "STT,Chỉ tiêu,Đơn vị,6 tháng 2018,6 tháng 2019,So sánh (%)\n"
        '1,Doanh thu,tỷ đồng,"12.400,5","14.880,6","120,0"\n'
        '2,Xuất khẩu,triệu USD,"640,0","704,0","110,0"\n'
        '3,Lao động,người,"52.300","54.915",105',
        (
            "12.400,5 · revenue · 12400500000000 · VND · 2018-01-01..2018-06-30",
            "14.880,6 · revenue · 14880600000000 · VND",
            "120,0 · revenue · 120 · percent · yoy_index",
            "640,0 · exports · 640000000 · USD · 2018-01-01..2018-06-30",
            "704,0 · exports · 704000000 · USD",
            "110,0 · exports · 110 · percent · yoy_index",
            "52.300 · workers · 52300 · person · ..2018-06-30",
            "54.915 · workers · 54915 · person",
            "105 · workers · 105 · percent · yoy_index",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "a sheet with its title and sections",
        '"Biểu 1: Kết quả thu hút đầu tư 6 tháng đầu năm 2019",,,,\n'
        "STT,Chỉ tiêu,ĐVT,Kế hoạch 2019,Thực hiện 6 tháng\n"
        "I,Thu hút đầu tư,,,\n"
        "1,Số dự án cấp mới,dự án,40,22\n"
        '2,Vốn FDI cấp mới,triệu USD,"310,5","155,2"\n'
        "II,Sản xuất kinh doanh,,,\n"
        '3,Doanh thu,tỷ đồng,"42.000","20.500"',
        (
            "40 · projects_licensed · 40 · project · 2019-01-01..2019-12-31 · plan",
            "22 · projects_licensed · 22 · project",
            "310,5 · capital_new · 310500000 · USD · fdi · 2019-01-01..2019-12-31 · plan",
            "155,2 · capital_new · 155200000 · USD · fdi",
            "42.000 · revenue · 42000000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "20.500 · revenue · 20500000000000 · VND",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "units in quoted headers",
        'KCN,"Diện tích, ha","Lao động, người"\nNam Sách,"62,4",12000\nĐại An,"135,6",18000\nTổng cộng,"198,0",30000',
        (
            "62,4 · zone_area · 62.4 · ha · zone:nam-sach",
            "12000 · workers · 12000 · person · zone:nam-sach",
            "135,6 · zone_area · 135.6 · ha · zone:dai-an",
            "18000 · workers · 18000 · person · zone:dai-an",
            "198,0 · zone_area · 198 · ha",
            "30000 · workers · 30000 · person",
        ),
        publisher="board:hai-duong",
    ),
    Example(
        "semicolons and quotes",
        '"STT";"Chỉ tiêu";"ĐVT";"Thực hiện 2019"\n"1";"Doanh thu";"tỷ đồng";"18.400"\n"2";"Lao động";"người";"24.100"',
        (
            "18.400 · revenue · 18400000000000 · VND",
            "24.100 · workers · 24100 · person",
        ),
        publisher="board:nghe-an",
    ),
    Example(
        "a unit over labels with a colon",
        "Kết quả sản xuất kinh doanh 6 tháng đầu năm 2019\n"
        "Đơn vị tính: triệu USD\n"
        "Doanh thu: 1.925\n"
        "Xuất khẩu: 1.412\n"
        "Nhập khẩu: 1.270,5",
        (
            "1.925 · revenue · 1925000000 · USD",
            "1.412 · exports · 1412000000 · USD",
            "1.270,5 · imports · 1270500000 · USD",
        ),
        publisher="board:bac-giang",
        window=FIRST_HALF_2019,
    ),
    Example(
        "units beside labels or numbers",
        "KẾT QUẢ CHỦ YẾU 6 THÁNG ĐẦU NĂM 2019\n"
        "Số dự án cấp mới: 33\n"
        "Vốn FDI cấp mới (triệu USD): 290,5\n"
        "Doanh thu: 3.120 triệu USD\n"
        "Xuất khẩu (triệu USD): 2.410\n"
        "Lao động: 152.300 người",
        (
            "33 · projects_licensed · 33 · project",
            "290,5 · capital_new · 290500000 · USD · fdi",
            "3.120 triệu USD · revenue · 3120000000 · USD",
            "2.410 · exports · 2410000000 · USD",
            "152.300 người · workers · 152300 · person",
        ),
        publisher="board:bac-giang",
        window=FIRST_HALF_2019,
    ),
    Example(
        "a label over its parts",
        "Kết quả 6 tháng đầu năm 2019\n"
        "Vốn đăng ký cấp mới:\n"
        "- FDI (triệu USD): 125,5\n"
        "- DDI (tỷ đồng): 1.250\n"
        "Số dự án cấp mới:\n"
        "- FDI: 14 dự án\n"
        "- DDI: 6 dự án",
        (
            "125,5 · capital_new · 125500000 · USD · fdi",
            "1.250 · capital_new · 1250000000000 · VND · ddi",
            "14 dự án · projects_licensed · 14 · project · fdi",
            "6 dự án · projects_licensed · 6 · project · ddi",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "dots behind labels",
        "1. Xuất khẩu (triệu USD) ..... 412,5\n"
        "2. Nhập khẩu (triệu USD) ..... 380\n"
        "3. Nộp ngân sách (tỷ đồng) ....... 735",
        (
            "412,5 · exports · 412500000 · USD",
            "380 · imports · 380000000 · USD",
            "735 · budget_contribution · 735000000000 · VND",
        ),
        publisher="board:nghe-an",
        window=FIRST_HALF_2019,
    ),
    Example(
        "a unit in brackets behind the number",
        "Tổng doanh thu .......................... 138.000 (tỷ đồng)\n"
        "Nộp ngân sách ........................... 1.420 (tỷ đồng)",
        (
            "138.000 · revenue · 138000000000000 · VND",
            "1.420 · budget_contribution · 1420000000000 · VND",
        ),
        publisher="board:bac-giang",
    ),
    Example(
        "years told above",
        "Năm 2018, năm 2019 (tỷ đồng)\nDoanh thu ........ 120.000 138.000\nNộp ngân sách .... 1.250 1.420",
        (
            "120.000 · revenue · 120000000000000 · VND · 2018-01-01..2018-12-31",
            "138.000 · revenue · 138000000000000 · VND",
            "1.250 · budget_contribution · 1250000000000 · VND · 2018-01-01..2018-12-31",
            "1.420 · budget_contribution · 1420000000000 · VND",
        ),
        publisher="board:bac-giang",
    ),
    Example(
        "cells in bold",
        "| **Chỉ tiêu** | **ĐVT** | **Năm 2019** |\n"
        "|---|---|---|\n"
        "| Doanh thu | tỷ đồng | **138.000** |\n"
        "| Lao động | người | **155.000** |",
        (
            "138.000 · revenue · 138000000000000 · VND",
            "155.000 · workers · 155000 · person",
        ),
        publisher="board:bac-giang",
    ),
    Example(
        "prose without blanks behind commas",
        "Trong 6 tháng,Ban cấp mới 12 dự án,thu hồi 3 dự án,xuất khẩu đạt 400 triệu USD.\n"
        "Doanh thu đạt 12,5 nghìn tỷ đồng,tăng 3,4%,nộp ngân sách 410 tỷ đồng.",
        (
            "12 dự án · projects_licensed · 12 · project",
            "3 dự án · projects_revoked · 3 · project",
            "400 triệu USD · exports · 400000000 · USD",
            "12,5 nghìn tỷ đồng · revenue · 12500000000000 · VND",
            "3,4% · revenue · 3.4 · percent · yoy",
            "410 tỷ đồng · budget_contribution · 410000000000 · VND",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "numbers of papers and telephones",
        "Số: 125/BC-BQL\nĐiện thoại: 0226 3850\nFax: 02263\nNgày: 12\nQuyết định số: 1107",
        (),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
)

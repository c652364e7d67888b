"""Tables whose rows and second headers say what their columns leave open.

Belongs here: the tables, in our own words, and the readings expected. Does not: assertions (`test_forms`).
"""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019
from kcn_pipeline_tests.unit.extraction.example_tables import Example

EXAMPLES = (
    Example(
        "of the period, and in all",
        "Chỉ tiêu | ĐVT | 6 tháng 2019 | Lũy kế đến 30/6/2019\n"
        "Dự án FDI | dự án | 12 | 245\n"
        "Vốn FDI đăng ký | triệu USD | 150,5 | 3.410",
        (
            "12 · - · 12 · project",
            "245 · projects_active · 245 · project · fdi",
            "150,5 · capital_attracted · 150500000 · USD · fdi",
            "3.410 · capital_registered · 3410000000 · USD · fdi",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "a noun left out beside amounts of money",
        "Kết quả của các KCN (giá trị: tỷ đồng)\n"
        "Khu công nghiệp | Số dự án cấp mới | Điều chỉnh | Doanh thu | Nộp ngân sách\n"
        "Đồng Văn I | 12 | 8 | 9.100 | 410\n"
        "Hòa Mạc | 5 | 3 | 2.400 | 95,5",
        (
            "12 · projects_licensed · 12 · project · zone:dong-van-i",
            "8 · project_adjustments · 8 · project · zone:dong-van-i",
            "9.100 · revenue · 9100000000000 · VND · zone:dong-van-i",
            "410 · budget_contribution · 410000000000 · VND · zone:dong-van-i",
            "5 · projects_licensed · 5 · project · zone:hoa-mac",
            "3 · project_adjustments · 3 · project · zone:hoa-mac",
            "2.400 · revenue · 2400000000000 · VND · zone:hoa-mac",
            "95,5 · budget_contribution · 95500000000 · VND · zone:hoa-mac",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "headers that leave out their noun",
        "Khu công nghiệp\tTổng số lao động\tNữ\tĐịa phương\tNước ngoài\n"
        "Đồng Văn I\t12.500\t8.000\t9.100\t120\n"
        "Hòa Mạc\t6.400\t4.100\t5.000\t65",
        (
            "12.500 · workers · 12500 · person · zone:dong-van-i",
            "8.000 · workers_female · 8000 · person · zone:dong-van-i",
            "9.100 · workers_local · 9100 · person · zone:dong-van-i",
            "120 · workers_foreign · 120 · person · zone:dong-van-i",
            "6.400 · workers · 6400 · person · zone:hoa-mac",
            "4.100 · workers_female · 4100 · person · zone:hoa-mac",
            "5.000 · workers_local · 5000 · person · zone:hoa-mac",
            "65 · workers_foreign · 65 · person · zone:hoa-mac",
        ),
        publisher="board:ha-nam",
    ),
    Example(
        "dossiers and what became of them",
        "Lĩnh vực | Hồ sơ tiếp nhận | Đã giải quyết | Đang giải quyết | Quá hạn\n"
        "Đầu tư | 410 | 395 | 15 | 0\n"
        "Lao động | 820 | 810 | 10 | 0\n"
        "Tổng cộng | 1.230 | 1.205 | 25 | 0",
        (
            "410 · - · 410 · dossier",
            "395 · - · 395 · dossier",
            "15 · - · 15 · dossier",
            "0 · - · 0 · dossier",
            "820 · - · 820 · dossier",
            "810 · - · 810 · dossier",
            "10 · - · 10 · dossier",
            "0 · - · 0 · dossier",
            "1.230 · dossiers_received · 1230 · dossier",
            "1.205 · dossiers_resolved · 1205 · dossier",
            "25 · dossiers_pending · 25 · dossier",
            "0 · dossiers_overdue · 0 · dossier",
        ),
        publisher="board:hai-phong",
        window=FIRST_HALF_2019,
    ),
    Example(
        "tabs that stand for empty cells",
        "Chỉ tiêu\tĐVT\t6 tháng đầu năm 2019\t\t\n"
        "\t\tKế hoạch\tThực hiện\tTỷ lệ (%)\n"
        "Doanh thu\ttỷ đồng\t20.000\t21.000\t105\n"
        "Xuất khẩu\ttriệu USD\t650\t702\t108",
        (
            "20.000 · revenue · 20000000000000 · VND · plan",
            "21.000 · revenue · 21000000000000 · VND",
            "105 · revenue · 105 · percent · vs_plan",
            "650 · exports · 650000000 · USD · plan",
            "702 · exports · 702000000 · USD",
            "108 · exports · 108 · percent · vs_plan",
        ),
        publisher="board:ha-nam",
        window=FIRST_HALF_2019,
    ),
    Example(
        "a total across two columns",
        "STT | Nội dung | ĐVT | Kết quả\n"
        "1 | Lao động nữ | người | 9.100\n"
        "2 | Lao động nước ngoài | người | 210\n"
        "Tổng số lao động | | người | 14.500",
        (
            "9.100 · workers_female · 9100 · person",
            "210 · workers_foreign · 210 · person",
            "14.500 · workers · 14500 · person",
        ),
        publisher="board:ha-nam",
    ),
    Example(
        "a total in the column of row numbers",
        "TT | Khu công nghiệp | Diện tích (ha) | Đã cho thuê (ha) | Tỷ lệ lấp đầy (%) | Số dự án còn hiệu lực\n"
        "1 | KCN Khai Quang | 221,5 | 150,2 | 98,1 | 81\n"
        "2 | KCN Bình Xuyên | 286,9 | 160,4 | 80,2 | 95\n"
        "3 | KCN Bá Thiện | 225,0 | 90,0 | 60,0 | 23\n"
        "Tổng cộng | | 733,4 | 400,6 | 79,5 | 199",
        (
            "221,5 · zone_area · 221.5 · ha · zone:khai-quang",
            "150,2 · leased_area · 150.2 · ha · zone:khai-quang",
            "98,1 · occupancy_rate · 98.1 · percent · zone:khai-quang",
            "81 · projects_active · 81 · project · zone:khai-quang",
            "286,9 · zone_area · 286.9 · ha · zone:binh-xuyen",
            "160,4 · leased_area · 160.4 · ha · zone:binh-xuyen",
            "80,2 · occupancy_rate · 80.2 · percent · zone:binh-xuyen",
            "95 · projects_active · 95 · project · zone:binh-xuyen",
            "225,0 · zone_area · 225 · ha · zone:ba-thien",
            "90,0 · leased_area · 90 · ha · zone:ba-thien",
            "60,0 · occupancy_rate · 60 · percent · zone:ba-thien",
            "23 · projects_active · 23 · project · zone:ba-thien",
            "733,4 · zone_area · 733.4 · ha",
            "400,6 · leased_area · 400.6 · ha",
            "79,5 · occupancy_rate · 79.5 · percent",
            "199 · projects_active · 199 · project",
        ),
        publisher="board:vinh-phuc",
    ),
    Example(
        "a total of boards",
        "STT | Ban Quản lý | Số dự án FDI cấp mới | Vốn FDI cấp mới (triệu USD) | Lao động (người)\n"
        "1 | Hà Nội | 12 | 110,5 | 162.000\n"
        "2 | Hải Phòng | 25 | 610,0 | 135.500\n"
        "3 | Hưng Yên | 18 | 95,2 | 48.700\n"
        "Tổng cộng | | 55 | 815,7 | 346.200",
        (
            "12 · projects_licensed · 12 · project · fdi · board:ha-noi",
            "110,5 · capital_new · 110500000 · USD · fdi · board:ha-noi",
            "162.000 · workers · 162000 · person · board:ha-noi",
            "25 · projects_licensed · 25 · project · fdi · board:hai-phong",
            "610,0 · capital_new · 610000000 · USD · fdi · board:hai-phong",
            "135.500 · workers · 135500 · person · board:hai-phong",
            "18 · projects_licensed · 18 · project · fdi · board:hung-yen",
            "95,2 · capital_new · 95200000 · USD · fdi · board:hung-yen",
            "48.700 · workers · 48700 · person · board:hung-yen",
            "55 · projects_licensed · 55 · project · fdi",
            "815,7 · capital_new · 815700000 · USD · fdi",
            "346.200 · workers · 346200 · person",
        ),
        publisher="bloc:red-river-delta",
        window=FIRST_HALF_2019,
    ),
    Example(
        "parts under a line of their own",
        "Chỉ tiêu | Đơn vị | Kết quả\n"
        "Vốn đầu tư đăng ký cấp mới | |\n"
        "- FDI | triệu USD | 88,5\n"
        "- DDI | tỷ đồng | 640\n"
        "Dự án còn hiệu lực | dự án | 320\n"
        "Trong đó: | |\n"
        "FDI | dự án | 210\n"
        "Trong nước | dự án | 110",
        (
            "88,5 · capital_new · 88500000 · USD · fdi",
            "640 · capital_new · 640000000000 · VND · ddi",
            "320 · projects_active · 320 · project",
            "210 · projects_active · 210 · project · fdi",
            "110 · projects_active · 110 · project · ddi",
        ),
        publisher="board:hai-duong",
        window=FIRST_HALF_2019,
    ),
    Example(
        "a column of differences",
        "Nội dung | ĐVT | 6T 2018 | 6T 2019 | Tăng (+), giảm (-)\n"
        "Dự án cấp mới | Dự án | 18 | 23 | 5\n"
        "Vốn FDI cấp mới | Triệu USD | 210,5 | 190,0 | -20,5",
        (
            "18 · projects_licensed · 18 · project · 2018-01-01..2018-06-30",
            "23 · projects_licensed · 23 · project",
            "5 · projects_licensed · 5 · project · change",
            "210,5 · capital_new · 210500000 · USD · fdi · 2018-01-01..2018-06-30",
            "190,0 · capital_new · 190000000 · USD · fdi",
            "20,5 · capital_new · -20500000 · USD · change · fdi",
        ),
        publisher="board:bac-giang",
        window=FIRST_HALF_2019,
    ),
    Example(
        "short forms of months",
        "Chỉ tiêu                 ĐVT          TH 6T 2018    TH 6T 2019    % so CK\n"
        "Doanh thu                triệu USD    3.100         3.410         110,0\n"
        "Xuất khẩu                triệu USD    2.400         2.520         105,0\n"
        "Nộp ngân sách            triệu USD    120           126           105,0",
        (
            "3.100 · revenue · 3100000000 · USD · 2018-01-01..2018-06-30",
            "3.410 · revenue · 3410000000 · USD",
            "110,0 · revenue · 110 · percent · yoy_index",
            "2.400 · exports · 2400000000 · USD · 2018-01-01..2018-06-30",
            "2.520 · exports · 2520000000 · USD",
            "105,0 · exports · 105 · percent · yoy_index",
            "120 · budget_contribution · 120000000 · USD · 2018-01-01..2018-06-30",
            "126 · budget_contribution · 126000000 · USD",
            "105,0 · budget_contribution · 105 · percent · yoy_index",
        ),
        window=FIRST_HALF_2019,
    ),
    Example(
        "the beginning of the year",
        "Chỉ tiêu | ĐVT | Đầu năm | 30/6/2019\n"
        "Tổng số lao động | người | 140.000 | 152.300\n"
        "Lao động nữ | người | 90.000 | 98.000\n"
        "Lao động nước ngoài | người | 1.500 | 1.720",
        (
            "140.000 · workers · 140000 · person · ..2018-12-31",
            "152.300 · workers · 152300 · person",
            "90.000 · workers_female · 90000 · person · ..2018-12-31",
            "98.000 · workers_female · 98000 · person",
            "1.500 · workers_foreign · 1500 · person · ..2018-12-31",
            "1.720 · workers_foreign · 1720 · person",
        ),
        publisher="board:bac-giang",
        window=FIRST_HALF_2019,
    ),
)

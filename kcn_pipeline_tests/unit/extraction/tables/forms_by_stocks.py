"""Tables that tell what there is at a date, and such as look like them.

Belongs here: the tables, in our own words, and the readings expected. Does not: assertions (`test_forms`).
"""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019
from kcn_pipeline_tests.unit.extraction.example_tables import Example

DELTA = "bloc:red-river-delta"

EXAMPLES = (
    Example(
        "zones with the developer behind their name",
        "STT | Tên KCN | Chủ đầu tư | Diện tích (ha) | Lấp đầy (%) | Số dự án | Vốn FDI (tr.USD) | Vốn DDI (tỷ đồng)\n"
        "1 | Đình Vũ | Đại Phát | 520 | 81 | 64 | 2.140 | 9.015\n"
        "2 | Tràng Duệ | Hải Long | 390 | 88,5 | 71 | 3.420,7 | 1.204\n"
        " | Tổng cộng | | 910 | | 135 | 5.560,7 | 10.219",
        (
            "520 · zone_area · 520 · ha · zone:dinh-vu",
            "81 · occupancy_rate · 81 · percent · zone:dinh-vu",
            "64 · projects_active · 64 · project · zone:dinh-vu",
            "2.140 · capital_registered · 2140000000 · USD · fdi · zone:dinh-vu",
            "9.015 · capital_registered · 9015000000000 · VND · ddi · zone:dinh-vu",
            "390 · zone_area · 390 · ha · zone:trang-due",
            "88,5 · occupancy_rate · 88.5 · percent · zone:trang-due",
            "71 · projects_active · 71 · project · zone:trang-due",
            "3.420,7 · capital_registered · 3420700000 · USD · fdi · zone:trang-due",
            "1.204 · capital_registered · 1204000000000 · VND · ddi · zone:trang-due",
            "910 · zone_area · 910 · ha",
            "135 · projects_active · 135 · project",
            "5.560,7 · capital_registered · 5560700000 · USD · fdi",
            "10.219 · capital_registered · 10219000000000 · VND · ddi",
        ),
        publisher="board:hai-phong",
        window=FIRST_HALF_2019,
    ),
    Example(
        "shares of the total",
        "Đầu tư nước ngoài lũy kế đến 30/6/2019 theo quốc gia\n"
        "Quốc gia | Số dự án | Tỷ trọng (%) | Vốn đăng ký (tr.USD) | Cơ cấu (%)\n"
        "Hàn Quốc | 152 | 76 | 1.830 | 60\n"
        "Nhật Bản | 48 | 24 | 1.220 | 40",
        (
            "152 · projects_active · 152 · project · fdi · country:korea",
            "76 · projects_active · 76 · percent · share · fdi · country:korea",
            "1.830 · capital_registered · 1830000000 · USD · fdi · country:korea",
            "60 · capital_registered · 60 · percent · share · fdi · country:korea",
            "48 · projects_active · 48 · project · fdi · country:japan",
            "24 · projects_active · 24 · percent · share · fdi · country:japan",
            "1.220 · capital_registered · 1220000000 · USD · fdi · country:japan",
            "40 · capital_registered · 40 · percent · share · fdi · country:japan",
        ),
        publisher="board:vinh-phuc",
        window=FIRST_HALF_2019,
    ),
    Example(
        "boards under a title with a point in time",
        "Thu hút đầu tư của các Ban, thời điểm 30/6/2019\n"
        "Đơn vị | Số dự án | Vốn FDI (triệu USD)\n"
        "Hải Dương | 248 | 4.290\n"
        "Hưng Yên | 187 | 2.850",
        (
            "248 · projects_active · 248 · project · board:hai-duong",
            "4.290 · capital_registered · 4290000000 · USD · fdi · board:hai-duong",
            "187 · projects_active · 187 · project · board:hung-yen",
            "2.850 · capital_registered · 2850000000 · USD · fdi · board:hung-yen",
        ),
        publisher=DELTA,
        window=FIRST_HALF_2019,
    ),
    Example(
        "boards under a title with a day",
        "Tình hình thu hút đầu tư của các Ban đến ngày 30/6/2019\n"
        "Đơn vị | Số dự án | Vốn FDI (triệu USD)\n"
        "Hải Dương | 251 | 4.310\n"
        "Hưng Yên | 190 | 2.870,5",
        (
            "251 · projects_active · 251 · project · board:hai-duong",
            "4.310 · capital_registered · 4310000000 · USD · fdi · board:hai-duong",
            "190 · projects_active · 190 · project · board:hung-yen",
            "2.870,5 · capital_registered · 2870500000 · USD · fdi · board:hung-yen",
        ),
        publisher=DELTA,
        window=FIRST_HALF_2019,
    ),
    Example(
        "zones under a title with a window",
        "Kết quả thu hút đầu tư 6 tháng đầu năm 2019 của các KCN\n"
        "Tên KCN | Số dự án | Vốn đăng ký (tỷ đồng)\n"
        "Hòa Xá | 4 | 120\n"
        "Bảo Minh | 3 | 340,5\n"
        "Tổng | 7 | 460,5",
        (
            "4 · projects_licensed · 4 · project · zone:hoa-xa",
            "120 · capital_attracted · 120000000000 · VND · zone:hoa-xa",
            "3 · projects_licensed · 3 · project · zone:bao-minh",
            "340,5 · capital_attracted · 340500000000 · VND · zone:bao-minh",
            "7 · projects_licensed · 7 · project",
            "460,5 · capital_attracted · 460500000000 · VND",
        ),
        publisher="board:nam-dinh",
        window=FIRST_HALF_2019,
    ),
    Example(
        "projects of one kind only",
        "Tên KCN | Diện tích (ha) | Số dự án chậm tiến độ | Số dự án\nHòa Xá | 280 | 6 | 97\nBảo Minh | 150 | 2 | 31",
        (
            "280 · zone_area · 280 · ha · zone:hoa-xa",
            "6 · - · 6 · project · zone:hoa-xa",
            "97 · projects_active · 97 · project · zone:hoa-xa",
            "150 · zone_area · 150 · ha · zone:bao-minh",
            "2 · - · 2 · project · zone:bao-minh",
            "31 · projects_active · 31 · project · zone:bao-minh",
        ),
        publisher="board:nam-dinh",
        window=FIRST_HALF_2019,
    ),
)

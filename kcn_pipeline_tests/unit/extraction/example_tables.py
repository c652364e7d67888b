"""Tables as zone reports print them, in our own words, with what each of their numbers is.

Belongs here: the tables and the readings expected. Does not: assertions (`test_flat_tables`).
"""

from __future__ import annotations

from dataclasses import dataclass

from kcn_pipeline.extraction.facts import Fact, plain_decimal
from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, YEAR_2019

HA_NOI = "board:ha-noi"
MIDLANDS = "bloc:northern-midlands-mountains"


@dataclass(frozen=True)
class Example:
    """One table: who publishes it, on which window, and every number with its meaning.

    A number is told as quote, metric (`-` where none is understood), value, unit, and then whatever is not the usual:
    comparison, origin, another entity than the publisher, another window than the document's, plan, bound.
    """

    name: str
    text: str
    expected: tuple[str, ...]
    publisher: str = HA_NOI
    window: Window = YEAR_2019

    def told(self, fact: Fact) -> str:
        """A fact in the form of `expected`."""
        window = (fact.period_start, fact.period_end)
        usual = {(self.window.start, self.window.end), (None, self.window.end)}
        told = [fact.quote, fact.metric or "-", plain_decimal(fact.value), fact.unit]
        told += [fact.comparison] * (fact.comparison != "level")
        told += [fact.origin] if fact.origin in ("fdi", "ddi") else []
        told += [str(fact.entity)] * (fact.entity != self.publisher)
        told += [f"{fact.period_start or ''}..{fact.period_end}"] * (window not in usual)
        told += ["plan"] * fact.target
        told += [fact.bound] * (fact.bound != "exact")
        return " · ".join(told)


EXAMPLES = (
    Example(
        "a row for each indicator",
        "STT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm | Thực hiện 6 tháng | % so với kế hoạch | % so cùng kỳ\n"
        "1 | Số dự án cấp mới | dự án | 40 | 22 | 55 | 110\n"
        "2 | Vốn đăng ký cấp mới | triệu USD | 300 | 171,5 | 57,2 | 121,4\n"
        "3 | Kim ngạch xuất khẩu | triệu USD | 5.200 | 2.750 | 52,9 | 108\n"
        "4 | Nộp ngân sách | tỷ đồng | 4.000 | 1.920 | 48 | 96,5\n"
        "5 | Lao động | người | 175.000 | 168.300 | 96,2 | 103",
        (
            "40 · projects_licensed · 40 · project · 2019-01-01..2019-12-31 · plan",
            "22 · projects_licensed · 22 · project",
            "55 · projects_licensed · 55 · percent · vs_plan",
            "110 · projects_licensed · 110 · percent · yoy_index",
            "300 · capital_new · 300000000 · USD · 2019-01-01..2019-12-31 · plan",
            "171,5 · capital_new · 171500000 · USD",
            "57,2 · capital_new · 57.2 · percent · vs_plan",
            "121,4 · capital_new · 121.4 · percent · yoy_index",
            "5.200 · exports · 5200000000 · USD · 2019-01-01..2019-12-31 · plan",
            "2.750 · exports · 2750000000 · USD",
            "52,9 · exports · 52.9 · percent · vs_plan",
            "108 · exports · 108 · percent · yoy_index",
            "4.000 · budget_contribution · 4000000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "1.920 · budget_contribution · 1920000000000 · VND",
            "48 · budget_contribution · 48 · percent · vs_plan",
            "96,5 · budget_contribution · 96.5 · percent · yoy_index",
            "175.000 · workers · 175000 · person · ..2019-12-31 · plan",
            "168.300 · workers · 168300 · person",
            "96,2 · workers · 96.2 · percent · vs_plan",
            "103 · workers · 103 · percent · yoy_index",
        ),
        window=FIRST_HALF_2019,
    ),
    Example(
        "sections, and parts without a wording of their own",
        "STT | Chỉ tiêu | ĐVT | Thực hiện 2018 | Thực hiện 2019 | Tăng/giảm (%)\n"
        "I | Thu hút đầu tư\n"
        "1 | Số dự án cấp mới | dự án | 30 | 36 | 20\n"
        " | Trong đó: FDI | dự án | 20 | 25 | 25\n"
        " | DDI | dự án | 10 | 11 | 10\n"
        "2 | Vốn đăng ký cấp mới\n"
        "- | FDI | triệu USD | 210 | 189,5 | -9,8\n"
        "- | Trong nước | tỷ đồng | 1.200 | 1.500 | 25\n"
        "II | Sản xuất kinh doanh\n"
        "1 | Doanh thu | tỷ đồng | 81.000 | 90.400 | 11,6",
        (
            "30 · projects_licensed · 30 · project · 2018-01-01..2018-12-31",
            "36 · projects_licensed · 36 · project",
            "20 · projects_licensed · 20 · percent · yoy",
            "20 · projects_licensed · 20 · project · fdi · 2018-01-01..2018-12-31",
            "25 · projects_licensed · 25 · project · fdi",
            "25 · projects_licensed · 25 · percent · yoy · fdi",
            "10 · projects_licensed · 10 · project · ddi · 2018-01-01..2018-12-31",
            "11 · projects_licensed · 11 · project · ddi",
            "10 · projects_licensed · 10 · percent · yoy · ddi",
            "210 · capital_new · 210000000 · USD · fdi · 2018-01-01..2018-12-31",
            "189,5 · capital_new · 189500000 · USD · fdi",
            "9,8 · capital_new · -9.8 · percent · yoy · fdi",
            "1.200 · capital_new · 1200000000000 · VND · ddi · 2018-01-01..2018-12-31",
            "1.500 · capital_new · 1500000000000 · VND · ddi",
            "25 · capital_new · 25 · percent · yoy · ddi",
            "81.000 · revenue · 81000000000000 · VND · 2018-01-01..2018-12-31",
            "90.400 · revenue · 90400000000000 · VND",
            "11,6 · revenue · 11.6 · percent · yoy",
        ),
    ),
    Example(
        "a row for each member of a bloc",
        "STT | Tỉnh | Số dự án cấp mới | Vốn đăng ký cấp mới (triệu USD) | Xuất khẩu (triệu USD) | Lao động (người)\n"
        "1 | Bắc Giang | 36 | 505,2 | 5.100 | 155.000\n"
        "2 | Thái Nguyên | 21 | 310 | 24.300 | 110.500\n"
        "3 | Phú Thọ | 18 | 120,75 | 1.200 | 45.000\n"
        " | Tổng cộng | 75 | 935,95 | 30.600 | 310.500",
        (
            "36 · projects_licensed · 36 · project · board:bac-giang",
            "505,2 · capital_new · 505200000 · USD · board:bac-giang",
            "5.100 · exports · 5100000000 · USD · board:bac-giang",
            "155.000 · workers · 155000 · person · board:bac-giang",
            "21 · projects_licensed · 21 · project · board:thai-nguyen",
            "310 · capital_new · 310000000 · USD · board:thai-nguyen",
            "24.300 · exports · 24300000000 · USD · board:thai-nguyen",
            "110.500 · workers · 110500 · person · board:thai-nguyen",
            "18 · projects_licensed · 18 · project · board:phu-tho",
            "120,75 · capital_new · 120750000 · USD · board:phu-tho",
            "1.200 · exports · 1200000000 · USD · board:phu-tho",
            "45.000 · workers · 45000 · person · board:phu-tho",
            "75 · projects_licensed · 75 · project",
            "935,95 · capital_new · 935950000 · USD",
            "30.600 · exports · 30600000000 · USD",
            "310.500 · workers · 310500 · person",
        ),
        publisher=MIDLANDS,
    ),
    Example(
        "a header of two lines",
        "STT | Ban Quản lý | FDI |  | DDI\n"
        " |  | Số dự án cấp mới | Vốn đăng ký (triệu USD) | Số dự án cấp mới | Vốn đăng ký (tỷ đồng)\n"
        "1 | Bắc Giang | 20 | 300,5 | 16 | 2.400\n"
        "2 | Phú Thọ | 9 | 95 | 9 | 810\n"
        " | Cộng | 29 | 395,5 | 25 | 3.210",
        (
            "20 · projects_licensed · 20 · project · fdi · board:bac-giang",
            "300,5 · capital_new · 300500000 · USD · fdi · board:bac-giang",
            "16 · projects_licensed · 16 · project · ddi · board:bac-giang",
            "2.400 · capital_new · 2400000000000 · VND · ddi · board:bac-giang",
            "9 · projects_licensed · 9 · project · fdi · board:phu-tho",
            "95 · capital_new · 95000000 · USD · fdi · board:phu-tho",
            "9 · projects_licensed · 9 · project · ddi · board:phu-tho",
            "810 · capital_new · 810000000000 · VND · ddi · board:phu-tho",
            "29 · projects_licensed · 29 · project · fdi",
            "395,5 · capital_new · 395500000 · USD · fdi",
            "25 · projects_licensed · 25 · project · ddi",
            "3.210 · capital_new · 3210000000000 · VND · ddi",
        ),
        publisher=MIDLANDS,
    ),
    Example(
        "a header of two lines that left no empty cells behind",
        "STT\tĐơn vị\tDự án FDI\tDự án DDI\n"
        "Số dự án cấp mới\tVốn đăng ký (triệu USD)\tSố dự án cấp mới\tVốn đăng ký (tỷ đồng)\n"
        "1\tBắc Giang\t20\t300,5\t16\t2.400\n"
        "2\tPhú Thọ\t9\t95\t9\t810",
        (
            "20 · projects_licensed · 20 · project · fdi · board:bac-giang",
            "300,5 · capital_new · 300500000 · USD · fdi · board:bac-giang",
            "16 · projects_licensed · 16 · project · ddi · board:bac-giang",
            "2.400 · capital_new · 2400000000000 · VND · ddi · board:bac-giang",
            "9 · projects_licensed · 9 · project · fdi · board:phu-tho",
            "95 · capital_new · 95000000 · USD · fdi · board:phu-tho",
            "9 · projects_licensed · 9 · project · ddi · board:phu-tho",
            "810 · capital_new · 810000000000 · VND · ddi · board:phu-tho",
        ),
        publisher=MIDLANDS,
    ),
    Example(
        "a row for each zone, known or not",
        "TT | Tên khu công nghiệp | Diện tích đất công nghiệp (ha) | Diện tích đã cho thuê (ha) | Tỷ lệ lấp đầy (%)\n"
        "1 | Thăng Long | 200 | 198,5 | 99,25\n"
        "2 | KCN Quang Minh I | 344 | 300 | 87,2\n"
        "3 | Đồng Xoài Mới | 120 | 30 | 25\n"
        " | Tổng số | 664 | 528,5 | 79,6",
        (
            "200 · industrial_land_area · 200 · ha · zone:thang-long",
            "198,5 · leased_area · 198.5 · ha · zone:thang-long",
            "99,25 · occupancy_rate · 99.25 · percent · zone:thang-long",
            "344 · industrial_land_area · 344 · ha · zone:quang-minh-i",
            "300 · leased_area · 300 · ha · zone:quang-minh-i",
            "87,2 · occupancy_rate · 87.2 · percent · zone:quang-minh-i",
            "120 · industrial_land_area · 120 · ha · zone:dong-xoai-moi",
            "30 · leased_area · 30 · ha · zone:dong-xoai-moi",
            "25 · occupancy_rate · 25 · percent · zone:dong-xoai-moi",
            "664 · industrial_land_area · 664 · ha",
            "528,5 · leased_area · 528.5 · ha",
            "79,6 · occupancy_rate · 79.6 · percent",
        ),
    ),
    Example(
        "a row for each year",
        "Năm | Số dự án cấp mới | Vốn đăng ký (triệu USD)\n2017 | 20 | 150\n2018 | 25 | 160,5\n2019 | 31 | 188",
        (
            "20 · projects_licensed · 20 · project · 2017-01-01..2017-12-31",
            "150 · capital_new · 150000000 · USD · 2017-01-01..2017-12-31",
            "25 · projects_licensed · 25 · project · 2018-01-01..2018-12-31",
            "160,5 · capital_new · 160500000 · USD · 2018-01-01..2018-12-31",
            "31 · projects_licensed · 31 · project",
            "188 · capital_new · 188000000 · USD",
        ),
    ),
    Example(
        "a column for each year",
        "Chỉ tiêu | 2017 | 2018 | 2019\n"
        "Doanh thu (tỷ đồng) | 70.000 | 81.000 | 90.400\n"
        "Xuất khẩu (triệu USD) | 1.800 | 2.000 | 2.250,5",
        (
            "70.000 · revenue · 70000000000000 · VND · 2017-01-01..2017-12-31",
            "81.000 · revenue · 81000000000000 · VND · 2018-01-01..2018-12-31",
            "90.400 · revenue · 90400000000000 · VND",
            "1.800 · exports · 1800000000 · USD · 2017-01-01..2017-12-31",
            "2.000 · exports · 2000000000 · USD · 2018-01-01..2018-12-31",
            "2.250,5 · exports · 2250500000 · USD",
        ),
    ),
    Example(
        "labels and values without a header",
        "Số dự án cấp mới | 36\n"
        "Vốn đăng ký cấp mới (triệu USD) | 505,2\n"
        "Nộp ngân sách | 1.250 tỷ đồng\n"
        "Lao động | 155.000 người",
        (
            "36 · projects_licensed · 36 · project",
            "505,2 · capital_new · 505200000 · USD",
            "1.250 tỷ đồng · budget_contribution · 1250000000000 · VND",
            "155.000 người · workers · 155000 · person",
        ),
    ),
    Example(
        "a unit over the whole table",
        "Bảng 2. Kết quả sản xuất (Đơn vị tính: triệu USD)\n"
        "Chỉ tiêu | Năm 2018 | Năm 2019\n"
        "Xuất khẩu | 2.000 | 2.250\n"
        "Nhập khẩu | 1.700 | 1.810",
        (
            "2.000 · exports · 2000000000 · USD · 2018-01-01..2018-12-31",
            "2.250 · exports · 2250000000 · USD",
            "1.700 · imports · 1700000000 · USD · 2018-01-01..2018-12-31",
            "1.810 · imports · 1810000000 · USD",
        ),
    ),
    Example(
        "numbers that count the columns",
        "STT | Chỉ tiêu | ĐVT | Kế hoạch | Thực hiện | Tỷ lệ đạt (%)\n"
        "A | B | C | 1 | 2 | 3=2/1\n"
        "1 | Doanh thu | tỷ đồng | 80.000 | 90.400 | 113\n"
        "2 | Nhập khẩu | triệu USD | 1.700 | 1.810 | 106,5",
        (
            "80.000 · revenue · 80000000000000 · VND · plan",
            "90.400 · revenue · 90400000000000 · VND",
            "113 · revenue · 113 · percent · vs_plan",
            "1.700 · imports · 1700000000 · USD · plan",
            "1.810 · imports · 1810000000 · USD",
            "106,5 · imports · 106.5 · percent · vs_plan",
        ),
    ),
    Example(
        "the same period of the year before",
        "Chỉ tiêu | ĐVT | Cùng kỳ năm trước | 6 tháng đầu năm 2019 | So cùng kỳ (%)\n"
        "Xuất khẩu | triệu USD | 2.000 | 2.250 | 112,5",
        (
            "2.000 · exports · 2000000000 · USD · 2018-01-01..2018-06-30",
            "2.250 · exports · 2250000000 · USD",
            "112,5 · exports · 112.5 · percent · yoy_index",
        ),
        window=FIRST_HALF_2019,
    ),
    Example(
        "a row for each country, and the rest",
        "Quốc gia | Số dự án FDI cấp mới | Vốn đăng ký (triệu USD)\n"
        "Nhật Bản | 12 | 150,5\n"
        "Hàn Quốc | 8 | 90\n"
        "Khác | 3 | 9\n"
        "Tổng cộng | 23 | 249,5",
        (
            "12 · projects_licensed · 12 · project · fdi · country:japan",
            "150,5 · capital_new · 150500000 · USD · fdi · country:japan",
            "8 · projects_licensed · 8 · project · fdi · country:korea",
            "90 · capital_new · 90000000 · USD · fdi · country:korea",
            "3 · - · 3 · project",
            "9 · - · 9000000 · USD",
            "23 · projects_licensed · 23 · project · fdi",
            "249,5 · capital_new · 249500000 · USD",
        ),
    ),
    Example(
        "rows of something that no board is",
        "Ngành | Số dự án cấp mới | Vốn đăng ký (triệu USD)\nDệt may | 12 | 150,5\nĐiện tử | 8 | 90",
        (
            "12 · - · 12 · project",
            "150,5 · - · 150500000 · USD",
            "8 · - · 8 · project",
            "90 · - · 90000000 · USD",
        ),
    ),
    Example(
        "a column for each member of a bloc",
        "Chỉ tiêu | Đơn vị | Bắc Giang | Phú Thọ | Tổng cộng\n"
        "Số dự án cấp mới | dự án | 36 | 18 | 54\n"
        "Xuất khẩu | triệu USD | 5.100 | 1.200 | 6.300",
        (
            "36 · projects_licensed · 36 · project · board:bac-giang",
            "18 · projects_licensed · 18 · project · board:phu-tho",
            "54 · projects_licensed · 54 · project",
            "5.100 · exports · 5100000000 · USD · board:bac-giang",
            "1.200 · exports · 1200000000 · USD · board:phu-tho",
            "6.300 · exports · 6300000000 · USD",
        ),
        publisher=MIDLANDS,
    ),
    Example(
        "a row for each origin",
        "Chỉ tiêu | Số dự án còn hiệu lực | Vốn đăng ký (triệu USD)\n"
        "FDI | 300 | 5.100\n"
        "DDI | 120 | 900\n"
        "Tổng số | 420 | 6.000",
        (
            "300 · projects_active · 300 · project · fdi",
            "5.100 · capital_registered · 5100000000 · USD · fdi",
            "120 · projects_active · 120 · project · ddi",
            "900 · capital_registered · 900000000 · USD · ddi",
            "420 · projects_active · 420 · project",
            "6.000 · capital_registered · 6000000000 · USD",
        ),
    ),
    Example(
        "a row for each period",
        "Kỳ | Số dự án cấp mới | Xuất khẩu (triệu USD)\n"
        "6 tháng đầu năm 2018 | 10 | 1.000\n"
        "6 tháng đầu năm 2019 | 12 | 1.150\n"
        "Năm 2018 | 22 | 2.010",
        (
            "10 · projects_licensed · 10 · project · 2018-01-01..2018-06-30",
            "1.000 · exports · 1000000000 · USD · 2018-01-01..2018-06-30",
            "12 · projects_licensed · 12 · project",
            "1.150 · exports · 1150000000 · USD",
            "22 · projects_licensed · 22 · project · 2018-01-01..2018-12-31",
            "2.010 · exports · 2010000000 · USD · 2018-01-01..2018-12-31",
        ),
        window=FIRST_HALF_2019,
    ),
    Example(
        "years over plan and outcome",
        "STT | Chỉ tiêu | ĐVT | Năm 2018 | Năm 2019 |  | So sánh (%)\n"
        " |  |  | Thực hiện | Kế hoạch | Ước thực hiện | So với kế hoạch | So với năm 2018\n"
        "1 | Xuất khẩu | triệu USD | 2.000 | 2.200 | 2.250 | 102,3 | 112,5\n"
        "2 | Lao động | người | 150.000 | 160.000 | 158.000 | 98,8 | 105,3",
        (
            "2.000 · exports · 2000000000 · USD · 2018-01-01..2018-12-31",
            "2.200 · exports · 2200000000 · USD · plan",
            "2.250 · exports · 2250000000 · USD · approx",
            "102,3 · exports · 102.3 · percent · vs_plan",
            "112,5 · exports · 112.5 · percent · yoy_index",
            "150.000 · workers · 150000 · person · ..2018-12-31",
            "160.000 · workers · 160000 · person · plan",
            "158.000 · workers · 158000 · person · approx",
            "98,8 · workers · 98.8 · percent · vs_plan",
            "105,3 · workers · 105.3 · percent · yoy_index",
        ),
    ),
    Example(
        "the plan of the year after",
        "Chỉ tiêu | ĐVT | Ước thực hiện 2019 | Kế hoạch 2020\n"
        "Xuất khẩu | triệu USD | 2.250 | 2.500\n"
        "Nộp ngân sách | tỷ đồng | 1.250 | 1.400",
        (
            "2.250 · exports · 2250000000 · USD · approx",
            "2.500 · exports · 2500000000 · USD · 2020-01-01..2020-12-31 · plan",
            "1.250 · budget_contribution · 1250000000000 · VND · approx",
            "1.400 · budget_contribution · 1400000000000 · VND · 2020-01-01..2020-12-31 · plan",
        ),
    ),
    Example(
        "bars at both ends of a line",
        "| Chỉ tiêu | Đơn vị | Kết quả |\n"
        "|---|---|---|\n"
        "| Xuất khẩu | triệu USD | 2.250 |\n"
        "| Nhập khẩu | triệu USD | 1.800 |",
        (
            "2.250 · exports · 2250000000 · USD",
            "1.800 · imports · 1800000000 · USD",
        ),
    ),
    Example(
        "new in the period beside all so far",
        "Nội dung | Cấp mới trong năm |  | Lũy kế\n"
        " | Số dự án | Vốn đăng ký (triệu USD) | Số dự án | Vốn đăng ký (triệu USD)\n"
        "FDI | 20 | 300 | 310 | 5.100\n"
        "DDI | 12 | 80 | 140 | 1.000\n"
        "Tổng | 32 | 380 | 450 | 6.100",
        (
            "20 · projects_licensed · 20 · project · fdi",
            "300 · capital_new · 300000000 · USD · fdi",
            "310 · projects_active · 310 · project · fdi",
            "5.100 · capital_registered · 5100000000 · USD · fdi",
            "12 · projects_licensed · 12 · project · ddi",
            "80 · capital_new · 80000000 · USD · ddi",
            "140 · projects_active · 140 · project · ddi",
            "1.000 · capital_registered · 1000000000 · USD · ddi",
            "32 · projects_licensed · 32 · project",
            "380 · capital_new · 380000000 · USD",
            "450 · projects_active · 450 · project",
            "6.100 · capital_registered · 6100000000 · USD",
        ),
    ),
    Example(
        "units of their own kind",
        "TT | Nội dung | ĐVT | Số lượng\n"
        "1 | KCN đang hoạt động | KCN | 9\n"
        "2 | Diện tích đất công nghiệp | ha | 1.200\n"
        "3 | Tỷ lệ lấp đầy | % | 79,6\n"
        "4 | Thu nhập bình quân | triệu đồng/người/tháng | 7,5\n"
        "5 | Lao động nữ | người | 90.000",
        (
            "9 · zones_operating · 9 · zone",
            "1.200 · industrial_land_area · 1200 · ha",
            "79,6 · occupancy_rate · 79.6 · percent",
            "7,5 · average_income · 7500000 · VND_per_person_month",
            "90.000 · workers_female · 90000 · person",
        ),
    ),
    Example(
        "a province named once for its zones",
        "Tỉnh | KCN | Diện tích đất công nghiệp (ha) | Lao động (người)\n"
        "Bắc Giang | Quang Châu | 300 | 40.000\n"
        " | Vân Trung | 250 | 35.000\n"
        "Phú Thọ | Thụy Vân | 320 | 30.000",
        (
            "300 · industrial_land_area · 300 · ha · zone:quang-chau",
            "40.000 · workers · 40000 · person · zone:quang-chau",
            "250 · industrial_land_area · 250 · ha · zone:van-trung",
            "35.000 · workers · 35000 · person · zone:van-trung",
            "320 · industrial_land_area · 320 · ha · zone:thuy-van",
            "30.000 · workers · 30000 · person · zone:thuy-van",
        ),
        publisher=MIDLANDS,
    ),
    Example(
        "rows as long as a wrapped line",
        "TT | Chỉ tiêu | ĐVT | Thực hiện 6 tháng đầu năm 2018 | Kế hoạch năm 2019 | Thực hiện 6 tháng đầu năm 2019\n"
        "1 | Tổng vốn đầu tư đăng ký cấp mới của dự án FDI trong khu công nghiệp | triệu USD | 210 | 400 | 189,5\n"
        "2 | Tổng vốn đầu tư đăng ký điều chỉnh tăng thêm của các dự án FDI | triệu USD | 90 | 100 | 77",
        (
            "210 · capital_new · 210000000 · USD · fdi · 2018-01-01..2018-06-30",
            "400 · capital_new · 400000000 · USD · fdi · 2019-01-01..2019-12-31 · plan",
            "189,5 · capital_new · 189500000 · USD · fdi",
            "90 · capital_increase · 90000000 · USD · fdi · 2018-01-01..2018-06-30",
            "100 · capital_increase · 100000000 · USD · fdi · 2019-01-01..2019-12-31 · plan",
            "77 · capital_increase · 77000000 · USD · fdi",
        ),
        window=FIRST_HALF_2019,
    ),
    Example(
        "prose directly around a table",
        "Năm 2019, Ban đã cấp mới 36 dự án. Kết quả cụ thể:\n"
        "Chỉ tiêu | ĐVT | Kết quả\n"
        "Xuất khẩu | triệu USD | 2.250\n"
        "Nhập khẩu | triệu USD | 1.800\n"
        "Trong năm, các doanh nghiệp nộp ngân sách 1.250 tỷ đồng.",
        (
            "36 dự án · projects_licensed · 36 · project",
            "2.250 · exports · 2250000000 · USD",
            "1.800 · imports · 1800000000 · USD",
            "1.250 tỷ đồng · budget_contribution · 1250000000000 · VND",
        ),
    ),
    Example(
        "prose in a cell",
        "1 | Thu hút đầu tư | Trong năm cấp mới 36 dự án với vốn đăng ký 505,2 triệu USD.\n"
        "2 | Xuất khẩu | 2.250 triệu USD\n"
        "3 | Nhập khẩu | 1.800 triệu USD",
        (
            "36 dự án · projects_licensed · 36 · project",
            "505,2 triệu USD · capital_new · 505200000 · USD",
            "2.250 triệu USD · exports · 2250000000 · USD",
            "1.800 triệu USD · imports · 1800000000 · USD",
        ),
    ),
    Example(
        "abbreviations",
        "TT | Chỉ tiêu | ĐVT | TH 2018 | KH 2019 | Ước TH 2019 | % so KH | % so CK\n"
        "1 | Xuất khẩu | Tr. USD | 2.000 | 2.200 | 2.250 | 102,3 | 112,5\n"
        "2 | Nộp ngân sách | Tỷ đồng | 1.100 | 1.150 | 1.250 | 108,7 | 113,6",
        (
            "2.000 · exports · 2000000000 · USD · 2018-01-01..2018-12-31",
            "2.200 · exports · 2200000000 · USD · plan",
            "2.250 · exports · 2250000000 · USD · approx",
            "102,3 · exports · 102.3 · percent · vs_plan",
            "112,5 · exports · 112.5 · percent · yoy_index",
            "1.100 · budget_contribution · 1100000000000 · VND · 2018-01-01..2018-12-31",
            "1.150 · budget_contribution · 1150000000000 · VND · plan",
            "1.250 · budget_contribution · 1250000000000 · VND · approx",
            "108,7 · budget_contribution · 108.7 · percent · vs_plan",
            "113,6 · budget_contribution · 113.6 · percent · yoy_index",
        ),
    ),
    Example(
        "the same period named by its year, and a fall in brackets",
        "Chỉ tiêu | Đơn vị | Cùng kỳ 2018 | 6 tháng 2019 | Tăng, giảm so với cùng kỳ (%)\n"
        "Doanh thu | triệu USD | 900 | 855 | (5)\n"
        "Lao động | người | 150.000 | 156.000 | 4",
        (
            "900 · revenue · 900000000 · USD · 2018-01-01..2018-06-30",
            "855 · revenue · 855000000 · USD",
            "5 · revenue · -5 · percent · yoy",
            "150.000 · workers · 150000 · person · ..2018-06-30",
            "156.000 · workers · 156000 · person",
            "4 · workers · 4 · percent · yoy",
        ),
        window=FIRST_HALF_2019,
    ),
    Example(
        "missing values and remarks",
        "Địa phương | Số KCN đang hoạt động | Doanh thu (tỷ đồng) | Nộp ngân sách (tỷ đồng) | Ghi chú\n"
        "Bắc Giang | 6 | 81.000 | 1.250 | số liệu ước tính\n"
        "Phú Thọ | 4 | - | 640,5 |\n"
        "Toàn khối | 10 | 81.000 | 1.890,5 | chưa đủ",
        (
            "6 · zones_operating · 6 · zone · board:bac-giang",
            "81.000 · revenue · 81000000000000 · VND · board:bac-giang",
            "1.250 · budget_contribution · 1250000000000 · VND · board:bac-giang",
            "4 · zones_operating · 4 · zone · board:phu-tho",
            "640,5 · budget_contribution · 640500000000 · VND · board:phu-tho",
            "10 · zones_operating · 10 · zone",
            "81.000 · revenue · 81000000000000 · VND",
            "1.890,5 · budget_contribution · 1890500000000 · VND",
        ),
        publisher=MIDLANDS,
    ),
    Example(
        "every cell in a line of its own",
        "STT\nChỉ tiêu\nĐVT\nKế hoạch năm\nThực hiện 6 tháng\nSo kế hoạch (%)\n"
        "1\nVốn đầu tư thu hút\ntriệu USD\n160\n90,4\n56,5\n"
        "2\nDự án cấp mới\ndự án\n12\n7\n58,3\n"
        "3\nNộp ngân sách\ntỷ đồng\n1.400\n690\n49,3\n",
        (
            "160 · capital_attracted · 160000000 · USD · 2019-01-01..2019-12-31 · plan",
            "90,4 · capital_attracted · 90400000 · USD",
            "56,5 · capital_attracted · 56.5 · percent · vs_plan",
            "12 · projects_licensed · 12 · project · 2019-01-01..2019-12-31 · plan",
            "7 · projects_licensed · 7 · project",
            "58,3 · projects_licensed · 58.3 · percent · vs_plan",
            "1.400 · budget_contribution · 1400000000000 · VND · 2019-01-01..2019-12-31 · plan",
            "690 · budget_contribution · 690000000000 · VND",
            "49,3 · budget_contribution · 49.3 · percent · vs_plan",
        ),
        window=FIRST_HALF_2019,
    ),
    Example(
        "cells in lines of their own, rows that nothing counts, a heading between them",
        "Chỉ tiêu\nKế hoạch năm\nThực hiện\n"
        "Xuất khẩu (triệu USD)\n900\n480\nThu hút đầu tư\nSố dự án cấp mới\n30\n16\n",
        (
            "900 · exports · 900000000 · USD · 2019-01-01..2019-12-31 · plan",
            "480 · exports · 480000000 · USD",
            "30 · projects_licensed · 30 · project · 2019-01-01..2019-12-31 · plan",
            "16 · projects_licensed · 16 · project",
        ),
        window=FIRST_HALF_2019,
    ),
    Example(
        "single blanks between cells, and parts by origin under a mark",
        "TT Chỉ tiêu ĐVT Thực hiện 6 tháng Kế hoạch năm So kế hoạch (%)\n"
        "1 Dự án cấp mới Dự án 24 40 60\n"
        "- FDI Dự án 15 25 60\n"
        "2 Vốn đăng ký cấp mới\n"
        "- FDI Triệu USD 84 120 70\n"
        "- Trong nước Tỷ đồng 1.100 2.200 50\n",
        (
            "24 · projects_licensed · 24 · project",
            "40 · projects_licensed · 40 · project · 2019-01-01..2019-12-31 · plan",
            "60 · projects_licensed · 60 · percent · vs_plan",
            "15 · projects_licensed · 15 · project · fdi",
            "25 · projects_licensed · 25 · project · fdi · 2019-01-01..2019-12-31 · plan",
            "60 · projects_licensed · 60 · percent · vs_plan · fdi",
            "84 · capital_new · 84000000 · USD · fdi",
            "120 · capital_new · 120000000 · USD · fdi · 2019-01-01..2019-12-31 · plan",
            "70 · capital_new · 70 · percent · vs_plan · fdi",
            "1.100 · capital_new · 1100000000000 · VND · ddi",
            "2.200 · capital_new · 2200000000000 · VND · ddi · 2019-01-01..2019-12-31 · plan",
            "50 · capital_new · 50 · percent · vs_plan · ddi",
        ),
        window=FIRST_HALF_2019,
    ),
    Example(
        "a column under a bare sign of percent beside a plan",
        "Chỉ tiêu\tĐVT\tKế hoạch\tThực hiện\t%\nXuất khẩu\ttriệu USD\t800\t900\t112,5\n"
        "Lao động\tngười\t5.000\t4.800\t96\n",
        (
            "800 · exports · 800000000 · USD · plan",
            "900 · exports · 900000000 · USD",
            "112,5 · exports · 112.5 · percent · vs_plan",
            "5.000 · workers · 5000 · person · plan",
            "4.800 · workers · 4800 · person",
            "96 · workers · 96 · percent · vs_plan",
        ),
    ),
    Example(
        "single blanks, and two columns of numbers under a header",
        "Quốc gia Xuất khẩu (triệu USD) Lao động (người)\nHàn Quốc 410 9.200\nNhật Bản 305,5 7.100\n",
        (
            "410 · exports · 410000000 · USD · country:korea",
            "9.200 · workers · 9200 · person · country:korea",
            "305,5 · exports · 305500000 · USD · country:japan",
            "7.100 · workers · 7100 · person · country:japan",
        ),
    ),
    Example(
        "cells in lines of their own, sections, and a percentage that only its numbers explain",
        "Chỉ tiêu\nĐơn vị\nNăm 2018\nNăm 2019\nSo sánh (%)\nI. Thu hút đầu tư\n"
        "Dự án cấp mới\ndự án\n16\n20\n125\nVốn cấp mới\ntriệu USD\n80\n100\n125\n"
        "II. Sản xuất\nDoanh thu\ntỷ đồng\n4.000\n4.600\n115\n",
        (
            "16 · projects_licensed · 16 · project · 2018-01-01..2018-12-31",
            "20 · projects_licensed · 20 · project",
            "125 · projects_licensed · 125 · percent · yoy_index",
            "80 · capital_new · 80000000 · USD · 2018-01-01..2018-12-31",
            "100 · capital_new · 100000000 · USD",
            "125 · capital_new · 125 · percent · yoy_index",
            "4.000 · revenue · 4000000000000 · VND · 2018-01-01..2018-12-31",
            "4.600 · revenue · 4600000000000 · VND",
            "115 · revenue · 115 · percent · yoy_index",
        ),
    ),
    Example(
        "percentages that neither header nor numbers explain",
        "Chỉ tiêu | Đơn vị | Năm 2018 | Năm 2019 | Ghi nhận (%)\n"
        "Doanh thu | tỷ đồng | 4.000 | 4.600 | 31\nXuất khẩu | triệu USD | 80 | 100 | 12",
        (
            "4.000 · revenue · 4000000000000 · VND · 2018-01-01..2018-12-31",
            "4.600 · revenue · 4600000000000 · VND",
            "31 · - · 31 · percent",
            "80 · exports · 80000000 · USD · 2018-01-01..2018-12-31",
            "100 · exports · 100000000 · USD",
            "12 · - · 12 · percent",
        ),
    ),
    Example(
        "how far a plan is exceeded, told by the numbers alone",
        "Chỉ tiêu | Đơn vị | Kế hoạch | Thực hiện | Chênh lệch (%)\n"
        "Doanh thu | tỷ đồng | 4.000 | 4.600 | 15\nXuất khẩu | triệu USD | 80 | 76 | -5",
        (
            "4.000 · revenue · 4000000000000 · VND · plan",
            "4.600 · revenue · 4600000000000 · VND",
            "15 · revenue · 15 · percent · vs_plan_excess",
            "80 · exports · 80000000 · USD · plan",
            "76 · exports · 76000000 · USD",
            "5 · exports · -5 · percent · vs_plan_excess",
        ),
    ),
    Example(
        "a total whose cell for the row number is empty, parted by tabs",
        "TT\tĐịa phương\tDự án cấp mới\tXuất khẩu (triệu USD)\n"
        "1\tBắc Giang\t12\t150\n2\tPhú Thọ\t7\t85,5\n\tTổng\t19\t235,5\n",
        (
            "12 · projects_licensed · 12 · project · board:bac-giang",
            "150 · exports · 150000000 · USD · board:bac-giang",
            "7 · projects_licensed · 7 · project · board:phu-tho",
            "85,5 · exports · 85500000 · USD · board:phu-tho",
            "19 · projects_licensed · 19 · project",
            "235,5 · exports · 235500000 · USD",
        ),
        publisher=MIDLANDS,
    ),
    Example(
        "headers in short forms that only the year parts",
        "Chỉ tiêu | ĐVT | TH 6T/2018 | TH 6T/2019 | Tỷ lệ (%)\n"
        "Doanh thu | tỷ đồng | 4.000 | 4.600 | 115\nXuất khẩu | triệu USD | 80 | 76 | 95",
        (
            "4.000 · revenue · 4000000000000 · VND · 2018-01-01..2018-06-30",
            "4.600 · revenue · 4600000000000 · VND",
            "115 · revenue · 115 · percent · yoy_index",
            "80 · exports · 80000000 · USD · 2018-01-01..2018-06-30",
            "76 · exports · 76000000 · USD",
            "95 · exports · 95 · percent · yoy_index",
        ),
        window=FIRST_HALF_2019,
    ),
)

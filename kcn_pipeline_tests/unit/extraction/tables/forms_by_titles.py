"""Tables whose titles say what all their rows leave open.

Belongs here: the tables, in our own words, and the readings expected. Does not: assertions (`test_forms`).
"""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019
from kcn_pipeline_tests.unit.extraction.example_tables import Example

EXAMPLES = (
    Example(
        "a title over rows",
        "Dự án FDI còn hiệu lực đến 31/12/2019\n"
        "Số dự án | dự án | 245\n"
        "Vốn đăng ký | triệu USD | 3.410\n"
        "Vốn đăng ký cấp mới | triệu USD | 120\n"
        "Vốn đăng ký tăng thêm | triệu USD | 35",
        (
            "245 · projects_active · 245 · project · fdi",
            "3.410 · capital_registered · 3410000000 · USD · fdi",
            "120 · capital_new · 120000000 · USD · fdi",
            "35 · capital_increase · 35000000 · USD · fdi",
        ),
        publisher="board:ha-nam",
    ),
    Example(
        "a title that says they are valid",
        "Dự án FDI còn hiệu lực đến 31/12/2019 phân theo quốc gia\n"
        "STT | Quốc gia | Số dự án | Vốn đăng ký (triệu USD)\n"
        "1 | Hàn Quốc | 62 | 6.850,5\n"
        "2 | Trung Quốc | 21 | 310,0\n"
        "3 | Singapore | 5 | 95,4\n"
        "Tổng | | 88 | 7.255,9",
        (
            "62 · projects_active · 62 · project · fdi · country:korea",
            "6.850,5 · capital_registered · 6850500000 · USD · fdi · country:korea",
            "21 · projects_active · 21 · project · fdi · country:china",
            "310,0 · capital_registered · 310000000 · USD · fdi · country:china",
            "5 · projects_active · 5 · project · fdi · country:singapore",
            "95,4 · capital_registered · 95400000 · USD · fdi · country:singapore",
            "88 · projects_active · 88 · project · fdi",
            "7.255,9 · capital_registered · 7255900000 · USD · fdi",
        ),
        publisher="board:thai-nguyen",
    ),
    Example(
        "a title that names the origin",
        "Bảng 2. Thu hút đầu tư nước ngoài 6 tháng đầu năm 2019 (triệu USD)\n"
        "\n"
        "Vốn cấp mới | 310,5\n"
        "Vốn tăng thêm | 120,4",
        (
            "310,5 · capital_new · 310500000 · USD · fdi",
            "120,4 · capital_increase · 120400000 · USD · fdi",
        ),
        publisher="board:bac-giang",
        window=FIRST_HALF_2019,
    ),
)

"""Headers of tables whose columns single blanks part, as readers of pages leave them."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.tables.grid import tables_in
from kcn_pipeline_tests.unit.extraction.builders import facts_of

ROWS = """1 Dự án cấp mới dự án 40 31

2 Giá trị xuất khẩu triệu USD 2.100 1.845,5

3 Nộp ngân sách tỷ đồng 900 1.012
"""
PLANNED = f"Biểu chỉ tiêu năm 2021\n\nSTT Chỉ tiêu Đơn vị Kế hoạch 2021 Thực hiện 2021\n{ROWS}"
WRAPPED = """STT Tên KCN DT tự nhiên (ha) Đất CN cho thuê (ha) Đã cho thuê (ha) Tỷ lệ
lấp đầy (%)

1 Yên Bình 400,5 280,0 210,0 75,0

2 Sông Công 180,0 125,5 100,4 80,0
"""


def headers(text: str) -> list[str]:
    (table,) = tables_in(text)
    return [cell.text for row in table.headers for cell in row.cells]


def test_words_over_rows_are_cut_into_as_many_cells() -> None:
    assert headers(PLANNED) == ["Chỉ tiêu", "Đơn vị", "Kế hoạch 2021", "Thực hiện 2021"]


def test_a_wrapped_header_is_one() -> None:
    last = "Tỷ lệ lấp đầy (%)"
    assert headers(WRAPPED) == ["Tên KCN", "DT tự nhiên (ha)", "Đất CN cho thuê (ha)", "Đã cho thuê (ha)", last]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("TT Chỉ tiêu ĐVT Kế hoạch 2018 Thực hiện 6 tháng", ["Chỉ tiêu", "ĐVT", "Kế hoạch 2018", "Thực hiện 6 tháng"]),
        ("Chỉ tiêu DVT KH 2018 So cùng kỳ (%)", ["Chỉ tiêu", "DVT", "KH 2018", "So cùng kỳ (%)"]),
    ],
)
def test_columns_of_units_and_short_forms(header: str, cells: list[str]) -> None:
    assert headers(f"{header}\n{ROWS}") == cells


@pytest.mark.parametrize("line", ["", "Chỉ tiêu Đơn vị Năm nay", "Tình hình thực hiện như sau:"])
def test_plan_and_outcome_side_by_side_are_no_table_without_a_header(line: str) -> None:
    assert tables_in(f"{line}\n{ROWS}") == []


def test_figures_are_read_by_their_column() -> None:
    told = [(f.quote, f.metric, str(f.value), f.target) for f in facts_of(PLANNED)]
    assert told[2:] == [
        ("2.100", "exports", "2100000000", True),
        ("1.845,5", "exports", "1845500000.0", False),
        ("900", "budget_contribution", "900000000000", True),
        ("1.012", "budget_contribution", "1012000000000", False),
    ]
    assert [(quote, metric) for quote, metric, _, _ in told[:2]] == [
        ("40", "projects_licensed"),
        ("31", "projects_licensed"),
    ]


def test_a_column_wrapped_in_the_header_governs_its_numbers() -> None:
    told = {f.quote: (f.metric, f.entity) for f in facts_of(WRAPPED, "board:thai-nguyen")}
    assert told["75,0"] == ("occupancy_rate", "zone:yen-binh")
    assert told["210,0"] == ("leased_area", "zone:yen-binh")

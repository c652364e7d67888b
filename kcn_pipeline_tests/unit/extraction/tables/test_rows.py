"""Lines of tables whose columns semicolons, blanks or single blanks part."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.tables.rows import row_of
from kcn_pipeline_tests.unit.extraction.builders import facts_of

SEMICOLONS = """TT; Chỉ tiêu; ĐVT; Kế hoạch 2019; Thực hiện 2019; TH/KH (%)
1; Dự án cấp mới; Dự án; 20; 26; 130
2; Doanh thu; Tỷ đồng; 41.000; 43.460; 106
"""
BLANKS = """TT    Chỉ tiêu    ĐVT    Thực hiện 2019
1    Xuất khẩu    Triệu USD    640,5
2    Nhập khẩu    Triệu USD    512
"""
QUARTERS = """                     Quý I     Quý II
Dự án FDI cấp mới      3         5
Vốn FDI cấp mới (triệu USD)   41,5   18
"""
SINGLE_BLANKS = """TT KCN DT tự nhiên (ha) Đã cho thuê (ha) Tỷ lệ lấp đầy (%)
1 Quế Võ 300,5 160,1 88,4
2 Tiên Sơn 350,0 201,7 91
Tổng cộng 650,5 361,8 90
"""


@pytest.mark.parametrize(
    ("line", "separator", "cells"),
    [
        ("3; Xuất khẩu; Triệu USD; 950; 1.012", "semicolon", 5),
        ("Doanh thu    Tỷ đồng    7.350", "blanks", 3),
        ("Cộng      292", "blanks", 2),
        ("2 Tiên Sơn 350,0 201,7 91", "spaces", 4),
        ("Xuất khẩu / triệu USD / 310 / 247,3", "stroke", 4),
        ("Thu nhập 7,5 triệu đồng / người", None, 1),
        # Prose has such signs too.
        ("Cấp mới 12 dự án; thu hồi 3 dự án; xuất khẩu 5 triệu USD.", None, 1),
        ("BAN QUẢN LÝ        CỘNG HÒA", None, 1),
        ("Năm 2018 cấp mới 12 dự án", None, 1),
    ],
)
def test_what_parts_the_cells_of_a_line(line: str, separator: str | None, cells: int) -> None:
    row = row_of(line, 0, len(line))
    assert (row.separator, len(row.cells)) == (separator, cells)


def test_semicolons_part_columns() -> None:
    told = [(f.quote, f.metric, f.comparison, f.target) for f in facts_of(SEMICOLONS)]
    assert told == [
        ("20", "projects_licensed", "level", True),
        ("26", "projects_licensed", "level", False),
        ("130", "projects_licensed", "vs_plan", False),
        ("41.000", "revenue", "level", True),
        ("43.460", "revenue", "level", False),
        ("106", "revenue", "vs_plan", False),
    ]


def test_blanks_part_columns_and_a_cell_tells_the_unit() -> None:
    told = [(f.quote, f.metric, str(f.value), f.unit) for f in facts_of(BLANKS)]
    assert told == [("640,5", "exports", "640500000.0", "USD"), ("512", "imports", "512000000", "USD")]


def test_quarters_over_columns_are_windows_though_the_header_has_no_label() -> None:
    ends = [(f.quote, f.period_end.isoformat() if f.period_end else None) for f in facts_of(QUARTERS)]
    assert ends == [("3", "2019-03-31"), ("5", "2019-06-30"), ("41,5", "2019-03-31"), ("18", "2019-06-30")]


def test_single_blanks_part_columns_whose_units_stand_in_brackets() -> None:
    told = [(f.quote, f.metric, f.entity) for f in facts_of(SINGLE_BLANKS, "board:bac-ninh")]
    assert told[:3] == [
        ("300,5", "zone_area", "zone:que-vo"),
        ("160,1", "leased_area", "zone:que-vo"),
        ("88,4", "occupancy_rate", "zone:que-vo"),
    ]
    assert told[-1] == ("90", "occupancy_rate", "board:bac-ninh")

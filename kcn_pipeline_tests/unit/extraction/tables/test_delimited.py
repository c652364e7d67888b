"""Lines whose cells signs of prose part."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.tables.delimited import comma_cells, keyed_cells
from kcn_pipeline.extraction.tables.grid import tables_in


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('Nhập khẩu,triệu USD,"1.204,5",18', ["Nhập khẩu", "triệu USD", '"1.204,5"', "18"]),
        ("Chỉ tiêu,6 tháng 2021,6 tháng 2022", ["Chỉ tiêu", "6 tháng 2021", "6 tháng 2022"]),
        ("Doanh thu,7,8", ["Doanh thu", "7", "8"]),
        # A comma of prose has a blank behind it, and one between digits of a sentence is a decimal.
        ("Cấp mới, điều chỉnh, thu hồi dự án", []),
        ("Doanh thu tăng 4,2%,nộp ngân sách tăng 3,1%", []),
        ("Hà Nội,Hưng Yên", []),
    ],
)
def test_commas_part_cells_of_exported_sheets_only(line: str, cells: list[str]) -> None:
    assert [line[start:end] for start, end in comma_cells(line)] == cells


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("- Nhập khẩu: 317", ["Nhập khẩu", "317"]),
        ("2. Nhập khẩu (triệu USD) ........ 317,5", ["Nhập khẩu (triệu USD)", "317,5"]),
        ("Doanh thu…… 317 (tỷ đồng)", ["Doanh thu", "317", "(tỷ đồng)"]),
        ("Lao động: 900; 990; 110%", ["Lao động", "900", "990", "110%"]),
        ("Lao động: 990 người", []),
        ("Lao động: tăng 990", []),
    ],
)
def test_a_colon_or_dots_stand_between_a_label_and_its_numbers(line: str, cells: list[str]) -> None:
    assert [line[start:end] for start, end in keyed_cells(line)] == cells


def test_labels_without_any_unit_are_no_table() -> None:
    assert tables_in("Số đại biểu: 120\nSố phòng: 12") == []

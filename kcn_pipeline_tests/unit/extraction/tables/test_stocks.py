"""Columns among stocks: those that leave open what they tell of what there is."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.numbers.figures import Column
from kcn_pipeline.extraction.tables.stocks import with_stock


@pytest.mark.parametrize(
    ("header", "is_stock"),
    [("Số dự án", True), ("Số dự án FDI", True), ("Vốn đăng ký", True), ("Số dự án thép", False)],
)
def test_a_bare_header_tells_a_stock(header: str, *, is_stock: bool) -> None:
    assert with_stock(Column(), header).stock is is_stock

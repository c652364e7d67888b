"""Frames as rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from kcn_pipeline.reconciliation.decisions.records import facts_of_frame, records
from kcn_pipeline.tables import BOARD_TOTALS, FACTS
from kcn_pipeline_tests.unit.reconciliation.builders import Book


def test_no_rows_are_no_rows_whatever_the_columns() -> None:
    assert records(pd.DataFrame(), FACTS) == []
    assert records(Book().frame, FACTS) == []


def test_missing_values_come_back_as_none() -> None:
    book = Book()
    book.add("exports", 5, "USD")
    frame = book.frame
    frame["origin"] = np.nan
    frame["literal_value"] = pd.NA
    (row,) = records(frame, FACTS)
    assert row["origin"] is None
    assert row["literal_value"] is None
    assert facts_of_frame(frame) == book.facts


def test_a_lacking_column_is_named() -> None:
    book = Book()
    book.add("exports", 5, "USD")
    with pytest.raises(ValueError, match=r"board_totals: columns .*figure_ids"):
        records(book.frame, BOARD_TOTALS)

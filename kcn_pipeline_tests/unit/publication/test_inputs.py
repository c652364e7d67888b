"""What publication accepts, and the rows it reads."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from kcn_pipeline.publication.inputs import records, require_tables
from kcn_pipeline_tests.unit.publication.frames import empty_tables, synthetic_tables


def test_every_table_of_the_dictionary_is_accepted() -> None:
    require_tables(synthetic_tables())
    require_tables(empty_tables())


def test_a_lacking_table_is_named() -> None:
    tables = empty_tables()
    del tables["panel"]

    with pytest.raises(ValueError, match=r"lacking: \['panel'\]"):
        require_tables(tables)


def test_an_unknown_table_is_named() -> None:
    with pytest.raises(ValueError, match=r"unknown: \['drafts'\]"):
        require_tables({**empty_tables(), "drafts": pd.DataFrame()})


def test_a_lacking_column_is_named() -> None:
    tables = empty_tables()
    tables["panel"] = tables["panel"].drop(columns="vintage")

    with pytest.raises(ValueError, match=r"table panel: columns differ .*vintage"):
        require_tables(tables)


def test_another_order_of_columns_is_refused() -> None:
    tables = empty_tables()
    tables["panel"] = tables["panel"][list(reversed(tables["panel"].columns))]

    with pytest.raises(ValueError, match="order"):
        require_tables(tables)


@pytest.mark.parametrize("absent", [None, np.nan, pd.NA])
def test_an_absent_value_is_none_whatever_pandas_made_of_it(absent: object) -> None:
    frame = pd.DataFrame({"a": pd.Series(["x", absent], dtype=object)})

    assert records(frame) == [{"a": "x"}, {"a": None}]


def test_numbers_survive_as_numbers() -> None:
    frame = pd.DataFrame({"n": [1, 2], "x": [0.5, None]})

    assert records(frame) == [{"n": 1, "x": 0.5}, {"n": 2, "x": None}]


def test_no_rows_give_no_records() -> None:
    assert records(empty_tables()["panel"]) == []

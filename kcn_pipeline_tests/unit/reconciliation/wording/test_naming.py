"""What sentences call the parties of a relation."""

from __future__ import annotations

import pytest

from kcn_pipeline.periods import Window
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.wording.naming import (
    cell_label,
    entity_label,
    metric_label,
    party_label,
    short_name,
    term,
)
from kcn_pipeline.reference.boards import load_boards


@pytest.mark.parametrize(
    ("party", "vi", "en"),
    [
        ("board:ha-noi", "Hà Nội", "Hà Nội"),
        ("bloc:red-river-delta", "Đồng bằng sông Hồng", "Đồng bằng sông Hồng"),
        ("board:atlantis", "board:atlantis", "board:atlantis"),
        ("fdi", "FDI", "FDI"),
        ("exports", "Giá trị xuất khẩu", "Exports"),
        ("2019-01-01/2019-06-30", "6 tháng đầu năm 2019", "first half of 2019"),
        ("2019-06-30", "tại 30/06/2019", "as of 2019-06-30"),
        ("plan", "kế hoạch", "the plan"),
    ],
)
def test_parties(party: str, vi: str, en: str) -> None:
    assert party_label(party, "vi") == vi
    assert party_label(party, "en") == en


def test_a_second_board_of_a_province_goes_by_its_full_name() -> None:
    second = load_boards()["quang-nam-chu-lai"].name
    assert (short_name("board:quang-nam"), short_name("board:quang-nam-chu-lai")) == ("Quảng Nam", second)
    assert entity_label("board:quang-nam", "vi") == "BQL Quảng Nam"
    assert entity_label("board:quang-nam-chu-lai", "vi") == second, "which begins with the words for a board"


def test_no_board_is_called_a_board_twice() -> None:
    labels = [entity_label(board.entity, "vi") for board in load_boards().values()]
    assert all(label.count("Ban Quản lý") + label.count("BQL") == 1 for label in labels)


def test_an_entity_at_the_head_of_a_sentence() -> None:
    assert entity_label("bloc:red-river-delta", "en") == "Đồng bằng sông Hồng bloc"
    assert entity_label("board:ha-noi", "vi") == "BQL Hà Nội"
    assert entity_label("province:ha-noi", "vi") == "Hà Nội"
    assert entity_label("province:atlantis", "vi") == "province:atlantis"


@pytest.mark.parametrize(("origin", "told"), [("fdi", " FDI"), ("total", ""), (None, "")])
def test_a_cell_is_told_by_whose_it_is_what_it_measures_and_when(origin: str | None, told: str) -> None:
    series = Series("board:ha-noi", "exports", origin, "USD")
    assert cell_label(series, Window.of_year(2019), "en") == f"Hà Nội board, Exports{told}, 2019"
    assert cell_label(series, Window.of_year(2019), "vi") == f"BQL Hà Nội, Giá trị xuất khẩu{told}, năm 2019"


def test_what_nobody_knows_keeps_its_code() -> None:
    assert metric_label("not_in_the_vocabulary", "en") == "not_in_the_vocabulary"
    with pytest.raises(KeyError):
        term("not_a_term", "en")

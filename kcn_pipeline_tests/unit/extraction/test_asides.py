"""What brackets tell of the count before them, and what goes on behind them."""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import facts_of, summary

STAGES = "Có 90 dự án trong nước (70 dự án đang hoạt động, 12 dự án đang xây dựng), tổng vốn đăng ký 1.500 tỷ đồng."


def test_brackets_take_over_the_origin_of_the_count_before_them() -> None:
    assert [fact.origin for fact in facts_of(STAGES)] == ["ddi"] * 4


def test_a_word_of_origin_inside_says_otherwise() -> None:
    facts = facts_of("Có 90 dự án trong nước (trong đó 60 dự án liên doanh với FDI) còn hiệu lực.")
    assert [fact.origin for fact in facts] == ["ddi", "fdi"]


def test_money_behind_brackets_is_of_the_count_before_them() -> None:
    assert summary(facts_of(STAGES)[-1]) == ("1.500 tỷ đồng", "capital_registered", "level", "ddi")


def test_a_change_behind_brackets_is_of_the_count_before_them() -> None:
    change = facts_of("Cấp mới 71 dự án (52 FDI và 19 DDI), nhiều hơn 12 dự án so với cùng kỳ.")[-1]
    assert (change.metric, change.comparison, change.origin) == ("projects_licensed", "change", "total")


def test_a_rate_behind_the_rate_of_one_zone_in_brackets() -> None:
    facts = facts_of("Tỷ lệ lấp đầy bình quân là 62,4%; KCN Bình Minh đã kín (100%), KCN Hòa Phú đạt 95%.")
    assert [fact.metric for fact in facts][-1] == "occupancy_rate"


def test_the_wording_in_brackets_is_of_the_figure_there() -> None:
    facts = facts_of("Diện tích đất đã cho thuê 146 ha (trên tổng diện tích đất tự nhiên 263 ha).")
    assert [fact.metric for fact in facts] == ["leased_area", "zone_area"]


def test_labels_in_brackets_name_their_figures() -> None:
    facts = facts_of("Vốn cấp mới và tăng thêm 298 triệu USD (cấp mới: 175 triệu USD; tăng vốn: 123 triệu USD).")
    assert [fact.metric for fact in facts] == ["capital_new_and_increase", "capital_new", "capital_increase"]


def test_a_count_behind_brackets_goes_on_with_the_count_before_them() -> None:
    text = "Trong các khu có 90 dự án trong nước (70 dự án đang hoạt động, 12 dự án đang xây dựng); 22 dự án FDI."
    metrics = [fact.metric for fact in facts_of(text)]
    assert metrics[0] == metrics[-1] == "projects_active"

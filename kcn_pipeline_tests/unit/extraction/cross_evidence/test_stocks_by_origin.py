"""Stocks that two passages tell, each behind the flows of one origin."""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import facts_of

_FOREIGN = "Năm 2019, các KCN thu hút 31 dự án đầu tư nước ngoài với tổng vốn đăng ký 240 triệu USD."
_DOMESTIC = "Về đầu tư trong nước, trong năm các KCN thu hút 12 dự án đầu tư, tổng vốn 1.800 tỷ đồng."
_STOCK = "Tính đến cuối năm 2019, các khu thu hút được {} dự án, tổng vốn đầu tư {}."


def test_stocks_that_differ_take_the_origins_of_their_passages() -> None:
    text = "\n".join((_FOREIGN, _STOCK.format("410", "5,2 tỷ USD"), _DOMESTIC, _STOCK.format("380", "41.000 tỷ đồng")))
    stocks = [fact for fact in facts_of(text) if fact.period_start is None]
    assert [(fact.metric, fact.origin) for fact in stocks] == [
        ("projects_active", "fdi"),
        ("capital_registered", "fdi"),
        ("projects_active", "ddi"),
        ("capital_registered", "ddi"),
    ]


def test_one_stock_behind_both_is_of_all() -> None:
    text = "\n".join((_FOREIGN, _DOMESTIC, _STOCK.format("790", "7 tỷ USD")))
    assert {fact.origin for fact in facts_of(text) if fact.period_start is None} == {"total"}


def test_the_same_stock_told_twice_is_of_all() -> None:
    stock = _STOCK.format("790", "7 tỷ USD")
    stocks = [fact for fact in facts_of("\n".join((_FOREIGN, stock, _DOMESTIC, stock))) if fact.period_start is None]
    assert {fact.origin for fact in stocks} == {"total"}

"""Times as the press tells them: from the first day of the year, a month at the head of a sentence, a time of day."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

NEW_YEAR = date(2019, 1, 1)


@pytest.mark.parametrize(
    ("opening", "end"),
    [
        ("Từ đầu năm đến ngày 15-9", date(2019, 9, 15)),
        ("Từ đầu năm đến hết ngày 15/9/2019", date(2019, 9, 15)),
        ("Tính từ đầu năm 2019 đến 20/8", date(2019, 8, 20)),
        ("Từ đầu năm đến hết tháng 9", date(2019, 9, 30)),
        ("Kể từ đầu năm nay đến cuối tháng 9/2019", date(2019, 9, 30)),
    ],
)
def test_a_window_from_the_first_day_of_the_year(opening: str, end: date) -> None:
    count, capital = facts_of(f"{opening}, các KCN đã thu hút 31 dự án, vốn thực hiện ước đạt 60 triệu USD.")
    assert (count.metric, capital.metric) == ("projects_licensed", "capital_disbursed")
    assert {(fact.period_start, fact.period_end) for fact in (count, capital)} == {(NEW_YEAR, end)}


def test_a_stock_told_with_such_a_window_is_of_its_last_day() -> None:
    [fact] = facts_of("Từ đầu năm đến hết tháng 9, các KCN có 310 dự án còn hiệu lực.")
    assert (fact.period_start, fact.period_end) == (None, date(2019, 9, 30))


def test_a_month_at_the_head_of_a_sentence_is_its_window() -> None:
    text = "Các khu hoạt động ổn định. Tháng 6, các doanh nghiệp nộp ngân sách 40 tỷ đồng."
    [fact] = facts_of(text)
    assert (fact.period_start, fact.period_end) == (date(2019, 6, 1), date(2019, 6, 30))


def test_a_month_within_a_sentence_is_not() -> None:
    [fact] = facts_of("Dự án khởi công tháng 6, với doanh thu 40 tỷ đồng.")
    assert (fact.period_start, fact.period_end) == (NEW_YEAR, date(2019, 12, 31))


def test_the_day_of_a_meeting_is_no_fraction() -> None:
    facts = facts_of("Chiều 3/7, Ban Quản lý cho biết các KCN thu hút 12 dự án.")
    assert [fact.quote for fact in facts] == ["12 dự án"]

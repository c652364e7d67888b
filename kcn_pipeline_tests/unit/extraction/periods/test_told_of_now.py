"""What is so already, or done, beside plans of a time to come."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, facts_of

JUNE = date(2019, 6, 30)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Có 9 KCN nằm trong quy hoạch đến năm 2025, trong đó 04 KCN đã đi vào hoạt động.", "04 KCN"),
        ("Đến năm 2030, KKT Hòa Tâm (8.200 ha) lấp đầy 60%.", "8.200 ha"),
        ("Quý III/2019 phấn đấu thêm 3 dự án. Đến năm 2030, KKT Hòa Tâm (8.200 ha) lấp đầy 60%.", "8.200 ha"),
        ("Kế hoạch thu hút FDI năm 2019: 300 triệu USD, đã đạt 81%.", "81%"),
    ],
)
def test_it_is_no_aim(text: str, quote: str) -> None:
    fact = next(fact for fact in facts_of(text, window=FIRST_HALF_2019) if fact.quote == quote)
    assert (fact.target, fact.period_end) == (False, JUNE)


def test_the_rest_of_a_year_in_a_heading_is_of_the_plans_under_it() -> None:
    text = "I. Kết quả\nCấp mới 9 dự án.\nII. Sáu tháng cuối năm\nMục tiêu: cấp mới 15 dự án."
    fact = facts_of(text, window=FIRST_HALF_2019)[-1]
    assert (fact.period_start, fact.period_end) == (date(2019, 7, 1), date(2019, 12, 31))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("KCN Hòa Phú lấp đầy chưa được 20%.", "upper"),
        ("Thu nhập bình quân tầm 7,5 triệu đồng/người/tháng.", "approx"),
    ],
)
def test_hedges_of_spoken_language(text: str, bound: str) -> None:
    assert facts_of(text)[-1].bound == bound

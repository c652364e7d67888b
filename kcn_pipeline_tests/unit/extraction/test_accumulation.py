"""What was licensed or attracted up to a date is what there is."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        # A date, or words for now, and no word for new.
        ("Đến 30/11/2019 có 64 dự án được cấp phép.", "projects_active"),
        ("Đến nay, hai khu có 18 dự án được cấp phép.", "projects_active"),
        ("Đến hết năm 2019, KCN Long Mỹ thu hút 8 dự án.", "projects_active"),
        ("Tính lũy kế đến ngày 12/9/2019, Ban đã cấp 142 GCNĐKĐT.", "projects_active"),
        # What came in the window: new, compared, planned, or of a window told beside it.
        ("Đến nay, cấp mới 12 dự án.", "projects_licensed"),
        ("Đến nay thu hút thêm 12 dự án.", "projects_licensed"),
        ("Tính đến 15/6/2019, các khu thu hút 25 dự án, tăng 10% so với cùng kỳ.", "projects_licensed"),
        ("Tính đến 15/12/2019, các khu thu hút 25 dự án, đạt 80% kế hoạch.", "projects_licensed"),
        ("Từ đầu năm đến nay, các khu thu hút 25 dự án.", "projects_licensed"),
        # Words of a stock in another segment say nothing of it.
        ("Nâng tổng vốn lên 88 triệu USD; 6 dự án được cấp phép.", "projects_licensed"),
        # What a window has done is no stock; what was done at no time told is.
        ("9 tháng đầu năm 2019, các KCN đã thu hút 31 dự án.", "projects_licensed"),
        ("Các KCN đã thu hút 31 dự án.", "projects_active"),
    ],
)
def test_counts_up_to_a_date(text: str, metric: str) -> None:
    counts = [fact.metric for fact in facts_of(text) if fact.unit == "project" and fact.comparison == "level"]
    assert counts == [metric]


def test_the_money_of_projects_licensed_up_to_a_date() -> None:
    text = "Lũy kế đến ngày 12/9/2019, đã cấp 142 GCNĐKĐT, vốn cấp mới và điều chỉnh là 912 triệu USD."
    assert metrics_of(text) == [("142 GCNĐKĐT", "projects_active"), ("912 triệu USD", "capital_registered")]

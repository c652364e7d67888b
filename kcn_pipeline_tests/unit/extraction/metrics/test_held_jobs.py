"""Jobs that enterprises give, and jobs that a window brought."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        # Told among what enterprises achieve, or split up: the workers there are.
        ("Các nhà máy xuất khẩu 9 triệu USD, giải quyết việc làm cho 900 lao động.", "workers"),
        ("Khu công nghiệp giải quyết việc làm cho 84 nghìn người, chiếm 7% tổng số lao động toàn tỉnh.", "workers"),
        # New, of a window right before the verb, aimed at, told as occasions.
        ("Các nhà máy giải quyết việc làm mới cho 900 lao động.", "jobs_created"),
        ("Trong năm đã giải quyết việc làm cho 900 lao động.", "jobs_created"),
        ("Năm 2019, giải quyết việc làm cho 900 lao động.", "jobs_created"),
        ("Phấn đấu giải quyết việc làm cho 900 lao động.", "jobs_created"),
        ("Giải quyết việc làm cho 900 lượt lao động.", "jobs_created"),
    ],
)
def test_jobs(text: str, metric: str) -> None:
    assert [fact.metric for fact in facts_of(text) if fact.unit == "person"] == [metric]


def test_jobs_beside_the_workers_are_new() -> None:
    facts = facts_of("Giải quyết việc làm cho 900 lao động; tổng số lao động 20.000 người.")
    assert [fact.metric for fact in facts] == ["jobs_created", "workers"]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Khu kinh tế hiện có 58 dự án đã đi vào hoạt động, tạo ra hơn 11 ngàn việc làm.", "workers"),
        ("Năm 2019, các khu tạo ra 2.600 việc làm.", "jobs_created"),
        ("Khu hiện có 58 dự án đã đi vào hoạt động, tạo thêm 2.600 việc làm.", "jobs_created"),
        ("Thu hút 210 ngàn lao động, nâng tổng số lao động lên 2,6 triệu người.", "jobs_created"),
        ("Thu hút 210 ngàn lao động, nâng thu nhập bình quân lên 7 triệu đồng/tháng.", "workers"),
    ],
)
def test_jobs_among_stocks_and_before_the_total_they_raise(text: str, metric: str) -> None:
    assert next(fact.metric for fact in facts_of(text) if fact.unit == "person") == metric

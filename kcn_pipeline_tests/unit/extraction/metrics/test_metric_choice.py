"""Which metric a wording means that more share, by what was told before it."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of

_SUM = "Năm 2019, tổng vốn đầu tư (cả cấp mới và điều chỉnh) đạt 900 triệu USD."


@pytest.mark.parametrize(
    "part",
    [
        "Trong đó, tổng vốn đầu tư nước ngoài đạt 240 triệu USD.",
        "Nổi bật, vốn đầu tư nước ngoài (FDI) đạt 240 triệu USD.",
        "Vốn FDI là 240 triệu USD.",
        "Vốn FDI là 240 triệu USD (cấp mới 11 dự án).",
    ],
)
def test_a_part_by_origin_of_the_sum_before(part: str) -> None:
    last = facts_of(f"{_SUM} {part}")[1]
    assert (last.metric, last.origin) == ("capital_new_and_increase", "fdi")


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Tỉnh thu hút mới 17 dự án với tổng vốn 410 triệu USD.", "capital_new"),
        ("Tỉnh thu hút 17 dự án với tổng vốn 410 triệu USD.", "capital_attracted"),
        ("Tỉnh mời thêm được 17 dự án, tổng vốn 410 triệu USD.", "capital_attracted"),
    ],
)
def test_what_is_taken_in_as_new_brings_new_capital(text: str, metric: str) -> None:
    assert metrics_of(text)[-1][1] == metric


def test_ratios_of_counts_lend_no_metric_to_capital() -> None:
    facts = facts_of("Cấp mới 11 dự án, gồm 6 FDI và 5 DDI; số dự án FDI bằng 75% cùng kỳ, vốn DDI gấp 2 lần.")
    assert facts[-1].metric != "projects_licensed"

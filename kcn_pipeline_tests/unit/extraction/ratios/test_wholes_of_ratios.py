"""Parts and wholes of percentages: short names of workers, pairs told again, sums that a part closes."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    "text",
    [
        "Các khu có 7.300 lao động (nữ: 48%; địa phương: 61%).",
        "Các khu có 7.300 lao động (địa phương 61%, nữ 48%, nước ngoài 90 người), tăng 400 người so với đầu năm.",
        "Số lao động 7.300 người, thêm 400 người so với đầu năm, tỷ lệ nữ 48%, trong tỉnh 61%.",
    ],
)
def test_a_percentage_right_behind_a_part_of_the_workers_is_a_share(text: str) -> None:
    shares = {f.metric: (f.comparison, f.base, str(f.value)) for f in facts_of(text) if f.unit == "percent"}
    assert shares == {"workers_female": ("share", "workers", "48"), "workers_local": ("share", "workers", "61")}


def test_growth_of_a_part_of_the_workers_is_no_share() -> None:
    facts = facts_of("Các khu có 7.300 lao động, lao động nữ tăng 4% so với cùng kỳ.")
    assert [(f.metric, f.comparison) for f in facts][-1] == ("workers_female", "yoy")


def test_what_a_pair_gives_is_not_the_rate_told_before() -> None:
    facts = facts_of("Các khu lấp đầy bình quân 63%; 12/15 khu vận hành có nhà máy xử lý nước thải, đạt tỷ lệ 80%.")
    assert (facts[-1].metric, facts[-1].comparison) == ("zones_with_wastewater_plant", "share")


def test_a_sentence_goes_on_with_the_sum_and_not_with_its_last_term() -> None:
    facts = facts_of("Thu hút 940 tỷ đồng, gồm 7 dự án mới (640 tỷ), 3 dự án tăng vốn (300 tỷ). Đạt 47% kế hoạch.")
    assert (facts[-1].metric, facts[-1].comparison) == ("capital_new_and_increase", "vs_plan")

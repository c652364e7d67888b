"""Percentages of a part that name no base, and sizes of projects told as ranges."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of, metrics_of

REGISTERED = "Lũy kế có 80 dự án FDI với tổng vốn đăng ký 97 triệu USD."


def test_the_part_that_is_disbursed() -> None:
    share = facts_of(f"{REGISTERED} Vốn thực hiện đạt khoảng 72%.")[-1]
    assert (share.metric, share.comparison) == ("capital_disbursed_cumulative", "share")
    assert (share.base, share.origin) == ("capital_registered", "fdi")


def test_origins_behind_the_percentages() -> None:
    text = f"{REGISTERED[:-1]}; vốn thực hiện đạt 48% đối với dự án trong nước và 74% đối với dự án FDI."
    assert [fact.origin for fact in facts_of(text)][-2:] == ["ddi", "fdi"]


@pytest.mark.parametrize(
    "text",
    [
        "Vốn thực hiện đạt khoảng 72%.",  # nothing was registered
        f"{REGISTERED} Tỷ lệ hài lòng đạt khoảng 72%.",  # no such part
    ],
)
def test_other_percentages_are_not_understood(text: str) -> None:
    assert facts_of(text)[-1].comparison != "share"


def test_the_size_of_some_projects_is_no_amount() -> None:
    facts = metrics_of("Có 5 dự án FDI vốn đầu tư từ 500 tỷ đồng đến 1.000 tỷ đồng còn hiệu lực.")
    assert [metric for _, metric in facts[1:]] == [None, None]


def test_an_aim_told_as_a_range_is_an_amount() -> None:
    facts = metrics_of("Phấn đấu thu hút 5 dự án với tổng vốn đăng ký từ 500 tỷ đồng đến 1.000 tỷ đồng.")
    assert [metric for _, metric in facts[1:]] == ["capital_new"] * 2 or [m for _, m in facts[1:]] == [
        "capital_attracted"
    ] * 2


def test_a_share_of_the_same_metric_is_told_on() -> None:
    facts = facts_of(
        "Vốn thực hiện lũy kế của các dự án FDI đạt 2,1 tỷ USD, bằng 65% tổng vốn đăng ký; của các dự án DDI đạt "
        "14.900 tỷ đồng, bằng 56%."
    )
    assert [(f.metric, f.base, f.origin) for f in facts if f.unit == "percent"] == [
        ("capital_disbursed_cumulative", "capital_registered", "fdi"),
        ("capital_disbursed_cumulative", "capital_registered", "ddi"),
    ]

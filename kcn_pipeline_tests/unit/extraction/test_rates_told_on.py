"""Rates told of one zone after another, over other land, or of all zones."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import metrics_of

RATE = "occupancy_rate"


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("KCN Hòa Phú kín 100%, KCN Bình Minh còn ít, hiện cho thuê 91%.", [("100%", RATE), ("91%", RATE)]),
        (
            "KCN Hòa Phú có tỷ lệ lấp đầy 46%. Tính bình quân toàn Ban, tỷ lệ này là 59,1%.",
            [("46%", RATE), ("59,1%", RATE)],
        ),
        # Of the operating zones, or of the finished land alone, it is another rate.
        (
            "Tỷ lệ lấp đầy tính trên khu đang hoạt động đạt 83,5%, còn tính chung mọi khu là 64,2%.",
            [("83,5%", None), ("64,2%", RATE)],
        ),
        (
            "Tỷ lệ lấp đầy tính trên diện tích đã bồi thường 88%, còn trên diện tích có thể cho thuê 65%.",
            [("88%", None), ("65%", RATE)],
        ),
        (
            "Tỷ lệ cho thuê của các khu vận hành là 85,5%; nếu tính cả hai khu còn đền bù thì là 79%.",
            [("85,5%", None), ("79%", RATE)],
        ),
        (
            "Trên đất đã xong hạ tầng thì lấp chừng 84%; trên toàn bộ đất công nghiệp thì mới 60%.",
            [("84%", RATE), ("60%", RATE)],
        ),
        ("KCN Hòa Phú (331 ha) cho thuê hết 100% đất công nghiệp.", [("331 ha", "zone_area"), ("100%", RATE)]),
        # Another matter, or an amount between, ends it.
        ("KCN Hòa Phú lấp đầy 70%; doanh thu tăng 12%.", [("70%", RATE), ("12%", "revenue")]),
    ],
)
def test_rates_told_on(text: str, metrics: list[tuple[str, str | None]]) -> None:
    assert metrics_of(text) == metrics

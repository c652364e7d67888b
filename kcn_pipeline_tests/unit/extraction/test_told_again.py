"""Amounts told again: in another currency, in brackets, of the year before; estimates in two currencies."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("Cấp mới 29 dự án trong nước, vốn 536 tỷ đồng, tương đương 23 triệu USD.", ["ddi", "ddi", "ddi"]),
        ("Vốn cấp mới 39 triệu USD và 115 tỷ đồng (tương đương 5 triệu USD).", ["fdi", "ddi", "ddi"]),
        ("Vốn FDI thu hút 66 triệu USD, tăng 10% so với cùng kỳ (60 triệu USD).", ["fdi", "fdi", "fdi"]),
        # An aside on some of the projects says nothing of the capital of all.
        ("Các KCN có 52 dự án (5 dự án FDI), tổng vốn đăng ký 430 tỷ đồng.", ["total", "fdi", "total"]),
        # `với` leads on to a count, and tells nothing again.
        ("Vốn cấp mới 31 triệu USD và 145 tỷ đồng, với 17 dự án mới.", ["fdi", "ddi", "total"]),
        (
            "Có 86 dự án FDI, vốn 10 triệu USD; trong đó có 41 dự án trong các KCN, vốn 8 triệu USD.",
            ["fdi", "fdi", "fdi", "fdi"],
        ),
    ],
)
def test_origins(text: str, origins: list[str]) -> None:
    assert [fact.origin for fact in facts_of(text)] == origins


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Doanh thu ước 40 triệu USD và 800 tỷ đồng.", ["approx", "approx"]),
        ("Vốn cấp mới gần 40 triệu USD và 800 tỷ đồng.", ["upper", "exact"]),
        ("Doanh thu ước 40 triệu USD, xuất khẩu 30 triệu USD.", ["approx", "exact"]),
    ],
)
def test_an_estimate_in_two_currencies_is_one(text: str, bounds: list[str]) -> None:
    assert [fact.bound for fact in facts_of(text)] == bounds


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Có 2 dự án FDI, 6 dự án DDI bị thu hồi giấy chứng nhận.", ["projects_revoked", "projects_revoked"]),
        ("Trong năm, 5 dự án FDI và 3 dự án DDI đi vào hoạt động.", ["projects_started_operation"] * 2),
        # What touches the first goes before what follows the second.
        ("Thu hút 5 dự án FDI và 3 dự án DDI đang hoạt động.", ["projects_licensed", "projects_operating"]),
    ],
)
def test_the_wording_behind_counts_by_origin(text: str, metrics: list[str]) -> None:
    facts = facts_of(text)
    assert [fact.metric for fact in facts] == metrics
    assert [fact.origin for fact in facts] == ["fdi", "ddi"]


def test_the_capital_spoken_of_by_investors() -> None:
    text = "Vốn FDI thu hút đạt 20 triệu USD. Nhiều nhất là Nhật Bản (9 triệu USD), Đài Loan (7 triệu USD)."
    facts = [(fact.metric, fact.origin, fact.entity) for fact in facts_of(text)]
    assert facts[1:] == [
        ("capital_attracted", "fdi", "country:japan"),
        ("capital_attracted", "fdi", "country:taiwan"),
    ]


def test_land_in_brackets_behind_a_zone_and_its_number() -> None:
    facts = facts_of("Gồm KCN Đại An (174 ha) và KCN Đại An 2 (433 ha).")
    assert [(fact.metric, fact.entity, str(fact.value)) for fact in facts] == [
        ("zone_area", "zone:dai-an", "174"),
        ("zone_area", "zone:dai-an-2", "433"),
    ]

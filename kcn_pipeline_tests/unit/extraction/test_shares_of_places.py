"""Percentages of what a place, the nation or a stated amount has in all."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

Expected = list[tuple[str, str | None, str, str | None]]

EXAMPLES: list[tuple[str, Expected]] = [
    (
        "Các KCN chiếm 47,5% giá trị sản xuất công nghiệp.",
        [("47,5%", "industrial_output", "share", "industrial_output")],
    ),
    (
        "Các khu chiếm 41% giá trị sản xuất công nghiệp và 63% kim ngạch xuất khẩu của tỉnh.",
        [("41%", "industrial_output", "share", "industrial_output"), ("63%", "exports", "share", "exports")],
    ),
    (
        "Các dự án sử dụng 3.000 lao động, đóng góp 52% tổng thu ngân sách của tỉnh.",
        [("3.000 lao động", "workers", "level", None), ("52%", "budget_contribution", "share", "budget_contribution")],
    ),
    (
        "Xuất khẩu 720 triệu USD (gần 85% của cả tỉnh).",
        [("720 triệu USD", "exports", "level", None), ("85%", "exports", "share", "exports")],
    ),
    (
        "Nộp ngân sách 1.450 tỷ đồng, bằng 33% tổng thu trên địa bàn.",
        [
            ("1.450 tỷ đồng", "budget_contribution", "level", None),
            ("33%", "budget_contribution", "share", "budget_contribution"),
        ],
    ),
    (
        "Xuất khẩu 1,2 tỷ USD, chiếm 64% kim ngạch tỉnh.",
        [("1,2 tỷ USD", "exports", "level", None), ("64%", "exports", "share", "exports")],
    ),
    (
        "Giá trị sản xuất công nghiệp 9 tỷ USD, chiếm 24% của cả nước (năm 2015: 22%).",
        [
            ("9 tỷ USD", "industrial_output", "level", None),
            ("24%", "industrial_output", "share", "industrial_output"),
            ("22%", "industrial_output", "share", "industrial_output"),
        ],
    ),
    (
        "Nộp ngân sách 710 tỷ đồng, Gia Lai góp 35%.",
        [
            ("710 tỷ đồng", "budget_contribution", "level", None),
            ("35%", "budget_contribution", "share", "budget_contribution"),
        ],
    ),
    (
        "Khoảng 78% trong số 41.000 lao động tại các KCN xuất thân từ nông thôn.",
        [("78%", "workers_rural", "share", "workers"), ("41.000 lao động", "workers", "level", None)],
    ),
    (
        "Toàn tỉnh có 52.000 lao động (nữ: 33.280 người, tỷ lệ 64%).",
        [
            ("52.000 lao động", "workers", "level", None),
            ("33.280 người", "workers_female", "level", None),
            ("64%", "workers_female", "share", "workers"),
        ],
    ),
    (
        "Tiếp nhận 2.000 hồ sơ, đã giải quyết 1.900 hồ sơ, đạt 95%.",
        [
            ("2.000 hồ sơ", "dossiers_received", "level", None),
            ("1.900 hồ sơ", "dossiers_resolved", "level", None),
            ("95%", "dossiers_resolved", "share", "dossiers_received"),
        ],
    ),
    (
        "Lao động 28.000 người, gấp 1,5 lần, 57% là nữ.",
        [
            ("28.000 người", "workers", "level", None),
            ("1,5 lần", "workers", "multiple", None),
            ("57%", "workers_female", "share", "workers"),
        ],
    ),
    (
        "Vốn thực hiện ước 58 triệu USD và 910 tỷ đồng, lần lượt bằng 44% và 61% số vốn đăng ký mới, tăng thêm.",
        [
            ("58 triệu USD", "capital_disbursed", "level", None),
            ("910 tỷ đồng", "capital_disbursed", "level", None),
            ("44%", "capital_disbursed", "share", "capital_new_and_increase"),
            ("61%", "capital_disbursed", "share", "capital_new_and_increase"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[text[:40] for text, _ in EXAMPLES])
def test_shares_of_places(text: str, expected: Expected) -> None:
    assert [(fact.quote, fact.metric, fact.comparison, fact.base) for fact in facts_of(text)] == expected


def test_years_of_one_share() -> None:
    text = "Năm 2015, các KCN đóng góp 15% giá trị sản xuất công nghiệp của tỉnh thì đến năm 2018 chiếm 49%."
    told = [(fact.comparison, fact.metric, fact.base) for fact in facts_of(text)]
    assert told == [("share", "industrial_output", "industrial_output")] * 2


def test_a_member_and_its_origin() -> None:
    text = "Vốn đăng ký mới 640 triệu USD và 5.200 tỷ đồng. Long An một mình chiếm 58% vốn FDI."
    last = facts_of(text)[-1]
    assert (last.metric, last.base, last.origin) == ("capital_new", "capital_new", "fdi")


def test_a_share_in_words_told_again() -> None:
    text = "Hiện có 62.000 công nhân làm việc trong các khu, quá nửa là người trong tỉnh (56,4%)."
    last = facts_of(text)[-1]
    assert (last.metric, last.comparison, last.base) == ("workers_local", "share", "workers")


def test_a_share_of_fdi_is_of_the_fdi_told_before() -> None:
    text = "Ban cấp 33 dự án, vốn 210 triệu USD và 1.450 tỷ đồng, chiếm hơn 70% vốn FDI mới của tỉnh."
    share = facts_of(text)[-1]
    assert (share.metric, share.comparison, share.base, share.origin) == ("capital_new", "share", "capital_new", "fdi")


def test_shares_of_what_each_origin_has() -> None:
    text = "Lũy kế vốn đăng ký 61.000 tỷ đồng và 840 triệu USD; vốn thực hiện 52% vốn trong nước, 44% vốn nước ngoài."
    assert [(fact.comparison, fact.origin) for fact in facts_of(text)[2:]] == [("share", "ddi"), ("share", "fdi")]


@pytest.mark.parametrize(
    "text",
    [
        "Vốn FDI cấp mới và điều chỉnh đạt 140 triệu USD, chiếm 81% vốn FDI toàn tỉnh.",
        "Vốn cấp mới và tăng thêm đạt 140 triệu USD, chiếm 81% tổng vốn đầu tư của cả tỉnh.",
    ],
)
def test_capital_in_short_of_a_wider_place_is_the_same_capital(text: str) -> None:
    share = facts_of(text)[-1]
    assert (share.metric, share.base) == ("capital_new_and_increase", "capital_new_and_increase")

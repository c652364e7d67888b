"""Foreign, domestic or both: by words, by brackets, by currencies, by what the sentence before spoke of."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


def origins_of(text: str) -> list[str | None]:
    return [fact.origin for fact in facts_of(text) if fact.metric is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cấp mới 231 dự án (FDI 158; DDI 73), điều chỉnh 98 lượt dự án.", ["total", "fdi", "ddi", "total"]),
        ("Cấp mới 6 dự án trong nước với 1.680 tỷ đồng (tương đương 80 triệu USD).", ["ddi", "ddi", "ddi"]),
        (
            "Vốn FDI cấp mới là 331 triệu USD (26 dự án), vốn trong nước 287 tỷ đồng (38 dự án).",
            ["fdi", "fdi", "ddi", "ddi"],
        ),
        (
            "Lũy kế có 86 dự án, gồm 27 dự án vốn 488 triệu USD và 59 dự án vốn 7.050 tỷ đồng.",
            ["total", "fdi", "fdi", "ddi", "ddi"],
        ),
        ("Vốn FDI thu hút đạt 3 tỷ USD. Trong đó 33 dự án cấp mới, vốn 2 tỷ USD.", ["fdi", "fdi", "fdi"]),
        ("Thu hút 18 tỷ USD vốn FDI; trong đó cấp mới 12 tỷ USD.", ["fdi", "fdi"]),
        ("Cấp mới 23 dự án (tính cả phần vốn trong nước quy đổi); điều chỉnh 84 lượt dự án.", ["total", "total"]),
        ("Vốn trong nước ngoài ngân sách đạt 4.715 tỷ đồng.", ["ddi"]),
        ("Cấp mới 7 dự án nội địa.", ["ddi"]),
        ("Thu hút từ 500 - 550 triệu USD vốn FDI.", ["fdi", "fdi"]),
        ("Cấp mới 12 dự án vốn đầu tư nước ngoài (FDI).", ["fdi"]),
    ],
)
def test_origins(text: str, expected: list[str]) -> None:
    assert origins_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Doanh nghiệp FDI nộp ngân sách 1.100 tỷ đồng.",
        "Doanh thu của khối doanh nghiệp FDI đạt 2,9 tỷ USD.",
        "Các dự án trong nước xuất khẩu 300 triệu USD.",
    ],
)
def test_a_part_by_origin_of_what_is_not_split_has_no_metric(text: str) -> None:
    [fact] = facts_of(text)
    assert fact.metric is None
    assert "one origin" in fact.rule


def test_an_origin_of_another_clause_leaves_the_whole_alone() -> None:
    facts = facts_of("Cấp mới 12 dự án FDI, doanh thu đạt 3 tỷ USD.")
    assert [(fact.metric, fact.origin) for fact in facts] == [("projects_licensed", "fdi"), ("revenue", None)]


@pytest.mark.parametrize(
    ("wording", "metric"),
    [
        ("Vốn FDI cấp mới", "capital_new"),
        ("Vốn đầu tư nước ngoài cấp mới", "capital_new"),
        ("Tổng vốn FDI cấp mới và tăng thêm", "capital_new_and_increase"),
        ("Vốn FDI thực hiện trong năm", "capital_disbursed"),
        ("Lũy kế vốn FDI đăng ký", "capital_registered"),
    ],
)
def test_an_origin_may_stand_inside_a_wording(wording: str, metric: str) -> None:
    [fact] = facts_of(f"{wording} đạt 684 triệu USD.")
    assert (fact.metric, fact.origin) == (metric, "fdi")


def test_the_heading_of_a_list_gives_its_origin() -> None:
    text = "(1) Vốn nước ngoài (FDI):\n• Tháng 5: thu hút 90 triệu USD.\n• Lũy kế: 40 dự án còn hiệu lực."
    assert [fact.origin for fact in facts_of(text)] == ["fdi", "fdi"]


def test_parts_of_a_pair_of_currencies_have_no_origin_of_it() -> None:
    text = "Lũy kế 127 dự án, vốn 23.100 tỷ đồng và 171 triệu USD. Trong số đó 58 dự án đang hoạt động."
    assert facts_of(text)[-1].origin == "total"


def test_a_part_is_no_more_than_its_whole() -> None:
    text = "Có 68 dự án còn hiệu lực, gồm 42 dự án trong nước, 26 dự án FDI; trong đó 51 dự án đang hoạt động."
    assert [fact.origin for fact in facts_of(text)] == ["total", "ddi", "fdi", "total"]


def test_a_text_on_domestic_capital_alone() -> None:
    facts = facts_of(
        "640 tỷ đồng vốn trong nước vào các khu công nghiệp\n"
        "Từ đầu năm, các khu thu hút 9 dự án đầu tư trong nước, vốn đăng ký 640 tỷ đồng.\n"
        "Ngoài ra, có 3 dự án xin điều chỉnh tăng vốn 75 tỷ đồng."
    )
    assert {fact.origin for fact in facts} == {"ddi"}


def test_brackets_that_tell_a_part_by_origin_say_nothing_of_what_follows() -> None:
    facts = facts_of(
        "Có 112 dự án với tổng vốn 2.150 triệu USD (31 dự án FDI với tổng vốn 1.010 triệu USD, trong đó dự án Hoa Sen "
        "vốn 640 triệu USD); 70 dự án đi vào hoạt động với vốn thực hiện 920 triệu USD."
    )
    assert [fact.origin for fact in facts] == ["total", "total", "fdi", "fdi", "fdi", "total", "total"]


def test_projects_of_a_place_point_back_at_none() -> None:
    facts = facts_of("Cấp mới 9 dự án FDI. Như vậy, tổng số dự án trên địa bàn tỉnh là 112 dự án.")
    assert [fact.origin for fact in facts] == ["fdi", "total"]


def test_a_part_greater_than_its_whole_is_of_all_origins() -> None:
    facts = facts_of(
        "Đến nay có 90 dự án trong nước với vốn đăng ký 3,1 tỷ USD; 14 dự án nước ngoài tổng vốn đăng ký 3 tỷ USD, "
        "vốn thực hiện 4 tỷ USD, có 61 dự án đã đi vào hoạt động."
    )
    assert [fact.origin for fact in facts] == ["ddi", "ddi", "fdi", "fdi", "total", "total"]


def test_the_short_form_of_what_is_counted_stands_before_its_origin() -> None:
    facts = facts_of("Đến nay đã thu hút được 61 dự án (DA) đầu tư trong nước, 08 DA FDI.")
    assert [fact.origin for fact in facts] == ["ddi", "fdi"]


def test_the_growth_of_a_count_in_a_segment_of_its_own_is_of_all() -> None:
    facts = facts_of(
        "Thu hút 31 dự án, gồm 20 dự án DDI và 11 dự án FDI, vốn 90 triệu USD; so với cùng kỳ tăng 6 dự án."
    )
    assert (facts[-1].comparison, facts[-1].origin) == ("change", "total")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FDI đạt 390 triệu USD (21 dự án mới và 14 dự án tăng vốn).", ["fdi", "fdi", "fdi"]),
        # Without a word of origin, all of them.
        ("So với cùng kỳ, số dự án cấp mới giảm 6 dự án.", ["total"]),
        ("So với cùng kỳ, số dự án cấp mới tuy giảm 6 dự án nhưng vốn đăng ký mới lại tăng 34%.", ["total", "total"]),
        ("Số vốn đăng ký tăng thêm của các dự án FDI tăng 4,5 lần.", ["fdi"]),
    ],
)
def test_brackets_and_comparisons(text: str, expected: list[str]) -> None:
    assert [fact.origin for fact in facts_of(text)] == expected

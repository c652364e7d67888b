"""Totals that their parts name."""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import facts_of


def money_of(text: str) -> list[str | None]:
    return [fact.metric for fact in facts_of(text) if fact.unit == "USD"]


def test_a_total_of_new_and_added_capital() -> None:
    text = (
        "Thu hút vốn 612 triệu USD, trong đó cấp mới 38 dự án với 401 triệu USD, tăng vốn 29 dự án với 211 triệu USD."
    )
    assert money_of(text) == ["capital_new_and_increase", "capital_new", "capital_increase"]


def test_what_was_attracted_beside_what_was_added_is_new() -> None:
    text = (
        "Đã thu hút 20 dự án với tổng vốn thu hút 350 triệu USD, gồm: 17 dự án với vốn đăng ký 93 triệu USD; "
        "20 dự án mở rộng với vốn tăng thêm 230 triệu USD."
    )
    assert money_of(text) == ["capital_new_and_increase", "capital_new", "capital_increase"]


def test_without_words_that_open_a_list_the_total_keeps_its_name() -> None:
    assert money_of("Thu hút vốn 612 triệu USD; vốn tăng thêm 211 triệu USD.") == [
        "capital_attracted",
        "capital_increase",
    ]


def test_parts_in_brackets_are_of_the_count_before_them() -> None:
    facts = facts_of(
        "Quý I cấp phép 6 dự án FDI, tổng vốn đầu tư 70 triệu USD, điều chỉnh 31 dự án (trong đó 8 dự án tăng vốn, "
        "số vốn tăng 25 triệu USD); cấp phép thêm 2 dự án trong nước với vốn đăng ký 410 tỷ đồng."
    )
    assert facts[1].metric == "capital_new"


def test_the_whole_that_a_part_is_told_out_of() -> None:
    facts = facts_of("Trong số 340 dự án có 260 dự án đã đi vào hoạt động, 38 dự án đang xây dựng.")
    assert [f.metric for f in facts] == ["projects_active", "projects_operating", "projects_under_construction"]

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
        ("Các KCN đã thu hút được 31 dự án.", "projects_active"),
        ("Trong năm, các KCN đã thu hút được 31 dự án.", "projects_licensed"),
        # From the first day of the year to a later one: a window, whatever tells its end.
        ("Từ đầu năm 2019 đến nay, các KCN đã thu hút được 31 dự án.", "projects_licensed"),
        ("Từ đầu năm đến hết tháng 9, các KCN đã thu hút được 31 dự án.", "projects_licensed"),
        ("Tính từ đầu năm đến ngày 15-9, các KCN đã thu hút 31 dự án.", "projects_licensed"),
        ("Từ khi thành lập đến nay, các KCN đã thu hút được 31 dự án.", "projects_active"),
    ],
)
def test_counts_up_to_a_date(text: str, metric: str) -> None:
    counts = [fact.metric for fact in facts_of(text) if fact.unit == "project" and fact.comparison == "level"]
    assert counts == [metric]


def test_the_money_of_projects_licensed_up_to_a_date() -> None:
    text = "Lũy kế đến ngày 12/9/2019, đã cấp 142 GCNĐKĐT, vốn cấp mới và điều chỉnh là 912 triệu USD."
    assert metrics_of(text) == [("142 GCNĐKĐT", "projects_active"), ("912 triệu USD", "capital_registered")]


def test_what_was_attracted_is_told_among_what_there_is() -> None:
    stocks = "Đến nay tỉnh có 9 KCN hoạt động, lấp đầy 71%."
    assert metrics_of(f"{stocks} Các KCN thu hút được 640 dự án.")[-1][1] == "projects_active"
    assert metrics_of(f"{stocks}\n\nCác KCN thu hút được 640 dự án.")[-1][1] == "projects_active"
    assert metrics_of(f"- {stocks}\n- Các KCN thu hút được 71 dự án.")[-1][1] == "projects_licensed"
    assert metrics_of(f"{stocks} Năm 2019, các KCN thu hút được 71 dự án.")[-1][1] == "projects_licensed"


def test_the_money_of_new_projects_is_new_whatever_the_date() -> None:
    text = "Đến nay đã có 8 dự án mới được cấp phép với tổng vốn đăng ký 190 tỷ đồng."
    assert [metric for _, metric in metrics_of(text)] == ["projects_licensed", "capital_new"]


def test_a_date_in_its_own_segment_leaves_the_plan_of_the_one_before_it_behind() -> None:
    text = "Cấp mới 40 dự án, đạt 90% kế hoạch; lũy kế đến 31/12/2019, các khu thu hút được 710 dự án."
    assert metrics_of(text)[-1][1] == "projects_active"


def test_what_there_is_now_holds_for_its_parts_and_its_money() -> None:
    facts = facts_of(
        "Hiện các KCN có 212 dự án được cấp giấy chứng nhận đầu tư (90 dự án trong nước và 122 dự án FDI), "
        "tổng vốn đầu tư cấp mới và điều chỉnh đạt 2,1 tỷ USD."
    )
    assert [(fact.metric, fact.origin) for fact in facts] == [
        ("projects_active", "total"),
        ("projects_active", "ddi"),
        ("projects_active", "fdi"),
        ("capital_registered", "total"),
    ]


def test_new_and_added_capital_of_all_projects_there_are() -> None:
    facts = facts_of(
        "Tính đến hết tháng 6, tổng số dự án đã thu hút được là 330 (trong nước là 120 dự án, FDI là 210 dự án). "
        "Tổng vốn đầu tư cấp mới và điều chỉnh đạt 3,4 tỷ USD."
    )
    assert [fact.metric for fact in facts] == [*["projects_active"] * 3, "capital_registered"]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Hiện đã có 27 dự án hoàn thành đầu tư đi vào hoạt động.", "projects_operating"),
        ("Các khu lấp đầy 52% và hiện đã có 27 dự án hoàn thành đầu tư đi vào hoạt động.", "projects_operating"),
        ("Đến nay, đã có 27 dự án hoàn thành xây dựng, đi vào hoạt động.", "projects_operating"),
        ("Trong năm có 27 dự án hoàn thành đầu tư đi vào hoạt động.", "projects_started_operation"),
        ("Phấn đấu thu hút 27 dự án thứ cấp.", "projects_licensed"),
    ],
)
def test_what_came_into_operation_up_to_now(text: str, metric: str) -> None:
    assert metrics_of(text)[-1][1] == metric


def test_licensed_capital_of_all_projects_that_are_valid() -> None:
    text = "Lũy kế đến nay có 1.340 dự án FDI còn hiệu lực với tổng vốn đầu tư được cấp phép đạt 18,6 tỷ USD."
    assert metrics_of(text)[-1][1] == "capital_registered"


def test_a_list_of_zones_goes_on_with_the_stocks_above_it() -> None:
    facts = facts_of(
        "Đến nay, số dự án còn hiệu lực là 430 dự án, gồm 91 dự án trong nước và 339 dự án FDI. Trong đó:\n"
        "– KCN Khai Quang thu hút được 84 dự án, gồm 11 dự án trong nước và 73 dự án FDI.\n"
        "– KCN Bình Xuyên thu hút được 58 dự án FDI với tổng vốn đầu tư 310 triệu USD."
    )
    assert [f.metric for f in facts[3:]] == [*["projects_active"] * 4, "capital_registered"]


@pytest.mark.parametrize(
    "text",
    [
        "KCN Phố Nối A là khu có số dự án lớn nhất với 204 dự án, vốn đăng ký 2 tỷ USD.",
        "Dẫn đầu về số dự án là KCN Phố Nối A với 204 dự án, vốn đăng ký 2 tỷ USD.",
    ],
)
def test_a_ranked_zone_is_ranked_by_what_it_has(text: str) -> None:
    assert [metric for _, metric in metrics_of(text)] == ["projects_active", "capital_registered"]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Tỉnh có 8 KCN đang hoạt động, thu hút 610 dự án.", "projects_active"),
        ("KCN Đại An có diện tích 180 ha, thu hút được 30 dự án.", "projects_active"),
        ("Năm 2019, tỉnh có 8 KCN đang hoạt động, thu hút 30 dự án.", "projects_licensed"),
        ("Tỉnh có 8 KCN, trong năm thu hút 30 dự án.", "projects_licensed"),
        ("8 KCN của tỉnh thu hút 30 dự án.", "projects_licensed"),
        ("KCN Đại An (180 ha) thu hút 30 dự án.", "projects_licensed"),
    ],
)
def test_what_zones_have_attracted(text: str, metric: str) -> None:
    assert metrics_of(text)[-1][1] == metric


def test_members_told_in_detail_are_of_the_stock_told_last() -> None:
    whole = "Ban cấp mới 4 dự án, vốn 79 tỷ đồng, lũy kế thu hút được 84 dự án với tổng vốn đăng ký 940 tỷ đồng."
    told = metrics_of(f"{whole} Cụ thể, KCN Đại An thu hút 50 dự án với tổng vốn 600 tỷ đồng.")[4:]
    assert [metric for _, metric in told] == ["projects_active", "capital_registered"]

"""Companies that their trade or number alone tells."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of, facts_of

BOARD = "board:hai-duong"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nhà máy xi măng năm nay nộp 120 tỷ đồng.", 0),
        ("Vốn đăng ký 890 tỷ đồng, trong đó dự án nhiệt điện 500 tỷ đồng; 20 dự án hoạt động.", 1),
        ("Vốn đăng ký 90 triệu USD (phần lớn là dự án lọc dầu 70 triệu USD chưa triển khai).", 1),
        ("Lọc dầu Hoa Mai một mình nộp gần 180 tỷ đồng.", 0),
        ("Doanh thu 900 tỷ đồng; riêng lọc hóa dầu 600 tỷ đồng.", 1),
        ("KCN Đại An lấp đầy 80%, riêng một nhà máy tại đây tuyển thêm 400 lao động.", 1),
        ("Một doanh nghiệp Hàn Quốc rót thêm 30 triệu USD cho xưởng linh kiện.", 0),
    ],
)
def test_one_company_without_a_name(text: str, place: int) -> None:
    assert [str(entity).partition(":")[0] == "company" for entity in entities_of(text, BOARD)].index(True) == place


def test_its_country_makes_its_money_foreign() -> None:
    [fact] = facts_of("Một doanh nghiệp Hàn Quốc rót thêm 30 triệu USD cho xưởng linh kiện.")
    assert fact.origin == "fdi"


@pytest.mark.parametrize(
    "text",
    [
        "Ban cấp mới 5 dự án thép, vốn 300 tỷ đồng.",
        "Các dự án thép có vốn 300 tỷ đồng.",
        "Bình quân một doanh nghiệp sử dụng 100 lao động.",
    ],
)
def test_many_and_the_average_are_no_single_one(text: str) -> None:
    assert set(entities_of(text, BOARD)) == {BOARD}


def test_no_paragraph_is_about_it() -> None:
    text = "Một tập đoàn Nhật Bản rót thêm 27 triệu USD. Toàn bộ sáu KCN đến giờ có 390 dự án, vốn 2 tỷ USD."
    assert entities_of(text, BOARD)[1:] == [BOARD] * len(entities_of(text, BOARD)[1:])

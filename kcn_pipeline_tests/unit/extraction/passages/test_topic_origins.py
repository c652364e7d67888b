"""The origin that a paragraph turns to holds for its figures without a word of their own."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("Về vốn trong nước, có 6 dự án cấp mới. Lũy kế có 52 dự án.", ["ddi", "ddi"]),
        ("- Đối với đầu tư nước ngoài: cấp mới 2 dự án. Lũy kế có 8 dự án.", ["fdi", "fdi"]),
        # A word of its own, another paragraph, or a sentence that only names an origin.
        ("Về vốn trong nước, có 6 dự án cấp mới. Lũy kế có 52 dự án FDI.", ["ddi", "fdi"]),
        ("Về vốn trong nước, có 6 dự án cấp mới.\n\nLũy kế có 52 dự án.", ["ddi", "total"]),
        ("Dự án FDI cấp mới là 6 dự án. Lũy kế có 52 dự án.", ["fdi", "total"]),
        # Both origins named hand none on.
        ("Về vốn trong nước và FDI, có 6 dự án cấp mới. Lũy kế có 52 dự án.", ["total", "total"]),
    ],
)
def test_origins(text: str, origins: list[str]) -> None:
    assert [fact.origin for fact in facts_of(text) if fact.metric is not None] == origins


TITLE = "TÌNH HÌNH VỐN FDI VÀO CÁC KHU NỬA CUỐI NĂM 2019"


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("Ban cấp mới 15 dự án với vốn đăng ký 80 triệu USD.", ["fdi", "fdi"]),
        # In đồng, or in a text that names domestic capital too, the title says nothing.
        ("Ban cấp mới 15 dự án với vốn đăng ký 80 tỷ đồng.", ["total", "total"]),
        ("Ban cấp mới 15 dự án với vốn đăng ký 80 triệu USD. Có 5 dự án trong nước.", ["total", "total", "ddi"]),
    ],
)
def test_the_title_of_a_text_on_one_origin(text: str, origins: list[str]) -> None:
    facts = facts_of(f"{TITLE}\n\n{text}")
    assert [fact.origin for fact in facts if fact.metric is not None] == origins


def test_the_first_sentence_may_tell_it_too() -> None:
    text = "Nhiều nhà máy FDI mở thêm dây chuyền.\n\nBan cấp mới 15 dự án với vốn đăng ký 80 triệu USD."
    assert [fact.origin for fact in facts_of(text)] == ["fdi", "fdi"]


def test_the_title_on_one_company_gives_no_origin_to_the_rest() -> None:
    text = "Một doanh nghiệp FDI lớn xin mở rộng\n\nBan vừa họp.\n\nBan cấp mới 15 dự án với vốn đăng ký 80 triệu USD."
    assert [fact.origin for fact in facts_of(text)] == ["total", "total"]


def test_a_text_that_tells_its_origin_as_a_part_is_not_of_that_alone() -> None:
    facts = facts_of(
        "Tỉnh thu hút được 22 dự án FDI\n"
        "Trong tháng, Ban đã điều chỉnh chứng nhận cho 6 dự án (2 dự án tăng vốn 12 triệu USD). "
        "Lũy kế có 91 dự án, trong đó có 22 dự án FDI."
    )
    assert [fact.origin for fact in facts[1:]] == ["total", "total", "total", "total", "fdi"]

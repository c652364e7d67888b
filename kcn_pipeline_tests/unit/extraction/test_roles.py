"""What the numbers are that are no figures."""

from __future__ import annotations

import pytest

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.extraction.roles import NumberRole, numbers_with_roles
from kcn_pipeline.publication.bilingual import text_in
from kcn_pipeline.reference.patterns import load_number_roles, load_spare_number_roles
from kcn_pipeline.reference.report_texts import load_texts
from kcn_pipeline_tests.unit.extraction.builders import document_of, untouched

ALWAYS = {"date", "period", "name", "letter", "furniture", "list_number", "page_number", "count", "number"}


def roles_of(text: str) -> list[NumberRole]:
    return numbers_with_roles(document_of(text), untouched(text))


ROLES = [
    ("Quyết định số 702/QĐ-UBND được ban hành.", "702", "document_number"),
    ("Nghị định 82 đã nêu rõ.", "82", "document_number"),
    ("Chỉ thị số 34-CT/TW được phổ biến.", "34", "document_number"),
    ("Họp ngày 12/07/2019.", "12/07/2019", "date"),
    ("Trong năm 2019, Ban đã họp.", "2019", "period"),
    ("Kế hoạch giai đoạn 2016-2020.", "2016-2020", "period"),
    ("Nhiệm vụ 6 tháng cuối năm 2019.", "6", "period"),
    ("Điện thoại: 0222.3875.123.", "0222", "phone"),
    ("Địa chỉ: số 6B Hoàng Diệu.", "6B", "address"),
    ("Quy hoạch tỷ lệ 1/500.", "1/500", "map_scale"),
    ("Áp dụng ISO 9001:2015.", "9001", "standard"),
    ("Lượt xem: 1573", "1573", "counter"),
    ("2.417 lượt xem", "2.417 lượt xem", "counter"),
    ("Doanh thu bình quân 1 ha đất còn thấp.", "1 ha", "count"),
    ("Doanh thu trên 1ha đất còn thấp.", "1ha", "count"),
    ("Cứ 12 lao động lại có một tổ trưởng.", "12", "count"),
    ("Ban Chấp hành có 13 đồng chí.", "13", "count"),
    ("Dịch vụ công mức độ 3, 4.", "3, 4", "ordinal"),
    ("Thứ nhất, tiếp tục đổi mới.", "Thứ nhất", "ordinal"),
    ("Hai là, phát động phong trào.", "Hai là", "ordinal"),
    ("Lúc 15:55, hội nghị bắt đầu.", "15:55", "time"),
    ("Thực hiện tốt 4 khâu.", "4", "count"),
    ("Theo 5 rõ và 3 đột phá.", "3", "count"),
    ("KCN Sơn Mỹ 1 được phê duyệt.", "Sơn Mỹ 1", "name"),
    ("Trên QL51 có nhiều xe.", "51", "name"),
    ("1. Công tác quy hoạch", "1.", "list_number"),
    ("Nội dung họp\n12\nTiếp theo", "12", "page_number"),
    ("Bộ này (15) nêu rõ.", "15", "number"),
]


@pytest.mark.parametrize(("text", "quote", "role"), ROLES)
def test_a_role_for_a_number(text: str, quote: str, role: str) -> None:
    (found,) = (r for r in roles_of(text) if quote in r.quote)
    assert found.role == role
    assert found.span.of(text) == found.quote
    assert found.reason


def test_figures_are_left_to_the_facts() -> None:
    assert roles_of("Cấp mới 12 dự án, vốn 30 triệu USD.") == []


def test_who_came_to_a_meeting_is_a_count() -> None:
    (found,) = roles_of("Tham dự hội nghị có 34 doanh nghiệp.")
    assert (found.quote, found.role) == ("34 doanh nghiệp", "count")


def test_a_number_in_words_with_a_unit_has_a_role() -> None:
    (found,) = roles_of("Đến dự có hai doanh nghiệp.")
    assert (found.quote, found.role) == ("hai doanh nghiệp", "count")


def test_a_letter_read_as_a_digit() -> None:
    raw, clean = "Ban quản 1ý các khu", "Ban quản lý các khu"
    segment = Segment(9, 11, "lý", "digit_as_letter", "test", None, ())
    cleaned = CleanedText(raw, clean, Alignment([segment], len(raw)), ())
    (found,) = numbers_with_roles(document_of(raw), cleaned)
    assert (found.quote, found.role) == ("1ý", "letter")
    assert "lý" in found.reason


def test_page_furniture_that_was_taken_away_still_has_a_role() -> None:
    text = "Ban Quản lý các KCN tỉnh Hà Nam tổng kết năm 2019.\nCấp mới 12 dự án.\n\nLượt xem: 1573\n"
    cleaned = clean_text(text)
    assert "1573" not in cleaned.text
    found = [r for r in numbers_with_roles(document_of(text), cleaned) if "1573" in r.quote]
    assert [r.role for r in found] == ["counter"]


def test_every_role_has_a_name_in_both_languages() -> None:
    texts = load_texts()
    patterns = (load_number_roles(), load_spare_number_roles())
    labels = {match.label for match in patterns[1].matches(" ".join(text for text, *_ in ROLES))}
    for role in ALWAYS | labels | {role for *_, role in ROLES}:
        assert f"number_role.{role}" in texts
        assert text_in("vi", f"number_role.{role}") != text_in("en", f"number_role.{role}")


def test_the_numbers_come_in_the_order_of_the_text() -> None:
    spans = [r.span for r in roles_of("Số 12/KH-BQL ngày 05/9/2019, theo 4 khâu, 5 rõ, năm 2020.")]
    assert spans == sorted(spans)
    assert len(spans) == 5

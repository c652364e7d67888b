"""Where paragraphs, sentences and headings end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.extraction.text.sentences import sentences
from kcn_pipeline.extraction.text.tokens import Tokens


def texts(text: str) -> list[str]:
    tokens = Tokens(text)
    return [tokens.span(s.first, s.last).of(text) for s in sentences(tokens)]


def test_a_full_stop_before_a_capital_ends_a_sentence() -> None:
    assert texts("Thu hút 5 dự án. Nộp ngân sách 3 tỷ đồng.") == ["Thu hút 5 dự án.", "Nộp ngân sách 3 tỷ đồng."]


def test_separators_of_numbers_and_abbreviations_end_nothing() -> None:
    assert len(texts("Tại TP. Hạ Long có 1.915 dự án, vốn 2,5 tỷ USD.")) == 1


@pytest.mark.parametrize(
    "first", ["Các khu được quan tâm.", "Các khu làm điện tử.", "Còn 40 dự án.", "Đó là năm 2018.", "Đạt 80%."]
)
def test_a_sentence_may_begin_with_a_count(first: str) -> None:
    assert texts(f"{first} 6 tháng đầu năm thu hút 21 dự án.") == [first, "6 tháng đầu năm thu hút 21 dự án."]


def test_a_short_scale_before_its_currency_ends_nothing() -> None:
    assert len(texts("Cấp mới 4 dự án (18,2 tr. USD), tăng 3 dự án.")) == 1
    assert len(texts("Thu phí 18 tr. Các khu khác không thu.")) == 2


@pytest.mark.parametrize("text", ["Tại TP. 9 dự án được cấp.", "Theo Điều 12. 3. Nội dung", "Vốn 1. 500 tỷ đồng."])
def test_an_abbreviation_or_a_number_before_a_number_ends_nothing(text: str) -> None:
    assert texts(text)[0] != text.partition(". ")[0] + "."


def test_lines_are_paragraphs() -> None:
    tokens = Tokens("Kết quả năm 2019\nThu hút 5 dự án.")
    assert [(s.paragraph, s.heading) for s in sentences(tokens)] == [(0, True), (1, False)]


def test_a_line_that_goes_on_in_lower_case_is_one_sentence() -> None:
    assert texts("cấp mới cho 532\ndự án đầu tư.") == ["cấp mới cho 532\ndự án đầu tư."]


def test_a_wrapped_line_goes_on_with_a_number() -> None:
    line = "Kết quả cấp mới giấy chứng nhận đăng ký đầu tư trên địa bàn các khu cho"
    assert len(texts(f"{line}\n532 dự án.")) == 1


def test_a_long_headline_is_no_line_of_the_paragraph_below_it() -> None:
    headline = "Nửa đầu năm các khu công nghiệp trong tỉnh đón thêm nhiều nhà đầu tư lớn"
    paragraph = "Theo Ban Quản lý, các khu đã cấp mới 12 dự án với tổng vốn đăng ký 95 triệu USD, " * 2
    assert texts(f"{headline}\n{paragraph}") == [headline, paragraph.rstrip()]


def test_bullets_and_blank_lines_begin_anew() -> None:
    assert len(texts("Trong đó\n- doanh thu 5 tỷ đồng\n- xuất khẩu 3 tỷ đồng")) == 3
    assert len(texts("một dòng dài không có dấu chấm ở cuối và còn tiếp tục nữa\n\ntiếp theo")) == 2


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_nothing_gives_nothing(text: str) -> None:
    assert texts(text) == []


@given(st.text(alphabet="aA1.;! \n-đĐ(", max_size=120))
def test_every_token_belongs_to_exactly_one_sentence(text: str) -> None:
    tokens = Tokens(text)
    covered = [i for s in sentences(tokens) for i in range(s.first, s.last)]
    assert covered == list(range(len(tokens)))


def test_a_text_without_full_stops_is_cut_at_commas() -> None:
    tokens = Tokens("cấp mới 12 dự án, " * 400)
    found = sentences(tokens)
    assert len(found) > 2
    assert all(tokens.keys[one.last - 1] == "," for one in found)
    assert [one.last for one in found[:-1]] == [other.first for other in found[1:]]


@pytest.mark.parametrize(
    "text", ["Ông A. Nam nói", "Tại TP. Huế", "  2. Kết quả", "(Q. Bình Tân)", "12. Thu hút 5 dự án"]
)
def test_initials_and_list_numbers_end_nothing(text: str) -> None:
    assert len(texts(text)) == 1


@pytest.mark.parametrize("text", ["Có 2012. Sau đó", "Tại KCN. Năm 2019", "Đạt 12. Nộp", "Xong.” Rồi", "Gì vậy?! Thôi"])
def test_longer_words_and_numbers_do(text: str) -> None:
    assert len(texts(text)) == 2


def test_many_wrapped_lines_are_one_paragraph() -> None:
    line = "các doanh nghiệp trong khu công nghiệp và khu kinh tế đã thực hiện xuất khẩu"
    tokens = Tokens("\n".join([line] * 50))
    assert {s.paragraph for s in sentences(tokens)} == {0}

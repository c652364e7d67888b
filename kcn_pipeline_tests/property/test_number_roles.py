"""No number of a text is dropped: each run of digits lies in one figure or has one role."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.extraction.roles import numbers_with_roles
from kcn_pipeline.quantities import Span
from kcn_pipeline_tests.unit.extraction.builders import document_of, untouched

PHRASES = """cấp mới|dự án|vốn|tỷ|triệu|USD|đồng|FDI|năm 2019|đến nay|12|3,5|1.200|100%|;|.|,|:|(|)|và|là|KCN
Bắc Ninh 2|QL51
người|lần thứ|số 12/KH-BQL|ngày 05/9/2019|mức độ 3, 4|ISO 9001:2015|1/500|6 tháng đầu năm|4 khâu|1.|-|\n|hai|mười dự án
ĐT: 0222 3875 123|1ý|th4ng|Thứ nhất|2016-2020|15:55|tham dự có|34 doanh nghiệp|giai đoạn 2|0|00|7/8|12h30|5.|3.131.93"""
WORDS = st.sampled_from([word for line in PHRASES.split("\n") for word in line.split("|")] + ["\n"])
RUN = re.compile(r"\d+")


def assert_each_number_told_once(text: str, cleaned: CleanedText) -> None:
    document = document_of(text)
    facts = extract_facts(document, cleaned)
    roles = numbers_with_roles(document, cleaned, facts)
    quotes = {fact.span for fact in facts}
    for run in RUN.finditer(text):
        place = Span(*run.span())
        told = [role for role in roles if role.span.contains(place)]
        within = [quote for quote in quotes if quote.contains(place)]
        assert bool(told) != bool(within), (run.group(), told, within)
        assert len(told) <= 1
    for role in roles:
        assert role.span.of(text) == role.quote
        assert not any(role.span.overlaps(quote) for quote in quotes)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_each_run_of_digits_has_one_role_or_figure(words: list[str]) -> None:
    text = " ".join(words)
    assert_each_number_told_once(text, untouched(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    assert_each_number_told_once(text, untouched(text))


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_cleaning_in_between_loses_none(words: list[str]) -> None:
    text = " ".join(words)
    assert_each_number_told_once(text, clean_text(text))

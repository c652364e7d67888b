"""Forms in which tables arrive as lines of text: every number with its metric, owner, period and unit."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of
from kcn_pipeline_tests.unit.extraction.example_tables import Example
from kcn_pipeline_tests.unit.extraction.tables import (
    forms_by_blanks,
    forms_by_headings,
    forms_by_numbers,
    forms_by_page_readers,
    forms_by_pairs,
    forms_by_signs,
    forms_by_stocks,
    forms_by_surroundings,
    forms_by_titles,
)

FORMS = (
    forms_by_signs,
    forms_by_blanks,
    forms_by_numbers,
    forms_by_page_readers,
    forms_by_surroundings,
    forms_by_titles,
    forms_by_pairs,
    forms_by_stocks,
    forms_by_headings,
)
EXAMPLES = tuple(example for forms in FORMS for example in forms.EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_every_number_is_what_the_table_says(example: Example) -> None:
    facts = facts_of(example.text, example.publisher, example.window)
    assert [example.told(fact) for fact in facts] == list(example.expected)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_every_quote_is_what_stands_at_its_place(example: Example) -> None:
    for fact in facts_of(example.text, example.publisher, example.window):
        assert fact.span.of(example.text) == fact.quote


def test_a_person_is_told_why_a_number_beside_its_ratio_is_not_read() -> None:
    text = "1 | Doanh thu | tỷ đồng | 80 | 92 | 115\n2 | Nhập khẩu | triệu USD | 30 | 33 | 110"
    rules = {fact.quote: fact.rule for fact in facts_of(text) if fact.metric is None}
    assert rules == dict.fromkeys(("80", "115", "30", "110"), "no header tells which of its row's numbers it is")

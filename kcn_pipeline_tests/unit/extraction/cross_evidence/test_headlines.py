"""Headlines that the text tells again."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of

BODY = "Đến cuối năm 2019, tại đây đã có 61 dự án còn hiệu lực."


def test_a_headline_is_named_as_the_text_names_it() -> None:
    headline, body = facts_of(f"Khu kinh tế thu hút 61 dự án\n{BODY}")
    assert (headline.metric, headline.period_start) == (body.metric, body.period_start) == ("projects_active", None)


@pytest.mark.parametrize(
    "text",
    [
        f"Khu kinh tế thu hút 62 dự án\n{BODY}",  # another value
        f"Năm 2019, khu kinh tế thu hút 61 dự án\n{BODY}",  # a time of its own
        "Khu kinh tế thu hút 61 dự án",  # no text
    ],
)
def test_other_headlines_stay(text: str) -> None:
    assert facts_of(text)[0].metric == "projects_licensed"


def test_a_headline_has_the_months_that_the_text_tells() -> None:
    headline, body = facts_of("Thu hút 1,3 tỷ USD vào các KCN\nChín tháng đầu năm, các KCN thu hút 1,3 tỷ USD.")
    assert (headline.metric, headline.period_end) == (body.metric, body.period_end)
    assert body.period_end is not None and body.period_end.month == 9

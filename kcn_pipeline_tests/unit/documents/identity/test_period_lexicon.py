"""The phrases that name a period, and what fills their open places."""

from __future__ import annotations

import pytest

from kcn_pipeline.documents.identity.period_lexicon import period_lexicon
from kcn_pipeline.documents.skeleton import skeleton_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("sáu tháng đầu năm 2019", {"count": 6, "year": 2019}),
        ("quý IV/2019", {"quarter": 4, "year": 2019}),
        ("ngày 05/7/2019", {"day": 5, "month": 7, "year": 2019}),
        ("năm 2019", {"year": 2019}),
    ],
)
def test_open_places_are_filled(text: str, numbers: dict[str, int]) -> None:
    match = period_lexicon(tolerant=False).at(skeleton_of(text, tolerant=False), 0)
    assert match is not None
    assert match.numbers == numbers


@pytest.mark.parametrize("text", ["13 tháng đầu năm", "quý V", "năm 1989", "năm 2060", "ngày 32/7/2019"])
def test_numbers_out_of_range_fill_nothing(text: str) -> None:
    assert period_lexicon(tolerant=False).at(skeleton_of(text, tolerant=False), 0) is None

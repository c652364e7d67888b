"""Years in a list that the figures run beside: `Các năm 2016, 2017 và 2018 lần lượt thu hút 20, 25 và 30 dự án`.

Belongs here: giving each figure the year at its place. Does not: names in such lists (`owners`), single times
(`windows`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.periods.compared_windows import year_of
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words

_YEAR: Final = function_words("year")
_JOINTS: Final = function_words("and") | function_words("year") | {","}
_DIGITS: Final = 4
_SEVERAL: Final = 2


def distribute_years(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """Set the window of as many amounts behind a word for "respectively" as years stand in one list before them."""
    for word in context.mentions.of("respectively"):
        years = _years_before(tokens, context.sentence.first, word.first)
        told = [d for d in drafts if d.figure.first >= word.last and d.comparison == "level" and d.metric is not None]
        if len(years) < _SEVERAL or len(told) != len(years):
            continue
        for draft, year in zip(told, years, strict=True):
            window = year_of(year)
            draft.window = window.as_stock() if draft.window is None or draft.window.start is None else window


def _years_before(tokens: Tokens, first: int, last: int) -> list[int]:
    """The years of the last list that the word for year opens."""
    found: list[int] = []
    for at in range(first, last):
        key = tokens.keys[at]
        opened = bool(found) or (at > first and tokens.keys[at - 1] in _YEAR)
        if key == NUMBER_KEY and opened:
            text = tokens.words(at, at + 1)
            if not (text.isdecimal() and len(text) == _DIGITS):
                return []
            found.append(int(text))
        elif found and key not in _JOINTS:
            break
    return found

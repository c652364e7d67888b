"""Of which window an amount is that an outcome is compared with: `tăng 9% so với cùng kỳ (1.184 tỷ đồng)`.

Belongs here: finding that window, and what a bare year means in a report. Does not: whether an amount is such a one
(`windows`).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from kcn_pipeline.extraction.calendar import WINDOWS
from kcn_pipeline.extraction.context import SentenceContext
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.periods import Window

_FIRST_YEAR: Final = 1900


def compared_window(draft: Draft, context: SentenceContext, tokens: Tokens, reported: Window) -> Window:
    """The window told before it, else the report's, in the year last compared with, or in the one before."""
    start = tokens.starts[draft.figure.first]
    against = next((t for t in reversed(context.times) if t.span.start < start), None)
    if against is not None and against.compared_with is not None:
        return against.compared_with
    told = [t.window for t in context.times if t.window is not None and t.kind in WINDOWS and t.span.start < start]
    if told and told[-1].end.year == reported.end.year:
        reported = narrowed(told[-1], reported)
    years = [t.year for t in context.times if t.kind == "compared" and t.year and t.span.start < start]
    earlier = reported.year_earlier()
    while years and earlier.end.year > years[-1] > _FIRST_YEAR:
        earlier = earlier.year_earlier()
    return reported if years and years[-1] == reported.end.year else earlier


def narrowed(window: Window, reported: Window) -> Window:
    """A bare year equal to the reported one means the reported window, be it a half or nine months."""
    if window == year_of(reported.end.year) and reported.start is not None:
        return reported
    return window


@cache
def year_of(year: int) -> Window:
    """The whole of a year."""
    return Window.of_year(year)

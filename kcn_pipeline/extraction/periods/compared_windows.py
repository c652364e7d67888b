"""Of which window an amount is that an outcome is compared with: `tăng 9% so với cùng kỳ (1.184 tỷ đồng)`.

Belongs here: finding that window, what a bare year means in a report, the years of a yearly rate. Does not:
whether an amount is such a one (`windows`).
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.brackets import alone_in_brackets
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.times.calendar import WINDOWS
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.function_words import function_words

_PER: Final = function_words("per")
_YEAR: Final = function_words("year")
_FIRST_YEAR: Final = 1900


def compared_window(draft: Draft, context: SentenceContext, tokens: Tokens, reported: Window) -> Window:
    """The window told before it, else the report's, in the year last compared with, or in the one before."""
    if context.bracket_window is not None and alone_in_brackets(tokens.keys, draft.figure.before, draft.figure.last):
        return context.bracket_window
    kept = context.kept_window.window if context.kept_window is not None else None
    if kept is not None and kept != year_of(kept.end.year):
        reported = kept  # `Mười tháng, cấp mới 9 dự án. Cùng kỳ năm 2018 cấp mới 7 dự án`
    start = tokens.starts[draft.figure.first]
    against = next((t for t in reversed(context.times) if t.span.start < start), None)
    if against is not None and against.compared_with is not None:
        return against.compared_with
    told = [t.window for t in context.times if t.window is not None and t.kind in WINDOWS and t.span.start < start]
    if told and told[-1].end.year == reported.end.year:
        reported = narrowed(told[-1], reported)
    years = [t.year for t in context.times if t.kind == "compared" and t.year and t.span.start < start]
    earlier = _before(reported)
    while years and earlier.end.year > years[-1] > _FIRST_YEAR:
        earlier = earlier.year_earlier()
    return reported if years and years[-1] == reported.end.year else earlier


def _before(reported: Window) -> Window:
    """The same window a year earlier; of several years, the last year before them."""
    if reported.start is None or last_year_of(reported) == reported:
        return reported.year_earlier()
    return year_of(reported.start.year - 1)


def last_year_of(reported: Window) -> Window:
    """The last of several years; a window within one year is itself."""
    within = reported.start is None or reported.start.year == reported.end.year
    return reported if within else year_of(reported.end.year)


def narrowed(window: Window, reported: Window) -> Window:
    """A bare year that is not over by the end of the report means the reported window, be it a half or nine months."""
    bare = window == year_of(reported.end.year) and reported.start is not None and reported.end < window.end
    return last_year_of(reported) if bare else window


@cache
def year_of(year: int) -> Window:
    """The whole of a year."""
    return Window.of_year(year)


def is_yearly(draft: Draft, context: SentenceContext, tokens: Tokens) -> bool:
    """`tăng bình quân 14%/năm`: a percentage for each year is of no single one."""
    figure = draft.figure
    last = max(figure.last, figure.range_with.last) if figure.range_with is not None else figure.last
    behind = tokens.keys[last : last + 2]
    yearly = len(behind) > 1 and behind[0] in _PER and behind[1] in _YEAR and last + 1 < context.sentence.last
    return yearly and figure.dimension == "percent" and figure.column is None


def years_of_rate(told: Window, reported: Window, *, target: bool) -> Window | None:
    """The years that a rate for each of them is of: those reported up to the last told, or from then to the aim."""
    if target and told.end.year > reported.end.year + 1 and told.start is not None and told.start.year == told.end.year:
        return Window(date(reported.end.year + 1, 1, 1), told.end)
    several = reported.start is not None and reported.start.year < reported.end.year
    return reported if several and not target and told.end == reported.end else None

"""Flows added up over the year in a report of its last months: `doanh thu 159 tỷ đồng; lũy kế 1.515 tỷ đồng`.

Belongs here: whether a flow is such a sum, and from when on it counts. Does not: stocks told in the same words
(`accumulation`), other expressions of time (`windows`).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.function_words import function_words

_ADDED_UP: Final = function_words("added_up")


def running_window(figure: Figure, context: SentenceContext, tokens: Tokens, reported: Window) -> Window | None:
    """From the first day of the year to the last reported one, where the last word of time says that it is added up.

    None in reports that begin with the year: theirs is the same window.
    """
    stocks = context.mentions.of("stock")
    first_day = date(reported.end.year, 1, 1) if stocks else None
    if first_day is None or reported.start is None or reported.start <= first_day:
        return None
    words = (m for m in stocks if m.last <= figure.first)
    sums = (m for m in words if not context.asides.hides(m.first, figure.first))
    told = [m for m in sums if _ADDED_UP.issubset(tokens.keys[m.first : m.last])]
    if not told:
        return None
    since, until = tokens.ends[told[-1].last - 1], tokens.starts[figure.first]
    turned = any(since <= time.span.start < until and time.window is not None for time in context.times)
    return None if turned else Window(first_day, reported.end)

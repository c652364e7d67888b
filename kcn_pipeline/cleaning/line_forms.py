"""What a line looks like to whoever asks whether it belongs to the article: bare letters, statistics in it.

Belongs here: questions about one line. Does not: what becomes of it (`furniture`, `page_edges`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kcn_pipeline.cleaning.channels import dropped
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.syllables import fold
from kcn_pipeline.reference.units import load_scales, load_units

LINE: Final = re.compile(r"[^\n\f]+")
LONGEST_LINE: Final = 300
_LONE_NUMBER: Final = re.compile(r"\s*[-–—]?\s*(?P<number>\d{1,4})\s*(?:/\s*\d{1,4}\s*)?[-–—]?\s*")
_LONGEST_LONE_NUMBER: Final = 60


def bare_form(text: str) -> str:
    """Lower case without marks, so that wordings are found in damaged text too; as long as `text`."""
    folded = fold(text)
    lower = folded.lower()
    return lower if len(lower) == len(folded) else folded


def lone_number(text: str, line: Span) -> int | None:
    """The number that stands alone on a line, as page numbers do: `12`, `- 12 -`, `12/40`; None for another line."""
    found = _LONE_NUMBER.fullmatch(text, line.start, line.end) if len(line) <= _LONGEST_LONE_NUMBER else None
    return int(found["number"]) if found else None


def has_statistic(bare: str) -> bool:
    """Whether a number with a unit or scale word stands in `bare`, as `bare_form` writes it."""
    return bool(_statistic().search(bare))


def any_of(wordings: set[str]) -> str:
    """A pattern of the wordings, longer ones first."""
    return "|".join(re.escape(wording) for wording in sorted(wordings, key=lambda w: (-len(w), w)))


@cache
def _statistic() -> re.Pattern[str]:
    """A number and, at most one word later, a unit or scale word."""
    words = {*load_units(), *load_scales()}
    forms = {bare_form(form) for word in words for form in (word, dropped(word)) if len(form) > 1 or not form.isalnum()}
    return re.compile(rf"\d\s*(?:[^\W\d_]+\s+)?(?:{any_of(forms)})(?![^\W_])")

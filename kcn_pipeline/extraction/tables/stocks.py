"""Tables that tell what there is at a date: of zones, or under a title that says as of when.

Belongs here: whether a whole table tells stocks, and a count that its column leaves open. Does not: what a stock word
beside one wording makes of it (`tables.meaning`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Column, Figure
from kcn_pipeline.extraction.tables.cell_wordings import leaves_open, wording_of
from kcn_pipeline.extraction.text.lexicon import FREE, counts_in
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.patterns import load_period_patterns

_PROJECT, _THERE = "project", "projects_active"
_AS_OF, _NO_WINDOW = "as_of", frozenset({"compared", "ignored", "day"})
_BARE: Final = frozenset({"named_dimension", "unit", "scale", "origin", "stock", FREE})
_NUMBER_OF: Final = function_words("among") | function_words("total") | function_words("kind_of_unit")
_LINES_AT_MOST: Final = 2
_CHARACTERS_AT_MOST: Final = 120  # a longer line is prose


def tells_stocks(headers: Iterable[str], above: str, *, zones: bool) -> bool:
    """Whether what the `headers` leave open is of a date: the title says so, or rows are zones beside their land."""
    texts = list(headers)
    if any(wording_of(text).has("flow") for text in texts):
        return False
    lines = [line for line in above.split("\n") if line.strip()][-_LINES_AT_MOST:]
    titles = [line for line in lines if len(line) <= _CHARACTERS_AT_MOST]
    kinds = {time.label for line in titles for time in load_period_patterns().matches(line)} - _NO_WINDOW
    said = [wording_of(line) for line in titles]
    if any(not kind.startswith(_AS_OF) for kind in kinds) or any(w.has("flow") for w in said):
        return False
    dated = bool(kinds) or any(w.has("stock") for w in said)
    return dated or (zones and any(_is_of_land(text) for text in texts))


def _is_of_land(header: str) -> bool:
    wording = wording_of(header)
    unit = wording.stated_unit
    named = any(m.role == FREE and counts_in(m.value, "area") for m in wording.mentions)
    return named or (unit is not None and unit.dimension == "area")


def with_stock(column: Column, header: str) -> Column:
    """`column` among stocks, unless its own header names a time or one metric."""
    return replace(column, stock=not wording_of(header).times and leaves_open(header) and _is_bare(header))


def _is_bare(header: str) -> bool:
    """Whether it holds no word but of a number, a unit, an origin or capital: `Số dự án chậm tiến độ` is another."""
    tokens, wording = Tokens(header), wording_of(header)
    known = {at for m in wording.mentions if m.role in _BARE for at in range(m.first, m.last)}
    return all(at in known or key in _NUMBER_OF or not key[:1].isalpha() for at, key in enumerate(tokens.keys))


def take_column(figure: Figure, column: Column) -> None:
    """Give a figure what its column says; a bare count among stocks is of what there is."""
    figure.column = column
    if column.stock and figure.dimension == _PROJECT and figure.implied_metric is None:
        figure.implied_metric = _THERE

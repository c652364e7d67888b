"""Rows that say the header of every cell beside it: `Chỉ tiêu: Xuất khẩu; Kế hoạch: 120; Thực hiện: 66`.

Belongs here: finding such lines and their cells. Does not: one label with its numbers (`tables.delimited`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kcn_pipeline.extraction.tables.cell_wordings import value_of
from kcn_pipeline.extraction.tables.rows import Cell, Row
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.function_words import function_words

_LINE: Final = re.compile(r"^[^\n:]{1,60}:(?:[^\n:]{1,80}:){2,}[^\n]*$", re.MULTILINE)
_MARK: Final = re.compile(r"\s*(?:[-–+*•]|\(?(?:\d{1,2}|[^\W\d_])[.)])?\s*")
_SIGNS: Final = tuple(re.compile(sign) for sign in (r"\|", r"\t+", r";", r"\s[-–]\s", r",\s", r"\s/\s"))
_PAIR: Final = re.compile(r"\s*(?P<key>[^\W_][^:]{0,50}?)\s*:\s*(?P<value>\S(?:.*\S)?|)\s*")
_PAIRS_AT_LEAST: Final = 3
_WORDS_AT_MOST: Final = 12
_NAMES_ROWS: Final = function_words("indicator")

_Pairs = list[tuple[Cell, Cell]]


def labelled_tables(text: str) -> Iterator[tuple[Row, tuple[Row, ...]]]:
    """The header and the rows of every such table of `text`, in order."""
    run: list[_Pairs] = []
    for line in _LINE.finditer(text):
        pairs = _pairs(text, line.start(), line.end())
        if not pairs:
            continue
        follows = run and not text[run[-1][-1][1].end : line.start()].strip(" .;\n")
        if run and not (follows and _keys(pairs) == _keys(run[-1])):
            yield from _table(run)
            run = []
        run.append(pairs)
    yield from _table(run)


def _table(run: list[_Pairs]) -> Iterator[tuple[Row, tuple[Row, ...]]]:
    """Two rows with the same headers are a table; one alone only where it says that it names an indicator."""
    if run and (len(run) > 1 or Tokens(run[0][0][0].text).keys[-1] in _NAMES_ROWS):
        rows = tuple(Row(tuple(value for _, value in pairs), "lines") for pairs in run)
        if all(row.has_numbers for row in rows):  # with the unit in each cell the lines read as prose does
            yield Row(tuple(key for key, _ in run[0]), "lines"), rows


def _keys(pairs: _Pairs) -> list[str]:
    return [key.text.lower() for key, _ in pairs]


def _pairs(text: str, start: int, end: int) -> _Pairs:
    """Header and cell of each part of a line; none where a part is no such pair, or no word stands for the row."""
    mark = _MARK.match(text, start, end)
    start = mark.end() if mark else start
    for sign in _SIGNS:
        bounds = [start]
        for found in sign.finditer(text, start, end):
            bounds += found.span()
        bounds.append(end)
        matches = [_PAIR.fullmatch(text, a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
        pairs = [(_cell(text, m, "key"), _cell(text, m, "value")) for m in matches if m is not None]
        if len(pairs) == len(matches) >= _PAIRS_AT_LEAST:
            return pairs if _is_row(pairs) else []
    return []


def _is_row(pairs: _Pairs) -> bool:
    texts = [value.text for _, value in pairs]
    short = all(len(text.split()) <= _WORDS_AT_MOST for text in texts)
    return short and bool(texts[0]) and value_of(texts[0]) is None and any(map(value_of, texts))


def _cell(text: str, match: re.Match[str], group: str) -> Cell:
    span = Span(*match.span(group))
    words = span.of(text).rstrip(" .")
    return Cell(span.start, span.start + len(words), words)

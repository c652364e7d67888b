"""Patterns of time expressions and of numbers that are no statistics.

Belongs here: loading the two files and turning their notation into one regular expression each.
Does not: what a matched expression means for a figure (`extraction`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from kcn_pipeline.reference.loading import DATA, BrokenReference, Row, read_rows
from kcn_pipeline.reference.units import load_number_words

PERIOD_PATTERNS_FILE: Final = DATA / "period_patterns.yaml"
NUMBER_ROLES_FILE: Final = DATA / "number_roles.yaml"

PeriodKind = Literal[
    "range",
    "compared",
    "as_of_day",
    "as_of_month",
    "as_of_quarter",
    "as_of_year",
    "horizon",
    "first_months",
    "last_months",
    "first_half",
    "second_half",
    "quarter",
    "month",
    "day",
    "year",
    "whole_year",
    "this_year",
    "next_year",
    "last_year",
    "same_day",
    "ignored",
]


def _months_in_words() -> str:
    """One to twelve in words: a digit, or ten with a digit after it."""
    words = load_number_words().values()
    digits = "|".join(word.word for word in words if word.kind == "digit")
    ten = "|".join(word.word for word in words if word.kind == "ten")
    return rf"(?:(?:{ten})(?:\s+(?:{digits}))?|{digits})"


_PLACEHOLDERS: Final = {
    "day": r"\d{1,2}",
    "other_day": r"\d{1,2}",
    "month": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "year": r"(?:19|20)\d{2}(?![\d.,]?\d)",
    "other_year": r"(?:19|20)\d{2}(?![\d.,]?\d)",
    "count": r"\d{1,2}",
    "count_word": _months_in_words(),
    "quarter": r"(?:[1-4](?!\d)|iv|i{1,3})",
}


class PeriodPattern(Row):
    """One way to write a time, with what it means."""

    pattern: str
    kind: PeriodKind


class NumberRole(Row):
    """One way to write a number that is no statistic, with what it is."""

    pattern: str
    role: str


@dataclass(frozen=True, slots=True)
class PatternMatch:
    """A match: the label of its row (kind or role), its place, and the numbers it names."""

    label: str
    start: int
    end: int
    parts: dict[str, str]


class PatternSet:
    """Several labelled patterns as one expression, so that a text is read once.

    Errors: BrokenReference for a pattern that is no regular expression.
    """

    def __init__(self, path: Path, rows: list[tuple[str, str]], *, cased: bool = True) -> None:
        """`cased`: a pattern may ask for capitals; where none does, the text is read in lower case, which is faster."""
        self._labels = [label for _, label in rows]
        self._cased = cased
        alternatives = []
        for index, (pattern, _) in enumerate(rows):
            try:
                re.compile(_expanded(pattern, index))
            except re.error as error:
                raise BrokenReference(
                    path, index + 1, f"pattern '{pattern}': {error}", "correct the expression"
                ) from error
            # The empty group behind it tells which one fitted; before it, it would hide the first letters, by which
            # an alternative is passed over fast.
            alternatives.append(f"(?:{_expanded(pattern, index)})(?P<row_{index}>)")
        self._groups = [_groups_of(pattern, index) for index, (pattern, _) in enumerate(rows)]
        flags = re.IGNORECASE if cased else re.NOFLAG
        self._expression = re.compile(rf"(?<![\w])(?:{'|'.join(alternatives)})", flags)

    def matches(self, text: str) -> list[PatternMatch]:
        """Every match, leftmost first, earlier rows before later ones at the same place."""
        lowered = text if self._cased else text.lower()
        if len(lowered) != len(text):
            lowered = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)  # `İ` has two characters
        found = []
        for match in self._expression.finditer(lowered):
            index = int((match.lastgroup or "").removeprefix("row_"))
            parts = {name: match[group] for name, group in self._groups[index] if match[group] is not None}
            found.append(PatternMatch(self._labels[index], match.start(), match.end(), parts))
        return found


def _expanded(pattern: str, index: int) -> str:
    expanded = pattern.replace(" ", r"\s+")
    for name, expression in _PLACEHOLDERS.items():
        expanded = expanded.replace("{" + name + "}", f"(?P<{name}_{index}>{expression})")
    return expanded


def _groups_of(pattern: str, index: int) -> list[tuple[str, str]]:
    return [(name, f"{name}_{index}") for name in _PLACEHOLDERS if "{" + name + "}" in pattern]


@cache
def load_period_patterns(path: Path = PERIOD_PATTERNS_FILE) -> PatternSet:
    """Expressions of time, labelled by their kind. Errors: BrokenReference."""
    return PatternSet(path, [(row.pattern, row.kind) for row in read_rows(path, PeriodPattern)], cased=False)


@cache
def load_number_roles(path: Path = NUMBER_ROLES_FILE) -> PatternSet:
    """Numbers that are no statistics, labelled by their role. Errors: BrokenReference."""
    return PatternSet(path, [(row.pattern, row.role) for row in read_rows(path, NumberRole)])

"""Patterns of time expressions and of numbers that are no statistics.

Belongs here: loading the three files and turning their notation into expressions.
Does not: what a matched expression means for a figure (`extraction`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from kcn_pipeline.reference.loading import DATA, BrokenReference, Row, read_rows
from kcn_pipeline.reference.period_kinds import PeriodKind
from kcn_pipeline.reference.units import load_number_words
from kcn_pipeline.values import value_type

PERIOD_PATTERNS_FILE: Final = DATA / "period_patterns.yaml"
NUMBER_ROLES_FILE: Final = DATA / "number_roles.yaml"
SPARE_NUMBER_ROLES_FILE: Final = DATA / "spare_number_roles.yaml"


def _months_in_words() -> str:
    """One to twelve in words: a digit, or ten with a digit after it."""
    words = load_number_words().values()
    digits = "|".join(word.word for word in words if word.kind == "digit")
    ten = "|".join(word.word for word in words if word.kind == "ten")
    return rf"(?:(?:{ten})(?:\s+(?:{digits}))?|{digits})"


_PIECE: Final = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|.")
_HEAD_SIZE: Final = 3  # that tell most openings apart
_QUANTIFIER: Final = re.compile(r"[*+?]|\{\d")
# What a match begins with; a letter that may be missing is none.
_HEAD: Final = re.compile(
    r"(?:\(\?<![^()]+\))*(?:(?P<worded>\{count_word\})|(?P<digit>\d|\\d|\{(?:other_)?(?:day|month|year|count)\})"
    r"|(?P<word>[^\W\d_]++)(?![*?{])|\\(?P<sign>[^\w\s])(?![*?{]))"
)
_PLACEHOLDERS: Final = {
    "day": r"\d{1,2}",
    "other_day": r"\d{1,2}",
    "month": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "year": r"(?:19|20)\d{2}(?![\d.,]?\d)",
    "other_month": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "other_year": r"(?:19|20)\d{2}(?![\d.,]?\d)",
    "count": r"\d{1,2}",
    "count_word": _months_in_words(),
    "quarter": r"(?:[1-4](?!\d)|iv|i{1,3})",
    "other_quarter": r"(?:[1-4](?!\d)|iv|i{1,3})",
}


class PeriodPattern(Row):
    """One way to write a time, with what it means."""

    pattern: str
    kind: PeriodKind


class NumberRole(Row):
    """One way to write a number that is no statistic, with what it is."""

    pattern: str
    role: str


@value_type()
class PatternMatch:
    """A match: the label of its row (kind or role), its place, and the numbers it names."""

    label: str
    start: int
    end: int
    parts: dict[str, str]


class PatternSet:
    """Several labelled patterns, found in one reading of a text.

    `openings` are the words, in lower case, and the signs that a match may begin with, if not with a digit.
    Errors: BrokenReference for a pattern that is no regular expression, or may begin with anything.
    """

    def __init__(self, path: Path, rows: list[tuple[str, str]], *, cased: bool = True) -> None:
        """`cased`: a pattern may ask for capitals; where none does, the text is read in lower case, which is faster."""
        self._cased = cased
        self._variants: list[_Variant] = []
        for number, (pattern, label) in enumerate(rows):
            _require_expression(path, number + 1, pattern)
            for variant in _without_leading_choice(pattern):
                openings = _openings(path, number + 1, variant)
                self._variants.append(_Variant(variant, label, len(self._variants), openings))
        self.openings = frozenset(opening for v in self._variants for opening in v.openings if not opening.isdecimal())
        heads = {opening[:_HEAD_SIZE] for v in self._variants for opening in v.openings}
        self._heads = {head for head in heads if len(head) == _HEAD_SIZE}
        self._expressions: dict[str, re.Pattern[str] | None] = {}

    def matches(self, text: str, places: Iterable[int] | None = None) -> list[PatternMatch]:
        """Every match, leftmost first, earlier rows before later ones at the same place.

        `places`: where digits and the `openings` stand, in order; without them every character is tried.
        """
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)  # `İ` has two characters
        read = text if self._cased else lowered
        found: list[PatternMatch] = []
        end, expressions, heads = 0, self._expressions, self._heads
        for place in range(len(text)) if places is None else places:
            head = lowered[place : place + _HEAD_SIZE]
            head = head if head in heads else head[0]
            if place < end or (expression := expressions.get(head) or self._expression_of(head)) is None:
                continue
            if (match := expression.match(read, place)) is not None:
                found.append(self._variants[int((match.lastgroup or "").removeprefix("row_"))].understood(match))
                end = match.end()
        return found

    def _expression_of(self, head: str) -> re.Pattern[str] | None:
        """One expression of all that may begin with `head`: one of the known, or where none of them is, a character."""
        if head not in self._expressions:
            fitting = [v.expression for v in self._variants if v.may_begin_with(head)]
            flags = re.IGNORECASE if self._cased else re.NOFLAG
            self._expressions[head] = re.compile(rf"(?<!\w)(?:{'|'.join(fitting)})", flags) if fitting else None
        return self._expressions[head]


class _Variant:
    """One of the patterns that a row with a choice at its head stands for."""

    def __init__(self, pattern: str, label: str, index: int, openings: frozenset[str]) -> None:
        self.openings = openings
        # The empty group behind it tells which one fitted; before it, it would hide the first letters, by which an
        # alternative is passed over fast.
        self.expression = f"(?:{_expanded(pattern, index)})(?P<row_{index}>)"
        self._label = label
        self._groups = [(name, f"{name}_{index}") for name in _PLACEHOLDERS if "{" + name + "}" in pattern]

    def may_begin_with(self, head: str) -> bool:
        """Whether it may match where a text has `head`; where an opening is short, its first character tells."""
        return any(o[:_HEAD_SIZE] == head or (len(o) < _HEAD_SIZE and o[0] == head[0]) for o in self.openings)

    def understood(self, match: re.Match[str]) -> PatternMatch:
        """What the pattern says where it fitted."""
        parts = {name: match[group] for name, group in self._groups if match[group] is not None}
        return PatternMatch(self._label, match.start(), match.end(), parts)


def _require_expression(path: Path, row: int, pattern: str) -> None:
    try:
        re.compile(_expanded(pattern, 0))
    except re.error as error:
        raise BrokenReference(path, row, f"pattern '{pattern}': {error}", "correct the expression") from error


def _without_leading_choice(pattern: str) -> list[str]:
    """The patterns that one stands for with each choice at its head: `(?:đến|tới)? năm` for three."""
    if re.match(r"\\[^\w\s]\?", pattern):
        return [pattern[:2] + pattern[3:], *_without_leading_choice(pattern[3:])]
    if not pattern.startswith("(?:"):
        return [pattern]
    depth, at, choices = 0, len("(?:"), [""]
    for piece in _PIECE.findall(pattern[at:]):
        at += len(piece)
        if piece == ")" and depth == 0:
            break
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and depth == 0:
            choices.append("")
        else:
            choices[-1] += piece
    if pattern[at : at + 1] == "?":
        choices, at = [*choices, ""], at + 1
    if _QUANTIFIER.match(pattern, at):
        return [pattern]
    return [variant for choice in choices for variant in _without_leading_choice(choice + pattern[at:])]


def _openings(path: Path, row: int, pattern: str) -> frozenset[str]:
    """Words, signs and digits that a match may begin with. Errors: BrokenReference where these cannot be told."""
    head = _HEAD.match(pattern)
    if head is None:
        problem = f"pattern '{pattern}' begins with what may be any character"
        raise BrokenReference(path, row, problem, "begin it with a word, a digit, a sign or a choice of them")
    if head["worded"]:
        return frozenset(load_number_words())
    return frozenset("0123456789") if head["digit"] else frozenset({(head["word"] or head["sign"]).lower()})


def _expanded(pattern: str, index: int) -> str:
    expanded = pattern.replace(" ", r"\s+")
    for name, expression in _PLACEHOLDERS.items():
        expanded = expanded.replace("{" + name + "}", f"(?P<{name}_{index}>{expression})")
    return expanded


@cache
def load_period_patterns(path: Path = PERIOD_PATTERNS_FILE) -> PatternSet:
    """Expressions of time, labelled by their kind. Errors: BrokenReference."""
    return PatternSet(path, [(row.pattern, row.kind) for row in read_rows(path, PeriodPattern)], cased=False)


@cache
def load_number_roles(path: Path = NUMBER_ROLES_FILE) -> PatternSet:
    """Numbers that are no statistics, labelled by their role. Errors: BrokenReference."""
    return PatternSet(path, [(row.pattern, row.role) for row in read_rows(path, NumberRole)])


@cache
def load_spare_number_roles(path: Path = SPARE_NUMBER_ROLES_FILE) -> PatternSet:
    """What other numbers are, for showing them; extraction reads them all the same. Errors: BrokenReference."""
    return PatternSet(path, [(row.pattern, row.role) for row in read_rows(path, NumberRole)])

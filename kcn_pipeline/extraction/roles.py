"""What every number of a text is: none is dropped without a word.

Belongs here: a role for each number that is no fact, and the reason. Does not: facts (`extract`), the patterns
(`reference/data/number_roles.yaml`, `spare_number_roles.yaml`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.documents.document import Document
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.extraction.names.entities import entity_mentions
from kcn_pipeline.extraction.numbers.figures import figures
from kcn_pipeline.extraction.text.lexicon import lexicon
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.times.calendar import time_mentions
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.patterns import load_number_roles, load_spare_number_roles

_DIGITS: Final = re.compile(r"\d+")
_NUMERAL: Final = re.compile(r"\d+(?:[.,]\d+)*")
_DAYS: Final = frozenset({"day", "as_of_day", "same_day"})
_LIST_NUMBER: Final = re.compile(r"(?m)^[ \t]*\d{1,2}(?:\.\d{1,2})*[.)/]?(?=\s+[^\W\d]|[.)])")
_PAGE_NUMBER: Final = re.compile(r"(?m)^[ \t]*[-–]?[ \t]*\d{1,3}[ \t]*[-–]?[ \t]*$")
_NEXT_WORD: Final = re.compile(r"\s+[^\W\d_]")


@dataclass(frozen=True, slots=True)
class NumberRole:
    """A number that is no fact: where it stands in the decoded text, what it is, and by what that was told."""

    span: Span
    quote: str
    role: str
    reason: str

    def as_row(self, document: str) -> dict[str, Any]:
        """The number as a line of `kcn extract --all --format jsonl`."""
        return {
            "document": document,
            "start": self.span.start,
            "end": self.span.end,
            "quote": self.quote,
            "role": self.role,
            "reason": self.reason,
        }


def numbers_with_roles(
    document: Document, cleaned: CleanedText, facts: Sequence[Fact] | None = None
) -> list[NumberRole]:
    """Every number of the decoded text that is no fact, in order; `facts` are its facts, where they are known.

    Each run of digits lies in exactly one fact's quote or one role; so does each number in words with a unit.
    """
    known = extract_facts(document, cleaned) if facts is None else facts
    found = _Taken(fact.span for fact in known)
    text = document.text
    for step in (_letters, _patterns, _times, _names, _counts, _spare, _lines, _rest):
        for span, role, reason in step(document, cleaned):
            found.add(text, span, role, reason)
    return found.roles()


_Claim = tuple[Span, str, str]
_Step = Callable[[Document, CleanedText], Iterator[_Claim]]


class _Taken:
    """Stretches that are spoken for; a later claim gets only what no earlier one has."""

    def __init__(self, facts: Iterable[Span]) -> None:
        self._spans: list[Span] = sorted(set(facts))
        self._roles: list[NumberRole] = []

    def add(self, text: str, span: Span, role: str, reason: str) -> None:
        """Take a claim, runs of digits at its ends whole; of one that is taken in part, the numbers that are left."""
        whole = _with_whole_runs(text, span)
        parts = [whole]
        if not self._is_free(whole):
            parts = [Span(*numeral.span()) for numeral in _NUMERAL.finditer(text, whole.start, whole.end)]
        for free in filter(self._is_free, parts):
            insort(self._spans, free)
            self._roles.append(NumberRole(free, free.of(text), role, reason))

    def _is_free(self, span: Span) -> bool:
        at = bisect_left(self._spans, span)
        beside = self._spans[max(at - 2, 0) : at + 2]
        return len(span) > 0 and not any(span.overlaps(other) for other in beside)

    def roles(self) -> list[NumberRole]:
        """What was taken, in the order of the text."""
        return sorted(self._roles, key=lambda role: role.span)


def _with_whole_runs(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start > 0 and text[start].isdecimal() and text[start - 1].isdecimal():
        start -= 1
    while end < len(text) and text[end - 1].isdecimal() and text[end].isdecimal():
        end += 1
    return Span(start, end)


def _letters(document: Document, cleaned: CleanedText) -> Iterator[_Claim]:
    """Digits that cleaning read as letters, or took away with the furniture of the page."""
    for segment in cleaned.alignment.segments:
        span = Span(segment.raw_start, segment.raw_end)
        if not _DIGITS.search(document.text, span.start, span.end):
            continue
        if segment.kind == "furniture":
            yield from _in_furniture(document.text, span)
        elif not _DIGITS.search(segment.text):
            yield span, "letter", f"a letter read as a digit: {segment.text}"


def _in_furniture(text: str, furniture: Span) -> Iterator[_Claim]:
    for match in load_number_roles().matches(furniture.of(text)):
        yield Span(match.start, match.end).shifted(furniture.start), match.label, "page furniture"
    for numeral in _NUMERAL.finditer(text, furniture.start, furniture.end):
        yield Span(*numeral.span()), "furniture", "page furniture"


def _patterns(_: Document, cleaned: CleanedText) -> Iterator[_Claim]:
    """Document numbers, phones, addresses and the like."""
    for match in load_number_roles().matches(cleaned.text):
        yield cleaned.alignment.to_raw(Span(match.start, match.end)), match.label, "number_roles.yaml"


def _times(document: Document, cleaned: CleanedText) -> Iterator[_Claim]:
    """Days and periods, where a number is in them."""
    for time in time_mentions(Tokens(cleaned.text), document.identity.window):
        if _DIGITS.search(time.span.of(cleaned.text)):
            role = "date" if time.kind in _DAYS else "period"
            yield cleaned.alignment.to_raw(time.span), role, f"expression of time: {time.kind}"


def _names(document: Document, cleaned: CleanedText) -> Iterator[_Claim]:
    """Numbers in the names of zones, and those glued to the letters before them."""
    text, tokens = cleaned.text, Tokens(cleaned.text)
    for entity in entity_mentions(tokens, MentionMap(lexicon().mentions(tokens)), document.identity):
        span = tokens.span(entity.first, entity.last)
        if entity.entity.startswith(("zone:", "company:")) and _DIGITS.search(span.of(text)):
            yield cleaned.alignment.to_raw(span), "name", f"part of a name: {entity.entity}"
    for index in tokens.numerals():
        start, end = tokens.starts[index], tokens.ends[index]
        if start > 0 and text[start - 1].isalpha():
            yield cleaned.alignment.to_raw(Span(start, end)), "name", "glued to the word before it"


def _counts(_: Document, cleaned: CleanedText) -> Iterator[_Claim]:
    """Numbers with a unit that state nothing of the zones: who came, what a sentence is limited to."""
    tokens = Tokens(cleaned.text)
    for figure in figures(tokens, MentionMap(lexicon().mentions(tokens)), ()):
        if figure.unit is not None:
            yield cleaned.alignment.to_raw(figure.span(tokens)), "count", f"a count in passing: {figure.unit}"


def _spare(_: Document, cleaned: CleanedText) -> Iterator[_Claim]:
    for match in load_spare_number_roles().matches(cleaned.text):
        yield cleaned.alignment.to_raw(Span(match.start, match.end)), match.label, "spare_number_roles.yaml"


def _lines(document: Document, _: CleanedText) -> Iterator[_Claim]:
    """Numbers by their place in a line."""
    for pattern, role in ((_PAGE_NUMBER, "page_number"), (_LIST_NUMBER, "list_number")):
        for match in pattern.finditer(document.text):
            yield Span(*match.span()), role, "place in the line"


def _rest(document: Document, _: CleanedText) -> Iterator[_Claim]:
    """What nothing has claimed: a number before a word counts something, any other is only a number."""
    for pattern in (_NUMERAL, _DIGITS):
        for match in pattern.finditer(document.text):
            counts = _NEXT_WORD.match(document.text, match.end()) is not None
            role, reason = ("count", "before a word that is no unit") if counts else ("number", "nothing tells what")
            yield Span(*match.span()), role, reason

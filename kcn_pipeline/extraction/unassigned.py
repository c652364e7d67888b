"""Figures that were seen and not understood, with what a person needs to say what they are.

Belongs here: the reason, the sentence and the words beside each. Does not: proposals for the vocabulary (`proposals`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.extraction.text.local_phrases import LocalPhrases
from kcn_pipeline.extraction.text.sentences import Sentence, sentences
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.phrases import load_phrases
from kcn_pipeline.reference.units import load_scales, load_units

SLOT: Final = "#"
"""Where the figure stands beside its wording, as `metrics.yaml` writes it."""
_WORDS_AT_MOST: Final = 8
_LEAST_WORDS: Final = 2
NO_CODE: Final = "the vocabulary has no code"
"""In the reason of a figure whose wording is known to lie outside the vocabulary: it needs no phrase."""
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ":", "(", ")", "“", "”", '"', "?", "!", "…", "–", "•", NUMBER_KEY})
_LINKS: Final = function_words("link_to_figure") | function_words("and") | function_words("is") | function_words("from")
_NEVER_FIRST: Final = _LINKS | function_words("clause") | function_words("set_against")
_NAMED_BEFORE: Final = frozenset({"USD", "VND", "percent", "ha", "VND_per_person_month", "times"})
"""Units whose figures are mostly named before them; what is counted is told after the unit."""
_CUTTING: Final = ("increase", "decrease", "attain", "exceed", "same_period", "plan", "parts")
_OF_TIME: Final = ("flow", "stock", "now")


@dataclass(frozen=True, slots=True)
class UnassignedFigure:
    """A figure without a metric; see `tables.UNASSIGNED_FIGURES`. `wording` is "" where no words are beside it."""

    figure_id: str
    document_id: str
    document: str
    period: str
    start: int
    end: int
    quote: str
    value: str
    unit: str
    comparison: str
    reason: str
    wording: str
    sentence: str

    def as_row(self) -> dict[str, Any]:
        """The figure as a row of `unassigned_figures`."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> UnassignedFigure:
        """The inverse of `as_row`."""
        return cls(**{**row, "start": int(row["start"]), "end": int(row["end"])})


def unassigned_figures(facts: Iterable[Fact], cleaned: CleanedText) -> list[UnassignedFigure]:
    """The figures of one document that have no metric, in the order of the text."""
    unknown = [fact for fact in facts if fact.metric is None]
    return list(_described(unknown, cleaned)) if unknown else []


def _described(facts: Iterable[Fact], cleaned: CleanedText) -> Iterator[UnassignedFigure]:
    tokens = Tokens(cleaned.text)
    found = sentences(tokens)
    starts = [sentence.first for sentence in found]
    for fact in facts:
        span = cleaned.alignment.to_clean(fact.span)
        first, last = tokens.at_or_after(span.start), tokens.at_or_after(span.end)
        sentence = found[max(bisect_right(starts, first) - 1, 0)]
        row = fact.as_row()
        yield UnassignedFigure(
            **{name: row[name] for name in ("figure_id", "document_id", "document", "period", "start", "end")},
            **{name: row[name] for name in ("quote", "value", "unit", "comparison")},
            reason=fact.rule,
            wording=_wording(tokens, sentence, first, last, fact.unit),
            sentence=_text(tokens, sentence.first, sentence.last),
        )


def _wording(tokens: Tokens, sentence: Sentence, first: int, last: int, unit: str) -> str:
    """The words right after the unit or before the number, whichever names figures of this unit; "" for none."""
    before, after = _words_before(tokens, sentence.first, first), _words_after(tokens, last, sentence.last)
    if not before or (after and unit not in _NAMED_BEFORE):
        return f"{SLOT} {after}" if after else ""
    return before


def _words_before(tokens: Tokens, low: int, place: int) -> str:
    """The last words of the clause before `place`, hedges and linking words at their end left out."""
    end = place
    while end > low:
        found = _ending().ending(tokens.keys, low, end)
        if found is None and tokens.keys[end - 1] not in _LINKS | {":"}:
            break
        end = end - 1 if found is None else found.first
    start = end
    while start > max(low, end - _WORDS_AT_MOST) and tokens.keys[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    if start > 0 and tokens.keys[start - 1] == NUMBER_KEY:
        while start < end and (unit := _units().at(tokens.keys, start)) is not None:
            start = unit.last
    while start < end and tokens.keys[start] in _NEVER_FIRST:
        start += 1
    return _phrase(tokens, start, end)


def _words_after(tokens: Tokens, place: int, high: int) -> str:
    """The words that go on after the unit, up to a sign, a number or a word of comparison."""
    end = place
    while end < min(high, place + _WORDS_AT_MOST) and tokens.keys[end] not in _CLAUSE_ENDS | _NEVER_FIRST:
        if _cutting().at(tokens.keys, end) is not None:
            break
        end += 1
    return _phrase(tokens, place, end)


def _phrase(tokens: Tokens, first: int, last: int) -> str:
    """Tokens [first, last) in lower case; "" for less than two words, which name nothing."""
    return _text(tokens, first, last).lower() if last - first >= _LEAST_WORDS else ""


def _text(tokens: Tokens, first: int, last: int) -> str:
    return " ".join(tokens.span(first, last).of(tokens.text).split())


@cache
def _ending() -> LocalPhrases[str]:
    roles = {"hedge", *_CUTTING, *_OF_TIME}
    return LocalPhrases((row.phrase, row.value) for row in load_phrases() if row.role in roles)


@cache
def _units() -> LocalPhrases[str]:
    """What goes on with a number: its unit is no part of the next wording."""
    return LocalPhrases((word, word) for word in [*load_units(), *load_scales()])


@cache
def _cutting() -> LocalPhrases[str]:
    return LocalPhrases((row.phrase, row.value) for row in load_phrases() if row.role in _CUTTING)

"""What the words of one cell say: unit, metric, plan, comparison, origin, time, total.

Belongs here: reading one label or header by itself. Does not: which cell governs which number (`tables.meaning`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, TOUCHING, WEAK, counts_in, lexicon
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.patterns import load_period_patterns
from kcn_pipeline.reference.units import load_scales

_BRACKETS: Final = re.compile(r"\s*[(\[](?P<inner>[^()\[\]]*)[)\]]")
_TAIL: Final = re.compile(r"\s*(?:[,:;]|\s[-–])\s*(?P<inner>[^,:;()]*)$")
_VALUE: Final = re.compile(r"(?P<digits>[0-9]+(?:[.,][0-9]+)*)(?P<unit>\s*\D{0,40})")
_WORDS_BEFORE_UNIT: Final = 3  # `(ĐVT: triệu USD)`
_COUNTED_WITHIN: Final = 3  # `Số dự án …`, `Tổng số dự án …`
_YEAR: Final = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,/])")
_AGAINST: Final = function_words("set_against")
_SHARES: Final = function_words("share_noun")
_TOTALS: Final = frozenset({"total", "bloc", "province", "zones"})
_SCALE: Final = re.compile(r"(?<![\d.,])1(?:[.,]?000){1,3}\s*$")
_NUMBER_NOUNS: Final = function_words("number_noun")
_YEAR_WORDS: Final = function_words("year")


@dataclass(frozen=True, slots=True)
class UnitWords:
    """A unit with its scale word at `span`; `cut` is what to leave out where the unit is told beside the wording.

    `said`: the unit with a scale word, where the scale is told in digits: `1.000 USD`.
    """

    span: Span
    dimension: str
    cut: Span | None = None
    said: str | None = None

    def at(self, start: int) -> Span | str:
        """Where it stands in a text in which its wording begins at `start`, or what to say for it."""
        return self.span.shifted(start) if self.said is None else self.said


@dataclass(frozen=True, slots=True)
class Wording:
    """What one cell says; spans are in its text.

    `year_before`: it speaks of the period before, and `compares`: something is set against that. `times`: it names the
    period of its own figures, `year` a year without a word of time (`Thực hiện 2018`), `of_year` a whole one.
    """

    mentions: tuple[Mention, ...]
    units: tuple[UnitWords, ...]
    counted: UnitWords | None
    year_before: bool
    compares: bool
    times: bool
    year: int | None
    of_year: bool
    ends_touching: bool
    is_unit: bool
    tells_share: bool

    def has(self, *roles: str) -> bool:
        """Whether a word of one of `roles` stands in it."""
        return any(m.role in roles for m in self.mentions)

    @property
    def names_metric(self) -> bool:
        """Whether it says what is counted."""
        return self.has(FREE) or self.counted is not None

    def counts_with(self, header: Wording) -> bool:
        """Whether a row named so counts what its column counts; `Lao động` over dossiers is a field of work."""
        own, over = self.counted, header.counted
        return self.names_metric and (own is None or over is None or own.dimension == over.dimension)

    @property
    def stated_unit(self) -> UnitWords | None:
        """The unit told beside the wording: in brackets, or behind a comma."""
        return next((unit for unit in self.units if unit.cut is not None), None)

    def leans_on(self, dimension: str) -> bool:
        """Whether it says what became of things, counted in `dimension`, without naming them: `Đã giải quyết`."""
        named = [counts_in(m.value, dimension) for m in self.mentions if m.role in (FREE, FOLLOWING)]
        return bool(named) and all(named)

    @property
    def is_percent(self) -> bool:
        """Whether it counts in percent."""
        return any(unit.dimension == "percent" for unit in self.units)


@lru_cache(maxsize=4096)
def wording_of(text: str) -> Wording:
    """What the words of a cell, a header or a line over a table say."""
    tokens = Tokens(text)
    mentions = tuple(lexicon().mentions(tokens))
    by_place = MentionMap(mentions)
    units = tuple(_unit(text, tokens, by_place, m) for m in mentions if m.role == "unit")
    times = load_period_patterns().matches(text)
    before = [text[t.start : t.end] for t in times if t.label == "compared"]
    before += [tokens.span(m.first, m.last).of(text) for m in mentions if m.role == "same_period"]
    own_times = {t.label for t in times} - {"compared", "ignored"}
    years = [] if times else [int(year) for year in _YEAR.findall(text)]
    return Wording(
        mentions=mentions,
        units=units,
        counted=_counted(text, tokens, mentions, units),
        year_before=bool(before),
        compares=any(map(_set_against, before)),
        times=bool(own_times),
        year=years[-1] if years else None,
        of_year=(bool(own_times) and own_times <= {"year", "whole_year"})
        or bool(years)
        or (not times and not _YEAR_WORDS.isdisjoint(tokens.keys)),
        ends_touching=any(m.role == TOUCHING and m.last == len(tokens) for m in mentions),
        is_unit=any(_is_all(text, unit.span) for unit in units),
        tells_share=not _SHARES.isdisjoint(tokens.keys),
    )


def value_of(text: str) -> Span | None:
    """Where the numeral of a cell stands that holds a number, alone or with its unit; None for any other cell."""
    stripped = text.strip("-–−+() *%~<>")
    match = _VALUE.fullmatch(stripped)
    if match is None:
        return None
    unit = match["unit"].strip("() *%")
    if unit and not wording_of(unit).is_unit:
        return None
    start = text.index(stripped)
    return Span(start, start + len(match["digits"]))


def _set_against(text: str) -> bool:
    """`so cùng kỳ`: set against the period before; `cùng kỳ năm trước` alone is that period itself."""
    return not _AGAINST.isdisjoint(Tokens(text).keys)


def _unit(text: str, tokens: Tokens, mentions: MentionMap, unit: Mention) -> UnitWords:
    scale = mentions.ending(unit.first, "scale")
    span = tokens.span(scale.first if scale else unit.first, unit.last)
    beside = _beside(text, span)
    return UnitWords(span, unit.value.dimension, beside, _scaled(text, span) if beside is not None else None)


def _scaled(text: str, unit: Span) -> str | None:
    """`1.000 USD`, `1.000.000 đồng`: the scale of a unit in digits."""
    match = _SCALE.search(text[: unit.start])
    factor = 1000 ** (match[0].count("000")) if match is not None else 1
    word = next((scale.word for scale in load_scales().values() if scale.factor == factor), None)
    return None if word is None else f" {word} {unit.of(text)}"


def _beside(text: str, unit: Span) -> Span | None:
    """What to leave out of the wording: brackets around the unit, or a comma and the unit behind it."""
    for match in (*_BRACKETS.finditer(text), *_TAIL.finditer(text)):
        inner = Span(*match.span("inner"))
        if not inner.contains(unit):
            continue
        before, after = text[inner.start : unit.start], text[unit.end : inner.end].strip()
        if len(before.split()) <= _WORDS_BEFORE_UNIT and (not after or after.startswith("/")):
            return Span(*match.span())
    return None


def _is_all(text: str, unit: Span) -> bool:
    """Whether the unit is all that a cell holds; `triệu đồng/người/tháng` is one."""
    before, after = text[: unit.start].strip(" (["), text[unit.end :].strip(" )].")
    return not before and (not after or after.startswith("/"))


def _counted(
    text: str, tokens: Tokens, mentions: tuple[Mention, ...], units: tuple[UnitWords, ...]
) -> UnitWords | None:
    """The thing counted by a wording that opens with it: `Số dự án đang hoạt động`, `Lao động`."""
    named = [m for m in mentions if m.role == "unit"]
    for mention, unit in zip(named, units, strict=True):
        if mention.first < _COUNTED_WITHIN and unit.dimension not in {"money", "percent", "area"} and unit.cut is None:
            if unit.dimension == "zone" and text[unit.span.end :].lstrip()[:1].isupper():
                continue  # `KCN Hòa Mạc` names one
            more = [m.last for m in mentions if m.role == FOLLOWING and m.first == mention.last]
            return UnitWords(tokens.span(mention.first, max([mention.last, *more])), unit.dimension)
    return None


@cache
def names_total(text: str) -> bool:
    """Whether a row's label says that the row adds up the others, or is empty."""
    wording = wording_of(text)
    totals = [m for m in wording.mentions if m.role in {"table_total", "whole"} and m.value.value in _TOTALS]
    return not text or any(m.first == 0 for m in totals)


def opens_parts(text: str) -> bool:
    """`Trong đó:` on a line of its own: what follows are parts of what was named before."""
    tokens = Tokens(text.rstrip(" :"))
    return any(m.role == "parts" and m.first == 0 and m.last == len(tokens) for m in wording_of(text).mentions)


def leaves_open(text: str) -> bool:
    """Whether a wording fits several metrics, like `Vốn đăng ký`, or only says what is counted, like `Số dự án`."""
    wording = wording_of(text)
    named = {m.value for m in wording.mentions if m.role == FREE}
    return len(named) > 1 or (not named and wording.counted is not None)


def tells_unit(text: str) -> bool:
    """Whether a label tells the unit of its number: in brackets, or as the noun whose number it is (`Số dự án`)."""
    wording = wording_of(text)
    numbered = wording.counted is not None and Tokens(text).keys[0] in _NUMBER_NOUNS
    return numbered or wording.stated_unit is not None


def names_part(text: str) -> bool:
    """Whether a label without a metric of its own still says for which part of the metric above it stands."""
    return wording_of(text).has("origin", FREE, TOUCHING, FOLLOWING, WEAK, "flow", "stock", "increase", "decrease")

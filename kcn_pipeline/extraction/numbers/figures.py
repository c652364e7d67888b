"""Figures as printed: a numeral with scale, unit and hedge, before anyone knows what it counts.

Belongs here: joining the words around one numeral. Does not: what several share (`figure_lists`), metric,
entity or period (`binding`, `context`).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.numbers import unit_places
from kcn_pipeline.extraction.numbers.compound_numbers import with_remainder, worded_fractions
from kcn_pipeline.extraction.numbers.numeral_places import Numeral, numerals
from kcn_pipeline.extraction.numbers.numerals import Reading
from kcn_pipeline.extraction.text.lexicon import only_metric_in
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Bound, Comparison, Span
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.units import UnitWord

_LISTED: Final = function_words("and") | {",", "-", "/"}
_HALF, _AGAINST = function_words("half"), function_words("set_against")
_HEDGED_BY_EXCESS: Final = frozenset({"money", "person", "area"})
_LARGEST_DENOMINATOR: Final = 10
_MONEY_PER_MONTH: Final = "VND_per_person_month"


@dataclass(frozen=True, slots=True)
class Column:
    """What a table says of one of its numbers, beyond the words it is read out with.

    `window`: a year that heads it without a word; `year_before`: of the time before; `whole_year`: a plan of the year,
    whatever the report covers; `beside_plan`: another column is it. `by_header`: the header tells what, the row whose:
    the `owner`'s, the publisher's if it is the `whole`, no one's if not `understood`. `stock`: among what there is.
    """

    comparison: Comparison = "level"
    target: bool = False
    negative: bool = False
    window: Window | None = None
    year_before: bool = False
    whole_year: bool = False
    beside_plan: bool = False
    by_header: bool = False
    stock: bool = False
    whole: bool = False
    owner: EntityMention | None = None
    understood: bool = True
    row: int = 0


@dataclass(slots=True)
class Figure:
    """One numeral with its surroundings; token ranges are half-open.

    `first` and `last` enclose numeral and unit; `before` is where the hedge starts, `unit_first` where
    the unit does. `scale` is in base units per printed one. `bound` and the factors come from the hedge.
    `reads_on`: where the words after it begin, if not at `last`. `was_before`: it is what stood before a change
    (`từ 300 tỷ đồng năm 2018 lên …`); `after_was`: where that one ends. `vague`: its unit counts other things too.
    """

    first: int
    last: int
    before: int
    readings: tuple[Reading, ...]
    scale: Decimal
    unit: str | None
    dimension: str | None
    unit_first: int | None = None
    implied_metric: str | None = None
    implied_of: str | None = None
    vague: bool = False
    column: Column | None = None
    hedge: Mention | None = None
    bound: Bound = "exact"
    coverage: tuple[str, ...] = ()
    range_with: Figure | None = field(default=None, repr=False)
    reads_on: int | None = None
    was_before: bool = False
    after_was: int | None = None

    def span(self, tokens: Tokens) -> Span:
        """Characters of numeral and unit; of the whole range where it is an end of one."""
        own = tokens.span(self.first, self.last)
        if self.range_with is None:
            return own
        return own.join(tokens.span(self.range_with.first, self.range_with.last))


def figures(
    tokens: Tokens, mentions: MentionMap, masked: Sequence[Span], name_ends: Container[int] = ()
) -> list[Figure]:
    """Every numeral outside `masked` characters, in order, with what stands around it; names end at `name_ends`."""
    found: list[Figure] = []
    fractions = list(_worded_fractions(tokens, mentions))
    taken = {at for figure in fractions for at in range(figure.first, figure.last)}
    for numeral in numerals(tokens, mentions, masked, name_ends):
        if numeral.first in taken or (found and numeral.first < found[-1].last):
            continue
        named = numeral.first in name_ends
        figure = _fraction_at(tokens, mentions, numeral.first) or _figure_at(tokens, mentions, numeral, named=named)
        told = figure.last, figure.scale, figure.readings[0].value
        if figure.unit is not None or not numeral.in_words or unit_places.stands_alone(tokens, *told):
            found.append(figure)
    worded = [*fractions, *_worded_multiples(mentions, found)]
    return sorted([*found, *worded], key=lambda figure: figure.first) if worded else found


def _worded_fractions(tokens: Tokens, mentions: MentionMap) -> Iterator[Figure]:
    """`hơn ba phần tư`, with its hedge."""
    for first, last, reading in worded_fractions(tokens):
        figure = Figure(first, last, first, (reading,), Decimal(1), "percent", "percent")
        _take_hedge(mentions, figure)
        yield figure


def _worded_multiples(mentions: MentionMap, found: Sequence[Figure]) -> Iterator[Figure]:
    """`gấp đôi`, `gấp rưỡi`, where no number goes on with them (`gấp ba lần`)."""
    worded = mentions.of("multiple")
    starts = {at for figure in found for at in (figure.first - 1, figure.first)} if worded else ()
    for mention in worded:
        if not any(at in starts for at in range(mention.first, mention.last + 1)):
            reading = Reading(Decimal(mention.value.value), Decimal("0.5"), conventional=True)
            yield Figure(
                mention.first, mention.last, mention.first, (reading,), Decimal(1), "times", "multiple", mention.first
            )


def _fraction_at(tokens: Tokens, mentions: MentionMap, index: int) -> Figure | None:
    """A proper fraction with a small denominator (`1/3`), as a percentage; with a unit it is two counts (`4/6 KCN`)."""
    if tokens.keys[index + 1 : index + 3] != ["/", NUMBER_KEY] or mentions.starting(index + 3, "unit"):
        return None
    top, bottom = tokens.words(index, index + 1), tokens.words(index + 2, index + 3)
    proper = top.isdecimal() and bottom.isdecimal() and 0 < int(top) < int(bottom) <= _LARGEST_DENOMINATOR
    if top.startswith("0") or not proper:
        return None
    percent = (Decimal(100 * int(top)) / int(bottom)).quantize(Decimal("0.0001"))
    reading = Reading(percent, Decimal("0.0001"), conventional=True)
    _take_hedge(mentions, figure := Figure(index, index + 3, index, (reading,), Decimal(1), "percent", "percent"))
    return figure


def _figure_at(tokens: Tokens, mentions: MentionMap, numeral: Numeral, *, named: bool = False) -> Figure:
    index, at = numeral.first, unit_places.behind_spelling(tokens, numeral.last)
    figure = Figure(index, numeral.last, index, numeral.readings, Decimal(1), None, None)
    if scale := mentions.starting(at, "scale"):
        figure.scale, at = scale.value, scale.last
        figure.readings, at = with_remainder(tokens, mentions, figure.readings, figure.scale, at)
        if at > scale.last and (over := mentions.starting(at, "scale")):  # `14 nghìn 6 trăm tỷ`
            figure.scale, at = figure.scale * over.value, over.last
    unit = mentions.starting(at, "unit")
    if unit is None and not named and (before := unit_places.currency_before(tokens, mentions, index)):
        figure.first, figure.before = before.first, before.first
        unit = Mention(before.role, before.value, index, at)
    if unit is not None:
        _take_unit(tokens, mentions, figure, unit)
    elif figure.scale != 1:
        figure.last = at
    elif (
        whole := unit_places.unit_of_whole(tokens, mentions, at) or _unit_said(tokens, mentions, numeral)
    ) is not None:
        unit_word: UnitWord = whole.value
        figure.unit, figure.dimension, figure.reads_on = unit_word.unit, unit_word.dimension, whole.last
        scale = mentions.ending(whole.first, "scale")
        figure.scale = unit_word.factor * (scale.value if scale is not None else 1)
    _take_hedge(mentions, figure)
    if figure.hedge is None and figure.dimension in _HEDGED_BY_EXCESS:
        _take_excess(tokens, mentions, figure)
    if figure.unit is not None and figure.hedge is None:
        _take_hedge_after(tokens, mentions, figure)
    return figure


def _unit_said(tokens: Tokens, mentions: MentionMap, numeral: Numeral) -> Mention | None:
    """What `còn 94 là dự án trong nước` counts; number words before the verb order a list (`hai là dự án …`)."""
    return None if numeral.in_words else unit_places.unit_after_is(tokens, mentions, numeral.last)


def _take_unit(tokens: Tokens, mentions: MentionMap, figure: Figure, mention: Mention) -> None:
    unit: UnitWord = mention.value
    figure.unit_first, figure.last = mention.first, mention.last
    figure.unit, figure.dimension, figure.implied_metric = unit.unit, unit.dimension, unit.implies
    figure.implied_of, figure.vague = unit.owner_kind, unit.vague
    figure.scale *= unit.factor
    if unit.dimension == "money" and (end := unit_places.month_end(tokens, mention.last)) is not None:
        figure.last = end
        figure.unit, figure.dimension = _MONEY_PER_MONTH, "money_per_person_month"
        # A room costs so much a month too; `/tháng` is written of wages.
        figure.implied_metric = only_metric_in(figure.dimension) if tokens.keys[mention.last] == "/" else None
    if unit.dimension == "multiple" and _HALF.issuperset(tokens.keys[mention.last : mention.last + 1]):
        _take_half(tokens, figure)
    if unit.dimension == "zone":
        _take_zone_list(tokens, mentions, figure)


def _take_half(tokens: Tokens, figure: Figure) -> None:
    """`hai lần rưỡi`: half of one more."""
    if figure.last < len(tokens):
        figure.readings = tuple(
            replace(r, value=r.value + Decimal("0.5"), step=Decimal("0.5")) for r in figure.readings
        )
        figure.last += 1


def _take_zone_list(tokens: Tokens, mentions: MentionMap, figure: Figure) -> None:
    """`83 KCN, KKT` counts both kinds: the quote and the coverage take in the whole list."""
    kinds = [m.value.value for m in mentions.all_starting(figure.last - 1, "coverage")]
    kinds += [m.value.value for m in mentions.all_ending(figure.last, "coverage")]
    at = figure.last
    while at + 1 < len(tokens) and tokens.keys[at] in _LISTED:
        more = mentions.starting(at + 1, "coverage")
        if more is None:
            break
        kinds.append(more.value.value)
        figure.last = at = more.last
    figure.coverage = tuple(dict.fromkeys(kinds))


def _take_hedge(mentions: MentionMap, figure: Figure) -> None:
    hedge = mentions.ending(figure.before, "hedge")
    while hedge is not None and mentions.ending(hedge.last, "comparative") is None:
        stronger = figure.hedge is None or figure.bound == "approx"
        if stronger and (figure.hedge is None or hedge.value.value != "approx"):
            figure.hedge, figure.bound = hedge, hedge.value.value
        figure.before = hedge.first
        hedge = mentions.ending(figure.before, "hedge")


def _take_excess(tokens: Tokens, mentions: MentionMap, figure: Figure) -> None:
    """`doanh thu vượt 6,5 tỷ USD` says a bound; `vượt 40 tỷ đồng so với dự toán` by how much."""
    hedge = mentions.ending(figure.before, "hedge_of_amount")
    if hedge is not None and _AGAINST.isdisjoint(tokens.keys[figure.last : figure.last + 1]):
        figure.hedge, figure.bound, figure.before = hedge, hedge.value.value, hedge.first


def _take_hedge_after(tokens: Tokens, mentions: MentionMap, figure: Figure) -> None:
    """`85 triệu USD trở lên`, `98.000 người (ước)`."""
    hedge, at = mentions.starting(figure.last, "hedge_after"), figure.last
    if hedge is None and at < len(tokens.keys) and tokens.keys[at] == "(":
        inside = mentions.starting(at + 1, "hedge") or mentions.starting(at + 1, "hedge_after")
        hedge = inside if inside is not None and tokens.keys[inside.last : inside.last + 1] == [")"] else None
    if hedge is not None:
        figure.hedge, figure.bound = hedge, hedge.value.value

"""Counts in lists of names: `Số dự án theo quốc gia: Trung Quốc 31; Đài Loan 17`, `trong đó Tiền Giang 1.986`.

Belongs here: the one unit that all names of a list share. Does not: units of numbers beside no name (`elided_units`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.numbers.elided_in_brackets import scaled, take_word
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.text.lexicon import FREE, OUTSIDE
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline.reference.units import UnitWord

PHRASE_ENDS: Final = function_words("and") | function_words("together") | {*",;.()/|"}
MEASURED: Final = frozenset({"money", "area", "percent", "money_per_person_month"})
_SHARED_MEASURES: Final = frozenset({"money", "area"})
_OPENING_WORDS: Final = 4
_NAMED_AT_LEAST: Final = 2
_LIST_REACH: Final = 4
_PLACING: Final = function_words("placing")
_BILLION: Final = 10**9


class NamedCounts:
    """Supplies units to the numbers of one text that stand behind names."""

    def __init__(self, tokens: Tokens, mentions: MentionMap, entities: Sequence[EntityMention]) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._name_ends = {entity.last: entity.first for entity in entities if entity.bare}
        self._zone_ends = {entity.last for entity in entities if entity.entity.startswith("zone:")}

    def supply(self, sentence: Sentence, found: Sequence[Figure], recalled: Figure | None) -> None:
        """Complete the numbers of the names in `sentence`; `recalled` is what was counted last before it."""
        named = [f for f in found if f.unit is None and f.column is None and f.before in self._name_ends]
        for before, figure in pairwise(found):
            if figure in named and self._goes_on_list(before, figure):
                figure.unit, figure.dimension = before.unit, before.dimension
                figure.scale = before.scale if figure.scale == 1 else figure.scale
        named = [f for f in named if f.unit is None]
        if len(named) < _NAMED_AT_LEAST or not self._announced(sentence, named[0].before):
            return
        counted = [f for f in found if f.first < named[0].first and f.dimension and f.dimension not in MEASURED]
        if counted and counted[-1].dimension == "zone" and named[0].before in self._zone_ends:
            counted = self._spread_over(counted)
            if not counted:
                return  # `9 KCN, trong đó Sông Hậu 2`: a zone has no zones, the number is of its name
        own = _unit_of(counted[-1].dimension) if counted else None
        unit = self._stated_unit(sentence) or self._measured(found, named[0]) or own
        at, end = named[0].before, self._name_ends[named[0].before]
        unit = unit or self._unit_of_wording(sentence, at) or self._unit_of_head(sentence, end)
        if unit is None and recalled is not None and end - sentence.first <= _OPENING_WORDS:
            unit = _unit_of(recalled.dimension)  # `Cấp mới 88 dự án. Chia ra: Thanh Hóa 31, Nghệ An 27`
        if unit is None:
            return
        for figure in found:
            money = figure.scale >= _BILLION and unit.dimension not in MEASURED  # `Long An 7, 640 tỷ; Bến Tre 6`
            if figure.unit is None and not money and at <= figure.first <= named[-1].first + _LIST_REACH:
                take_word(figure, unit)

    def _spread_over(self, counted: Sequence[Figure]) -> list[Figure]:
        """`68 dự án trong 4 KCN: A 30, B 24`: what is in the zones that the last figure counts."""
        *told, zones = counted
        between = self._tokens.keys[told[-1].last : zones.before] if told else []
        return told if 0 < len(between) <= _LIST_REACH and not _PLACING.isdisjoint(between) else []

    def _measured(self, found: Sequence[Figure], named: Figure) -> UnitWord | None:
        """`xuất khẩu 4.412 triệu USD, trong đó Tiền Giang 1.986`: parts are told in the unit of their whole."""
        before = [f for f in found if f.first < named.first and f.dimension not in {None, "percent", "multiple"}]
        whole = before[-1] if before else None
        if whole is None or whole.dimension not in _SHARED_MEASURES or whole.unit is None:
            return None
        if named.readings[0].value >= whole.readings[0].value:
            return None
        unit = UnitWord(word=whole.unit, unit=whole.unit, dimension=whole.dimension, source="the whole's own unit")
        return unit.model_copy(update={"factor": whole.scale})

    def _goes_on_list(self, before: Figure, figure: Figure) -> bool:
        """`Bắc Giang cấp mới 21 dự án, Thái Nguyên 15, Phú Thọ 11`: names and numbers that signs alone part."""
        if before.unit is None or before.dimension in {"multiple", "day"} or not phrase_ends(self._tokens, figure.last):
            return False
        name = self._name_ends[figure.before]
        if not before.last < name <= before.last + 2:
            return False
        owned = any(at in self._name_ends for at in range(before.first - _LIST_REACH, before.first + 1))
        return owned and self._tokens.keys[before.last] in PHRASE_ENDS and self._tokens.keys[name - 1] in PHRASE_ENDS

    def _announced(self, sentence: Sentence, before: int) -> bool:
        """Whether a colon or `trong đó` opens the list: numbers after names may number the zones themselves."""
        opens = any(self._mentions.starting(at, "parts") for at in range(sentence.first, before))
        name = self._name_ends[before]
        return opens or self._tokens.keys[name - 1 : name] == ["("] or ":" in self._tokens.keys[sentence.first : before]

    def _stated_unit(self, sentence: Sentence) -> UnitWord | None:
        """The unit in brackets: `(đơn vị: %)`, `(số dự án cấp mới)`."""
        opened = False
        for at in range(sentence.first, sentence.last):
            key = self._tokens.keys[at]
            opened = (opened or key == "(") and key not in {")", NUMBER_KEY}
            unit = self._mentions.starting(at, "unit")
            if opened and unit is not None and unit.value.dimension != "multiple" and not unit.value.vague:
                return scaled(unit.value, self._mentions.ending(at, "scale"))
        return None

    def _unit_of_wording(self, sentence: Sentence, before: int) -> UnitWord | None:
        """The one unit that the wording at the head of the list counts in."""
        found = (m for at in range(sentence.first, before) for m in self._mentions.all_starting(at, FREE))
        codes = [m.value for m in found if not m.value.startswith(OUTSIDE)]
        dimensions = {d for code in codes for d in load_metrics()[code].dimensions}
        if len(dimensions - {"money"}) != 1 or not dimensions.isdisjoint({"area"}):
            return None
        return _unit_of((dimensions - {"money"}).pop())

    def _unit_of_head(self, sentence: Sentence, before: int) -> UnitWord | None:
        """`Số dự án FDI cấp mới theo quốc gia: Hàn Quốc 9, Nhật Bản 6`: the thing whose number the head tells."""
        units = (self._mentions.starting(at, "unit") for at in range(sentence.first, before))
        counts = (u.value for u in units if u is not None and not u.value.vague and u.value.dimension not in MEASURED)
        return next(counts, None)


def phrase_ends(tokens: Tokens, at: int) -> bool:
    """Whether a phrase ends at token `at`: by a sign, a joint, or the line."""
    if at >= len(tokens) or tokens.keys[at] in PHRASE_ENDS:
        return True
    return "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]


def _unit_of(dimension: str | None) -> UnitWord:
    unit = dimension or ""
    return UnitWord(word=unit, unit=unit, dimension=unit, source="the metric's own unit")

"""Percentages of a list whose words were said of the first: `doanh thu đạt 62% kế hoạch, xuất khẩu 58%`.

Belongs here: what a percentage takes over from the one before it, ratios that are named so. Does not: the words around
one percentage (`surroundings`), names in a list (`comparisons`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.passages.wholes import wholes_of
from kcn_pipeline.extraction.ratios.surroundings import Surroundings
from kcn_pipeline.extraction.ratios.wholes_of_ratios import past_told_origin, tells_pair
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, OUTSIDE, counts_in
from kcn_pipeline.extraction.text.local_phrases import LocalPhrases
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.identities import load_identities
from kcn_pipeline.reference.metrics import load_metrics

_ATTAINED: Final = frozenset({"vs_plan", "yoy_index", "multiple"})
_SAID_ON: Final = _ATTAINED | {"yoy", "vs_plan_excess"}
_JOINTS: Final = function_words("and") | {",", ";"}
_SO_FAR: Final = function_words("done") | function_words("limiting")
_RATIOS: Final = frozenset({"percent", "multiple"})
_AMOUNTS_AT_MOST: Final = 2
_PERSON: Final = "person"
_UNRATED: Final = ("money_per_person_month", "zone", "area")  # `bình quân` names a wage, `còn đền bù` land


class SaidOn:
    """What the percentages of one sentence take over."""

    def __init__(self, tokens: Tokens, context: SentenceContext, memory: Memory) -> None:
        self._tokens = tokens
        self._memory = memory
        self._context = context

    def of_the_last(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> Draft | None:
        """The percentage right before it, of which the same was said; another wording must stand between them."""
        if (again := self._set_against_as_before(draft, earlier, around)) is not None:
            return again
        told = earlier[-1] if earlier else None
        if told is None or told.comparison not in _SAID_ON or draft.figure.dimension != "percent":
            return None
        same_verb = around.role == "attain" and told.comparison in _ATTAINED
        if not (around.verb is None or same_verb) or around.plan is not None or around.bases or around.sign is not None:
            return None
        between = range(told.figure.last, draft.figure.before)
        named = any(m.first in between and m.last - 1 in between for m in self._context.mentions.of(FREE))
        keys = self._tokens.keys[told.figure.last : draft.figure.before]
        if around.part is not None and around.verb is None and ";" in keys and told.metric in wholes_of(around.part):
            return None  # `640 lao động, gấp 2 lần năm 2014; lao động nữ 61%`: a share of the whole told before
        return told if named and not _JOINTS.isdisjoint(keys) else None

    def part_of_workers(self, draft: Draft, around: Surroundings) -> Mention | None:
        """`thêm 900 người so với đầu năm, tỷ lệ nữ 61%`: a part of them right before it, whatever was said before."""
        if around.part is None or around.verb is not None or around.plan is not None or around.sign is not None:
            return None
        if draft.figure.dimension != "percent" or not counts_in(around.part, _PERSON) or draft.figure.column:
            return None
        at = draft.figure.before - (self._tokens.keys[draft.figure.before - 1] == ":")
        named = self._context.mentions.all_ending(at, FREE) or self._context.mentions.all_ending(at, FOLLOWING)
        told = any(m.role in {"same_period", FREE} for m in around.right)
        return None if told else next((m for m in named if m.value == around.part), None)

    def _set_against_as_before(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> Draft | None:
        """`xuất khẩu 1,7 tỷ USD, bằng 118%` after `bằng 103% cùng kỳ`: set against what the last was."""
        spoken = earlier[-1] if earlier else None
        if spoken is None or not spoken.is_level or spoken.figure.dimension in _RATIOS:
            return None
        if around.verb is None:
            return self._bracketed_as_before(draft, earlier, around)
        if around.plan is not None or around.bases or around.part is not None or around.of_place or around.in_brackets:
            return None
        if draft.figure.dimension != "percent" or load_metrics()[spoken.metric or ""].kind != "flow":
            return None
        verb = around.verb.value.phrase
        said = (d for d in (*reversed(earlier), *self._memory.recent()) if d.comparison in _ATTAINED)
        alike = (d for d in said if any(m.role == "attain" and m.value.phrase == verb for m in d.cues))
        told = next(alike, None)
        return told if told is not None and told.comparison == "yoy_index" else None

    def _bracketed_as_before(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> Draft | None:
        """`doanh thu 4 tỷ USD (106% năm 2019); xuất khẩu 3 tỷ USD (104%)`: in a list of brackets the first tells."""
        keys, figure = self._tokens.keys, draft.figure
        alone = keys[figure.before - 1] == "(" and keys[figure.last : figure.last + 1] == [")"]
        if not alone or around.bases or around.part is not None or around.sign is not None or not around.in_brackets:
            return None
        if figure.before - 1 != earlier[-1].figure.last or load_metrics()[earlier[-1].metric or ""].kind != "flow":
            return None
        told = next((d for d in reversed(earlier) if d.figure.dimension == "percent"), None)
        bracketed = told is not None and self._context.asides.around(told.figure.first) is not None
        return told if told is not None and bracketed and told.comparison in _ATTAINED else None

    def at_another_time(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> Draft | None:
        """`chiếm 28% của cả nước (năm 2015: 26%)`: the share before it, where nothing but a time stands between."""
        told = earlier[-1] if earlier else None
        if told is None or told.comparison != "share" or draft.figure.dimension != "percent":
            return None
        if self._of_other_origin(told, draft):
            return told
        if around.role not in {None, "attain"} or around.plan is not None or around.bases or around.part is not None:
            return None
        first, last, tokens = told.figure.last, draft.figure.before, self._tokens
        named = (m for m in self._context.mentions.of(FREE) if first <= m.first and m.last <= last)
        places = (tokens.at_or_after(t.span.start) for t in self._context.times if t.window is not None)
        timed = any(first <= at < last for at in places)
        return told if timed and ";" not in tokens.keys[first:last] and self._is_of(told, named) else None

    def _of_other_origin(self, told: Draft, draft: Draft) -> bool:
        """`57% (FDI) và 63% (DDI) vốn đăng ký`: the same of the other origin, both behind their percentages."""
        keys, mentions = self._tokens.keys, self._context.mentions
        first = past_told_origin(keys, mentions, told.figure.last)
        joined = first > told.figure.last and _JOINTS.issuperset(keys[first : draft.figure.before])
        return joined and past_told_origin(keys, mentions, draft.figure.last) > draft.figure.last

    def is_of_aim(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> bool:
        """`Mục tiêu cả năm là 1,5 tỷ USD, như vậy đã đạt 49%`: of the aim that stands before it, by now."""
        aim = earlier[-1] if earlier else None
        if aim is None or not aim.is_level or around.role != "attain" or around.bases or draft.figure.unit != "percent":
            return False
        keys, first = self._tokens.keys[aim.figure.last : draft.figure.before], aim.figure.before
        aimed = any(m.last <= first for m in self._context.mentions.of("target", "plan"))
        if any(m.first >= aim.figure.last and m.last <= draft.figure.before for m in self._context.mentions.of(FREE)):
            return False  # `(12/20 dự án), vốn cấp mới đạt 90%`: another subject follows
        return aimed and not _SO_FAR.isdisjoint(keys) and ";" not in keys

    def is_share_again(self, draft: Draft, before: Draft, around: Surroundings) -> bool:
        """`quá nửa là người trong tỉnh (58,3%)`: a share in words, told again in brackets."""
        if before.comparison != "share" or not around.in_brackets or around.verb is not None or around.bases:
            return False
        keys = self._tokens.keys
        return "%" not in keys[before.figure.first : before.figure.last] and keys[draft.figure.before - 1] == "("

    def settle_rate(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> bool:
        """Whether `draft` goes on with a rate told before it, or is that rate of a part alone."""
        if around.role in {None, "attain"} and around.plan is None and self.rate_of_part(draft) is not None:
            draft.rule = "a rate of a part alone"
            return True
        rate = self._rate_gone_on(draft, earlier, around)
        if rate is not None:
            draft.metric, draft.rule = rate, "the rate told before it"
        return rate is not None

    def _rate_gone_on(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> str | None:
        """`KCN A lấp đầy 100%, KCN B mới đạt 38%`, `… tính trên đất có thể cho thuê 67%`: the rate told before."""
        if draft.figure.dimension != "percent" or around.role not in {None, "attain"} or around.earlier_period:
            return None
        if tells_pair(draft, earlier):
            return None
        if around.plan is not None or around.bases or around.sign is not None or draft.figure.column is not None:
            return None
        said = earlier or self._memory.latest
        hides = self._context.asides.hides  # `KCN A lấp đầy 98%, KCN B (72 ha) 100%`
        open_to = (d for d in reversed(said) if not earlier or not hides(d.figure.first, draft.figure.first))
        told = next((d for d in open_to if d.figure.dimension != "zone"), None)
        rate = self._rate_of(told) if told is not None and told.figure.dimension == "percent" else None
        if told is None or rate is None or told.target:
            return None
        first = told.figure.last if earlier else self._context.sentence.first
        named = [m for m in self._context.mentions.of(FREE) if first <= m.first and m.last <= draft.figure.before]
        if any(m.value not in _denominators(rate) and not _says_nothing(m.value) for m in named):
            return None
        return rate if earlier or self._turns(first, draft) else None

    def _rate_of(self, told: Draft) -> str | None:
        """The rate that a percentage is, or would be if it were not `lấp đầy tính trên các khu đang hoạt động`."""
        return told.metric if told.is_level else self.rate_of_part(told)

    def rate_of_part(self, draft: Draft) -> str | None:
        """`tỷ lệ lấp đầy tính trên các khu đang hoạt động 84%`: the rate that it is not, being of a part alone."""
        named = [m for m in self._context.mentions.of(FREE) if m.last <= draft.figure.before]
        named = [m for m in named if counts_in(m.value, "percent")]
        if draft.metric is not None or not named or not named[-1].value.startswith(OUTSIDE):
            return None
        if NUMBER_KEY in self._tokens.keys[named[-1].last : draft.figure.before]:
            return None
        hidden = _wordings_of_rates().at(self._tokens.keys, named[-1].first)
        return hidden.value if hidden is not None else next((m.value for m in named[-2:-1]), None)

    def _turns(self, first: int, draft: Draft) -> bool:
        """`Tính chung các khu, tỷ lệ này là 70%`: to other zones or all, in the paragraph that told the rate."""
        mentions, last = self._context.mentions, draft.figure.before
        turned = any(e.entity.startswith("zone:") and e.last <= last for e in self._context.entities)
        turned = turned or any(m.last <= last for m in mentions.of("whole", "anaphora"))
        start = self._tokens.ends[self._memory.latest[-1].figure.last - 1]
        return turned and "\n" not in self._tokens.text[start : self._tokens.starts[first]]

    @staticmethod
    def _is_of(told: Draft, named: Iterator[Mention]) -> bool:
        """Whether wordings name nothing but what a share is a part of."""
        return all(m.value in (told.metric, told.base) for m in named)

    def is_named_ratio(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> bool:
        """`Tỷ lệ lao động nông thôn là 80%, lao động nữ 65%`: of a part to its whole, and what goes on with such."""
        if around.part is None or around.plan is not None or around.role not in {None, "attain"}:
            return False
        before = earlier[-1] if earlier else None
        start = self._context.sentence.first if before is None else before.figure.last
        mentions = self._context.mentions
        named = [m for m in mentions.of(FREE) if m.value == around.part and m.last <= draft.figure.before]
        if not named or named[-1].first < start:
            return False
        if any(m.last == named[-1].first for m in mentions.of("ratio")):
            return True
        return before is not None and before.comparison == "share" and before.base in wholes_of(around.part)


def with_base_before(around: Surroundings, earlier: Sequence[Draft]) -> Surroundings:
    """`A 90 triệu USD, chiếm 45% tổng vốn; B 30 triệu USD, chiếm 15%`: of a list of shares the base is said once."""
    told = earlier[-1] if earlier else None
    of_places = told is not None and told.comparison == "share" and told.head is None and told.metric == told.base
    unsaid = around.role == "account_for" and not around.bases and around.part is None
    if told is not None and told.base is not None and of_places and unsaid:
        return replace(around, bases=(told.base,))  # `năm 2015 đóng góp 13% …, đến năm 2018 chiếm 58%`
    shares = [d.base for d in earlier if d.comparison == "share" and d.base is not None]
    if around.bases or around.part is not None or around.of_place or not shares or around.role != "account_for":
        return around
    dimensions = load_metrics()[shares[-1]].dimensions
    amounts = [d for d in earlier[-_AMOUNTS_AT_MOST:] if d.is_level and d.figure.dimension in dimensions]
    return replace(around, bases=(shares[-1],)) if amounts else around


def _says_nothing(wording: str) -> bool:
    """Whether a wording is of what no percentage of a list of rates is of."""
    return any(counts_in(wording, dimension) for dimension in _UNRATED)


@cache
def _denominators(rate: str | None) -> frozenset[str]:
    """What a rate may be told over: the terms of its ratio and the wholes of these."""
    terms = {t for i in load_identities().values() if i.relation == "ratio" and i.metric == rate for t in i.terms}
    return frozenset(terms | {whole for term in terms for whole in wholes_of(term)})


@cache
def _wordings_of_rates() -> LocalPhrases[str]:
    """The wordings of metrics that are percentages."""
    rates = (m for m in load_metrics().values() if m.dimensions == ("percent",))
    return LocalPhrases((phrase, m.metric) for m in rates for phrase in m.phrases if "#" not in phrase)

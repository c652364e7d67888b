"""What a percentage speaks of: the amount before it, or the one that the subject of its verb names.

Belongs here: finding that amount, in this sentence or an earlier one. Does not: what the percentage says of it
(`comparisons`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from kcn_pipeline.extraction.metrics.metric_choice import MetricChooser
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.passages.spoken import held_against, outcomes, spoken
from kcn_pipeline.extraction.passages.wholes import is_main_count
from kcn_pipeline.extraction.ratios.told_origins import amount_of_told_origin, of_origin, told_in_parallel
from kcn_pipeline.extraction.ratios.wholes_of_ratios import sum_told_of
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, OUTSIDE
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline.values import value_type

_SEGMENT_ENDS, _BEHIND = frozenset({";", "."}), ([","], ["("])
_CLAUSE_SIGNS: Final = frozenset({",", ";", ".", ":"})
_RATIOS: Final = frozenset({"percent", "multiple"})
_VERBS: Final = ("increase", "decrease", "exceed", "attain")
_AND: Final = function_words("and")
_CURRENCIES: Final = frozenset({"USD", "VND"})
_WORDING: Final = (FREE, FOLLOWING)
_DIMENSION: Final = "named_dimension"
_UNCOUNTED: Final = {"project": "projects_licensed"}
"""What a percentage is of that names a dimension of which no amount was stated: of what came in the window."""
_SOURCES: Final = function_words("with") | function_words("from")


@value_type()
class Subject:
    """The amount spoken of, or only its metric and origin where no such amount was stated; the words that name it."""

    head: Draft | None
    metric: str | None
    cue: Mention | None = None
    origin: Origin | None = None

    @property
    def is_known(self) -> bool:
        """Whether anything was found."""
        return self.metric is not None


class SubjectFinder:
    """Finds the subjects of the percentages of one sentence."""

    def __init__(self, tokens: Tokens, context: SentenceContext, memory: Memory, chooser: MetricChooser) -> None:
        self._tokens = tokens
        self._context = context
        self._mentions = context.mentions
        self._memory = memory
        self._chooser = chooser
        self._drafts: Sequence[Draft] = ()

    def expect(self, drafts: Sequence[Draft]) -> None:
        """Take note of all figures of the sentence, for lists that run in parallel."""
        self._drafts = drafts

    def find(self, draft: Draft, earlier: Sequence[Draft], start: int, until: int, right: Sequence[Mention]) -> Subject:
        """The subject of a percentage: in parallel, named after it, named in tokens [start, until), or before it."""
        worded = any(start <= m.first and m.last <= until for m in self._mentions.of(FREE))
        parallel = self._parallel(draft, earlier) or (None if worded else held_against(earlier))
        if parallel is not None:
            return subject_of(parallel)
        after = next((m for m in right if m.role == _DIMENSION), None)
        if after is not None and draft.comparison != "share":
            outcome = next((d for d in outcomes(earlier) if d.figure.dimension == after.value.value), None)
            return subject_of(outcome, after) if outcome is not None else self._of_dimension(after, earlier)
        before = draft.figure.before
        if any(m.first < until < m.last <= before for m in self._mentions.of(FREE)):
            until = before  # `vốn thu hút mới bằng 27%`: the verb may share its first word with the wording
        named = self._named(draft, earlier, start, until) or self._named(draft, earlier, start, before)
        subject = named or self._before(draft, earlier)
        amounts = (*reversed(earlier), *self._memory.latest)
        told = amount_of_told_origin(self._tokens.keys, self._context, draft, subject.metric, amounts)
        return subject if told is None or told.origin == subject.origin else subject_of(told)

    def _parallel(self, draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
        """`… 9.260 tỷ đồng và 64 triệu USD, lần lượt bằng 40% và 37,4% vốn đăng ký`."""
        figure = draft.figure
        words = [m for m in self._mentions.of("respectively") if m.last <= figure.first]
        amounts = outcomes(earlier)
        if not words and len(amounts) > 1:
            return self._paired(draft, amounts)
        if not words or not amounts or words[-1].first < amounts[-1].figure.last:
            return None
        listed = [d for d in self._drafts if d.figure.first >= words[-1].last]
        listed = [d for d in listed if d.figure.dimension == figure.dimension]
        place = next(i for i, d in enumerate(listed) if d is draft)
        return amounts[place - len(listed)] if len(amounts) >= len(listed) > 1 else None

    def _paired(self, draft: Draft, amounts: Sequence[Draft]) -> Draft | None:
        """`38.150 tỷ đồng và 742 triệu USD, tăng 22,6% và 5,1%`: two amounts and two percentages, each joined."""
        ratios = [d for d in self._drafts if d.figure.dimension == draft.figure.dimension]
        place = next(i for i, d in enumerate(ratios) if d is draft)
        for start in (place, place - 1):
            pair = ratios[start : start + 2] if start >= 0 else []
            told = self._joined(*amounts[-2:]) or told_in_parallel(*amounts[-2:])
            if len(pair) == 2 and self._joined(*pair) and told:
                return amounts[place - start - 2]
        return None

    def _in_two_currencies(self, amounts: Sequence[Draft]) -> bool:
        """`45 triệu USD và 800 tỷ đồng, đạt 70% kế hoạch`: one amount, told in the currencies of both origins."""
        if len(amounts) < 2:
            return False
        one, other = amounts[-2:]
        apart = one.metric == other.metric and {one.figure.unit, other.figure.unit} == _CURRENCIES
        worded = any(cue.role == "origin" for cue in (*one.cues, *other.cues))
        return apart and not worded and self._joined(one, other)

    def _joined(self, one: Draft, other: Draft) -> bool:
        between = self._tokens.keys[one.figure.last : other.figure.before]
        return len(between) == 1 and between[0] in _AND

    def _named(self, draft: Draft, earlier: Sequence[Draft], start: int, until: int) -> Subject | None:
        """`so với cùng kỳ, số dự án giảm 27%`: the wording before the verb, whatever amount stands nearer."""
        named = [m for m in self._mentions.of(FREE, _DIMENSION) if start <= m.first and m.last <= until]
        named = [m for m in named if not self._told_of_the_last(m, earlier)]
        verbs = self._mentions.of("increase", "decrease") if named else ()  # `tăng bình quân 14%` names no wage
        named = [m for m in named if not any(v.first < m.first and m.last <= v.last for v in verbs)]
        if not named:
            return None
        last = max(m.last for m in named)
        closing = [m for m in named if m.last == last]
        wording = min(closing, key=lambda m: (m.first, m.role == _DIMENSION))
        if wording.role == _DIMENSION:
            return self._of_dimension(wording, earlier)
        codes = [m.value for m in closing if m.first == wording.first and m.role != _DIMENSION]
        codes = [c for c in codes if not c.startswith(OUTSIDE) and load_metrics()[c].dimensions != ("percent",)]
        if not codes:
            return None
        if self._ends_in_growth(wording, draft):
            return self._of_origin(earlier, wording)
        stated = [d for d in spoken(self._context, draft.figure.first, outcomes(earlier)) if d.metric in codes]
        head = of_origin(stated[::-1], self._origin_beside(wording)) or self._recalled(codes, wording)
        if head is not None:
            return subject_of(head, wording)
        metric = self._chooser.choose(wording, codes, draft.figure, earlier)
        return Subject(None, metric, wording, self._origin_beside(wording))

    def _told_of_the_last(self, wording: Mention, earlier: Sequence[Draft]) -> bool:
        """`giải ngân 37 triệu USD vốn đầu tư, đạt 104%`: a wording right behind an amount says what that is."""
        last = earlier[-1] if earlier else None
        if last is None or last.metric is None or last.comparison not in {"level", "change"}:
            return False
        beside = (m for m in self._mentions.of(*_WORDING) if 0 <= m.first - last.figure.last <= 1)
        end = max((m.last for m in beside), default=-1)
        # `thu hút 950 triệu USD vốn FDI, bằng 80% kế hoạch`
        end = max((m.last for m in self._mentions.of("origin") if m.first <= end <= m.last), default=end)
        return last.figure.last <= wording.first < wording.last <= end and self._tokens.keys[end : end + 1] in _BEHIND

    def _ends_in_growth(self, wording: Mention, draft: Draft) -> bool:
        """`vốn FDI giảm 21,6%`: no capital taken back, but the verb of the percentage."""
        at = {draft.figure.before, draft.figure.first}
        verbs = (m for m in self._mentions.of("increase", "decrease") if m.first > wording.first)
        return wording.last in at and any(m.last == wording.last for m in verbs)

    def _of_origin(self, earlier: Sequence[Draft], wording: Mention) -> Subject | None:
        """The last amount of money of the origin that stands in or beside the wording."""
        origin = self._origin_beside(wording)
        said = [*reversed(outcomes(earlier)), *(d for d in self._memory.recent() if d.is_level)]
        head = next((d for d in said if d.figure.dimension == "money" and origin in (None, d.origin)), None)
        return subject_of(head, wording) if head is not None else None

    def _of_dimension(self, wording: Mention, earlier: Sequence[Draft]) -> Subject:
        dimension = wording.value.value
        amounts = [d for d in outcomes(earlier) if d.figure.dimension == dimension]
        head = of_origin(amounts, self._origin_beside(wording)) or self._memory.first_level(dimension)
        return subject_of(head, wording) if head is not None else Subject(None, _UNCOUNTED.get(dimension), wording)

    def _recalled(self, codes: Sequence[str], wording: Mention) -> Draft | None:
        """The last amount stated of these metrics, of the origin that stands with the wording."""
        if self._mentions.of("target"):
            return None  # an aim is of no amount stated before
        head = self._memory.of_metrics(codes)
        origin = self._origin_beside(wording)
        if head is None or head.origin == (origin or "total"):
            return head
        alike = (d for d in self._memory.recent() if d.metric == head.metric and d.is_level)
        same = next((d for d in alike if d.origin == (origin or "total") and d.figure.unit == head.figure.unit), None)
        return same if origin is not None else same or head

    def _origin_beside(self, wording: Mention) -> Origin | None:
        near = [m for m in self._mentions.of("origin") if wording.first <= m.first <= wording.last + 1]
        return near[0].value.value if near else None

    def _before(self, draft: Draft, earlier: Sequence[Draft]) -> Subject:
        """The nearest amount, or the total of the list that a plan's percentage closes."""
        earlier = spoken(self._context, draft.figure.first, earlier)
        amounts = outcomes(earlier)
        counted = [d for d in earlier if d.figure.dimension not in _RATIOS and not d.planned]
        if counted and counted[-1].metric is None:
            return Subject(None, None)  # it speaks of what was not understood
        unsaid = {"level", "change"} if amounts else {"level"}  # `tăng 5 dự án cấp mới (gấp 1,4 lần)`
        said = [d for d in earlier if d.comparison not in unsaid and d.metric is not None]
        if said and (not amounts or amounts[-1].figure.first < said[-1].figure.first):
            return Subject(said[-1].head, said[-1].metric, None, said[-1].origin)
        if not amounts:
            return self._of_sentence_before(draft)
        nearest = (amounts := self._without_sources(amounts))[-1]
        if draft.comparison in {"vs_plan", "vs_plan_excess"} and nearest.origin in ("fdi", "ddi"):
            rated = [d.head for d in earlier if d.comparison != "level"]
            free = [d for d in amounts if not any(d is head for head in rated)]
            free = [d for d in free if d.figure.dimension == nearest.figure.dimension or is_main_count(d.metric)]
            keys, end = self._tokens.keys, draft.figure.first
            segment = [d for d in free if _SEGMENT_ENDS.isdisjoint(keys[d.figure.last : end])]
            segment = segment or [d for d in free if d.metric == nearest.metric] or [nearest]
            nearest = next((d for d in segment if d.origin == "total"), nearest)
            nearest = nearest if nearest.origin == "total" or self._in_two_currencies(amounts) else segment[0]
        if nearest is amounts[-1] and self._in_two_currencies(amounts):
            return Subject(nearest, nearest.metric, None, "total")
        return subject_of(nearest)

    def _without_sources(self, amounts: list[Draft]) -> list[Draft]:
        """`63 triệu USD từ 38 dự án mới và 7 dự án tăng vốn, tăng 40%`: of the money, not of what it came from."""
        counts = list(takewhile(lambda d: d.figure.dimension == "project", reversed(amounts)))
        money = amounts[: len(amounts) - len(counts)]
        if not counts or not money:
            return amounts
        between = self._tokens.keys[money[-1].figure.last : counts[-1].figure.before]
        joined = not _SOURCES.isdisjoint(between[-1:]) and _CLAUSE_SIGNS.isdisjoint(between)
        return money if joined and money[-1].figure.dimension == "money" else amounts

    def _of_sentence_before(self, draft: Draft) -> Subject:
        """`Nộp ngân sách 900 tỷ đồng. Đạt 132% kế hoạch.`: its verb opens the sentence."""
        first, opening = self._context.sentence.first, draft.figure.before
        opens = any(m.first <= first + 1 and m.last <= opening for m in self._mentions.of(*_VERBS))
        said = next((d for d in self._memory.recent() if d.metric is not None), None)
        if not opens or said is None or not said.is_level or said.figure.dimension in _RATIOS:
            return Subject(None, None)
        return subject_of(sum_told_of(said, self._memory.latest))


def subject_of(amount: Draft | None, cue: Mention | None = None) -> Subject:
    """An amount as a subject."""
    return Subject(None, None) if amount is None else Subject(amount, amount.metric, cue, amount.origin)

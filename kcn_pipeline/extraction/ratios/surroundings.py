"""The words around a percentage that tell what it compares: its verb, a plan, an earlier period, a base.

Belongs here: reading them. Does not: what follows from them (`comparisons`, `shares`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.wholes import wholes_of
from kcn_pipeline.extraction.ratios.earlier_periods import EarlierPeriods
from kcn_pipeline.extraction.ratios.wholes_of_ratios import (
    base_of_place,
    part_in_short,
    part_of_amount,
    part_of_whole,
    past_told_origin,
    whole_told_behind,
)
from kcn_pipeline.extraction.text.lexicon import FOLLOWING, FREE, OUTSIDE
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline.values import value_type

_GROWTH: Final = frozenset({"increase", "decrease", "exceed"})
_DIRECTIONS: Final = ("increase", "decrease")
_VERBS: Final = (*sorted(_GROWTH), "attain", "account_for")
_RIGHT: Final = ("plan", "same_period", "named_dimension", "whole", "nation", "of_place", FREE)
_SPENT: Final = frozenset({"plan", "same_period", "named_dimension"})
_PLACES: Final = frozenset({"whole", "nation", "of_place"})
_AND: Final = function_words("and")
_ABOUT: Final = function_words("about")
_JOINTS: Final = _AND | {","}
_CARRYING: Final = _JOINTS | function_words("from")
_PHRASE_ENDS: Final = frozenset({";", ".", ",", ")"})
_CLAUSE_ENDS: Final = frozenset({";", ",", "(", ":"})
_TO_BASE: Final = function_words("link_to_base")


@value_type()
class Surroundings:
    """The words around a percentage; None where there is none of a kind.

    `earlier_period`: it is set against another time. `bases`: the metrics that share the wording right after it.
    `exceeded`: they stand right behind the verb instead. `part`: the metric of a part, named beside it. `sign`: that
    of growth, right before it. `of_place`: the whole province or nation is named after it. `as_ratio`: a word for
    ratio stands right before it. `over_amount`: the whole follows as an amount. Its verb's subject is [start, until).
    """

    verb: Mention | None
    plan: Mention | None
    earlier_period: bool
    bases: tuple[str, ...]
    exceeded: bool
    part: str | None
    in_brackets: bool
    sign: str | None
    of_place: bool
    as_ratio: bool
    over_amount: bool
    start: int
    until: int
    right: tuple[Mention, ...]

    @property
    def role(self) -> str | None:
        """Role of the verb."""
        return None if self.verb is None else self.verb.role

    @property
    def base(self) -> str | None:
        """Of the metrics that share the words after it, the stock: a ratio is mostly to a whole."""
        return next((c for c in self.bases if load_metrics()[c].kind == "stock"), next(iter(self.bases), None))


class SurroundingsReader:
    """Reads the surroundings of the percentages of one sentence, from left to right."""

    def __init__(self, tokens: Tokens, context: SentenceContext) -> None:
        self._tokens = tokens
        self._context = context
        mentions = context.mentions
        self._free = mentions.of(FREE)
        wordings = [m for m in self._free if m.last - m.first > 1]
        self._verbs = [m for m in mentions.of(*_VERBS) if m.role not in _GROWTH or not _within(m, wordings)]
        self._right = mentions.of(*_RIGHT)
        self._verb_starts = {m.first for m in self._verbs}
        self._earlier = EarlierPeriods(tokens, context, self._verbs)
        self._spent = context.sentence.first
        self._last_verb: Mention | None = None
        self._last_dimension: str | None = None

    def read(self, draft: Draft, earlier: Sequence[Draft], next_first: int) -> Surroundings:
        """What stands around `draft`; words that an earlier percentage took are its own."""
        figure = draft.figure
        outcome = next((d for d in reversed(earlier) if not d.planned), None)
        start = max(self._context.sentence.first if outcome is None else outcome.figure.last, self._spent)
        verb = self._verb(start, figure) or self._carried_verb(start, figure)
        self._last_verb, self._last_dimension = verb, figure.dimension
        told_over = whole_told_behind(self._tokens.keys, figure, next_first)
        after = self._past_pair(figure, next_first)
        limit = next_first if after <= next_first else self._context.sentence.last
        right, told = self._to_the_right(after, limit), self._dimension_at(figure.last)
        right = [told, *right] if told is not None and told.last < after else right
        plan = next((m for m in right if m.role == "plan"), None) or self._plan_before(figure, start, verb)
        whole = self._whole_after(after, right)
        bases = _codes(whole) or base_of_place(self._tokens.keys, self._context.mentions, whole)
        bases = bases or self._bases_after_verb(figure, verb)
        own = [m.last for m in right if m.last <= next_first and (m.role in _SPENT or m in whole)]
        against = self._earlier.end_behind(after, limit)
        self._spent = max([figure.last, against if against <= next_first else 0, *own])
        return Surroundings(
            verb=verb,
            plan=plan,
            earlier_period=self._earlier.speak_of(figure, start, (after, limit), right),
            bases=bases,
            exceeded=bool(bases) and not whole,
            part=self._part(figure, start) or part_of_amount(self._tokens.keys, self._context, told_over),
            in_brackets="(" in self._tokens.keys[max(figure.before - 2, 0) : figure.before],
            sign=self._sign(figure),
            of_place=any(m.role in _PLACES for m in right),
            as_ratio=self._context.mentions.ending(figure.before, "ratio") is not None,
            over_amount=told_over is not None,
            start=start,
            until=verb.first if verb is not None and verb.first >= start else figure.before,
            right=tuple(right),
        )

    def _sign(self, figure: Figure) -> str | None:
        """`(+12,4%)`, `(91% kế hoạch; -3%)`: growth told by its sign; a dash that is none stands outside brackets."""
        keys, at = self._tokens.keys, figure.before
        if figure.dimension != "percent" or keys[at - 1 : at] not in (["+"], ["-"], ["–"]):
            return None
        opens = keys[at - 2] in {"(", ",", ";"} and self._context.asides.around(at) is not None
        signed = keys[at - 1] == "+" or opens
        return ("+" if keys[at - 1] == "+" else "-") if signed else None

    def _verb(self, start: int, figure: Figure) -> Mention | None:
        """The last verb; one of growth stays it where `tới` or `đạt` only leads on to the figure."""
        verbs = [m for m in self._verbs if start <= m.first and m.last <= figure.first]
        if figure.dimension == "percent":  # `vốn FDI giảm 21,6%`: here the wording's own verb speaks
            at = (figure.before, figure.first)
            verbs += [m for m in self._context.mentions.of(*_DIRECTIONS) if m.last in at and m.first >= start]
        if figure.dimension == "multiple":
            verbs += [m for m in self._verbs if m.first == figure.first]
        last = max(verbs, key=lambda m: (m.last, m.last - m.first), default=None)
        if last is None or last.role != "attain":
            return last
        growth = [m for m in verbs if m.role in _GROWTH and m.last <= last.first]
        if growth and not _CLAUSE_ENDS & set(self._tokens.keys[growth[-1].last : last.first]):
            return growth[-1]
        return last

    def _carried_verb(self, start: int, figure: Figure) -> Mention | None:
        """`tăng 3% so với tháng trước và 11% so với cùng kỳ`: what `và` joins has the same verb."""
        between = self._tokens.keys[start : figure.before]
        between = between[past_told_origin(self._tokens.keys, self._context.mentions, start) - start :]
        if not between or not _CARRYING.issuperset(between) or figure.dimension != self._last_dimension:
            return None
        return self._last_verb

    def _plan_before(self, figure: Figure, start: int, verb: Mention | None) -> Mention | None:
        """`vượt kế hoạch 3,3%`, `chỉ tiêu đầu năm đạt tới 300%`: the plan named in the same phrase."""
        if verb is None or verb.role not in {"attain", "exceed"}:
            return None
        plans = [m for m in self._context.mentions.of("plan") if start <= m.first and m.last <= figure.first]
        if not plans:
            return None
        return None if _PHRASE_ENDS & set(self._tokens.keys[plans[-1].last : figure.first]) - {")"} else plans[-1]

    def _part(self, figure: Figure, start: int) -> str | None:
        """The metric of a part, named right after the percentage or as the subject of its verb."""
        after = self._context.mentions.all_starting(figure.last, FOLLOWING)
        named = after or [m for m in self._free if start <= m.first and m.last <= figure.before][-1:]
        codes: list[str] = [m.value for m in named if not m.value.startswith(OUTSIDE) and wholes_of(m.value)]
        if codes:
            return codes[0]
        keys, context = self._tokens.keys, self._context
        return part_of_whole(keys, context, figure) or part_in_short(keys, context, figure)

    def _to_the_right(self, after: int, limit: int) -> list[Mention]:
        """Plan, same-period and metric words in tokens [after, limit), up to the end of the phrase."""
        keys, verbs = self._tokens.keys, self._verb_starts
        for at in range(after, min(limit, self._context.sentence.last)):
            if at in verbs or (keys[at] in _PHRASE_ENDS and not self._is_in_wording(at, after)):
                limit = at
                break
        return [m for m in self._right if after <= m.first and m.last <= limit]

    def _is_in_wording(self, at: int, start: int) -> bool:
        """`vốn đăng ký mới, tăng thêm`: whether a sign stands in a wording that begins at token `start` or later."""
        return any(start <= m.first <= at < m.last for m in self._free)

    def _past_pair(self, figure: Figure, next_first: int) -> int:
        """Behind the second of `109% và 87% kế hoạch năm`: what follows the pair is said of both.

        So is what follows `47% về số dự án và 31% về vốn so với năm 2018`.
        """
        keys, other = self._tokens.keys, figure.range_with
        at = past_told_origin(keys, self._context.mentions, figure.last)
        if other is not None and other.first >= figure.last:
            return other.last  # `bằng 52-59% kế hoạch`
        told = self._dimension_at(at)
        joined = keys[at if told is None else told.last : next_first]
        if figure.dimension != "percent" or len(joined) != 1 or joined[0] not in _AND:
            return at
        if keys[next_first : next_first + 2] != [NUMBER_KEY, "%"]:
            return at
        behind = past_told_origin(keys, self._context.mentions, next_first + 2)
        second = self._dimension_at(behind)
        return behind if told is None or second is None else second.last

    def _dimension_at(self, at: int) -> Mention | None:
        """`về số dự án` right behind a percentage: in what it grew, or fell."""
        told = self._context.mentions.starting(at, "named_dimension")
        return told if told is not None and self._tokens.keys[at] in _ABOUT else None

    def _whole_after(self, at: int, right: Sequence[Mention]) -> list[Mention]:
        """The wording that a percentage before token `at` leads on to: `62% trong tổng vốn đăng ký`."""
        while at < self._context.sentence.last and self._tokens.keys[at] in _TO_BASE:
            if any(m.role == FREE and m.first == at for m in right):
                break
            at += 1
        return [m for m in right if m.role == FREE and m.first == at]

    def _bases_after_verb(self, figure: Figure, verb: Mention | None) -> tuple[str, ...]:
        """`xuất khẩu cao hơn nhập khẩu 18%`: what is exceeded, between the verb and the percentage."""
        if verb is None or verb.role not in {"increase", "exceed"}:
            return ()
        named = [m for m in self._free if m.first == verb.last and m.last <= figure.before]
        before = any(m.last <= verb.first for m in self._free)
        return _codes(named) if before else ()


def _within(verb: Mention, wordings: Sequence[Mention]) -> bool:
    """`vốn cấp mới và tăng thêm đạt 94%`: what stands in or ends the name of a metric is no verb."""
    return any(m.first < verb.first and verb.last <= m.last for m in wordings)


def _codes(named: Sequence[Mention]) -> tuple[str, ...]:
    """The metrics that share a wording, without what the vocabulary lacks."""
    return tuple(m.value for m in named if not m.value.startswith(OUTSIDE))

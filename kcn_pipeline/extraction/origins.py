"""Whose investment an amount speaks of: foreign (FDI), domestic (DDI) or both.

Belongs here: origin words around a figure and the convention for two currencies in one breath.
Does not: metrics.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from kcn_pipeline.extraction.brackets import in_closed_aside, without_asides
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.lexicon import FREE
from kcn_pipeline.extraction.memory import Memory
from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.sentences import Sentence
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_REACH_AFTER: Final = 4
_HEAD_WORDS: Final = 4
_JOINTS: Final = function_words("and") | function_words("together")
_BEFORE_PARTS: Final = frozenset({",", ";", "(", ")", "-"})
_RATIOS: Final = frozenset({"percent", "multiple"})
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ":"})
OF_ONE_ORIGIN: Final = "of one origin alone, and the metric is not split by origin"
_STOPS: Final = _JOINTS | function_words("clause") | {",", ";", ".", ":", ")"}
_CURRENCY_ORIGIN: Final[dict[str, Origin]] = {"USD": "fdi", "VND": "ddi"}


def assign_origins(
    tokens: Tokens, mentions: MentionMap, drafts: Sequence[Draft], sentence: Sentence, memory: Memory
) -> None:
    """Give every level draft of a split metric its origin."""
    reader = _OriginReader(tokens, mentions, drafts, sentence, memory)
    for index, draft in enumerate(drafts):
        if _is_split(draft):
            reader.assign(index, draft)
        elif draft.is_level and draft.figure.dimension == "money":
            reader.set_aside(index, draft)
    _split_currencies(tokens, drafts)
    _split_pairs(drafts)
    for low, high in pairwise(drafts):
        if low.figure.range_with is high.figure and _open(low):
            low.origin = high.origin
    for draft in drafts:
        if draft.origin is None and _is_split(draft):
            draft.origin = "total"


def _is_split(draft: Draft) -> bool:
    return draft.is_level and load_metrics()[draft.metric or ""].origin_split


class _OriginReader:
    """Reads the origins of one sentence from left to right."""

    def __init__(
        self, tokens: Tokens, mentions: MentionMap, drafts: Sequence[Draft], sentence: Sentence, memory: Memory
    ) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._drafts = drafts
        self._sentence = sentence
        self._memory = memory
        self._origins = [m for m in mentions.mentions if m.role == "origin"]
        self._taken: dict[Mention, str | None] = {}

    def assign(self, index: int, draft: Draft) -> None:
        """The word that stands with the figure, else what the sentence shares."""
        following = self._drafts[index + 1].figure.before if index + 1 < len(self._drafts) else None
        start = self._drafts[index - 1].figure.last if index else self._sentence.first
        earlier = self._drafts[:index]
        mention = self._after(draft, following) or self._before(draft, start)
        if mention in self._taken and _speaks_of_all(earlier):
            mention = None
        if mention is None:
            draft.origin = self._shared(draft, earlier)
            draft.origin_shared = draft.origin is not None
            return
        draft.origin_shared = mention in self._taken
        for same in self._repeated(mention):
            self._taken[same] = draft.figure.dimension
        draft.origin = mention.value.value
        draft.cues.append(mention)

    def set_aside(self, index: int, draft: Draft) -> None:
        """`Doanh nghiệp FDI nộp ngân sách 1.100 tỷ đồng`: a part by origin of what the vocabulary does not split."""
        before, keys = self._drafts[index - 1] if index else None, self._tokens.keys
        start = before.figure.last if before is not None else self._sentence.first
        named = self._before(draft, start)
        own = named is not None and named.value.value != "total" and not self._in_wording(named)
        apart = named is not None and (_CLAUSE_ENDS & set(keys[named.last : draft.figure.before]))
        goes_on = before is not None and before.rule == OF_ONE_ORIGIN and ";" not in keys[start : draft.figure.before]
        if (own and not apart) or (named is None and goes_on):
            draft.metric, draft.rule = None, OF_ONE_ORIGIN

    def _in_wording(self, origin: Mention) -> bool:
        """`hàng xuất ra nước ngoài`: the word belongs to what the wording says, and parts nothing."""
        return any(m.first < origin.first and m.last == origin.last for m in self._mentions.mentions if m.role == FREE)

    def _shared(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        return (
            draft.origin
            or self._restated(draft, earlier)
            or self._part_here(draft, earlier)
            or self._of_the_count(draft, earlier)
            or self._announced()
            or self._pointed_back(draft)
            or self._parts_of_total()
            or self._sole()
        )

    def _restated(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`1.680 tỷ đồng (tương đương 80 triệu USD)`, `vốn FDI 331 triệu USD (26 dự án)`: brackets tell the same."""
        if not earlier or not earlier[-1].is_level:
            return None
        between = self._tokens.keys[earlier[-1].figure.last : draft.figure.before]
        opens = between[:1] == ["("] and ")" not in between
        origin = earlier[-1].origin
        return origin if opens and origin in ("fdi", "ddi") else None

    def _part_here(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`18,5 tỷ USD vốn FDI, trong đó Bình Dương 2,1 tỷ USD`: parts are of their total's origin."""
        words = (m for m in self._mentions.mentions if m.role == "parts" and m.last <= draft.figure.before)
        parts = [m.first for m in words if self._tokens.keys[m.first - 1] in _BEFORE_PARTS]
        totals = [d for d in earlier if parts and d.figure.last <= parts[-1] and _is_split(d)]
        same = bool(totals) and totals[-1].figure.unit == draft.figure.unit
        return totals[-1].origin if same and totals[-1].origin in ("fdi", "ddi") else None

    def _of_the_count(self, draft: Draft, earlier: Sequence[Draft]) -> Origin | None:
        """`FDI 154 dự án, vốn 10,1 tỷ USD, đã giải ngân 6 tỷ USD`: money right after is of the same origin."""
        count = earlier[-1] if earlier else None
        if count is None or draft.figure.dimension != "money":
            return None
        if count.figure.dimension != "project" and count.figure.unit != draft.figure.unit:
            return None
        if _speaks_of_all(earlier) or count.origin not in ("fdi", "ddi"):
            return None
        return None if {";", "."} & set(self._tokens.keys[count.figure.last : draft.figure.before]) else count.origin

    def _announced(self) -> Origin | None:
        """`FDI: thu hút …; cấp mới …`: an origin before a colon at the head of the sentence holds for all of it."""
        limit, keys = self._sentence.first + _HEAD_WORDS, self._tokens.keys
        head = next((m for m in self._origins if m.first <= limit and keys[m.last : m.last + 1] == [":"]), None)
        return None if head is None else head.value.value

    def _pointed_back(self, draft: Draft) -> Origin | None:
        """`Trong năm, các dự án này giải ngân …` after a sentence on FDI projects."""
        points = any(m.role == "anaphora" and m.last <= draft.figure.before for m in self._mentions.mentions)
        recalled = self._memory.last_level("project")
        return recalled.origin if points and recalled is not None else None

    def _parts_of_total(self) -> Origin | None:
        """`Vốn FDI đạt 3 tỷ USD. Trong đó 33 dự án cấp mới …`: a sentence of parts goes on with its total's origin."""
        opens = any(m.role == "parts" and m.first == self._sentence.first for m in self._mentions.mentions)
        if not opens or self._origins:
            return None
        said = next((d for d in self._memory.recent() if _is_split(d)), None)
        return said.origin if said is not None and said.origin in ("fdi", "ddi") else None

    def _sole(self) -> Origin | None:
        """The one origin that a sentence names before its first figure, outside brackets, and no other."""
        named = {m.value.value for m in self._origins}
        first = self._drafts[0].figure.before
        opens = any(m.last <= first for m in self._origins)
        return next(iter(named)) if len(named) == 1 and opens else None

    def _repeated(self, mention: Mention) -> list[Mention]:
        """The mention and its repetition in brackets: `vốn đầu tư nước ngoài (FDI)`."""
        reach = mention.last + 1
        return [m for m in self._origins if mention.first <= m.first <= reach and m.value.value == mention.value.value]

    def _after(self, draft: Draft, next_first: int | None) -> Mention | None:
        """`186 dự án FDI`, `13 dự án vốn đầu tư trong nước (DDI)`."""
        start, keys = draft.figure.last, self._tokens.keys
        for at in range(start, min(start + _REACH_AFTER, len(self._tokens), next_first or len(self._tokens))):
            found = max((m for m in self._origins if m.first == at), key=lambda m: m.last, default=None)
            opened = at > start and keys[at - 1] == "("
            if found is not None:
                return None if opened and keys[found.last : found.last + 1] != [")"] else found
            if keys[at] in _STOPS:
                return None
        return None

    def _before(self, draft: Draft, start: int) -> Mention | None:
        """`dự án FDI là 2,935 tỷ USD`; an origin that stands with a figure of the same kind, or in brackets, is its."""
        before, keys = draft.figure.before, self._tokens.keys
        near = (m for m in self._origins if start <= m.first and m.last <= before)
        free = (m for m in near if self._taken.get(m) != draft.figure.dimension)
        fitting = [m for m in free if not in_closed_aside(keys[m.last : before])]
        return max(fitting, key=lambda m: (m.last, m.last - m.first), default=None)


def _in_one_breath(between: Sequence[str]) -> bool:
    return len(between) == 1 and between[0] in _JOINTS | {",", "+", ";"}


def _open(draft: Draft) -> bool:
    """Whether no origin word of its own stands with the amount."""
    return draft.origin in (None, "total") or draft.origin_shared


def _speaks_of_all(earlier: Sequence[Draft]) -> bool:
    """Whether counts of both origins stand right before (`16 dự án DDI và 14 dự án FDI, tổng vốn …`)."""
    run = list(takewhile(lambda d: d.is_level and d.figure.dimension == "project", reversed(earlier)))
    return {"fdi", "ddi"} <= {d.origin for d in run}


def _split_currencies(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Two currencies in one breath without an origin word: USD is foreign, VND domestic."""
    amounts = [d for d in drafts if d.figure.dimension not in _RATIOS]
    for one, other in pairwise(amounts):
        if not (_is_split(one) and other.is_level and one.metric == other.metric and one.figure.dimension == "money"):
            continue
        between = without_asides(tokens.keys[one.figure.last : other.figure.before])
        if one.figure.unit == other.figure.unit or not _in_one_breath(between):
            continue
        if _open(one) and _open(other):
            one.origin = _CURRENCY_ORIGIN[one.figure.unit or ""]
            other.origin = _CURRENCY_ORIGIN[other.figure.unit or ""]


def _split_pairs(drafts: Sequence[Draft]) -> None:
    """`27 dự án vốn 488 triệu USD và 59 dự án vốn 7.050 tỷ đồng`: two counts, each with money in its own currency."""
    for start in range(len(drafts) - 3):
        count, money, other_count, other_money = run = drafts[start : start + 4]
        kinds = [d.figure.dimension for d in run]
        if kinds != ["project", "money"] * 2 or not all(_is_split(d) and _open(d) for d in run):
            continue
        alike = count.metric == other_count.metric and money.metric == other_money.metric
        if alike and money.figure.unit != other_money.figure.unit:
            count.origin = money.origin = _CURRENCY_ORIGIN[money.figure.unit or ""]
            other_count.origin = other_money.origin = _CURRENCY_ORIGIN[other_money.figure.unit or ""]

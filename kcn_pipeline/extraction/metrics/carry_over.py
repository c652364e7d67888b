"""What the sentence before lends to one that goes on with it: its metric, or that of the same figure said again.

Belongs here: telling that a sentence goes on. Does not: wordings of its own (`binding`), what was said (`memory`).
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.owners.choice import owner_before
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.passages.wholes import are_of_kind, is_main_count
from kcn_pipeline.extraction.text.lexicon import FREE
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words

_LINKS: Final = function_words("link_to_wording") | {":"}
_LINKS_BACK: Final = function_words("link_to_figure")
_OPENING_WORDS: Final = 3
_SECTOR: Final = "sector"
_RESTATED: Final = frozenset({"project", "money"})


class CarryOver:
    """What the sentences before lend to one sentence."""

    def __init__(self, tokens: Tokens, context: SentenceContext, memory: Memory) -> None:
        self._tokens = tokens
        self._context = context
        self._map = context.mentions
        self._memory = memory

    def metric_of(self, draft: Draft) -> list[Mention]:
        """The metric of the sentence before, where one splits up or goes on with its count."""
        figure, recalled = draft.figure, self._main_count
        if figure.dimension == "money" and (self._singles_out() or self._of_a_country(figure) or self._ranks()):
            recalled = self._memory.last_level("money")
        elif (
            figure.dimension == "money"
            and not self._context.outlook.target
            and (origin := self._opening_origin(figure)) is not None
        ):
            recalled = self._memory.split_by_origin(origin)
        elif figure.dimension == "zone":
            recalled = self._memory.last_level("zone")
        if recalled is None or recalled.figure.dimension != figure.dimension or figure.column is not None:
            return []
        goes_on = self._singles_out() or self._splits_up(figure) or self._answers(figure)
        if not (goes_on or self._turns_elsewhere(figure, recalled)):
            return []
        if self._map.of("now") and are_of_kind([recalled.metric or ""], "flow"):
            told = (m for m in self._map.of("parts", "flow") if m.last <= figure.before)
            if not any(told):
                return []  # `Hiện các KCN của tỉnh có 268 dự án` after what came in the window
        draft.named_by = recalled.named_by
        if figure.dimension == "money" and self._ranks():
            draft.origin = recalled.origin
        return [as_mention(recalled, recalled.metric)]

    def restate(self, draft: Draft) -> bool:
        """Whether `draft` was bound: `con số 33 dự án` after `cấp mới 33 dự án` counts the same."""
        said = self._memory.same_value(draft)
        if said is None or draft.figure.dimension not in _RESTATED:
            return False
        draft.metric, draft.origin, draft.named_by = said.metric, said.origin, said.named_by
        draft.rule = "the same figure as before"
        return True

    def _opening_origin(self, figure: Figure) -> Origin | None:
        """`- Đầu tư nước ngoài: 212 triệu USD`: the origin that opens a sentence, right before its amount."""
        before = figure.before - (self._tokens.keys[figure.before - 1 : figure.before] == [":"])
        while before > 0 and self._tokens.keys[before - 1] in _LINKS_BACK:
            before -= 1
        origin = self._map.ending(before, "origin")
        opens = origin is not None and origin.first <= self._context.sentence.first + _OPENING_WORDS
        return origin.value.value if origin is not None and opens else None

    def _singles_out(self) -> bool:
        """`Riêng quý IV đã là 640 triệu USD`, `Nổi bật là Công ty A tăng 500 triệu USD`."""
        opening = (m for m in self._map.of("only", "example") if m.first == self._context.sentence.first)
        return any(m.value.value != _SECTOR for m in opening)  # what a trade has is not told of the whole

    def _answers(self, figure: Figure) -> bool:
        """`- Còn doanh nghiệp trong nước? - Ít hơn: 8 dự án`: the question above asks for the count of one origin."""
        asked = any(m.role == "origin" for m in self._context.topic)
        return asked and figure.dimension == "project" and not self._map.of("stock")

    def _ranks(self) -> bool:
        """`Đứng đầu là Hà Nam với 120 triệu USD`: the members ranked by the capital just spoken of."""
        return any(m.first == self._context.sentence.first for m in self._map.of("rank"))

    def _of_a_country(self, figure: Figure) -> bool:
        """`Dẫn đầu là Nhật Bản (9 triệu USD), Đài Loan (7 triệu USD)`: the capital spoken of, by investors."""
        owner = owner_before(self._context, self._tokens, figure.before)
        return owner is not None and owner.entity.startswith("country:")

    def _splits_up(self, figure: Figure) -> bool:
        """By parts, origins, countries or boards."""
        keys = self._tokens.keys
        parts = any(m.last <= figure.before for m in self._map.of("parts"))
        before = figure.before - (keys[figure.before - 1 : figure.before] == [":"])
        while keys[before - 1] in _LINKS_BACK and before > self._context.sentence.first + 1:
            before -= 1
        at = next((i for i in range(figure.last, len(self._tokens)) if keys[i] not in _LINKS), figure.last)
        origin = self._map.starting(at, "origin") or self._map.ending(before, "origin")
        return bool(parts or origin or owner_before(self._context, self._tokens, figure.before))

    def _turns_elsewhere(self, figure: Figure, recalled: Draft) -> bool:
        """To the zones of a province just spoken of, or to another member, with no word of a stock."""
        if self._map.of("stock"):
            return False
        member = self._context.paragraph_entity
        another = member is not None and recalled.entity not in {None, member.entity}
        if another and not is_main_count(recalled.metric):
            return False
        return another or any(e.closing and e.last <= figure.before for e in self._context.entities)

    @cached_property
    def _main_count(self) -> Draft | None:
        """The last count of what is there or came: reports split up these, not adjustments or revocations."""
        recent = [d for d in self._memory.recent() if d.figure.dimension == "project" and d.is_level]
        last = [d.metric or "" for d in self._memory.latest if d.figure.dimension == "project" and d.is_level]
        opens = any(m.first == self._context.sentence.first for m in self._map.of("parts"))
        if opens and are_of_kind(last, "stock") and not any(map(is_main_count, last)):
            return recent[0]  # `55 dự án đang hoạt động. Cụ thể, tại KCN A có 30 dự án`
        return next((d for d in recent if is_main_count(d.metric)), recent[0] if recent else None)


def as_mention(draft: Draft, metric: str | None) -> Mention:
    """An earlier figure as the cue that gives a later one its metric."""
    return Mention(FREE, metric, draft.figure.first, draft.figure.last)

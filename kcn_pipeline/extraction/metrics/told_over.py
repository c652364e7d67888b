"""Parts and wholes among the figures of a sentence: `đã cho thuê 672 ha trong tổng số 804 ha`.

Belongs here: what one figure is told over, or a part of. Does not: which metric is whose whole (`wholes`), which
wording governs a figure (`binding`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.metrics.carry_over import as_mention
from kcn_pipeline.extraction.metrics.weak_wordings import SEGMENT_ENDS
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.wholes import whole_in_dimension
from kcn_pipeline.extraction.text.lexicon import OUTSIDE
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_AREA, _LAND = "area", "zone_area"
_BARE_LAND: Final = function_words("bare_land")
_ZONE: Final = "zone:"
_PROJECT: Final = "project"
_PROJECT_AND_MONEY: Final = frozenset({_PROJECT, "money"})
_OUT_OF: Final = function_words("out_of") | {"/"}


class ToldOver:
    """Reads one sentence."""

    def __init__(self, tokens: Tokens, context: SentenceContext) -> None:
        self._tokens = tokens
        self._context = context
        self._map = context.mentions
        self._asides = context.asides

    def whole_of_part(self, figure: Figure, earlier: Sequence[Draft]) -> list[Mention]:
        """`đã cho thuê 672 ha trong 804 ha`: the whole that a part was taken out of."""
        part = earlier[-1] if earlier else None
        if part is None or part.figure.dimension != figure.dimension:
            return []
        if part.metric is None and figure.dimension == _AREA and self.is_told_over(figure) and part.cues:
            return [as_mention(part, _LAND)]  # `mới đền bù 31 ha trong tổng số 140 ha`
        if not part.is_level:
            return []
        between = self._tokens.keys[part.figure.last : figure.before]
        whole = whole_in_dimension(part.metric, figure.dimension)
        apart = not SEGMENT_ENDS.isdisjoint(between) if self.is_told_over(figure) else not _OUT_OF.issuperset(between)
        return [as_mention(part, whole)] if whole and between and not apart else []

    def is_told_over(self, figure: Figure) -> bool:
        """`trong tổng số 18.400 người`: a whole by the words right before it."""
        at, keys = figure.before, self._tokens.keys
        return at > 1 and keys[at - 1] in _OUT_OF and keys[at - 2] in _OUT_OF and keys[at - 1] != keys[at - 2]

    def whole_of(self, chosen: str, wording: Mention, figure: Figure, earlier: Sequence[Draft]) -> str:
        """`Lao động nữ chiếm 4/5 tổng số 600 lao động`, `4/5 trong số 600 lao động là nữ`: that of the part."""
        bare = chosen == _LAND and _BARE_LAND.issuperset(self._tokens.keys[wording.first : wording.last])
        if bare and self._is_of_projects(figure, earlier):
            return OUTSIDE + _AREA
        if not self.is_told_over(figure):
            return chosen
        if wording.last > figure.before and not self._is_over_percentage(figure):
            return chosen
        return whole_in_dimension(chosen, figure.dimension) or chosen

    def _is_of_projects(self, figure: Figure, earlier: Sequence[Draft]) -> bool:
        """`cấp mới 8 dự án, vốn 90 tỷ đồng, diện tích 72 ha`: the land that projects take, where no zone is told of."""
        zones = any(e.entity.startswith(_ZONE) for e in self._context.entities)
        told = [] if zones else [d for d in earlier if d.is_level and d.figure.dimension in _PROJECT_AND_MONEY]
        if not told or told[-1] is not earlier[-1] or all(d.figure.dimension != _PROJECT for d in told[-2:]):
            return False
        return ";" not in self._tokens.keys[told[-1].figure.last : figure.before]

    def _is_over_percentage(self, figure: Figure) -> bool:
        """`85% trong số 600 lao động`: whether a percentage stands before the words that tell it over the figure."""
        at = figure.before
        while self._tokens.keys[at - 1] in _OUT_OF:
            at -= 1
        return self._tokens.keys[at - 1] == "%"

    def names_whole(self, wording: int, whole: Draft, figure: Figure) -> bool:
        """Whether the wording at token `wording` is not for the figure: `9 dự án thứ cấp, trong đó 5 dự án FDI`."""
        if self._asides.hides(wording, figure.first):
            return True  # of what brackets told
        if not whole.figure.first <= wording <= whole.figure.last + 1:
            return False
        aside, named = self._asides.around(figure.first), whole.named_by
        if aside is not None and named is not None and whole.figure.last <= named.first <= wording < named.last:
            return True  # `hiện có 640 dự án được cấp phép (400 dự án trong nước)`: what it was taken for, they are too
        return any(whole.figure.last <= m.first and m.last <= figure.before for m in self._map.of("parts"))

    def of_unknown_projects(self, figure: Figure, earlier: Sequence[Draft]) -> bool:
        """`28 dự án hạ tầng với tổng vốn 15.000 tỷ đồng`: money of projects that the vocabulary does not count."""
        count = earlier[-1] if earlier else None
        if count is None or count.figure.dimension != "project" or count.metric is not None:
            return False
        outside = any(str(cue.value).startswith(OUTSIDE) for cue in count.cues)
        return outside and SEGMENT_ENDS.isdisjoint(self._tokens.keys[count.figure.last : figure.before])

"""Shares and excesses: which metric is the part, and which the base.

Belongs here: part and base of a ratio. Does not: telling that a percentage is one (`comparisons`), trying it
against the document's figures (`document_arithmetic`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.passages.wholes import bases_of, wholes_of
from kcn_pipeline.extraction.ratios.surroundings import Surroundings
from kcn_pipeline.reference.identities import load_identities
from kcn_pipeline.reference.metrics import load_metrics

_SPECIFIC_AT_MOST: Final = 3  # metrics that share a wording which tells one of them


def _rate_of(part: str | None, base: str | None) -> str | None:
    """`đã cho thuê 712 ha, đạt 68,8%`: a part of the whole that a rate is of is that rate."""
    ratios = (i for i in load_identities().values() if i.relation == "ratio" and part == i.terms[0])
    return next((i.metric for i in ratios if base in (None, i.terms[1])), None)


class ShareBinder:
    """Binds the ratios of one sentence, with what earlier sentences stated."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def is_part(self, draft: Draft, around: Surroundings, earlier: Sequence[Draft]) -> bool:
        """`vốn thực hiện 1.715 tỷ đồng, đạt 65%`; `1.900 lao động, trong đó 61% là nữ`; `(nữ 640 người, tỷ lệ 61%)`."""
        if around.part is not None and around.over_amount:
            return True
        if around.part is not None and not around.as_ratio:
            return self._stated(wholes_of(around.part), earlier[-2:])
        nearest = next((d for d in reversed(earlier) if d.is_level and not d.is_whole), None)
        alone = around.verb is None and around.in_brackets
        if nearest is None or not (around.role == "attain" or alone or around.as_ratio):
            return False
        if around.as_ratio and around.verb is None and nearest is earlier[-1]:
            return bool(wholes_of(nearest.metric))
        return self._stated(wholes_of(nearest.metric), earlier) or _makes_up(draft, nearest, earlier)

    def _stated(self, wholes: Sequence[str], earlier: Sequence[Draft]) -> bool:
        return any(d.is_level and d.metric in wholes for d in earlier) or self._memory.of_metrics(wholes) is not None

    def bind(self, draft: Draft, earlier: Sequence[Draft], around: Surroundings) -> None:
        """Give `draft` its base; where a part is named beside it, the amount before is its whole."""
        head, part = draft.head, around.part
        metric = draft.metric
        by_origin = draft.origin in ("fdi", "ddi") and part in around.bases
        apart = part is not None and part != metric and not by_origin
        # `60% là nữ, 87% là người địa phương`: the share before it was of the same whole.
        whole = next((m for m in (metric, head.metric if head else None) if m and m in wholes_of(part)), None)
        if draft.comparison == "share" and apart and whole is not None:
            draft.metric, draft.base, draft.origin = part, whole, None
            draft.rule = "share of the part named beside it"
            return
        if draft.comparison == "share" and (rate := _rate_of(draft.metric, around.base)) is not None:
            draft.metric, draft.comparison, draft.origin = rate, "level", None
            return
        draft.base = self._named(draft, around) or (self._announced(head, earlier) if head is not None else None)
        if draft.base is None and draft.comparison == "share":
            draft.base = self._usual(draft, earlier)

    @staticmethod
    def _named(draft: Draft, around: Surroundings) -> str | None:
        """What the words after it name; of several, the metric itself where a part by origin is spoken of."""
        if draft.metric in around.bases and draft.origin in ("fdi", "ddi"):
            return draft.metric
        shared = around.of_place and len(around.bases) > _SPECIFIC_AT_MOST
        if shared and draft.metric is not None and load_metrics()[draft.metric].kind == "flow":
            return draft.metric  # `vốn cấp mới và tăng thêm chiếm 80% tổng vốn đầu tư của cả tỉnh`: the same of all
        if around.base is None and any(m.role == "named_dimension" for m in around.right):
            return next(iter(wholes_of(draft.metric)), None)  # `bằng 80% số dự án`
        return around.base or (draft.metric if around.of_place else None)

    @staticmethod
    def _announced(head: Draft, earlier: Sequence[Draft]) -> str | None:
        """The total that a part was announced under: the first amount of the same unit before it."""
        wholes = [d for d in earlier if d is not head and d.is_level and d.figure.unit == head.figure.unit]
        return wholes[0].metric if wholes else None

    def _usual(self, draft: Draft, earlier: Sequence[Draft]) -> str | None:
        """A whole stated before, else the metric itself of both origins."""
        bases = bases_of(draft.metric)
        here = (d for d in reversed(earlier) if d.is_level and d.metric in bases)
        stated = next(here, None) or self._memory.of_metrics(bases)
        if stated is not None:
            return stated.metric
        if draft.origin in ("fdi", "ddi") and load_metrics()[draft.metric or ""].origin_split:
            return draft.metric
        wholes = wholes_of(draft.metric)
        return wholes[0] if len(wholes) == 1 else None


def _makes_up(ratio: Draft, part: Draft, earlier: Sequence[Draft]) -> bool:
    """`nhận 200 hồ sơ, giải quyết 190 hồ sơ, đạt 95%`: whether a whole stated in the sentence gives the percentage."""
    bases = bases_of(part.metric)
    wholes = (d for d in earlier if d.is_level and d.metric in bases and d.figure.unit == part.figure.unit)
    return any(w.value and abs(100 * part.value / w.value - ratio.value) <= ratio.chosen.step for w in wholes)

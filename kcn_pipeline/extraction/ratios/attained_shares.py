"""Percentages of a part that name no base: `vốn đăng ký 9 tỷ USD. Vốn thực hiện đạt 60%`.

Belongs here: parts that are mostly told of one whole, stated just before. Does not: shares whose words name their base
(`shares`), plans (`comparisons`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.ratios.surroundings import Surroundings
from kcn_pipeline.extraction.text.lexicon import FREE, TOUCHING
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.identities import load_identities

SHARE_OF_ONE: Final = "share in the one whole that it is told of"
_WORDS_TO_ORIGIN: Final = 5


def bind_attained_share(
    draft: Draft, earlier: Sequence[Draft], around: Surroundings, context: SentenceContext, memory: Memory
) -> bool:
    """Make `draft` the share of a part in the one whole that it is told of, and say whether it is one."""
    if draft.figure.dimension != "percent" or around.plan or around.earlier_period or around.bases:
        return False
    before = earlier[-1] if earlier else None
    if before is not None and before.rule == SHARE_OF_ONE and around.verb is None:
        draft.metric, draft.comparison, draft.base, draft.rule = before.metric, "share", before.base, SHARE_OF_ONE
        draft.origin = _origin_behind(context, draft) or before.origin
        return True
    if before is not None and (told := _share_told_of(before, earlier)) is not None:
        draft.metric, draft.comparison, draft.base, draft.rule = before.metric, "share", told.base, SHARE_OF_ONE
        draft.origin, draft.head = before.origin, before
        return True
    mentions = context.mentions.of(FREE, TOUCHING)
    named = {m.value for m in mentions if around.start <= m.first and m.last <= draft.figure.before}
    for part, base in _parts_of_one_whole():
        said = [d for d in (*earlier, *memory.latest) if d.is_level and d.metric == base]
        if part in named and said:
            draft.metric, draft.comparison, draft.base = part, "share", base
            draft.origin = _origin_behind(context, draft) or said[-1].origin
            draft.rule = SHARE_OF_ONE
            return True
    return False


def _share_told_of(amount: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """`FDI 2 tỷ USD, bằng 65% vốn đăng ký; DDI 900 tỷ đồng, bằng 56%`: the share told of the same metric before."""
    if not amount.is_level or amount.metric is None:
        return None
    alike = (d for d in reversed(earlier) if d.comparison == "share" and d.metric == amount.metric and d.base)
    return next((d for d in alike if d.head is not None and d.head is not amount), None)


def _origin_behind(context: SentenceContext, draft: Draft) -> Origin | None:
    """`48% đối với dự án trong nước`."""
    last = draft.figure.last
    near = (m for m in context.mentions.of("origin") if last <= m.first <= last + _WORDS_TO_ORIGIN)
    return next((m.value.value for m in near), None)


@cache
def _parts_of_one_whole() -> tuple[tuple[str, str], ...]:
    """Part and whole, of the metrics whose percentages are of one other alone."""
    rows = (i for i in load_identities().values() if i.relation == "share_of" and len(i.terms) == 1)
    return tuple((i.metric, i.terms[0]) for i in rows)

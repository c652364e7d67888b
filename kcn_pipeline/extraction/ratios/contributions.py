"""Shares whose subject is a word for one: `đóng góp của các KCN vào xuất khẩu của tỉnh đạt 51%`, `tỷ trọng … là 60%`.

Belongs here: percentages of such a subject. Does not: shares told by a verb (`comparisons`, `share_subjects`), parts
that are mostly told of one whole (`attained_shares`).
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.extraction.metrics.wordings import SPECIFIC_AT_MOST
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.ratios.surroundings import Surroundings
from kcn_pipeline.extraction.text.lexicon import FREE, OUTSIDE
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.metrics import load_metrics

_WHOLE: Final = 100
_TOLD_BY: Final = (None, "attain", "account_for")
_CLAUSE_ENDS: Final = frozenset({";", ".", ":"})


def bind_contribution(tokens: Tokens, context: SentenceContext, draft: Draft, around: Surroundings) -> bool:
    """Make `draft` a share of what its subject names last, and say whether a word for a share is that subject."""
    words = context.mentions.of("contribution")
    figure = draft.figure
    if not words or figure.dimension != "percent" or draft.value > _WHOLE or around.role not in _TOLD_BY:
        return False
    if around.plan is not None or around.earlier_period or around.bases:
        return False
    subject = [m for m in words if around.start <= m.first and m.last <= figure.before]
    if not subject or not _CLAUSE_ENDS.isdisjoint(tokens.keys[subject[-1].last : figure.before]):
        return False
    named = [m for m in context.mentions.of(FREE) if subject[-1].first <= m.first and m.last <= figure.before]
    amounts = [m for m in named if _is_amount(m) and sum(n.first == m.first for n in named) <= SPECIFIC_AT_MOST]
    if not amounts:
        return False
    draft.metric, draft.base, draft.comparison = amounts[0].value, amounts[-1].value, "share"
    draft.rule = "share that its subject is a word for"
    draft.cues += [subject[-1], amounts[-1]]
    return True


def _is_amount(wording: Mention) -> bool:
    code = str(wording.value)
    return not code.startswith(OUTSIDE) and load_metrics()[code].kind != "rate"

"""Wordings of the terms of a sum that a joint makes the wording of the sum: `vốn đăng ký mới và vốn bổ sung đạt …`.

Belongs here: two wordings before one figure. Does not: wordings and figures in parallel (`parallel_wordings`), sums
that one phrase names (`metrics.yaml`).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from kcn_pipeline.extraction.lexicon import FREE
from kcn_pipeline.extraction.mention_map import MentionMap
from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.identities import load_identities

_JOINTS: Final = function_words("and") | function_words("together")


def joined_sum(tokens: Tokens, mentions: MentionMap, chosen: str, wording: Mention) -> str | None:
    """The sum of `chosen`, which `wording` names, and of what the wording before a joint names.

    A wording of the sum may reach into `wording`: `vốn cấp mới và bổ sung` of `vốn cấp mới và bổ sung thêm`.
    """
    sums = _sums_of(chosen)
    if not sums or tokens.keys[wording.first - 1] not in _JOINTS:
        return None
    reaching = [m.value for at in range(wording.first + 1, wording.last) for m in mentions.all_ending(at, FREE)]
    if named := next((metric for metric, _ in sums if metric in reaching), None):
        return named
    before = {m.value for m in mentions.all_ending(wording.first - 1, FREE)}
    return next((metric for metric, others in sums if others <= before), None)


@cache
def _sums_of(term: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Each sum that `term` is a term of, with the other terms."""
    rows = (i for i in load_identities().values() if i.relation == "sum" and term in i.terms)
    return tuple((i.metric, frozenset(i.terms) - {term}) for i in rows)

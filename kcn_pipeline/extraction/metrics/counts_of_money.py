"""Counts told right behind their money: `thu hút 64 nghìn tỷ đồng với 300 dự án`, `vốn FDI 2 tỷ USD (40 dự án)`.

Belongs here: the count that an amount of capital asks for. Does not: the money that a count asks for
(`metric_choice`).
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.lexicon import FREE
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics

_OPENINGS: Final = function_words("with") | {"("}


def count_of_money(tokens: Tokens, figure: Figure, before: Draft | None) -> list[Mention]:
    """The metric of the projects whose capital the figure right before tells; none where words stand between."""
    if figure.dimension != "project" or before is None or not before.is_level or before.figure.dimension != "money":
        return []
    between = tokens.keys[before.figure.last : figure.before]
    if len(between) != 1 or between[0] not in _OPENINGS:
        return []
    counts = load_metrics()[before.metric or ""].companion_of
    return [Mention(FREE, counts[0], before.figure.first, before.figure.last)] if counts else []

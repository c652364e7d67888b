"""Sizes of zones in brackets behind their names: `KCN Hòa Phú (331 ha) cho thuê hết 100%`.

Belongs here: knowing such brackets, which no wording behind them names. Does not: which metric they state (`binding`).
"""

from __future__ import annotations

from collections.abc import Sequence

from kcn_pipeline.extraction.context import SentenceContext
from kcn_pipeline.extraction.figures import Figure


def is_size_of_zone(keys: Sequence[str], context: SentenceContext, figure: Figure) -> bool:
    """Whether brackets right behind the name of a zone hold nothing but the figure."""
    if figure.implied_of is None or keys[figure.before - 1] != "(" or keys[figure.last : figure.last + 1] != [")"]:
        return False
    return any(e.last == figure.before - 1 and e.entity.startswith("zone:") for e in context.entities)

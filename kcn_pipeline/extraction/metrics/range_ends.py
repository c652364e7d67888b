"""The one metric of both ends of a range: `có 12-15 dự án được cấp phép`, `vốn đạt từ 90 đến 100 triệu USD`.

Belongs here: which end tells it. Does not: finding ranges (`figure_lists`), their time and owner (`plans`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.passages.drafts import Draft

_BEHIND: Final = ("following wording", "wording after")


def settle_range_ends(drafts: Sequence[Draft]) -> None:
    """Give the first end the metric that words behind the second name, else either that of the other."""
    for low, high in pairwise(drafts):
        if low.figure.range_with is not high.figure or low.metric == high.metric:
            continue
        if low.figure.column is not None or not (low.comparison == high.comparison == "level"):
            continue
        told, other = (high, low) if low.metric is None or high.rule.startswith(_BEHIND) else (low, high)
        if told.metric is not None:
            other.metric, other.rule, other.named_by, other.cues = told.metric, told.rule, told.named_by, [*told.cues]

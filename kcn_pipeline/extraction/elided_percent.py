"""Signs of percent that an author forgot: `tăng 4,5 so với cùng kỳ`.

Belongs here: numbers that only a percentage can be. Does not: other units that are not printed (`elided_units`).
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.extraction.figures import Figure
from kcn_pipeline.extraction.mention_map import MentionMap

_GROWTH: Final = ("increase", "decrease")


def supply_percent(mentions: MentionMap, figure: Figure) -> None:
    """Give a number with decimals, between a verb of growth and the period it is set against, its sign."""
    if figure.unit is not None or figure.scale != 1 or figure.readings[0].step == 1:
        return
    verb = any(mentions.ending(at, role) for role in _GROWTH for at in (figure.before, figure.first))
    if verb and mentions.starting(figure.last, "same_period"):
        figure.unit = figure.dimension = "percent"

"""A figure on its way to a fact: what has been decided about it, and by which words.

Belongs here: the mutable record that the binders fill. Does not: any decision.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.numbers.numerals import Reading
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.times.calendar import TimeMention
from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Comparison, Origin


@dataclass(slots=True)
class Draft:
    """One figure with its binding so far; `head` is the level figure that a rate speaks of.

    `named_by` is the wording that named it, or the list that it goes on with. `planned`: it is the plan that an
    outcome beside it is held against. `is_whole`: it is what the part before it was taken out of.
    """

    figure: Figure
    metric: str | None = None
    comparison: Comparison = "level"
    origin: Origin | None = None
    origin_shared: bool = False
    base: str | None = None
    base_period: str | None = None
    rule: str = "no wording of a metric nearby"
    cues: list[Mention] = field(default_factory=list)
    named_by: Mention | None = None
    head: Draft | None = None
    owner: EntityMention | None = None
    entity: str | None = None
    entity_cue: EntityMention | None = None
    window: Window | None = None
    time_cue: TimeMention | None = None
    target: bool = False
    planned: bool = False
    is_whole: bool = False
    negative: bool = False
    reading: Reading | None = None
    literal: Reading | None = None

    @property
    def is_level(self) -> bool:
        """Whether it states an amount of an understood metric."""
        return self.metric is not None and self.comparison == "level"

    @property
    def chosen(self) -> Reading:
        """The accepted reading, the conventional one until evidence speaks."""
        return self.reading or self.figure.readings[0]

    @property
    def value(self) -> Decimal:
        """Value of the accepted reading, base units."""
        value = (self.reading or self.figure.readings[0]).value * self.figure.scale
        return -value if self.negative else value

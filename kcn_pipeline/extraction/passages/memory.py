"""What earlier sentences stated: the last count, the last amount of a metric, a figure of the same value.

Belongs here: looking back. Does not: what is made of it (`binding`, `comparisons`, `origins`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Final

from kcn_pipeline.extraction.passages.drafts import Draft

_RECENT: Final = 12


class Memory:
    """The drafts of the sentences so far; every question is answered without a scan of them all."""

    def __init__(self) -> None:
        self._recent: deque[Draft] = deque(maxlen=_RECENT)
        self._by_metric: dict[str, Draft] = {}
        self._by_value: dict[tuple[str | None, Decimal], Draft] = {}
        self._unsorted: list[Draft] = []  # that `_by_value` lacks so far: it is seldom asked
        self.latest: list[Draft] = []  # of the last sentence read

    def take(self, drafts: Iterable[Draft]) -> None:
        """Remember the figures of a sentence."""
        self.latest = list(drafts)
        self._recent.extend(self.latest)
        for draft in self.latest:
            if draft.metric is not None and draft.comparison == "level":
                self._by_metric[draft.metric] = draft
                self._unsorted.append(draft)

    def last_level(self, dimension: str) -> Draft | None:
        """The last understood amount of a dimension among the figures just read."""
        for draft in reversed(self._recent):
            if draft.figure.dimension == dimension and draft.is_level:
                return draft
        return None

    def first_level(self, dimension: str) -> Draft | None:
        """The first understood outcome of a dimension in the sentence that last stated one."""
        last = self.last_level(dimension)
        if last is None:
            return None
        alike = [d for d in self._recent if d.is_level and d.figure.dimension == dimension and d.metric == last.metric]
        return next((d for d in alike if d.origin == "total"), last)

    def split_by_origin(self, origin: str) -> Draft | None:
        """The money that an amount of `origin` goes on from: the other origin's, said by name, or the total of both."""
        money = [d for d in self._recent if d.is_level and d.figure.dimension == "money" and not d.figure.was_before]
        other = (d for d in reversed(money) if d.origin not in (None, "total", origin) and not d.origin_shared)
        return next(other, None) or next((d for d in reversed(money) if d.origin == "total"), None)

    def recent(self) -> list[Draft]:
        """The figures just read, the last first."""
        return list(reversed(self._recent))

    def of_metrics(self, metrics: Collection[str]) -> Draft | None:
        """The last amount of any of `metrics`."""
        found = [self._by_metric[metric] for metric in metrics if metric in self._by_metric]
        return max(found, key=lambda draft: draft.figure.first, default=None)

    def same_value(self, draft: Draft) -> Draft | None:
        """An understood amount of the same value and unit."""
        self._by_value.update(((one.figure.unit, one.value), one) for one in self._unsorted)
        self._unsorted.clear()
        return self._by_value.get((draft.figure.unit, draft.value))

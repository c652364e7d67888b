"""What people decided about figures and cells: the rows of `corrections.yaml`.

Belongs here: the row model, reading the file, writing a row of it, which half-years a row touches. Does not:
whether a decision still holds, or what it does to a cell (`reconciliation`).
"""

from __future__ import annotations

import hashlib
import json
import re
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from kcn_pipeline.periods import HalfYear
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.loading import BrokenReference, Entry, read_rows
from kcn_pipeline.reference.metrics import load_metrics

Action = Literal["accept", "override", "drop", "flag"]
REACH: Final = 2
"""How many half-years away a decision acts: as far as a document restates figures."""

# The mart holds 38 digits; no figure of a zone needs more than these.
_DECIMAL: Final = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,12})?", re.ASCII)
_WIDTH: Final = 110


def _exact(value: Any) -> Any:
    """A decimal from text or a whole number; YAML has rounded a number with a point already."""
    if isinstance(value, Decimal):
        return value
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _DECIMAL.fullmatch(text.strip()):
        raise ValueError(f"{value!r} is no decimal text; write it in quotes and base units, as '2935000000' or '17.5'")
    return Decimal(text.strip())


DecimalText = Annotated[Decimal, BeforeValidator(_exact)]
Words = Annotated[str, Field(min_length=1)]


FigureId = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Target(_Part):
    """What a decision is about: one figure of a document, or the cell that several documents may fill.

    A figure: figure_id, and period, the half-year of its document. A cell: entity, metric, origin, unit and
    window as in the totals; origin is left out where the metric is not split, period_start for a stock.
    """

    figure_id: FigureId | None = None
    period: str | None = None
    entity: Annotated[str, Field(pattern=r"^(board|bloc):\S+$")] | None = None
    metric: Words | None = None
    origin: Origin | None = None
    unit: Words | None = None
    period_start: date | None = None
    period_end: date | None = None

    @field_validator("period")
    @classmethod
    def _half_year_label(cls, value: str | None) -> str | None:
        if value is not None and (HalfYear.parse(value).label != value):
            raise ValueError(f"'{value}' is no half-year; write it as 2019-H1 or 2019-H2")
        return value

    @field_validator("metric")
    @classmethod
    def _metric_is_known(cls, value: str | None) -> str | None:
        if value is not None and value not in load_metrics():
            raise ValueError(f"'{value}' is no metric of metrics.yaml")
        return value

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Self:
        figure = (self.figure_id, self.period)
        cell = (self.entity, self.metric, self.unit, self.period_end)
        beside_cell = (self.origin, self.period_start)
        if all(figure) and not any((*cell, *beside_cell)):
            return self
        if not all(cell) or any(figure):
            raise ValueError(
                "name a figure by figure_id and period, or a cell by entity, metric, origin, unit, period_start and "
                "period_end"
            )
        if self.period_start and self.period_end and self.period_start > self.period_end:
            raise ValueError(f"period_start {self.period_start} is after period_end {self.period_end}")
        return self

    @property
    def half_year(self) -> HalfYear:
        """That of the figure's document, or the one in which the cell's window ends."""
        return HalfYear.parse(self.period) if self.period else HalfYear.containing(self.period_end or date.min)


class Expectation(_Part):
    """What was found when the decision was made: the value in base units, and the words of a figure.

    against: the figures that contradicted an accepted one then, none where nothing did; what contradicts it later is
    told anew. Left out, it is accepted whatever speaks against it.
    """

    value: DecimalText
    quote: Words | None = None
    against: tuple[FigureId, ...] | None = None


class Correction(Entry):
    """One decision of one person.

    accept: the figure stands, whatever spoke against it. override: the true value is another. drop: the
    figure takes no part. flag: the cell is withheld until someone knows better. value: in base units.
    """

    target: Target
    action: Action
    value: DecimalText | None = None
    reason: Words
    who: Words
    when: date
    expect: Expectation

    @model_validator(mode="after")
    def _fields_fit_each_other(self) -> Self:
        if (self.action == "override") != (self.value is not None):
            raise ValueError(f"{self.action} {'needs a' if self.value is None else 'takes no'} value")
        if (self.target.figure_id is None) != (self.expect.quote is None):
            raise ValueError(f"expect.quote: {'a cell has no' if self.expect.quote else 'write the figure’s'} quote")
        if self.expect.against is not None and self.action != "accept":
            raise ValueError(f"expect.against: only an accepted figure stands against others, {self.action} takes none")
        return self

    @property
    def half_year(self) -> HalfYear:
        """The half-year of its target."""
        return self.target.half_year

    @property
    def identifier(self) -> str:
        """Sixteen hex digits that change with any word of the row."""
        return _hash([self._plain()])

    def as_yaml(self) -> str:
        """The row as a block that can be appended to the file."""
        return yaml.safe_dump([self._plain()], allow_unicode=True, sort_keys=False, width=_WIDTH)

    def _plain(self) -> dict[str, Any]:
        told = self.model_dump(exclude_none=True)
        texts: dict[str, Any] = json.loads(json.dumps(told, default=_as_text))
        return texts | {"when": self.when}


def _as_text(value: Decimal | date) -> str:
    return format(value, "f") if isinstance(value, Decimal) else value.isoformat()


def load_corrections(path: Path) -> tuple[Correction, ...]:
    """Every decision, in the order of the file; no file and an empty one give none.

    Errors: BrokenReference with file, line and cure, also for a row that stands twice.
    """
    if not path.exists():
        return ()
    rows = read_rows(path, Correction, may_be_empty=True)
    first: dict[str, int] = {}
    for row in rows:
        if row.identifier in first:
            raise BrokenReference(path, row.line, f"the row of line {first[row.identifier]} again", "keep one of them")
        first[row.identifier] = row.line
    return tuple(rows)


def with_row(text: str, correction: Correction) -> str:
    """The text of the file with one row more at its end; comments and indentation stay as they are.

    text: of a file that `load_corrections` takes, its rows as blocks; rows in brackets make the result one it refuses.
    """
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    indent = " " * (node.start_mark.column if node else 0)
    ended = text if not text or text.endswith("\n") else f"{text}\n"
    return ended + textwrap.indent(correction.as_yaml(), indent)


def touching(corrections: Iterable[Correction], period: HalfYear) -> tuple[Correction, ...]:
    """The decisions that may act on the cells and relations of a half-year: those at most two half-years away."""
    return tuple(correction for correction in corrections if within_reach(correction.half_year, period))


def within_reach(one: HalfYear, other: HalfYear) -> bool:
    """Whether a document of the one half-year may speak of the cells of the other."""
    return one.shifted(-REACH) <= other <= one.shifted(REACH)


def corrections_stamp(corrections: Sequence[Correction]) -> str:
    """Sixteen hex digits that change when any word of a decision does; the order of rows and comments do not count."""
    return _hash(sorted(correction.identifier for correction in corrections))


def _hash(content: object) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()[:16]

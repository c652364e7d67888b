"""The largest values that can be true, which wrong readings of a numeral exceed.

Belongs here: the row model and loading of `ceilings.yaml`, and the look-up by metric, entity kind and
unit. Does not: reading numerals (`extraction`) or the verdict on a figure (`reconciliation`).
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from kcn_pipeline.reference.entities import ENTITY_KINDS
from kcn_pipeline.reference.loading import DATA, BrokenReference, Code, Row, read_rows, require_known, rows_by_key
from kcn_pipeline.reference.metrics import Dimension, load_metrics

CEILINGS_FILE: Final = DATA / "ceilings.yaml"

Size = Literal["zone", "board", "bloc", "nation"]
# A province holds more than its board's zones, an investor's country may stand behind any of them.
_SIZES: Final[dict[str, Size]] = {
    "company": "zone",
    "zone": "zone",
    "board": "board",
    "bloc": "bloc",
    "province": "bloc",
    "nation": "nation",
    "country": "nation",
}


def _written_out(value: Decimal) -> Decimal:
    # '50e9' is short to read in the file; sentences that quote a ceiling need 50000000000.
    return Decimal(format(value, "f"))


Amount = Annotated[Decimal, Field(gt=0), AfterValidator(_written_out)]


class Ceiling(Row):
    """Bounds in one base unit for one metric, or for a dimension where no metric's row speaks."""

    metric: Code | None = None
    dimension: Dimension | None = None
    unit: str
    zone: Amount
    board: Amount
    bloc: Amount
    nation: Amount

    @model_validator(mode="after")
    def _one_subject_and_growing(self) -> Self:
        if (self.metric is None) == (self.dimension is None):
            raise ValueError("give either metric or dimension")
        if not self.zone <= self.board <= self.bloc <= self.nation:
            raise ValueError("the bounds must grow from zone to board, bloc and nation")
        return self

    @property
    def key(self) -> str:
        """Subject and unit: `metric:exports:USD`, `dimension:money:USD`."""
        subject = f"metric:{self.metric}" if self.metric else f"dimension:{self.dimension}"
        return f"{subject}:{self.unit}"

    def of(self, size: Size) -> Decimal:
        """The bound for one size of entity, base units."""
        bound: Decimal = getattr(self, size)
        return bound


@cache
def load_ceilings(path: Path = CEILINGS_FILE) -> dict[str, Ceiling]:
    """Every row by `Ceiling.key`. Errors: BrokenReference, also for an unknown metric or one not of that unit."""
    rows = rows_by_key(path, read_rows(path, Ceiling), lambda row: row.key)
    metrics = load_metrics()
    for row in rows.values():
        if row.metric is None:
            continue
        require_known(path, [row.metric], metrics, "metric", row.line)
        units = {other.unit for other in rows.values() if other.dimension in metrics[row.metric].dimensions}
        if row.unit not in units:
            problem = f"'{row.metric}' is not counted in {row.unit}"
            raise BrokenReference(path, row.line, problem, f"write one of: {', '.join(sorted(units))}")
    return rows


def ceiling(metric: str, entity_kind: str, unit: str) -> Decimal | None:
    """The largest value of `metric` that can be true of one entity of a kind, base units.

    None where the metric is unknown or not counted in `unit` (a growth rate of exports, say).
    Errors: ValueError for a kind that does not exist.
    """
    if entity_kind not in _SIZES:
        raise ValueError(f"'{entity_kind}' is no kind of entity: write one of {', '.join(ENTITY_KINDS)}")
    row = _row(metric, unit)
    return None if row is None else row.of(_SIZES[entity_kind])


@cache
def _row(metric: str, unit: str) -> Ceiling | None:
    known = load_metrics().get(metric)
    if known is None:
        return None
    keys = [f"metric:{metric}:{unit}", *(f"dimension:{dimension}:{unit}" for dimension in known.dimensions)]
    return next((row for key in keys if (row := load_ceilings().get(key)) is not None), None)

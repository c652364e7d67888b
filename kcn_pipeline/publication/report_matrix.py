"""The verdict matrix: who (blocs, then boards) by half-year, with the relations behind each cell.

Belongs here: grouping and counting relations. Does not: how a relation reads (`report_relations`).
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from kcn_pipeline.publication.bilingual import Bilingual
from kcn_pipeline.publication.naming import full_name, short_name
from kcn_pipeline.publication.report_relations import Relation
from kcn_pipeline.publication.severity import SEVERITIES, Severity
from kcn_pipeline.reference.entities import entity_kind


@dataclass(frozen=True, slots=True)
class Share:
    """One severity in a cell: how many relations, and its stretch of a bar of length 100."""

    severity: Severity
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Cell:
    """One entity in one half-year: the relations tried, worst first, and the number of panel rows."""

    key: str
    period: str
    shares: tuple[Share, ...]
    relations: tuple[Relation, ...]
    figures: int

    @property
    def open_questions(self) -> bool:
        """Whether a relation in it asks for a look."""
        return any(share.severity in ("error", "warning") for share in self.shares)


@dataclass(frozen=True, slots=True)
class Row:
    """One entity over all half-years, cells in the order of `Matrix.periods`."""

    entity: str
    name: Bilingual
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Half-years in order, and the rows of each kind of entity."""

    periods: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    counts: Mapping[Severity, int]

    @property
    def cells(self) -> list[tuple[Row, Cell]]:
        """Every cell that has relations, with its row: the worst first, then in the order of the matrix."""
        found = [(row, cell) for _, rows in self.groups for row in rows for cell in row.cells if cell.relations]
        return sorted(found, key=lambda pair: SEVERITIES.index(pair[1].shares[0].severity))


def matrix_of(relations: Sequence[Relation], panel: pd.DataFrame) -> Matrix:
    """The matrix of `relations` and of the rows of `tables.PANEL`; empty when both are."""
    tried: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in relations:
        tried[relation.entity, relation.period].append(relation)
    figures = Counter(zip(panel["entity"], panel["period"], strict=True))
    keys = {*tried, *figures}
    periods = tuple(sorted({period for _, period in keys}))
    rows = [_row(entity, periods, tried, figures) for entity in {entity for entity, _ in keys}]
    return Matrix(periods, tuple(_grouped(rows)), _counts(relations))


def sorting_key(name: str) -> str:
    """A name without its diacritics, so that Đ stands beside D and not after Z."""
    decomposed = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def _grouped(rows: Iterable[Row]) -> Iterable[tuple[str, tuple[Row, ...]]]:
    groups: dict[str, list[Row]] = {"bloc": [], "board": [], "other": []}
    for row in rows:
        kind = entity_kind(row.entity)
        groups[kind if kind in groups else "other"].append(row)
    for group, members in groups.items():
        if members:
            yield group, tuple(sorted(members, key=lambda row: (sorting_key(row.name.vi), row.entity)))


def _row(
    entity: str,
    periods: Iterable[str],
    tried: Mapping[tuple[str, str], list[Relation]],
    figures: Mapping[tuple[str, str], int],
) -> Row:
    cells = tuple(
        _cell(entity, period, tried.get((entity, period), []), figures.get((entity, period), 0)) for period in periods
    )
    return Row(entity, short_name(entity), full_name(entity), cells)


def _cell(entity: str, period: str, relations: Sequence[Relation], figures: int) -> Cell:
    key = f"{entity}-{period}".replace(":", "-").replace("@", "-")
    return Cell(key, period, tuple(_shares(_counts(relations))), tuple(relations), figures)


def _shares(counts: Mapping[Severity, int]) -> Iterable[Share]:
    total, start = sum(counts.values()), 0.0
    for severity in SEVERITIES:
        if count := counts[severity]:
            width = round(100 * count / total, 2)
            yield Share(severity, count, round(start, 2), width)
            start += width


def _counts(relations: Iterable[Relation]) -> dict[Severity, int]:
    counted = Counter(relation.severity for relation in relations)
    return {severity: counted[severity] for severity in SEVERITIES}

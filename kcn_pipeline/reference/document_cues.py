"""The words by which a document tells who reports and on which period.

Belongs here: the row model and loading of `document_cues.yaml`. Does not: names of boards, blocs and
provinces (their own files), or weighing what the words say (`documents`).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final, Literal, Self, get_args

from pydantic import Field, model_validator

from kcn_pipeline.reference.loading import DATA, BrokenReference, Row, read_rows

DOCUMENT_CUES_FILE: Final = DATA / "document_cues.yaml"

CueRole = Literal[
    "number",
    "period",
    "review",
    "review_of_half",
    "review_of_year",
    "task",
    "plan",
    "intent",
    "comparison",
    "founding",
    "owner",
    "this_year",
    "within",
    "published",
    "furniture",
    "bloc",
    "bloc_head",
    "bloc_again",
    "board",
    "board_of_zones",
    "board_again",
    "authority",
    "nation",
    "nation_passing",
    "office",
    "zone",
    "high_tech",
    "plural",
    "zone_place",
    "list_opening",
    "district_place",
    "province_place",
    "zones_of_province",
    "province_passing",
    "venue",
]
PeriodKind = Literal[
    "first_months",
    "year_to_date",
    "year_start",
    "first_half",
    "second_half",
    "quarter",
    "month",
    "as_of_month",
    "as_of_day",
    "year",
    "bare_year",
    "past_year",
    "this_year",
    "months_alone",
    "up_to_now",
    "remaining",
    "years",
    "untold_part",
    "horizon",
    "day",
]
CUE_ROLES: Final[tuple[CueRole, ...]] = get_args(CueRole)

_NEEDED: Final[dict[PeriodKind, frozenset[str]]] = {
    "first_months": frozenset({"count"}),
    "year_to_date": frozenset(),
    "year_start": frozenset(),
    "first_half": frozenset(),
    "second_half": frozenset(),
    "quarter": frozenset({"quarter"}),
    "month": frozenset({"month", "year"}),
    "as_of_month": frozenset({"month"}),
    "as_of_day": frozenset({"day", "month"}),
    "year": frozenset({"year"}),
    "bare_year": frozenset({"year"}),
    "past_year": frozenset(),
    "this_year": frozenset(),
    "months_alone": frozenset({"count"}),
    "up_to_now": frozenset(),
    "remaining": frozenset(),
    "years": frozenset(),
    "untold_part": frozenset(),
    "horizon": frozenset({"year"}),
    "day": frozenset({"day", "month", "year"}),
}
_OPTIONAL: Final = frozenset({"count", "month", "year", "other_day", "other_year"})
_PLACE: Final = re.compile(r"\{(\w+)\}")


class DocumentCue(Row):
    """Phrases of one role.

    kind: for periods, which window they name, its numbers standing as {count} (months), {quarter},
    {day}, {month}, {year}. value: for number words, the number.
    """

    role: CueRole
    kind: PeriodKind | None = None
    value: int | None = Field(default=None, ge=1, le=12)
    phrases: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _fits_its_role(self) -> Self:
        if (self.role == "period") != (self.kind is not None):
            raise ValueError("kind belongs to role 'period', and that role needs it")
        if (self.role == "number") != (self.value is not None):
            raise ValueError("value belongs to role 'number', and that role needs it")
        needed = _NEEDED[self.kind] if self.kind else frozenset()
        allowed = needed | _OPTIONAL if self.kind else frozenset()
        for phrase in self.phrases:
            places = set(_PLACE.findall(phrase))
            if not needed <= places <= allowed:
                raise ValueError(f"'{phrase}' has the places {sorted(places)}, needs {sorted(needed)}")
        return self


@cache
def load_document_cues(path: Path = DOCUMENT_CUES_FILE) -> tuple[DocumentCue, ...]:
    """Every row in the order of the file. Errors: BrokenReference, also for a role that has no row."""
    rows = tuple(read_rows(path, DocumentCue))
    missing = [role for role in CUE_ROLES if not any(row.role == role for row in rows)]
    if missing:
        raise BrokenReference(path, 1, f"no row of role {', '.join(missing)}", "add one for each")
    return rows


def cues_of(*roles: CueRole) -> tuple[tuple[str, CueRole], ...]:
    """Every phrase of the given roles with its role."""
    return tuple((phrase, row.role) for row in load_document_cues() if row.role in roles for phrase in row.phrases)


def period_phrases() -> tuple[tuple[str, PeriodKind], ...]:
    """Every phrase that names a period, with its kind."""
    return tuple((phrase, row.kind) for row in load_document_cues() if row.kind is not None for phrase in row.phrases)


@cache
def number_words() -> dict[str, int]:
    """Numbers from one to twelve by the word that spells them."""
    return {phrase: row.value for row in load_document_cues() if row.value is not None for phrase in row.phrases}

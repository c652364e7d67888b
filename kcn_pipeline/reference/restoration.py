"""The wordings that the restorer of damaged text knows.

Belongs here: the row model and loading of `restoration.yaml`, and the joining with every name and
wording of the other reference files. Does not: likelihoods (`cleaning.ngrams`) or what damage does
to letters (`confusions`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import Field, field_validator

from kcn_pipeline.reference.blocs import load_blocs
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.loading import DATA, Row, read_rows, rows_by_key
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline.reference.phrases import load_phrases
from kcn_pipeline.reference.provinces import load_provinces
from kcn_pipeline.reference.units import load_scales, load_units

RESTORATION_FILE: Final = DATA / "restoration.yaml"
NUMERAL: Final = "0"
_OCCURRENCES_OF_NAMES: Final = 2


class Theme(Row):
    """Wordings of one theme.

    phrases: in the file a comma-separated text; `0` stands for any numeral. occurrences: how often
    each of them counts among the wordings of all themes.
    """

    theme: str = Field(min_length=3)
    occurrences: int = Field(ge=1, le=100)
    phrases: tuple[str, ...] = Field(min_length=1)

    @field_validator("phrases", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        phrases = [" ".join(phrase.split()) for phrase in value.split(",")]
        if not all(phrases):
            raise ValueError("two commas with nothing between them")
        if any(phrase != phrase.lower() for phrase in phrases):
            raise ValueError("write phrases in lower case")
        return tuple(phrases)


@cache
def load_themes(path: Path = RESTORATION_FILE) -> dict[str, Theme]:
    """Every theme by its name. Errors: BrokenReference."""
    return rows_by_key(path, read_rows(path, Theme), lambda row: row.theme)


def known_wordings() -> Iterator[tuple[str, int]]:
    """Every wording, lower case, with its number of occurrences: the themes, then names of the other files."""
    for theme in load_themes().values():
        yield from ((phrase, theme.occurrences) for phrase in theme.phrases)
    for name in dict.fromkeys(_names()):
        yield name.lower(), _OCCURRENCES_OF_NAMES


def _names() -> Iterator[str]:
    for metric in load_metrics().values():
        yield from (*metric.phrases, metric.label_vi)
    for province in load_provinces().values():
        yield from (province.name, *province.aliases)
    for board in load_boards().values():
        yield from (board.name, *board.aliases, *board.zones, *board.districts)
    for bloc in load_blocs().values():
        yield from (bloc.name, *bloc.aliases)
    yield from (unit.word for unit in load_units().values())
    yield from (scale.word for scale in load_scales().values())
    yield from (phrase.phrase for phrase in load_phrases())

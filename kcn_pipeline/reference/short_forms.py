"""Short forms of the words of metrics, as terse reports and tables write them.

Belongs here: the row model and loading of `short_forms.yaml`, the ways of writing one wording. Does not: abbreviations
that cleaning keeps (`abbreviations`), short forms behind a figure (`units`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from pydantic import Field

from kcn_pipeline.reference.loading import DATA, Row, read_rows, require_unique

SHORT_FORMS_FILE: Final = DATA / "short_forms.yaml"


class ShortForm(Row):
    """A short form and the words that it is written for, both in lower case."""

    form: str = Field(min_length=2)
    meaning: str = Field(min_length=3)


@cache
def load_short_forms(path: Path = SHORT_FORMS_FILE) -> tuple[ShortForm, ...]:
    """Every short form, those of most words first. Errors: BrokenReference."""
    rows = read_rows(path, ShortForm)
    require_unique(path, [row.form for row in rows])
    return tuple(sorted(rows, key=lambda row: -len(row.meaning.split())))


def ways_of_writing(wording: str) -> list[str]:
    """`wording` itself, then with each of its words, and with all of them, in their short forms; none twice."""
    padded = f" {wording} "
    ways, shortest = [padded], padded
    for row in load_short_forms():
        words, form = f" {row.meaning} ", f" {row.form} "
        if words in padded:
            ways.append(padded.replace(words, form))
            shortest = shortest.replace(words, form)
    return list(dict.fromkeys(way.strip() for way in [*ways, shortest]))

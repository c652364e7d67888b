"""The packages whose running text the general part of the language model was counted from.

Belongs here: the row model and loading of `language_sources.yaml`. Does not: taking the text out
(`cleaning.ngrams.package_texts`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from kcn_pipeline.reference.loading import DATA, Row, read_rows, rows_by_key

LANGUAGE_SOURCES_FILE: Final = DATA / "language_sources.yaml"

TextForm = Literal["html", "law", "tagged_words", "word_list"]


class LanguageSource(Row):
    """One package: where it is from, under which licence, which of its files are counted, and how many items they gave.

    files: a pattern below the folder the package is unpacked into. collection: the counts it is added to; each
    collection is smoothed by itself.
    """

    key: str = Field(pattern=r"^[a-z0-9-]+$")
    package: str
    version: str
    origin: Literal["debian", "pypi"]
    licence: str
    files: str
    form: TextForm
    collection: Literal["law", "technical", "press", "words"]
    words: int = Field(ge=1)


@cache
def load_language_sources(path: Path = LANGUAGE_SOURCES_FILE) -> dict[str, LanguageSource]:
    """Every source by its key. Errors: BrokenReference."""
    return rows_by_key(path, read_rows(path, LanguageSource), lambda row: row.key)

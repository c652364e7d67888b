"""Small words of grammar, by what they do between others.

Belongs here: the row model and loading of `function_words.yaml`. Does not: words with a meaning of
their own (`phrases`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from pydantic import Field

from kcn_pipeline.reference.loading import DATA, Code, Row, read_rows, require_unique

FUNCTION_WORDS_FILE: Final = DATA / "function_words.yaml"


class FunctionWords(Row):
    """Words that do the same in a sentence."""

    group: Code
    words: tuple[str, ...] = Field(min_length=1)


@cache
def load_function_words(path: Path = FUNCTION_WORDS_FILE) -> dict[str, frozenset[str]]:
    """Words by their group. Errors: BrokenReference."""
    rows = read_rows(path, FunctionWords)
    require_unique(path, [row.group for row in rows])
    return {row.group: frozenset(row.words) for row in rows}


def function_words(group: str) -> frozenset[str]:
    """The words of one group. Errors: KeyError for an unknown group."""
    return load_function_words()[group]

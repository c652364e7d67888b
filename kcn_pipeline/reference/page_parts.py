"""Names by which web pages mark what is not their article: menus, side columns, counters, captions, other news.

Belongs here: the row model, loading of `page_parts.yaml`, comparing a name. Does not: choosing the lines
of an article (`documents.readers.main_text`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from kcn_pipeline.reference.loading import DATA, Row, read_rows

PAGE_PARTS_FILE: Final = DATA / "page_parts.yaml"
_LONGEST_WHOLE_NAME: Final = 5
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN: Final = re.compile(r"[^a-z]+")

PartKind = Literal["navigation", "footer", "side", "counter", "related", "response", "caption"]


class PagePart(Row):
    """Names of one kind of part; headings: lines after which nothing of the article follows."""

    kind: PartKind
    names: tuple[str, ...] = Field(min_length=1)
    headings: tuple[str, ...] = ()


@cache
def load_page_parts(path: Path = PAGE_PARTS_FILE) -> tuple[PagePart, ...]:
    """Every row, in the order of the file. Errors: BrokenReference."""
    return tuple(read_rows(path, PagePart))


@lru_cache(maxsize=4096)
def names_a_part(name: str) -> bool:
    """Whether a class or id names a part that is not the article: `topNav`, `box-tin-lien-quan`."""
    words = [word for word in _BETWEEN.split(_HUMP.sub("-", name).lower()) if word]
    short, long = _names()
    return not short.isdisjoint(words) or long.search("".join(words)) is not None


@cache
def closing_headings() -> frozenset[str]:
    """The headings after which nothing of an article follows, in lower case."""
    return frozenset(heading.casefold() for part in load_page_parts() for heading in part.headings)


@cache
def _names() -> tuple[frozenset[str], re.Pattern[str]]:
    names = [_BETWEEN.sub("", name.lower()) for part in load_page_parts() for name in part.names]
    long = sorted(re.escape(name) for name in names if len(name) > _LONGEST_WHOLE_NAME)
    return frozenset(name for name in names if len(name) <= _LONGEST_WHOLE_NAME), re.compile("|".join(long))

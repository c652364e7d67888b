"""Which abbreviation a damaged word in capitals may be.

Belongs here: known abbreviations by their bare letters, Roman numerals. Does not: the list (`reference.abbreviations`),
which candidate is meant (`ngrams.lattice`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kcn_pipeline.reference.abbreviations import Abbreviation
from kcn_pipeline.reference.syllables import fold

# L, C, D and M number nothing in reports, and make words.
_ROMAN: Final = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")


class Abbreviations:
    """Known abbreviations, found by their letters without marks; `CTr` and `CTR` are two."""

    def __init__(self, rows: Iterable[Abbreviation]) -> None:
        rows = tuple(rows)
        forms: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            for printed in {row.form, fold(row.form), *row.read_as}:
                forms[printed].append(row.form)
        self._forms = {p: tuple(sorted(found, key=lambda form: form != p)) for p, found in forms.items()}
        self._written = {row.form.lower(): row.form for row in rows if row.read_as or not row.form.isupper()}

    def forms(self, word: str) -> tuple[str, ...]:
        """The abbreviations that `word` may be, as they are written, itself first; none where it is unknown."""
        return self._forms.get(word, ())

    def written(self, reading: str, printed: str) -> str | None:
        """The form of a reading in lower case whose capitals are its own (`ctr` is CTr); None for all others.

        What is printed in small letters stays so, unless only a recogniser has made them of capitals.
        """
        form = self._written.get(reading)
        return None if printed.islower() and form not in self.forms(printed) else form


def is_roman(word: str) -> bool:
    """Whether a word of two letters or more is a Roman numeral up to 39."""
    return len(word) > 1 and _ROMAN.fullmatch(word) is not None

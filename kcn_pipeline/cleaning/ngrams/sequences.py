"""Text as the model sees it: sequences of lower-case syllables, numerals as one sign, cut where sentences end.

Belongs here: what counts as one item, and the two signs that are no syllables. Does not: counting (`counts`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from kcn_pipeline.reference.restoration import NUMERAL
from kcn_pipeline.reference.syllables import is_syllable, old_style

START: Final = ""
UNKNOWN: Final = "<unknown>"
# Commas, dashes and brackets are passed over, as the restorer passes over them: words speak across them.
_ITEM: Final = re.compile(r"(?P<numeral>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+)|(?P<break>[.;:!?…|\n])")


def sequences(text: str, *, foreign: bool = True) -> Iterator[tuple[str, ...]]:
    """The sequences of syllables of a text in any case and Unicode form; empty ones are left out.

    Not `foreign`: words that are no Vietnamese syllables become UNKNOWN, as in text of other fields, whose names and
    abbreviations would only stand in the way of damaged syllables.
    """
    sequence: list[str] = []
    for match in _ITEM.finditer(unicodedata.normalize("NFC", text).lower()):
        if match.lastgroup != "break":
            sequence.append(_item(match[0], foreign=foreign) if match.lastgroup == "word" else NUMERAL)
        elif sequence:
            yield tuple(sequence)
            sequence = []
    if sequence:
        yield tuple(sequence)


def _item(word: str, *, foreign: bool) -> str:
    syllable = old_style(word)
    return syllable if foreign or is_syllable(syllable) else UNKNOWN

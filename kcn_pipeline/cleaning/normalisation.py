"""The first repairs of any text: plain blanks, no invisible or full-width characters, composed letters (NFC).

Belongs here: what Unicode alone decides. Does not: encodings of other tables (legacy Vietnamese
fonts), words, or anything that needs to know Vietnamese.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.composition import compose

_BLANKS: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_BREAKS: Final = "\u2028\u2029"
_FULL_WIDTH: Final = "\uff01-\uff5e"  # ASCII as East Asian keyboards write it
_ANY_ODD: Final = re.compile(f"[{_BLANKS}{_INVISIBLE}{_BREAKS}{_FULL_WIDTH}]")
_ODD: Final = re.compile(
    f"(?P<blank>[{_BLANKS}]+)|(?P<invisible>[{_INVISIBLE}]+)|(?P<line_break>[{_BREAKS}]+)"
    f"|(?P<full_width>[{_FULL_WIDTH}]+)"
)
_ASCII_OF: Final = {0xFF01 + place: chr(0x21 + place) for place in range(94)}
_REPLACEMENT: Final = {"blank": " ", "invisible": "", "line_break": "\n"}
_LINE: Final = re.compile(r"[^\n]+")


def normalise(text: str) -> Alignment:
    """Segments that make blanks U+0020 and full-width characters ASCII, drop invisible marks, and compose letters.

    Each covers only characters that change, with those they combine with; a text that is clean in
    this sense gives none.
    """
    plain = Alignment(_plain_segments(text), len(text))
    repaired = plain.apply(text)
    return compose(plain, Alignment(_composing_segments(repaired), len(repaired)))


def _plain_segments(text: str) -> Iterator[Segment]:
    # Hardly any text has one, and searching for any is ten times faster than for each.
    if not _ANY_ODD.search(text):
        return
    for match in _ODD.finditer(text):
        rule = str(match.lastgroup)
        plain = half_width(match[0]) if rule == "full_width" else _REPLACEMENT[rule] * len(match[0])
        yield Segment(match.start(), match.end(), plain, "normalised", rule)


def half_width(text: str) -> str:
    """Full-width forms of ASCII (U+FF01–U+FF5E) as ASCII, all else as it is."""
    return text.translate(_ASCII_OF)


def _composing_segments(text: str) -> Iterator[Segment]:
    if unicodedata.is_normalized("NFC", text):
        return
    for line in _LINE.finditer(text):
        if not unicodedata.is_normalized("NFC", line[0]):
            yield from _composed_clusters(line[0], line.start())


def _composed_clusters(line: str, offset: int) -> Iterator[Segment]:
    """One segment for each stretch whose characters combine, and nothing between them."""
    start = 0
    for end in range(1, len(line) + 1):
        if end < len(line) and _combines(line[start:end], line[end]):
            continue
        cluster = line[start:end]
        composed = unicodedata.normalize("NFC", cluster)
        if composed != cluster:
            yield Segment(offset + start, offset + end, composed, "normalised", "nfc")
        start = end


def _combines(cluster: str, following: str) -> bool:
    if following.isascii():
        return False
    if unicodedata.combining(following):
        return True
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", following)
    return unicodedata.normalize("NFC", cluster + following) != apart

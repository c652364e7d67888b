"""The assertion that cleaning never creates, alters or reorders a numeral; always on.

Belongs here: comparing the numerals before and after. Does not: reading what a numeral means
(`extraction.numbers`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Final

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.normalisation import half_width

_NUMERAL: Final = re.compile(r"\d+(?:[.,]\d+)*")
_SEPARATED: Final = re.compile(r"\d[.,]\Z")
_DIGIT: Final = re.compile(r"\d")
_APART: Final = "\n"
_MOST_DIGITS_IN_A_WORD: Final = 2


class NumeralAlteredError(ValueError):
    """Cleaning changed a numeral: says at which offset and line of the decoded text, and what became of it."""


def require_numerals_kept(text: str, alignment: Alignment) -> None:
    """Refuse an alignment over the decoded `text` that touches a numeral.

    Digits may only disappear with furniture, or inside a segment `digit_as_letter` of at most two
    digits without a separator. Errors: NumeralAlteredError naming the first place.
    """
    if not alignment.segments:
        return
    for segment in alignment.segments:
        # Most words that change have no digit before or after, which any rule allows.
        touched = text[segment.raw_start : segment.raw_end] + segment.text
        if segment.kind == "furniture" or _DIGIT.search(touched):
            _require_lawful(segment, text)
    expected, cleaned = _numerals_left(text, alignment), _numerals(alignment.apply(text))
    if expected != cleaned:
        before, after = next((e, c) for e, c in zip([*expected, ""], [*cleaned, ""], strict=False) if e != c)
        _refuse(text, max(text.find(before), 0), f"'{before}' reads '{after}' after cleaning")


def _require_lawful(segment: Segment, text: str) -> None:
    raw = half_width(text[segment.raw_start : segment.raw_end])
    before, after = _DIGIT.findall(raw), _DIGIT.findall(segment.text)
    match segment.kind:
        case "furniture":
            lawful = not segment.text
        case "digit_as_letter":
            separated = any(len(_DIGIT.findall(m)) != len(m) for m in _NUMERAL.findall(raw))
            # `131,9trigu`: what follows a number's separator is of the number.
            ends_numeral = _SEPARATED.search(half_width(text[: segment.raw_start])) and raw[:1].isdigit()
            lawful = not (after or separated or ends_numeral) and len(before) <= _MOST_DIGITS_IN_A_WORD
        case _:
            lawful = before == after
    if not lawful:
        _refuse(text, segment.raw_start, f"'{raw}' became '{segment.text}' by rule {segment.rule}")


def _numerals_left(text: str, alignment: Alignment) -> list[str]:
    """The numerals of the text outside of what digits may leave; what stood on its two sides stays apart."""
    left = [replace(s, text=_APART) for s in alignment.segments if s.kind in ("furniture", "digit_as_letter")]
    return _numerals(Alignment(left, len(text)).apply(text))


def _numerals(text: str) -> list[str]:
    # A soft hyphen or zero-width mark inside a number is no part of it: its going changes nothing.
    for mark in sorted(c for c in set(text) if not c.isascii() and unicodedata.category(c) == "Cf"):
        text = text.replace(mark, "")
    return _NUMERAL.findall(half_width(text))


def _refuse(text: str, offset: int, what: str) -> None:
    line = text.count("\n", 0, offset) + 1
    raise NumeralAlteredError(
        f"line {line}, character {offset}: {what}; a numeral must come through cleaning as it is printed: "
        "correct the rule, or record the word as digit_as_letter"
    )

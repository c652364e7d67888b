"""Numbers and intervals as people write them, in Vietnamese and in English.

Belongs here: grouping, decimal marks, scale words, units, doubtful words. Does not: the words themselves
(`reference/data/report_texts.yaml`) or reading numbers from prose (`extraction`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Final

from kcn_pipeline.publication.bilingual import counted, text_in
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reference.report_texts import load_texts

# Vietnamese reports count money in tỷ however large; English has a word of its own above.
_SCALES: Final[dict[str, tuple[tuple[int, str], ...]]] = {
    "vi": ((9, "scale.billion"), (6, "scale.million")),
    "en": ((12, "scale.trillion"), (9, "scale.billion"), (6, "scale.million")),
}
_SCALED_UNITS: Final = frozenset({"USD", "VND", "VND_per_person_month"})
BOUND_SIGNS: Final[dict[str, str]] = {"exact": "", "lower": "≥ ", "upper": "≤ ", "approx": "≈ "}
_MAX_SCALED_DECIMALS: Final = 3
_OTHERS_SHOWN: Final = 2
_MINUS: Final = "\N{MINUS SIGN}"
_WIDE: Final = Context(prec=60)


def number(value: Decimal, language: str) -> str:
    """Every digit of `value`, grouped: `1.095.829,5` in Vietnamese, `1,095,829.5` in English."""
    plain = format(value, ",f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    if language == "vi":
        plain = plain.translate(str.maketrans(",.", ".,"))
    return plain.replace("-", _MINUS)


def amount(value: Decimal, unit: str, language: str) -> str:
    """A value in base units with its unit: `51,39 tỷ USD`, `1.095.829 người`; no digit is lost."""
    return _united([value], unit, language)


def interval_text(interval: Interval, unit: str, language: str, digits: int | None = None) -> str:
    """An interval in base units: `51,385–51,395 tỷ USD`, `≥ 350 triệu USD`, or the value of a point.

    digits: round to so many significant digits, marked `≈` where that changes the value; for what
    was computed, never for what was published.
    """
    lo, hi = rounded(interval.lo, digits), rounded(interval.hi, digits)
    about = "" if (lo, hi) == (interval.lo, interval.hi) else "≈ "
    if lo is None and hi is None:
        return text_in(language, "interval.open")
    if lo is None or hi is None:
        known, sign = (hi, "≤ ") if lo is None else (lo, "≥ ")
        return about + sign + _united([Decimal(known or 0)], unit, language)
    return about + _united([lo] if lo == hi else [lo, hi], unit, language)


def rounded(value: Decimal | None, digits: int | None) -> Decimal | None:
    """`value` to `digits` significant digits, never cutting into its whole part; None for no rounding."""
    if value is None or digits is None:
        return value
    whole = max(value.adjusted() + 1, 1)
    return Context(prec=max(digits, whole), rounding=ROUND_HALF_EVEN).plus(value)


def doubt_text(word: str, others: Sequence[str], language: str) -> str:
    """A doubtful word with the nearest of what else it may read: `“tỷ” (or “tỉ”, “tý”)`."""
    readings = ", ".join(_quoted(other, language) for other in others[:_OTHERS_SHOWN])
    key = "review.word_or" if readings else "review.word"
    return text_in(language, key, word=_quoted(word, language), others=readings)


def _quoted(word: str, language: str) -> str:
    """A word in quotation marks, or, where the reading is that none stands there, a wording for that."""
    return f"“{word}”" if word else text_in(language, "review.no_word")


def _united(values: Sequence[Decimal], unit: str, language: str) -> str:
    """One value, or two as a range, under one scale word and one unit."""
    exponent, scale = _scale(values, unit, language)
    numbers = [number(value.scaleb(-exponent, _WIDE), language) for value in values]
    # A dash beside a minus sign cannot be read.
    dash = " … " if any(value < 0 for value in values) else "\N{EN DASH}"
    written = dash.join(numbers) + (f" {text_in(language, scale)}" if scale else "")
    if f"unit.{unit}" not in load_texts():
        return f"{written} {unit}"
    count = 1 if list(values) == [Decimal(1)] else 2
    return counted(f"unit.{unit}", count, number=written).read(language)


def _scale(values: Sequence[Decimal], unit: str, language: str) -> tuple[int, str | None]:
    """The greatest scale in which every value is short, as power of ten and text key."""
    if unit in _SCALED_UNITS and any(values):
        for exponent, key in _SCALES[language]:
            if max(abs(v) for v in values) >= Decimal(10) ** exponent and all(_is_short(v, exponent) for v in values):
                return exponent, key
    return 0, None


def _is_short(value: Decimal, exponent: int) -> bool:
    decimals = value.scaleb(-exponent, _WIDE).normalize(_WIDE).as_tuple().exponent
    return isinstance(decimals, int) and -decimals <= _MAX_SCALED_DECIMALS

"""Amounts, intervals and windows as a sentence prints them, in Vietnamese and in English.

Belongs here: how many digits an amount deserves, grouping and decimal marks, scale words, days. Does
not: the words (`report_texts.yaml`) or the sentences (`sentences`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Final

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reference.report_texts import load_texts

_MONEY: Final = frozenset({"USD", "VND", "VND_per_person_month"})
# Vietnamese reports count money in tỷ however large; English has a word of its own above.
_SCALES: Final[dict[str, tuple[tuple[int, str], ...]]] = {
    "vi": ((9, "scale.billion"), (6, "scale.million")),
    "en": ((12, "scale.trillion"), (9, "scale.billion"), (6, "scale.million")),
}
_NAMED_WINDOWS: Final = {(1, 12): "window.year", (1, 6): "window.first_half", (7, 12): "window.second_half"}
_MOST_DECIMALS: Final = 3
_MINUS: Final = "\N{MINUS SIGN}"
_WIDE: Final = Context(prec=60)


def printed(amount: Amount, unit: str, language: str) -> str:
    """A published amount with the decimals it was printed with: `51,390 tỷ USD`; hedges as ≥, ≤ or ≈."""
    return hedge_sign(amount) + _united([amount.value], unit, language, _printed_decimals(amount, unit, language))


def hedge_sign(amount: Amount) -> str:
    """`≥ `, `≤ ` or `≈ ` for a hedged amount; nothing for one as precise as its digits."""
    lo, hi, value = amount.interval.lo, amount.interval.hi, amount.value
    if amount.exact or amount.interval.is_point or _last_digit_is_worth(amount) is not None:
        return ""
    return "≥ " if lo == value else "≤ " if hi == value else "≈ "


def _printed_decimals(amount: Amount, unit: str, language: str) -> int | None:
    exponent, _ = _scale([amount.value], unit, language)
    worth = _last_digit_is_worth(amount)
    return None if worth is None else max(exponent - worth, 0)


def exactly(value: Decimal, unit: str, language: str) -> str:
    """A value with every digit it has: `51.390 tỷ USD`."""
    return _united([value.normalize(_WIDE) if value else Decimal(0)], unit, language, None)


def computed(amount: Amount, unit: str, language: str) -> str:
    """A computed amount with the decimals that its interval vouches for."""
    if amount.interval.is_point:
        return _united([amount.value], unit, language, None, about=True)
    decimals = _decimals_within(amount.interval.width, 1, [amount.value], unit, language)
    return _united([amount.value], unit, language, decimals, about=True)


def between(interval: Interval, unit: str, language: str) -> str:
    """An interval, its ends rounded to a tenth of its width but to three digits at least: `64,28–64,38 tỷ USD`."""
    ends = [end for end in (interval.lo, interval.hi) if end is not None]
    if not ends:
        return _text("interval.open", language)
    decimals = _decimals_within(interval.width, 10, ends, unit, language) if interval.width else None
    if decimals is not None:
        decimals = max(decimals, _decimals_of_three_digits(ends, unit, language))
    decimals = _telling(decimals, ends, unit, language)
    if len(ends) == 1:
        return ("≤ " if interval.lo is None else "≥ ") + _united(ends, unit, language, None, about=True)
    return _united(ends[:1] if interval.is_point else ends, unit, language, decimals, about=interval.is_point)


def number(value: Decimal, language: str) -> str:
    """Every digit of `value`, grouped: `1.095.829,5` in Vietnamese, `1,095,829.5` in English."""
    plain = format(value, ",f")
    if language == "vi":
        plain = plain.translate(str.maketrans(",.", ".,"))
    return plain.replace("-", _MINUS)


def window_text(window: Window, language: str) -> str:
    """`6 tháng đầu năm 2019`, `as of 2019-06-30`; windows of other shape by their days."""
    if window.start is None:
        return _text("window.stock", language, day=day_text(window.end, language))
    start, end = window.start, window.end
    whole_months = start.year == end.year and Window.of_months(end.year, start.month, end.month) == window
    named = _NAMED_WINDOWS.get((start.month, end.month)) if whole_months else None
    if named is not None:
        return _text(named, language, year=end.year)
    if whole_months and start.month == 1:
        return _text("window.months", language, months=end.month, year=end.year)
    return f"{day_text(start, language)}\N{EN DASH}{day_text(end, language)}"


def day_text(day: date, language: str) -> str:
    """A day as `30/06/2019` in Vietnamese, in ISO form in English."""
    return day.strftime("%d/%m/%Y") if language == "vi" else day.isoformat()


def _text(key: str, language: str, **fields: object) -> str:
    row = load_texts()[key]
    return (row.vi if language == "vi" else row.en).format(**fields)


def _united(values: Sequence[Decimal], unit: str, language: str, decimals: int | None, *, about: bool = False) -> str:
    """One value, or two as a range, under one scale word and one unit; all digits where decimals is None."""
    exponent, scale = _scale(values, unit, language)
    scaled = [value.scaleb(-exponent, _WIDE) for value in values]
    # Beside a sharper end, a whole number needs no zeros: 0–2,39.
    shown = [
        _rounded(value, decimals, about=about or (len(values) > 1 and value == value.to_integral_value()))
        for value in scaled
    ]
    # A dash beside a minus sign cannot be read.
    dash = " … " if any(value < 0 for value in values) else "\N{EN DASH}"
    written = dash.join(dict.fromkeys(number(value, language) for value in shown))
    if scale:
        written = f"{written} {_text(scale, language)}"
    row = load_texts().get(f"unit.{unit}")
    if row is None:
        return f"{written} {unit}"
    if language == "en" and row.en_one is not None and not scale and shown == [Decimal(1)]:
        return row.en_one.format(number=written)
    return _text(row.key, language, number=written)


def _rounded(value: Decimal, decimals: int | None, *, about: bool) -> Decimal:
    """To `decimals`, or all digits where that is None; a computed value has at most a few and no zeros to fill them."""
    if decimals is None and about:
        decimals = _MOST_DECIMALS
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN, _WIDE)
    if decimals is not None and not about:
        return value
    return value.normalize(_WIDE) if value else Decimal(0)


def _scale(values: Sequence[Decimal], unit: str, language: str) -> tuple[int, str | None]:
    if unit in _MONEY:
        for exponent, key in _SCALES[language]:
            if max(abs(value) for value in values) >= Decimal(10) ** exponent:
                return exponent, key
    return 0, None


def _last_digit_is_worth(amount: Amount) -> int | None:
    """The power of ten that the last printed digit is worth; None where the interval is not half of it each way."""
    lo, value, width = amount.interval.lo, amount.value, amount.interval.width
    if not width or lo is None or value - lo != width / 2:
        return None
    digits = width.normalize(_WIDE).as_tuple()
    return digits.exponent if digits.digits == (1,) and isinstance(digits.exponent, int) else None


def _decimals_within(
    width: Decimal | None, parts: int, values: Sequence[Decimal], unit: str, language: str
) -> int | None:
    """Decimals that tell apart values a `parts`-th of the width from each other; None for an open interval."""
    if width is None:
        return None
    exponent, _ = _scale(values, unit, language)
    step = (width / parts).scaleb(-exponent, _WIDE)
    return min(max(-step.adjusted(), 0), _MOST_DECIMALS)


def _decimals_of_three_digits(values: Sequence[Decimal], unit: str, language: str) -> int:
    """Decimals that show three digits of the least value: the wide interval above a total must not hide its start."""
    exponent, _ = _scale(values, unit, language)
    least = min((abs(value) for value in values if value), default=Decimal(1))
    return min(max(2 - least.scaleb(-exponent, _WIDE).adjusted(), 0), _MOST_DECIMALS)


def _telling(decimals: int | None, values: Sequence[Decimal], unit: str, language: str) -> int | None:
    """Fewer decimals where the last ones are zeros in every value."""
    exponent, _ = _scale(values, unit, language)
    while decimals and all(_has_zero_at(decimals, value.scaleb(-exponent, _WIDE)) for value in values):
        decimals -= 1
    return decimals


def _has_zero_at(decimals: int, value: Decimal) -> bool:
    return _rounded(value, decimals, about=False) == _rounded(value, decimals - 1, about=False)

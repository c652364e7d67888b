"""What a published figure may have been meant to say: every reading of the catalogue, with its cost.

Belongs here: digits and last place of a printed numeral, and its misreadings. Does not: the priors
(`reference.repairs`), or which readings the other figures allow (`hitting_sets`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import Final

from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount
from kcn_pipeline.reference.repairs import Misreading, load_repairs

_NUMERAL: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_DIGITS: Final = "0123456789"
# Of so many values that could have been printed one is worth proposing.
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral as printed: its digits, the power of ten of the last one in base units, decimals after the mark.

    marks: separators in it; None where it was not printed in digits.
    """

    digits: str
    exponent: int
    decimals: int = 0
    marks: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure may have been: kind of misreading, value and interval in base units, −ln prior in nats.

    about: the party that took part in the error, as rows name it: a board, an origin, a window.
    """

    kind: Misreading
    value: Decimal
    interval: Interval
    cost: float
    about: str | None = None


def printed_numeral(value: Decimal, quote: str | None) -> Numeral:
    """The numeral in `quote` that gives `value`; without one (a number in words) the digits of the value itself."""
    for found in _NUMERAL.findall(quote or ""):
        digits = re.sub(r"[.,]", "", found)
        exponent = _exponent(int(digits), abs(value))
        if exponent is not None:
            parts = re.split(r"[.,]", found)
            return Numeral(digits, exponent, _decimals(found, parts), marks=len(parts) - 1)
    parts_of_value = value.normalize().as_tuple()
    power = parts_of_value.exponent
    return Numeral("".join(map(str, parts_of_value.digits)), power if isinstance(power, int) else 0)


def _exponent(digits: int, value: Decimal) -> int | None:
    """The power of ten between a whole number and a value; None when they do not have the same digits."""
    if digits == 0 or value == 0:
        return 0 if digits == value else None
    exponent = value.adjusted() - Decimal(digits).adjusted()
    return exponent if Decimal(digits).scaleb(exponent) == value else None


def _decimals(found: str, parts: list[str]) -> int:
    """Digits after the decimal mark; of three digits after one mark, ',' says decimals and '.' a group."""
    if len(parts) != 2:
        return len(parts[-1]) if len(parts) > 2 and len(parts[-1]) != 3 else 0
    return 0 if "." in found and len(parts[1]) == 3 else len(parts[1])


def readings(amount: Amount, quote: str | None, unit: str, *, whole: bool = False) -> tuple[Reading, ...]:
    """Every other reading of a figure, cheapest first; whole: of a metric that counts whole things."""
    return _readings(amount.value, amount.interval, amount.exact, quote, unit, whole)


@lru_cache(maxsize=4096)
def _readings(
    value: Decimal, interval: Interval, exact: bool, quote: str | None, unit: str, whole: bool
) -> tuple[Reading, ...]:
    numeral = printed_numeral(value, quote)
    sign = -1 if value < 0 else 1
    found: dict[Decimal, Reading] = {}
    for kind, variants in _variants(numeral, unit).items():
        # 886 becomes 86 in two ways, 896 in one: each way counts.
        ways = Counter(v for v in variants if v != (numeral.digits, numeral.exponent))
        for (digits, exponent), count in sorted(ways.items()):
            read = sign * Decimal(int(digits)).scaleb(exponent)
            cost = load_repairs()[kind].cost + math.log(ways.total() / count)
            if read != value and (read not in found or cost < found[read].cost):
                around = _around(read, value, interval, exact, exponent - numeral.exponent)
                found[read] = Reading(kind, read, around, cost)
    others = [r for r in found.values() if not whole or r.value == r.value.to_integral_value()]
    return tuple(sorted([*others, *_of_its_signs(value, interval, exact)], key=lambda r: (r.cost, r.value)))


def _of_its_signs(value: Decimal, interval: Interval, exact: bool) -> Iterator[Reading]:
    """The same digits without the minus sign, or with a hedge that says less."""
    if value < 0:
        yield Reading("sign", -value, -interval, load_repairs()["sign"].cost)
    if not exact:
        times = load_repairs()["loose_hedge"].widening
        ends = [None if end is None else value + times * (end - value) for end in (interval.lo, interval.hi)]
        yield Reading("loose_hedge", value, Interval(*ends), load_repairs()["loose_hedge"].cost)


def unexplained_cost() -> float:
    """−ln prior that a figure is wrong in no way the catalogue knows, at one of many values."""
    return load_repairs()["unexplained"].cost


def remaining(
    amount: Amount, quote: str | None, left: Interval, kind: Misreading = "unexplained"
) -> tuple[Reading, ...]:
    """The values of a figure's printed precision that share something with `left`, when they are few.

    kind: why none of the catalogue's readings is among them. A value costs the more the less of `left` it
    explains. None for a hedged figure or a number in words, whose precision is unknown.
    """
    numeral, around = printed_numeral(amount.value, quote), amount.interval - Interval.exactly(amount.value)
    room, step = left - around, Decimal(1).scaleb(numeral.exponent)
    if not amount.exact or numeral.marks is None or room.lo is None or room.hi is None:
        return ()
    first = (room.lo / step).to_integral_value(ROUND_CEILING)
    count = int((room.hi / step).to_integral_value(ROUND_FLOOR) - first) + 1
    if count > _FEW:
        return ()
    intervals = {value: Interval.exactly(value) + around for value in (step * (first + n) for n in range(count))}
    shares = {value: _common(interval, left) for value, interval in intervals.items() if value != amount.value}
    total = sum(shares.values())
    weights = {value: share / total if total else 1 / len(shares) for value, share in shares.items()}
    found = [
        Reading(kind, value, intervals[value], unexplained_cost() - math.log(weight))
        for value, weight in weights.items()
        if weight
    ]
    return tuple(sorted(found, key=lambda r: (r.cost, r.value)))


def _common(one: Interval, other: Interval) -> float:
    """Width of what two intervals share."""
    shared = one.intersection(other)
    return float(shared.width or 0) if shared is not None else 0.0


def _around(read: Decimal, value: Decimal, interval: Interval, exact: bool, shift: int) -> Interval:
    """The interval around another reading: a hedge's in proportion, a rounding's at the new last place."""
    if exact or value == 0:
        ends = [None if end is None else read + (end - value).scaleb(shift) for end in (interval.lo, interval.hi)]
    else:
        ends = [None if end is None else read * end / value for end in (interval.lo, interval.hi)]
    return Interval(*ends)


def _variants(numeral: Numeral, unit: str) -> dict[Misreading, list[tuple[str, int]]]:
    """Digits and last place of every misreading."""
    found: dict[Misreading, list[tuple[str, int]]] = {
        "separator": list(_other_mark(numeral)),
        "misplaced_mark": list(_other_place_of_mark(numeral, unit)),
        "magnitude_word": list(_other_scale(numeral, "magnitude_word", unit)),
        "thousand_word": list(_other_scale(numeral, "thousand_word", unit)),
        "unit_slip": list(_other_scale(numeral, "unit_slip", unit)),
        "confused_digit": [(digits, numeral.exponent) for digits in _confused(numeral.digits)],
        "transposed_digits": [(digits, numeral.exponent) for digits in _transposed(numeral.digits)],
        "lost_digit": list(_with_one_more(numeral)),
        "doubled_digit": list(_with_one_less(numeral)),
    }
    return {kind: _well_formed(variants) for kind, variants in found.items()}


def _well_formed(variants: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """No numeral above one begins with 0; what remains of a single digit is nothing."""
    return [(digits, exponent) for digits, exponent in variants if digits and digits.strip("0")]


def _other_mark(numeral: Numeral) -> Iterator[tuple[str, int]]:
    """A group of three taken for decimals or the reverse: only one mark, with three digits after it, can be either."""
    for shift in load_repairs()["separator"].shifts:
        # No group of three stands behind a lone 0.
        grouped = numeral.decimals == 3 and not numeral.digits.startswith("0")
        could_be = grouped if shift > 0 else numeral.decimals == 0 and numeral.marks == 1
        if could_be:
            yield numeral.digits, numeral.exponent + shift


def _other_place_of_mark(numeral: Numeral, unit: str) -> Iterator[tuple[str, int]]:
    """The mark one or two digits elsewhere among the digits, or put in where it was left out."""
    row = load_repairs()["misplaced_mark"]
    for shift in row.shifts if unit in row.units and numeral.marks is not None and numeral.marks <= 1 else ():
        decimals = numeral.decimals - shift
        if 0 <= decimals < len(numeral.digits):
            yield numeral.digits, numeral.exponent + shift


def _other_scale(numeral: Numeral, kind: Misreading, unit: str) -> Iterator[tuple[str, int]]:
    """The same numeral with another scale word or unit; `scales` are those that a word exists for."""
    row = load_repairs()[kind]
    if row.units and unit not in row.units:
        return
    for shift in row.shifts:
        scale = numeral.exponent + numeral.decimals + shift
        if numeral.marks is None or not row.scales or scale in row.scales:
            yield numeral.digits, numeral.exponent + shift


def _confused(digits: str) -> Iterator[str]:
    confusions = load_repairs()["confused_digit"].confusions
    for place, digit in enumerate(digits):
        for other in confusions.get(digit, ""):
            if place or other != "0":
                yield digits[:place] + other + digits[place + 1 :]


def _transposed(digits: str) -> Iterator[str]:
    for place in range(len(digits) - 1):
        one, other = digits[place], digits[place + 1]
        if one != other and (place or other != "0"):
            yield digits[:place] + other + one + digits[place + 2 :]


def _with_one_more(numeral: Numeral) -> Iterator[tuple[str, int]]:
    """A lost digit put back: among the decimals the last place moves, before the mark it does not."""
    whole = len(numeral.digits) - numeral.decimals
    for place in range(len(numeral.digits) + 1):
        for digit in _DIGITS if place else _DIGITS[1:]:
            digits = numeral.digits[:place] + digit + numeral.digits[place:]
            if place <= whole:
                yield digits, numeral.exponent
            if place >= whole and numeral.decimals:
                yield digits, numeral.exponent - 1


def _with_one_less(numeral: Numeral) -> Iterator[tuple[str, int]]:
    """A digit printed twice taken out, by the same rule."""
    whole = len(numeral.digits) - numeral.decimals
    for place in range(1, len(numeral.digits)):
        if numeral.digits[place] == numeral.digits[place - 1]:
            digits = numeral.digits[:place] + numeral.digits[place + 1 :]
            yield digits, numeral.exponent if place < whole else numeral.exponent + 1

"""Every reading of a printed numeral, and which one convention prefers.

Belongs here: separators and printed precision. Does not: units, scale words, or which reading is
true (`readings`). In Vietnamese print '.' groups thousands and ',' marks decimals (TCVN 6398;
authors mix in the English habit, hence the other readings).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

_GROUPED: Final = {sep: re.compile(rf"^[0-9]{{1,3}}(?:{re.escape(sep)}[0-9]{{3}})+$") for sep in ".,"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a numeral: its value, and the place value of its last printed digit."""

    value: Decimal
    step: Decimal
    conventional: bool


@lru_cache(maxsize=16384)
def readings(numeral: str) -> tuple[Reading, ...]:
    """Every reading of digits with '.' and ',', the conventional first where there is one.

    Errors: ValueError when `numeral` holds anything but digits and single separators between them.
    """
    if not re.fullmatch(r"[0-9]+(?:[.,][0-9]+)*", numeral):
        raise ValueError(f"{numeral!r} is no numeral")
    found: list[Reading] = []
    for group, mark in ((".", ","), (",", ".")):
        reading = _read(numeral, group, mark, conventional=group == ".")
        if reading is not None and all(other.value != reading.value for other in found):
            found.append(reading)
    if not found:
        found.append(_lenient(numeral))
    return tuple(found)


def _read(numeral: str, group: str, mark: str, *, conventional: bool) -> Reading | None:
    whole, found, fraction = numeral.partition(mark)
    if mark in fraction or group in fraction:
        return None
    if group in whole and not _GROUPED[group].match(whole):
        return None
    digits = whole.replace(group, "")
    step = Decimal(1).scaleb(-len(fraction))
    return Reading(Decimal(f"{digits}.{fraction}" if found else digits), step, conventional)


def _lenient(numeral: str) -> Reading:
    """A numeral that no habit explains (`3.131.93`): the last short group is taken as decimals."""
    *groups, last = re.split(r"[.,]", numeral)
    if len(last) == 3:
        return Reading(Decimal("".join([*groups, last])), Decimal(1), conventional=False)
    step = Decimal(1).scaleb(-len(last))
    return Reading(Decimal(f"{''.join(groups)}.{last}"), step, conventional=False)

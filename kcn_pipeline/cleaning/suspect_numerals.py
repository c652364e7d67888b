"""Short numerals that may be misread words, as `14` for là and `6` for ở.

Belongs here: where one is suspect, and how much sooner or later it is taken for a word. Does not: which word it would
be (`shortlists`), or the choice (`ngrams.lattice`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from kcn_pipeline.cleaning.tokens import Token, TokenKind

# Natural logarithms: how rare these very digits are among numerals, which the model knows as one word; anywhere, or
# where one stands before another numeral and its unit.
_NUMERAL_IS_WORD: Final = 2.5
_NUMERAL_TOO_MANY: Final = 5.0
_SHORT_NUMERAL: Final = re.compile(r"0|[1-9]\d?")
_THOUSANDS: Final = re.compile(r"\d{3}")
_BY_FULL_STOP: Final = re.compile(r"(?<!\d)\d{1,3}\.\d{3}(?![\d.,])")


def suspect_numerals(run: Sequence[Token], text: str) -> Mapping[int, float]:
    """Places of short numerals that may be misread words, with the price of taking them so.

    None beside a comma or bracket, which part numbers sooner than small words; none in a row of three, as in a table;
    none that may group the thousands of the next (`14 320`). One before another numeral and its unit is suspect by its
    place already, unless a name stands before it: that is how flattened tables begin.
    """
    suspects = {}
    for place, token in enumerate(run):
        if token.kind != "numeral" or not _SHORT_NUMERAL.fullmatch(token.text) or not _is_between_blanks(token, text):
            continue
        before, after, third = (run[i] if 0 <= i < len(run) else None for i in (place - 1, place + 1, place + 2))
        if _is(before, "numeral"):
            continue
        if not _is(after, "numeral"):
            suspects[place] = _NUMERAL_TOO_MANY if _ends_amount(run, place, text) else _NUMERAL_IS_WORD
        elif after and not _is(third, "numeral") and not (_THOUSANDS.fullmatch(after.text) and _may_group(text)):
            named = before is None or before.text.istitle()
            suspects[place] = _NUMERAL_TOO_MANY if _is(third, "word") and not named else _NUMERAL_IS_WORD
    return suspects


@lru_cache(maxsize=4)
def _may_group(text: str) -> bool:
    """Whether blanks may part thousands: not in a text that does it with full stops."""
    return _BY_FULL_STOP.search(text) is None


def _ends_amount(run: Sequence[Token], place: int, text: str) -> bool:
    """Whether nothing but blanks parts the place from an amount of two words of scale and unit: `51 ty dong 6 nhom`."""
    first = place - 3
    if first < 0 or run[first].kind != "numeral" or any(one.kind != "word" for one in run[first + 1 : place]):
        return False
    return not any(sign in text[run[first].end : run[place].start] for sign in ",()-–;")


def _is_between_blanks(token: Token, text: str) -> bool:
    return not (text[max(token.start - 1, 0) : token.start].strip() or text[token.end : token.end + 1].strip())


def _is(token: Token | None, kind: TokenKind) -> bool:
    return token is not None and token.kind == kind

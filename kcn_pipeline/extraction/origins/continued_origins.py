"""The origin that a passage goes on with: `84 triệu USD vốn FDI. 08 dự án tăng vốn thêm 33 triệu USD`.

Belongs here: amounts in dollars that go on with what was FDI. Does not: origins that a sentence names (`origins`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.origins.currencies import is_split
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.passages.wholes import are_of_kind
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Origin
from kcn_pipeline.reference.function_words import function_words

_RECENT: Final = 5
_TOTALS: Final = function_words("total")
_STOPS: Final = frozenset(".!?…;:)")


def continued_origin(
    tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft], memory: Memory
) -> Origin | None:
    """FDI, where all of the last figures were and the sentence has dollars only and no word of origin or stock.

    An item of a list and the text under a heading begin anew, a paragraph of prose goes on; so do stocks after stocks.
    """
    mentions, first = context.mentions, context.sentence.first
    money = [d for d in drafts if d.figure.dimension == "money" and is_split(d)]
    if mentions.of("origin") or not money or tokens.keys[first] in _TOTALS:
        return None
    if any(d.figure.unit != "USD" or d.figure.column is not None for d in money):
        return None
    said = [d for d in memory.recent()[:_RECENT] if is_split(d)]
    if not said or any(d.origin != "fdi" for d in said):
        return None
    if mentions.of("stock") and not are_of_kind([d.metric or "" for d in said], "stock"):
        return None
    between = tokens.text[tokens.ends[said[0].figure.last - 1] : tokens.starts[first]]
    return None if "\n" in between and (_is_marked(tokens, first) or _ends_heading(between)) else "fdi"


def _is_marked(tokens: Tokens, first: int) -> bool:
    """`- Cấp mới …`, `a) Cấp mới …`: an item of a list."""
    return not tokens.keys[first].isalpha() or tokens.keys[first + 1 : first + 2] in ([")"], ["."])


def _ends_heading(between: str) -> bool:
    """Whether the line before ends without a full stop."""
    return between.partition("\n")[0].rstrip()[-1:] not in _STOPS

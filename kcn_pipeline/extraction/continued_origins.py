"""The origin that a passage goes on with: `84 triệu USD vốn FDI. 08 dự án tăng vốn thêm 33 triệu USD`.

Belongs here: amounts in dollars that go on with what was FDI. Does not: origins that a sentence names (`origins`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kcn_pipeline.extraction.context import SentenceContext
from kcn_pipeline.extraction.currencies import is_split
from kcn_pipeline.extraction.drafts import Draft
from kcn_pipeline.extraction.memory import Memory
from kcn_pipeline.extraction.tokens import Tokens
from kcn_pipeline.quantities import Origin

_RECENT: Final = 5


def continued_origin(
    tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft], memory: Memory
) -> Origin | None:
    """FDI, where all of the last figures were and the sentence has dollars only and no word of origin or stock.

    An item of a list begins anew, a paragraph of prose goes on.
    """
    mentions, first = context.mentions, context.sentence.first
    money = [d for d in drafts if d.figure.dimension == "money" and is_split(d)]
    if mentions.of("origin", "stock") or not money:
        return None
    if any(d.figure.unit != "USD" or d.figure.column is not None for d in money):
        return None
    said = [d for d in memory.recent()[:_RECENT] if is_split(d)]
    if not said or any(d.origin != "fdi" for d in said):
        return None
    apart = "\n" in tokens.text[tokens.ends[said[0].figure.last - 1] : tokens.starts[first]]
    marked = any(not key.isalpha() for key in tokens.keys[first : first + 2])
    return None if apart and marked else "fdi"

"""One company that its trade or number alone tells: `nhà máy lọc dầu`, `một doanh nghiệp Nhật Bản`.

Belongs here: companies without a name of their own. Does not: names behind the kind of a company (`company_names`),
brands (`brand_names`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kcn_pipeline.extraction.names.proper_names import EntityMention, gap_before, name_end, slug_of
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_ONE: Final = function_words("one")
_CLAUSE_STARTS: Final = frozenset(".,;:(+-–") | function_words("only") | function_words("where")
_STARTS: Final = _CLAUSE_STARTS | function_words("is")
_KINDS: Final = frozenset({"project", "enterprise"})


def unnamed_companies(tokens: Tokens, mentions: MentionMap) -> Iterator[EntityMention]:
    """Each where it opens a clause or is singled out; of several, or on the average of many, it tells nothing."""
    parts = {m.last for m in mentions.of("parts", "only")}
    kinds = {m.last: m for m in mentions.of("company_head", "unit") if _is_kind(m)}
    for trade in mentions.of("single_plant"):
        kind = kinds.get(trade.first)
        first = trade.first if kind is None else kind.first
        last = name_end(tokens, trade.last)
        named = kind is not None or last > trade.last or tokens.keys[first - 1] in function_words("only")
        if named and (first in parts or _follows(tokens, first, _STARTS)):
            yield EntityMention(f"company:{slug_of(tokens, first, last)}", first, last)
    for kind in (m for m in kinds.values() if m.role == "company_head" or m.value.dimension == "enterprise"):
        at = kind.first - 1
        if at >= 0 and tokens.keys[at] in _ONE and (kind.first in parts or _follows(tokens, at, _CLAUSE_STARTS)):
            last = _described(mentions, kind.last)
            yield EntityMention(f"company:{slug_of(tokens, at, last)}", at, last)


def _is_kind(mention: Mention) -> bool:
    return mention.role == "company_head" or mention.value.dimension in _KINDS


def _follows(tokens: Tokens, at: int, before: frozenset[str]) -> bool:
    return at == 0 or tokens.keys[at - 1] in before or "\n" in gap_before(tokens, at)


def _described(mentions: MentionMap, at: int) -> int:
    """After the origin and the country of its owners: `một doanh nghiệp FDI Nhật Bản`."""
    for role in ("origin", "country"):
        told = mentions.starting(at, role)
        at = at if told is None else told.last
    return at

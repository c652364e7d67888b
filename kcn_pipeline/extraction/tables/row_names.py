"""Whom the label of a row, or the header of a column, names.

Belongs here: choosing among the names of one cell, and the zone that only a header tells of. Does not: finding names
(`names`), rows without one (`tables.flatten`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.entities import slug


def named_in(words: Span, tokens: Tokens, entities: Sequence[EntityMention]) -> EntityMention | None:
    """Whom a label or header names: a full name before a bare one, the last of several."""
    first, last = tokens.at_or_after(words.start), tokens.at_or_after(words.end)
    start = bisect_left(entities, first, key=lambda e: e.first)
    stop = bisect_left(entities, last, lo=start, key=lambda e: e.first)
    named = [e for e in entities[start:stop] if e.last <= last]
    return next((e for e in reversed(named) if not e.bare), named[-1] if named else None)


def zone_named(label: Span, tokens: Tokens, entities: Sequence[EntityMention]) -> EntityMention | None:
    """The zone that a row is of, where the header says that rows are zones; a province there is a subtotal."""
    named = named_in(label, tokens, entities)
    if named is not None:
        return replace(named, bare=named.bare and not named.entity.startswith("zone:"))
    first, last = tokens.at_or_after(label.start), tokens.at_or_after(label.end)
    return EntityMention(f"zone:{slug(label.of(tokens.text))}", first, last) if first < last else None

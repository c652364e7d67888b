"""Lists that run in parallel: `Bắc Giang, Phú Thọ và Hòa Bình lần lượt cấp mới 34, 16 và 9 dự án`.

Belongs here: giving each figure of a list the name at its place in an earlier list. Does not: names
that stand beside their figure (`scope`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.owners.zone_kinds import is_of_land
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.text.brackets import without_asides
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words

_JOINTS: Final = function_words("and") | {","}
_LINKS_AT_MOST: Final = 3
_ENDS: Final = frozenset({";", "."})
_CLAUSES: Final = _ENDS | {",", ":"}
_ALIKE: Final = function_words("alike")
_LINKS: Final = function_words("link_to_figure")
_SEVERAL: Final = 2


def distribute_names(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft]) -> None:
    """Set `owner` of the figures after each word for "respectively", where both lists are of one length."""
    names: list[EntityMention] = []
    for word in context.mentions.of("respectively"):
        names = _list_before(tokens, context.entities, word.first) or names
        figures = _list_after(tokens, drafts, word.last, len(names))
        if names and len(figures) == len(names):
            for draft, name in zip(figures, names, strict=True):
                draft.owner = name


def distribute_each(tokens: Tokens, context: SentenceContext, drafts: list[Draft]) -> None:
    """`Tuyên Quang, Yên Bái mỗi nơi 4 dự án`: the figure once for each name, in place."""
    for word in context.mentions.of("each"):
        names = _list_before(tokens, context.entities, word.first)
        at = next((i for i, d in enumerate(drafts) if d.figure.before >= word.last), None)
        if names and at is not None and drafts[at].figure.before - word.last <= _LINKS_AT_MOST:
            drafts[at : at + 1] = [replace(drafts[at], cues=[*drafts[at].cues], owner=name) for name in names]


def distribute_alike(tokens: Tokens, context: SentenceContext, drafts: list[Draft]) -> None:
    """`Sa Đéc và Sông Hậu đều lấp đầy 96%`, `Sa Đéc, Sông Hậu trên 95%`: a rate once for each zone, in place."""
    zones = [e for e in context.entities if e.entity.startswith("zone:")]
    if len(zones) < _SEVERAL:
        return
    for place in range(len(drafts) - 1, -1, -1):
        draft = drafts[place]
        at = draft.figure.before
        last = next((e.last for e in reversed(zones) if e.last <= at), at)
        of_land = draft.figure.dimension == "percent" and draft.is_level and is_of_land(draft.metric)
        if not of_land or draft.figure.column is not None or draft.owner is not None:
            continue
        names = _list_before(tokens, zones, at) if _leads_to_rate(tokens, context, last, at) else []
        drafts[place : place + 1] = [replace(draft, cues=[*draft.cues], owner=name) for name in names] or [draft]


def _leads_to_rate(tokens: Tokens, context: SentenceContext, first: int, last: int) -> bool:
    """Whether nothing stands between but links, or what is told of each: all behind the word for alike."""
    keys = tokens.keys[first:last]
    if keys and keys[0] in _ALIKE:
        return _CLAUSES.isdisjoint(keys)
    hedged = {at for m in context.mentions.of("hedge") for at in range(m.first, m.last)}
    return all(at in hedged or tokens.keys[at] in _LINKS for at in range(first, last))


def _list_before(tokens: Tokens, entities: Sequence[EntityMention], at: int) -> list[EntityMention]:
    """The last run of bare names before token `at` that commas and `và` join."""
    run: list[EntityMention] = []
    for entity in reversed([e for e in entities if (e.bare or e.entity.startswith("zone:")) and e.last <= at]):
        if run and not _are_joined(tokens.keys[entity.last : run[-1].first]):
            break
        run.append(entity)
    return run[::-1] if len(run) > 1 else []


def _are_joined(between: Sequence[str]) -> bool:
    """`Vĩnh Hòa (120 ha) và Phú Long (85 ha)`: by one joint, but for what is told of each in brackets."""
    plain = without_asides(between) if between[:1] == ["("] else between
    return len(plain) == 1 and plain[0] in _JOINTS


def _list_after(tokens: Tokens, drafts: Sequence[Draft], at: int, count: int) -> list[Draft]:
    """The first `count` figures after token `at`, where nothing but joints and units parts them."""
    after = [d for d in drafts if d.figure.first >= at][:count]
    for one, other in pairwise(after):
        if _ENDS & set(tokens.keys[one.figure.last : other.figure.first]):
            return []
    return after

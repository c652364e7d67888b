"""The one zone that a whole text is about: its title or first sentence names it, and later ones speak of it unnamed.

Belongs here: whether there is such a zone, and where the text turns to more. Does not: the zone that one paragraph is
about (`context`), words that point back (`anaphora`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.names.anaphora import speaks_of_many
from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.entities import slug
from kcn_pipeline.reference.function_words import function_words

_ECONOMIC: Final = "kkt"
_ZONE: Final = "zone"
_SCOPES: Final = ("zone:", "board:", "province:", "nation:", "bloc:")
_SITED: Final = function_words("site_of_zone")
_ONLY: Final = function_words("only")
_OF_SOURCES: Final = function_words("of_a_source")


class TopicZones:
    """Follows the names of one text in order; `mentions` are those of the whole text."""

    def __init__(self, tokens: Tokens, mentions: MentionMap, identity: Identity) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._identity = identity
        self._zone: EntityMention | None = None
        self._opened = self._elsewhere = False

    @property
    def zone(self) -> EntityMention | None:
        """The zone that what comes next is about; None where there is none, or more than it was named last."""
        return None if self._elsewhere else self._zone

    @property
    def may_open(self) -> bool:
        """Whether nothing was named so far."""
        return not self._opened

    def standing_for_it(self, entities: Sequence[EntityMention]) -> Sequence[EntityMention]:
        """`entities` with the zone in place of the board called after it, which is named for what it does there."""
        zone, board = self._zone, self._identity.publisher
        if zone is None or not self._is_namesake(zone):
            return entities
        starting = self._mentions.all_starting
        of_board = [e.entity == board and bool(starting(e.first, "board_head")) for e in entities]
        pairs = zip(entities, of_board, strict=True)
        return [replace(e, entity=zone.entity) if named else e for e, named in pairs]

    def take(self, entities: Sequence[EntityMention], *, in_title: bool = False, within: bool = False) -> None:
        """Take note of the names of a sentence, `within` a paragraph that another opened, or of a title."""
        sources = [e for e in entities if self._is_source(e)]
        of_sources = {at for source in sources for at in range(source.first, source.last)}
        scopes = [e for e in entities if e.entity.startswith(_SCOPES) and e.first not in of_sources]
        if not self._opened and scopes:
            self._opened = True
            named = {e.entity for e in scopes if not e.bare or e.entity.startswith("zone:")}
            if len(named) == 1 and scopes[0].entity.startswith("zone:") and self._may_be_topic(scopes[0], in_title):
                self._zone = replace(scopes[0], bare=False)
        for scope in scopes:
            if self._elsewhere and self._tokens.keys[scope.first - 1] in _ONLY:
                continue  # `riêng KKT A góp 5 dự án`: singled out from all that the text had turned to
            again = self._elsewhere and (within or scope.bare)
            if again and self._zone is not None and self._is_namesake(self._zone):
                continue  # a text of the board that bears the zone's name: one look at the zone is no turn
            if not scope.bare or scope.entity.startswith("zone:"):
                self._elsewhere = self._zone is None or not _is_same(scope.entity, self._zone.entity)

    def _may_be_topic(self, zone: EntityMention, in_title: bool) -> bool:
        """A report whose first sentence has one zone by the way (`KCN A đã san lấp xong 30 ha`) is not about it."""
        opening = "\n" not in self._tokens.text[: self._tokens.span(zone.first, zone.last).start].lstrip()
        about_it = in_title or opening or self._identity.kind == "press" or self._is_named_again(zone)
        return about_it and not self._is_boards_own(zone)

    def _is_boards_own(self, zone: EntityMention) -> bool:
        """Over the report of a board an economic zone, or the one that it is called after, is its whole territory."""
        kind = (self._identity.publisher or "").partition(":")[0]
        if self._identity.kind == "press" or kind != "board" or self._is_named_again(zone):
            return False
        heads = self._mentions.all_starting(zone.first, "coverage")
        return self._is_namesake(zone) or any(head.value.value == _ECONOMIC for head in heads)

    def _is_namesake(self, zone: EntityMention) -> bool:
        kind, _, code = (self._identity.publisher or "").partition(":")
        return kind == "board" and zone.entity.removeprefix("zone:") in slug(load_boards()[code].name)

    def _is_named_again(self, zone: EntityMention) -> bool:
        """Whether a later passage names the zone in full, apart from the board that bears its name, or points back."""
        keys = self._tokens.keys
        pointing = (m for m in self._mentions.of("points_at") if m.value.value == _ZONE)
        if any(not speaks_of_many(self._tokens, word) for word in pointing):
            return True
        heads = [m for m in self._mentions.of("zone_head") if m.first == zone.first]
        first = max((m.last for m in heads), default=zone.first)
        while first < zone.last - 1 and keys[first] in _SITED:
            first += 1
        name = keys[first : zone.last]
        for head in self._mentions.of("zone_head"):
            at = head.last
            while at - head.last < len(name) and keys[at : at + 1] and keys[at] in _SITED:
                at += 1
            of_board = self._mentions.all_ending(head.first, "board_head")
            if head.first >= zone.last and not of_board and keys[at : at + len(name)] == name:
                return True
        return False

    def _is_source(self, entity: EntityMention) -> bool:
        """A board that only tells, or licenses: `theo Trưởng ban Quản lý Khu kinh tế …`."""
        named = self._tokens.keys[entity.first - 1 : entity.first]
        return entity.entity.startswith("board:") and not _OF_SOURCES.isdisjoint(named)


def _is_same(one: str, other: str) -> bool:
    """Whether two entities are one zone: `Lệ Thanh` after `Khu kinh tế cửa khẩu quốc tế Lệ Thanh`."""
    names = one.removeprefix("zone:"), other.removeprefix("zone:")
    return one == other or (
        one.startswith("zone:") and any(f"-{a}" == b[-len(a) - 1 :] for a, b in (names, names[::-1]))
    )

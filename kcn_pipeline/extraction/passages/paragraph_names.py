"""Whom a paragraph is about: a name at the head of one of its sentences, or the zone that the whole text is about.

Belongs here: the name carried from sentence to sentence. Does not: the choice for one figure (`owners`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.passages.topic_zones import TopicZones
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.extraction.times.calendar import TimeMention
from kcn_pipeline.reference.function_words import function_words

_LASTING: Final = ("board:", "province:", "nation:")
_NATION: Final = "nation"
_OF_PROVINCES: Final = ("board:", "province:")
_PROVINCE_WORD: Final = function_words("province_word")
_MANY: Final = function_words("plural") | {NUMBER_KEY, ","}
_SINGLE: Final = ("zone:", "company:")
_OF_MEMBERS: Final = frozenset({"bloc", "nation"})
_WIDE: Final = frozenset({"province", "nation", ""})  # whose reports speak of a board's zones and of all beside them
_MARK_AT_MOST: Final = 3
_WORDS_TO_PLACE: Final = 5
_CLAUSE_WORDS_AT_MOST: Final = 9
_PLACING: Final = function_words("placing")
_PLURAL: Final = function_words("plural")
_PAUSES: Final = frozenset({",", ";", ".", ":"})


class ParagraphNames:
    """Reads the sentences of a text in order; `mentions` are those of the whole text.

    `current`: whom the sentence last opened is about, if its paragraph tells.
    """

    def __init__(self, tokens: Tokens, mentions: MentionMap, identity: Identity) -> None:
        self._tokens = tokens
        self._publisher = (identity.publisher or "").partition(":")[0]
        self._topic_zones = TopicZones(tokens, mentions, identity)
        self._placed: EntityMention | None = None
        self._counts = self._is_open = False
        self._province: EntityMention | None = None  # that an article on the nation spoke of last
        self._told_by: EntityMention | None = None  # whose figures an article on a province goes on with
        self.current: EntityMention | None = None

    def enter(self) -> None:
        """A new paragraph forgets the one before it, but not the zone that the whole text is about."""
        if self.current is not None and self.current.entity.startswith(_OF_PROVINCES):
            self._province = self.current
        self.current, self._placed = self._topic_zones.zone or self._told_by, None
        self._is_open = False

    def standing_for_its_zone(self, entities: Sequence[EntityMention]) -> Sequence[EntityMention]:
        """`entities` with the zone that the whole text is about in place of the board called after it."""
        return self._topic_zones.standing_for_it(entities)

    def leave(self, entities: Sequence[EntityMention]) -> None:
        """Remember whom an article on a province or the nation spoke of last, and where a text turns from its zone."""
        within, self._is_open = self._is_open, True
        if not entities:
            return
        spoken_of = [e for e in entities if not e.bare and e.entity.startswith(_LASTING) and not self._only_placed(e)]
        if self._publisher in _WIDE and spoken_of:
            self.current = spoken_of[-1]
            self._told_by = None if any(e.entity.startswith("province:") for e in spoken_of) else self._told_by
        elif self._turns_from_one(spoken_of):
            self.current = None  # `KCN Long Mỹ có 9 dự án. Ban cấp mới 3 dự án. Vốn là …`: it speaks of all again
        zone = self._topic_zones.zone
        # A line without a number, such as the caption of a picture, names a place and turns to nothing.
        told = [e for e in entities if self._counts or not (e.bare and e.entity.startswith("zone:"))]
        self._topic_zones.take(told, within=within)
        if zone is not None and self.current == zone:
            self.current = self._topic_zones.zone

    def _turns_from_one(self, spoken_of: Sequence[EntityMention]) -> bool:
        """Whether a board is spoken of after the zone or company that opened the paragraph."""
        current = self.current
        single = current is not None and current.entity.startswith(_SINGLE)
        return single and current is not None and any(e.first > current.last for e in spoken_of)

    def _only_placed(self, entity: EntityMention) -> bool:
        """`4 dự án trong khu; tỉnh còn cấp …`: where the last figure lies, no topic of what comes after."""
        before = self._tokens.keys[max(entity.first - _WORDS_TO_PLACE, 0) : entity.first]
        return entity.closing and NUMBER_KEY in before and _PAUSES.isdisjoint(before)

    def open(
        self,
        sentence: Sentence,
        mentions: MentionMap,
        times: Sequence[TimeMention],
        entities: Sequence[EntityMention],
    ) -> None:
        """Read the next sentence: a name at its head, alone of its kind, owns the paragraph from there on.

        A bare name without figures does once the next sentence begins with a board that it does not name: it is that
        province's (the bare name of a province, a full stop, "the board …").
        """
        self._counts = NUMBER_KEY in self._tokens.keys[sentence.first : sentence.last]
        if sentence.heading and self._topic_zones.may_open:
            # `46.000 tỷ đồng vào KCN A`: the zone of a title is that of its figures too.
            self._topic_zones.take(entities, in_title=True)
            self.current = self._topic_zones.zone
        if self.current is None and self._province is not None and self._points_at_province(sentence):
            self.current = self._province
        if self.current is not None and self.current.entity.startswith("zone:") and self._is_of_several(mentions):
            self.current = None
        opening = self._opening(sentence, mentions, times, entities) if entities else None
        if opening is None:
            if self._placed is not None and any(m.first == sentence.first for m in mentions.of("board_head")):
                self.current = replace(self._placed, bare=False)
            return
        self._placed = opening if opening.bare else None
        others = any(e.first >= opening.last and e.entity.startswith("board:") for e in entities if e.bare)
        beside = (e for e in entities if 0 < e.first - opening.last <= 1 and not self._places(e, opening))
        listed = any(beside) or self._is_one_of_many(opening, entities)
        singled_out = any(m.first <= opening.first for m in mentions.of("only"))
        # `Một tập đoàn Nhật Bản rót thêm vốn. …`: told by the way, and no topic of a paragraph.
        singled = opening.entity.startswith("company:") and (singled_out or not self._is_named(opening, mentions))
        if not listed and not singled and not (opening.bare and (others or not self._counts)):
            self.current = replace(opening, bare=False) if opening.bare else opening
            if self._publisher == "province" and mentions.starting(opening.first, "board_head") is not None:
                self._told_by = self.current  # `Ban Quản lý các KCN tỉnh cho hay …`, until the whole province is named

    def _places(self, place: EntityMention, zone: EntityMention) -> bool:
        """`KCN Đại An (Hải Dương)`: the province in brackets tells where it is."""
        kinds = zone.entity.startswith("zone:") and place.bare and place.entity.startswith("board:")
        return kinds and self._tokens.keys[zone.last] == "(" and self._tokens.keys[place.last : place.last + 1] == [")"]

    def _is_of_several(self, mentions: MentionMap) -> bool:
        """`Tỷ lệ lấp đầy 4 KCN đạt 71%`, behind what one of them has: a rate or amount of a counted number of zones."""
        counts = (m for m in mentions.of("unit") if m.value.dimension == "zone" and m.first > 0)
        numbers = (m.first - 1 for m in counts if self._tokens.keys[m.first - 1] == NUMBER_KEY)
        return any(mentions.ending(at, "metric") is not None for at in numbers)

    def _points_at_province(self, sentence: Sentence) -> bool:
        """`Trong 31 KCN của tỉnh, …` in an article on the nation: the province of the paragraphs before."""
        if self._publisher != _NATION:
            return False
        keys, text, starts = self._tokens.keys, self._tokens.text, self._tokens.starts
        words = (at for at in range(sentence.first, sentence.last - 1) if keys[at] in _PROVINCE_WORD)
        return any(keys[at - 1] not in _MANY and not text[starts[at + 1]].isupper() for at in words)

    @staticmethod
    def _is_named(company: EntityMention, mentions: MentionMap) -> bool:
        return company.bare or mentions.starting(company.first, "company_head") is not None

    def _opening(
        self,
        sentence: Sentence,
        mentions: MentionMap,
        times: Sequence[TimeMention],
        entities: Sequence[EntityMention],
    ) -> EntityMention | None:
        """The name at the head of a sentence; without one the sentence may turn to a province."""
        behind = self._behind_times(sentence, mentions, times)
        opening = next((e for e in entities if e.first <= behind + _MARK_AT_MOST - 1 and self._may_open(e)), None)
        opening = opening or self._behind_clause(behind, entities) or self._behind_holder(behind, entities)
        if opening is None:
            self._turn_to_place(behind, entities)
        return opening

    def _behind_times(self, sentence: Sentence, mentions: MentionMap, times: Sequence[TimeMention]) -> int:
        """Where a sentence begins behind a time, a rank or a word of parts: `Đến nay, khu … có`, `Trong đó, khu …`."""
        ends = {m.first: m.last for m in mentions.of("now", "stock", "rank", "parts")}
        ends |= {self._tokens.at_or_after(t.span.start): self._tokens.at_or_after(t.span.end) for t in times}
        at = sentence.first
        while at < sentence.last and (at in ends or (at > sentence.first and self._tokens.keys[at] == ",")):
            at = ends.get(at, at + 1)
        return at

    def _behind_clause(self, start: int, entities: Sequence[EntityMention]) -> EntityMention | None:
        """`Về thu hút đầu tư, tại KCN A có …`, `Rộng 407 ha, KCN A là …`: the zone right behind the opening clause."""
        first = next((e for e in entities if e.first >= start), None)
        if first is None or first.bare or not first.entity.startswith("zone:"):
            return None
        keys = self._tokens.keys[start : first.first]
        told = keys[:-1] if keys[-1:] and keys[-1] in _PLACING else keys
        alone = told[-1:] == [","] and len(told) <= _CLAUSE_WORDS_AT_MOST and _PAUSES.isdisjoint(told[:-1])
        return first if alone else None

    def _behind_holder(self, start: int, entities: Sequence[EntityMention]) -> EntityMention | None:
        """`Các doanh nghiệp trong KCN A đạt …`: the zone that those whom the sentence is about are in."""
        first = next((e for e in entities if e.first >= start), None)
        if first is None or first.bare or not first.entity.startswith("zone:"):
            return None
        keys = self._tokens.keys[start : first.first]
        held = 1 < len(keys) <= _WORDS_TO_PLACE and keys[-1] in _PLACING and NUMBER_KEY not in keys
        return first if held and _PAUSES.isdisjoint(keys) and keys[0] in _PLURAL else None

    def _is_one_of_many(self, zone: EntityMention, entities: Sequence[EntityMention]) -> bool:
        """`KCN A 29 dự án, KCN B 22 dự án`: each with its own figures, and the paragraph is about none."""
        others = (e for e in entities if e.entity.startswith("zone:") and not e.bare and e.first >= zone.last)
        rival = next((e for e in others if e.entity != zone.entity), None)
        if rival is None or not zone.entity.startswith("zone:"):
            return False
        between = self._tokens.keys[zone.last : rival.first]
        return NUMBER_KEY in between and between[-1] in _PAUSES

    def _turn_to_place(self, start: int, entities: Sequence[EntityMention]) -> None:
        """`Trên địa bàn tỉnh B có bốn khu …`: a paragraph that opens with a province is not about the text's zone."""
        first = next(iter(entities), None)
        placed = first is not None and first.bare and first.entity.startswith("board:")
        if placed and first is not None and first.first - start <= _WORDS_TO_PLACE and self._is_about_its_zone():
            self.current = None

    def _is_about_its_zone(self) -> bool:
        return self.current is not None and self.current == self._topic_zones.zone

    def _may_open(self, entity: EntityMention) -> bool:
        """A full name, or in the report of a bloc the bare province of a member (`Tại Thái Nguyên, …`)."""
        return not entity.bare or (self._publisher in _OF_MEMBERS and entity.entity.startswith("board:"))

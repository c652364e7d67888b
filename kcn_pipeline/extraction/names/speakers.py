"""Of whom an article speaks that no board wrote: the nation, the one province that it names, or that one's zones.

Belongs here: the choice for a whole text. Does not: names of single passages (`entities`), publishers of documents
(`documents`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import takewhile
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.names.entities import board_of
from kcn_pipeline.extraction.names.territory import boards_of, province_of
from kcn_pipeline.extraction.text.local_phrases import LocalPhrases
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.ceilings import load_ceilings
from kcn_pipeline.reference.entities import load_nations
from kcn_pipeline.reference.function_words import function_words

_OF_ZONES: Final = frozenset({"zone_head", "board_head", "zone_name"})
_PLACING: Final = function_words("placing") | function_words("into") | function_words("of")
_OF_ONE_ZONE: Final = frozenset({"zone_head", "zone_name"})
_PROVINCE_WORD: Final = function_words("province_word")
_MANY: Final = function_words("plural") | {NUMBER_KEY, ",", "/"}
_PROVINCES_AT_LEAST: Final = 3
_ZONE: Final = "zone"
_NATIONS: Final = LocalPhrases((nation.name, code) for code, nation in load_nations().items())
_OFFICES: Final = LocalPhrases((office, code) for code, nation in load_nations().items() for office in nation.offices)


def speaker(identity: Identity, tokens: Tokens, mentions: Sequence[Mention], text: Sequence[Sentence]) -> Identity:
    """`identity` with the one that press speaks of; unchanged for other documents, and where none is clear.

    More zones than any province has are the nation's, and so is such an article. The nation that is named goes before
    a province, unless the article names that first and as often. A province is spoken of as a whole where neither the
    title nor anything up to the first amount has a word for its zones. Where neither is clear, the proper name of the
    nation or one of its offices up to there tells, or several provinces after.
    """
    if identity.kind != "press":
        return identity
    publisher = identity.publisher or _spoken_of(tokens, mentions, identity.window.end)
    province = province_of(publisher or "")
    first = _first_with_amount(tokens, mentions, text)
    lead = 0 if first is None else _before_parts(mentions, first)
    until = 0 if first is None else first.last
    if _counts_zones_of_all(tokens, mentions) and not any(m.role == "place" for m in _before(mentions, until)):
        publisher, province = f"nation:{next(iter(load_nations()))}", None
    publisher = publisher or _nation_in(tokens, until) or _nation_of_many(mentions, until, identity.window.end)
    pictured = _of_captions(tokens, mentions, text, 0 if first is None else first.first)
    whole = province is not None and not any(m.role in _OF_ZONES for m in _before(mentions, lead) if m not in pictured)
    return replace(identity, publisher=f"province:{province}" if whole else publisher)


def _of_captions(
    tokens: Tokens, mentions: Sequence[Mention], text: Sequence[Sentence], until: int
) -> Sequence[Mention]:
    """Words for one zone in lines between the title and the first amount: `Một góc KCN Đồng Văn`, under a picture."""
    lines = [s for s in takewhile(lambda s: s.last <= until, text) if s.heading and s.first > 0]
    named = [m for m in _before(mentions, until) if m.role in _OF_ONE_ZONE and tokens.keys[m.first - 1] not in _MANY]
    return [m for m in named if any(s.first <= m.first < s.last for s in lines)] if lines else []


def _counts_zones_of_all(tokens: Tokens, mentions: Sequence[Mention]) -> bool:
    """`hiện có 327 khu công nghiệp`: more than any province has, whichever of them is named by the way."""
    units = (m for m in mentions if m.role == "unit" and m.first and m.value.dimension == _ZONE)
    counts = (tokens.words(m.first - 1, m.first) for m in units if tokens.keys[m.first - 1] == NUMBER_KEY)
    return any(count.isdecimal() and int(count) > _most_zones_of_a_board() for count in counts)


@cache
def _most_zones_of_a_board() -> int:
    row = next(row for row in load_ceilings().values() if row.dimension == _ZONE)
    return int(row.of("board"))


def _first_with_amount(tokens: Tokens, mentions: Sequence[Mention], text: Sequence[Sentence]) -> Sentence | None:
    units = (m.first for m in mentions if m.role in {"unit", "scale"} and m.first > 0)
    amount = next((at for at in units if tokens.keys[at - 1] == NUMBER_KEY), None)
    return None if amount is None else next((s for s in text if s.last > amount), None)


def _before_parts(mentions: Sequence[Mention], sentence: Sentence) -> int:
    """Where a sentence turns to parts: `17 dự án, trong đó 4 dự án trong khu` speaks of more than the zones."""
    parts = (m.first for m in _before(mentions, sentence.last) if m.role == "parts" and m.first > sentence.first)
    return next(parts, sentence.last)


def _before(mentions: Sequence[Mention], token: int) -> Iterator[Mention]:
    return takewhile(lambda m: m.first < token, mentions)


def _spoken_of(tokens: Tokens, mentions: Sequence[Mention], day: date) -> str | None:
    """The nation, or the board of the one province named."""
    nation = [m for m in mentions if m.role == "nation"]
    places = [m for m in mentions if m.role == "place"]
    first = not nation or (bool(places) and places[0].first < nation[0].first and len(places) >= len(nation))
    board = _board(tokens, mentions, places, day) if first else None
    if board is not None or not nation:
        return board
    at_home = not places and _is_of_unnamed_province(tokens, nation[0].first)
    return None if at_home else nation[0].value.value


def _is_of_unnamed_province(tokens: Tokens, until: int) -> bool:
    """`Các KCN tỉnh tổng kết năm 2019. … cao hơn cả nước`: an article at home leaves out the name of its province."""
    text, starts = tokens.text, tokens.starts
    words = (at for at in range(1, until) if tokens.keys[at] in _PROVINCE_WORD)
    return any(tokens.keys[at - 1] not in _MANY and text[starts[at + 1]].islower() for at in words)


def _nation_in(tokens: Tokens, lead: int) -> str | None:
    """The nation by its proper name, `vào Việt Nam` and no `Samsung Việt Nam`, or by an office of it."""
    named = (m for m in _NATIONS.within(tokens.keys, 0, lead) if _stands_alone(tokens, m.first))
    found = next(named, None) or next(_OFFICES.within(tokens.keys, 0, lead), None)
    return None if found is None else f"nation:{found.value}"


def _nation_of_many(mentions: Sequence[Mention], lead: int, day: date) -> str | None:
    """The nation, where the lead speaks of zones and of no province, and what follows goes through several."""
    placed = [m for m in mentions if m.role == "place" and boards_of(m.value, day)]
    several = len({m.value for m in placed}) >= _PROVINCES_AT_LEAST and placed[0].first >= lead
    of_zones = any(m.role == "zone_head" for m in _before(mentions, lead))
    return f"nation:{next(iter(load_nations()))}" if several and of_zones else None


def _stands_alone(tokens: Tokens, at: int) -> bool:
    return at == 0 or tokens.keys[at - 1] in _PLACING or "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]


def _board(tokens: Tokens, mentions: Sequence[Mention], places: Sequence[Mention], day: date) -> str | None:
    """The board over the zones of the only province named; None where several are."""
    provinces = {m.value for m in places if boards_of(m.value, day)}
    if len(provinces) != 1:
        return None
    words = [tokens.keys[at] for m in mentions if m.role == "zone_head" for at in range(m.first, m.last)]
    return f"board:{board_of(provinces.pop(), words, day)}"

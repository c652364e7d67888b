"""Words that point back at a zone or a company: `khu này`, `tại đây`, `nhà máy trên`.

Belongs here: which name such words stand for. Does not: names themselves (`proper_names`), investments pointed back
at (`origins`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kcn_pipeline.extraction.names.proper_names import EntityMention
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.entities import slug
from kcn_pipeline.reference.function_words import function_words

_PLURALS: Final = function_words("plural")
_AREA: Final = function_words("area_of_government")


def pointed_back(tokens: Tokens, mentions: MentionMap, named: Sequence[EntityMention]) -> Iterator[EntityMention]:
    """Each such word as a mention of the last name of its kind in the same paragraph; none where there is no name.

    A board called after its zone names that too: `Ban Quản lý Khu kinh tế Dung Quất cho biết, tại khu kinh tế này …`.
    """
    words = mentions.of("points_at")
    if not words:
        return
    zones = {m.last: m for m in mentions.of("zone_name")}
    provinces = {m.last for m in mentions.of("place")}
    names = iter(sorted((n for n in named if not n.closing), key=lambda n: n.first))
    waiting = next(names, None)
    last: dict[str, EntityMention] = {}
    for word in words:
        while waiting is not None and waiting.last <= word.first:
            kind = waiting.entity.partition(":")[0]
            last[kind] = waiting
            if kind == "board" and not waiting.bare and waiting.last in zones.keys() - provinces:
                zone = zones[waiting.last]
                last["zone"] = EntityMention(f"zone:{slug(zone.value)}", zone.first, zone.last)
            waiting = next(names, None)
        if speaks_of_many(tokens, word):
            continue
        kinds = (word.value.value,) if word.value.value != "place" else ("zone", "company")
        found = max((last[kind] for kind in kinds if kind in last), key=lambda n: n.first, default=None)
        if found is not None and "\n" not in tokens.text[tokens.starts[found.first] : tokens.starts[word.first]]:
            yield EntityMention(found.entity, word.first, word.last)


def speaks_of_many(tokens: Tokens, word: Mention) -> bool:
    """`các KCN trên địa bàn tỉnh`: no word that points back at one."""
    return tokens.keys[word.first - 1] in _PLURALS or tokens.keys[word.last : word.last + 1] == [*_AREA]

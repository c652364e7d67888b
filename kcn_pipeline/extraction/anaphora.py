"""Words that point back at a zone or a company: `khu này`, `tại đây`, `nhà máy trên`.

Belongs here: which name such words stand for. Does not: names themselves (`proper_names`), investments pointed back
at (`origins`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kcn_pipeline.extraction.phrase_index import Mention
from kcn_pipeline.extraction.proper_names import EntityMention
from kcn_pipeline.extraction.tokens import Tokens


def pointed_back(
    tokens: Tokens, mentions: Sequence[Mention], named: Sequence[EntityMention]
) -> Iterator[EntityMention]:
    """Each such word as a mention of the last name of its kind in the same paragraph; none where there is no name."""
    names = iter(sorted((n for n in named if not n.closing), key=lambda n: n.first))
    waiting = next(names, None)
    last: dict[str, EntityMention] = {}
    for word in (m for m in mentions if m.role == "points_at"):
        while waiting is not None and waiting.last <= word.first:
            kind = waiting.entity.partition(":")[0]
            last[kind] = waiting
            waiting = next(names, None)
        kinds = (word.value.value,) if word.value.value != "place" else ("zone", "company")
        found = max((last[kind] for kind in kinds if kind in last), key=lambda n: n.first, default=None)
        if found is not None and "\n" not in tokens.text[tokens.starts[found.first] : tokens.starts[word.first]]:
            yield EntityMention(found.entity, word.first, word.last)

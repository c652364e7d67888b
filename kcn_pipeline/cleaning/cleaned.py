"""What the second stage hands on: correct Vietnamese, its alignment to the decoded text, the damage found.

Belongs here: the value type of the stage and its row in `cleaned_texts`. Does not: any step of
cleaning (`clean` puts them together).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.damage import ParagraphDamage
from kcn_pipeline.cleaning.quality import RESTORED_KINDS, doubtful_near_numbers, impossible_share, words_changed
from kcn_pipeline.cleaning.review import Doubts
from kcn_pipeline.documents.document import Document

_DECIMALS: Final = 4


@dataclass(frozen=True, slots=True)
class CleanedText:
    """A cleaned document: `alignment` leads from `raw_text`, the decoded text, to `text`.

    Offsets of the damage are into the decoded text.
    """

    raw_text: str
    text: str
    alignment: Alignment
    damage: tuple[ParagraphDamage, ...]

    @property
    def words_restored(self) -> int:
        """Words of the decoded text that were restored."""
        return sum(words_changed(self.raw_text, s) for s in self.alignment.segments if s.kind in RESTORED_KINDS)

    @property
    def characters_removed(self) -> int:
        """Characters of page furniture."""
        return sum(s.raw_end - s.raw_start for s in self.alignment.segments if s.kind == "furniture")

    def as_row(self, document: Document) -> dict[str, Any]:
        """The cleaned text as a row of `cleaned_texts`.

        Errors: ValueError when it was not cleaned from the text of `document`.
        """
        if document.text != self.raw_text:
            raise ValueError(f"{document.name}: this cleaned text was made from another text")
        return {
            "document_id": document.document_id,
            "document": document.name,
            "period": document.identity.period.label,
            "text": self.text,
            "segments": json.dumps([s.as_row() for s in self.alignment.segments], ensure_ascii=False),
            "damage": json.dumps([p.as_row() for p in self.damage], ensure_ascii=False),
            "words": len(self.raw_text.split()),
            "words_restored": self.words_restored,
            "characters_removed": self.characters_removed,
            "impossible_before": round(impossible_share(self.raw_text), _DECIMALS),
            "impossible_after": round(impossible_share(self.text), _DECIMALS),
            "doubtful_words": len(Doubts(self.alignment)),
            "doubtful_near_numbers": len(doubtful_near_numbers(self.text, self.alignment)),
        }

    @classmethod
    def from_row(cls, row: Mapping[str, Any], raw_text: str) -> CleanedText:
        """The inverse of `as_row`; `raw_text` is the decoded text of the document.

        Errors: ValueError when the segments do not lead from `raw_text` to the text of the row.
        """
        alignment = Alignment(map(Segment.from_row, json.loads(row["segments"])), len(raw_text))
        if alignment.apply(raw_text) != row["text"]:
            raise ValueError(f"{row['document']}: segments and cleaned text disagree; clean the document again")
        damage = tuple(ParagraphDamage.from_row(one) for one in json.loads(row["damage"]))
        return cls(raw_text, row["text"], alignment, damage)

"""Legacy letters put into Unicode, aligned to the text they came in.

Belongs here: the step that stages share. Does not: recognising (`detection`).
"""

from __future__ import annotations

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.encodings.detection import legacy_replacements


def legacy_alignment(text: str) -> Alignment:
    """One segment `decoded` a word that is written in a legacy encoding, with its code as the rule; no other change."""
    replacements = legacy_replacements(text)
    return Alignment((Segment(r.start, r.end, r.text, "decoded", r.encoding) for r in replacements), len(text))

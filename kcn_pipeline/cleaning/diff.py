"""Showing what cleaning changed: JSON lines for programs, colours for people.

Belongs here: forms of output. Does not: writing files or arguments of the command line (`cli`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from rich.text import Text

from kcn_pipeline.cleaning.alignment import Segment, SegmentKind
from kcn_pipeline.cleaning.cleaned import CleanedText

_STYLES: Final[dict[SegmentKind, str]] = {
    "normalised": "dim cyan",
    "decoded": "cyan",
    "furniture": "dim",
    "restored": "green",
    "digit_as_letter": "bold magenta",
}
_UNSURE_BELOW: Final = 1.0


def segments_jsonl(cleaned: CleanedText) -> Iterator[str]:
    """One JSON object a changed stretch: raw_start, raw_end, text, kind, rule, score; what lies between was copied."""
    for segment in cleaned.alignment.segments:
        yield json.dumps(segment.as_row(), ensure_ascii=False)


def coloured_diff(cleaned: CleanedText, *, context: bool = False) -> Text:
    """The lines that cleaning changed, old wording struck out before the new, with line numbers of the decoded text.

    Words with a margin under one nat are underlined. `context`: unchanged lines too.
    """
    out = Text()
    segments = list(cleaned.alignment.segments)
    start = 0
    for number, line in enumerate(cleaned.raw_text.split("\n"), start=1):
        end = start + len(line)
        here = [s for s in segments if start <= s.raw_start <= end]
        if here or (context and line.strip()):
            out.append(f"{number:>5} ", style="dim")
            _append_line(out, cleaned.raw_text, start, end, here)
            out.append("\n")
        start = end + 1
    return out


def _append_line(out: Text, raw: str, start: int, end: int, segments: list[Segment]) -> None:
    at = start
    for segment in segments:
        out.append(raw[at : segment.raw_start])
        out.append(raw[segment.raw_start : segment.raw_end], style="red strike")
        if segment.text:
            unsure = segment.score is not None and segment.score < _UNSURE_BELOW
            out.append(segment.text, style=_STYLES[segment.kind] + (" underline" if unsure else ""))
        at = max(at, segment.raw_end)
    out.append(raw[at:end] if at < end else "")

"""The second stage as one function: decode legacy letters, normalise, remove furniture, judge damage, restore, compose.

Belongs here: the order of the steps. Does not: any step itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.cleaning.composition import compose
from kcn_pipeline.cleaning.damage import ParagraphDamage, damaged_spans, examine
from kcn_pipeline.cleaning.evidence import DamageKind
from kcn_pipeline.cleaning.furniture import remove_furniture
from kcn_pipeline.cleaning.normalisation import normalise
from kcn_pipeline.cleaning.numerals import require_numerals_kept
from kcn_pipeline.cleaning.restoration import (
    Restorer,
    dropped_letters_restorer,
    recogniser_restorer,
    stripped_marks_restorer,
)
from kcn_pipeline.encodings.alignments import legacy_alignment
from kcn_pipeline.quantities import Span

_RESTORERS: Final[Mapping[DamageKind, Callable[[], Restorer]]] = {
    "dropped_letters": dropped_letters_restorer,
    "ocr": recogniser_restorer,
    "ascii": stripped_marks_restorer,
}


def clean_text(text: str) -> CleanedText:
    """A decoded text in correct Vietnamese, aligned to it character by character.

    Undamaged paragraphs come back as they are, but for letters of legacy encodings, blanks, composed letters and page
    furniture.
    Errors: NumeralAlteredError when a step touched a numeral, which is a fault of that step.
    """
    decoded = legacy_alignment(text)
    readable = decoded.apply(text)
    normalised = compose(decoded, normalise(readable))
    plain = normalised.apply(text)
    furniture = remove_furniture(plain)
    article = furniture.apply(plain)
    paragraphs = examine(article)
    tidied = compose(normalised, furniture)
    alignment = compose(tidied, Alignment(restored(article, paragraphs), len(article)))
    require_numerals_kept(text, alignment)
    damage = tuple(_in_decoded_text(paragraph, tidied) for paragraph in paragraphs)
    return CleanedText(text, alignment.apply(text), alignment, damage)


def restored(text: str, paragraphs: Iterable[ParagraphDamage]) -> Iterator[Segment]:
    """The words of the damaged paragraphs of `text` that change."""
    damaged: dict[DamageKind, list[Span]] = defaultdict(list)
    for paragraph in paragraphs:
        for span, kind in damaged_spans(text, paragraph):
            damaged[kind].append(span)
    for kind, spans in damaged.items():
        yield from _RESTORERS[kind]().segments(text, spans)


def _in_decoded_text(paragraph: ParagraphDamage, tidied: Alignment) -> ParagraphDamage:
    span = tidied.to_raw(paragraph.span)
    return replace(paragraph, start=span.start, end=span.end)

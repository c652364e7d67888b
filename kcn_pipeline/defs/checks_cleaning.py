"""What must hold of cleaned texts: nothing lost, nothing unaligned, no digit touched, no sound word changed.

Belongs here: the rules of `cleaned_texts`. Does not: how many words were restored rightly (`benchmarks`).
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, Final

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.quality import words_of
from kcn_pipeline.defs.checks import Exhibit, Finding, Rule, checks_on, schema_rule
from kcn_pipeline.defs.describing import rows_of
from kcn_pipeline.reference.quality_thresholds import load_quality_thresholds

_NUMERAL: Final = re.compile(r"\d+(?:[.,]\d+)*")
_DIGITS_MAY_GO: Final = frozenset({"furniture", "digit_as_letter"})
_BREAK: Final = "\n"
_OF_TWO_STEPS: Final = "+"


def every_document_cleaned(exhibit: Exhibit) -> Finding:
    """Each registered document has a cleaned text, and nothing else has."""
    registered, cleaned = set(exhibit.beside["raw_documents"]["document_id"]), set(exhibit.rows["document_id"])
    odd = [{"document_id": d, "problem": "not cleaned"} for d in sorted(registered - cleaned)]
    odd += [{"document_id": d, "problem": "not registered"} for d in sorted(cleaned - registered)]
    return Finding(len(registered), odd, f"{len(odd)} documents are on one side only")


def alignment_reproduces_text(exhibit: Exhibit) -> Finding:
    """The segments, applied to the decoded text, give the cleaned text character by character."""
    tried, broken = 0, []
    for row, raw in _with_raw(exhibit):
        tried += 1
        try:
            again = Alignment(_segments(row), len(raw)).apply(raw)
        except ValueError as error:
            broken.append({"document": row["document"], "problem": str(error)})
            continue
        if again != row["text"]:
            at = next((i for i, (a, b) in enumerate(zip(again, row["text"], strict=False)) if a != b), len(again))
            broken.append({"document": row["document"], "problem": f"texts differ from character {at} on"})
    return Finding(
        tried, broken, f"the alignment of {len(broken)} of {tried} documents does not give their cleaned text"
    )


def digits_unchanged(exhibit: Exhibit) -> Finding:
    """The numerals of the cleaned text are those of the decoded text, in order.

    Left out: page furniture, and segments recorded as letters that were misread as digits.
    """
    tried, changed = 0, []
    for row, raw in _with_raw(exhibit):
        before, after = _numerals_outside(raw, row)
        tried += len(before)
        for tag, i, j, k, l in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():  # noqa: E741
            if tag != "equal":
                changed.append(
                    {"document": row["document"], "decoded": " ".join(before[i:j]), "cleaned": " ".join(after[k:l])}
                )
    return Finding(tried, changed, f"cleaning changed numerals in {len(changed)} places")


def clean_paragraphs_unharmed(exhibit: Exhibit) -> Finding:
    """Paragraphs judged clean keep every letter and digit, but for page furniture and legacy encodings."""
    tried, harmed = 0, []
    for row, raw in _with_raw(exhibit):
        segments = sorted(_segments(row), key=lambda s: s.raw_start)
        for damage in json.loads(row["damage"]):
            if damage["kind"] != "clean":
                continue
            tried += 1
            first = bisect_left(segments, damage["start"], key=lambda s: s.raw_start)
            last = bisect_left(segments, damage["end"], key=lambda s: s.raw_start)
            harmed += [_harm(row["document"], raw, s) for s in segments[first:last] if _changes_letters(raw, s)]
    return Finding(
        tried, harmed, f"cleaning changed words in {len(harmed)} places of paragraphs that were judged clean"
    )


def few_impossible_syllables(exhibit: Exhibit) -> Finding:
    """Hardly any word of a cleaned text is no Vietnamese syllable; short texts are not judged."""
    limits = load_quality_thresholds()
    judged = [row for row in rows_of(exhibit.rows) if words_of(row["text"]) >= limits.words_to_judge]
    damaged = [
        {"document": row["document"], "before": row["impossible_before"], "after": row["impossible_after"]}
        for row in judged
        if row["impossible_after"] > limits.impossible_syllables
    ]
    message = f"{len(damaged)} of {len(judged)} cleaned texts are still damaged or in another language"
    return Finding(len(judged), damaged, message, "WARN")


def _harm(document: str, raw: str, segment: Segment) -> dict[str, str]:
    decoded = raw[segment.raw_start : segment.raw_end]
    return {"document": document, "decoded": decoded, "cleaned": segment.text, "rule": segment.rule}


def _changes_letters(raw: str, segment: Segment) -> bool:
    """Whether a segment makes other words of it, and is neither furniture nor a repaired encoding."""
    encoding = segment.kind == "decoded" or (segment.kind == "normalised" and _OF_TWO_STEPS in segment.rule)
    if encoding or segment.kind == "furniture":
        return False
    return _letters(raw[segment.raw_start : segment.raw_end]) != _letters(segment.text)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


def _with_raw(exhibit: Exhibit) -> Iterator[tuple[dict[str, Any], str]]:
    texts = dict(
        zip(exhibit.beside["raw_documents"]["document_id"], exhibit.beside["raw_documents"]["text"], strict=True)
    )
    for row in rows_of(exhibit.rows):
        if row["document_id"] in texts:
            yield row, texts[row["document_id"]]


def _segments(row: dict[str, Any]) -> list[Segment]:
    return [Segment.from_row(segment) for segment in json.loads(row["segments"])]


def _numerals_outside(raw: str, row: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Numerals of both texts without the stretches in which digits may go."""
    before, after, at = [], [], 0
    for segment in sorted(_segments(row), key=lambda s: s.raw_start):
        before.append(raw[at : segment.raw_start])
        after.append(raw[at : segment.raw_start])
        at = segment.raw_end
        may_go = segment.kind in _DIGITS_MAY_GO
        before.append(_BREAK if may_go else raw[segment.raw_start : segment.raw_end])
        # Letters put for digits hold no digit; were one invented there, it would show up on this side.
        after.append(f"{_BREAK}{segment.text}{_BREAK}" if may_go else segment.text)
    rest = raw[at:]
    return _numerals("".join([*before, rest])), _numerals("".join([*after, rest]))


def _numerals(text: str) -> list[str]:
    # A soft hyphen or zero-width space inside a number is not a change of the number when it goes.
    return _NUMERAL.findall("".join(c for c in text if unicodedata.category(c) != "Cf"))


RULES: Final = (
    schema_rule("cleaned_texts"),
    Rule(
        "every_document_cleaned",
        "No document is lost between register and cleaning.",
        every_document_cleaned,
        blocking=True,
    ),
    Rule(
        "alignment_reproduces_text",
        "The recorded segments turn the decoded text into the cleaned text exactly.",
        alignment_reproduces_text,
        blocking=True,
    ),
    Rule(
        "digits_unchanged",
        "No digit or separator of a number (chữ số) was created, altered or reordered by cleaning.",
        digits_unchanged,
        blocking=True,
    ),
    Rule(
        "clean_paragraphs_unharmed",
        "A paragraph that shows no damage (đoạn văn lành) comes back word by word, but for page furniture.",
        clean_paragraphs_unharmed,
        blocking=True,
    ),
    Rule(
        "few_impossible_syllables",
        "Few words of a cleaned text are no Vietnamese syllables (âm tiết); the bound is `impossible_syllables` in "
        "quality_thresholds.yaml.",
        few_impossible_syllables,
    ),
)

CLEANED_TEXTS_CHECKS: Final = checks_on("cleaned_texts", RULES, beside={"raw_documents": "same"})

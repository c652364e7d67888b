"""Rules of cleaned texts, each with a case that holds and one that fails."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.defs.checks import Exhibit, Finding
from kcn_pipeline.defs.checks_cleaning import (
    RULES,
    alignment_reproduces_text,
    clean_paragraphs_unharmed,
    digits_unchanged,
    every_document_cleaned,
    few_impossible_syllables,
)
from kcn_pipeline.documents.document import Document
from kcn_pipeline.periods import Window
from kcn_pipeline.tables import CLEANED_TEXTS, RAW_DOCUMENTS, frame_of
from kcn_pipeline_tests.unit.cleaning.damages import SECOND, WHOLE, with_dropped_letters, without_marks
from kcn_pipeline_tests.unit.publication.frames import BLOC
from kcn_pipeline_tests.unit.publication.rows import cleaned_row, document, segment


def source(text: str) -> Document:
    """A document with this text."""
    return document("khoi.txt", text, BLOC, Window.of_year(2019), title="tiêu đề")


def exhibit(texts: Document, row: dict[str, Any] | None) -> Exhibit:
    """One document and its cleaned row, or none."""
    documents = frame_of(RAW_DOCUMENTS, [texts.as_row()])
    return Exhibit(frame_of(CLEANED_TEXTS, [row] if row else []), texts.identity.period, {"raw_documents": documents})


def judged(raw: str, *changes: tuple[str, str, str]) -> tuple[Finding, Finding]:
    """Alignment and digits of `raw`, changed by (words, text, kind)."""
    written = source(raw)
    given_ = exhibit(written, cleaned_row(written, [segment(written, *change) for change in changes]))
    return alignment_reproduces_text(given_), digits_unchanged(given_)


def test_every_document_with_a_cleaned_text_passes() -> None:
    written = source("có 12 dự án")
    assert not every_document_cleaned(exhibit(written, cleaned_row(written))).failing


def test_a_document_lost_on_the_way_is_named() -> None:
    written = source("có 12 dự án")
    finding = every_document_cleaned(exhibit(written, None))
    assert [f["document_id"] for f in finding.failing] == [written.document_id]
    assert finding.severity == "ERROR"


def test_a_cleaned_text_without_document_is_named() -> None:
    written, other = source("có 12 dự án"), source("có 13 dự án")
    problems = {f["problem"] for f in every_document_cleaned(exhibit(written, cleaned_row(other))).failing}
    assert problems == {"not cleaned", "not registered"}


@pytest.mark.parametrize(
    ("raw", "changes"),
    [
        ("vốn 51.390 t USD", []),
        ("vốn 51.390 t USD", [("t USD", "tỷ USD", "restored")]),
        ("vốn 51.390 tỷ USD. Lượt xem 4821", [(". Lượt xem 4821", "", "furniture")]),
        ("đạt 13 47.217 ty dong", [("13", "là", "digit_as_letter"), ("ty dong", "tỷ đồng", "restored")]),
        ("xuất khẩu 1\u200b234 USD", [("\u200b", "", "normalised")]),
        ("page12 năm 2019", [("page12", "", "furniture")]),
    ],
)
def test_what_cleaning_may_do_passes(raw: str, changes: list[tuple[str, str, str]]) -> None:
    aligned, digits = judged(raw, *changes)
    assert not aligned.failing
    assert not digits.failing
    assert digits.tried > 0


@pytest.mark.parametrize(
    ("raw", "change", "decoded", "cleaned"),
    [
        ("vốn 51.390 tỷ", ("51.390", "51,390", "restored"), "51.390", "51,390"),
        ("vốn 51.390 tỷ", ("51.390", "51.930", "normalised"), "51.390", "51.930"),
        ("vốn 51.390 tỷ", ("51.390", "năm mốt", "restored"), "51.390", ""),
        ("vốn tỷ", ("tỷ", "5 tỷ", "restored"), "", "5"),
        ("đạt là tỷ", ("là", "13", "digit_as_letter"), "", "13"),
        ("có 12 và 13 dự án", ("12 và 13", "13 và 12", "restored"), "", "13"),
    ],
)
def test_a_changed_digit_is_found_with_both_sides(
    raw: str, change: tuple[str, str, str], decoded: str, cleaned: str
) -> None:
    _, digits = judged(raw, change)
    assert {"decoded": decoded, "cleaned": cleaned}.items() <= digits.failing[0].items()
    assert digits.severity == "ERROR"


@given(st.text(alphabet="0123456789., abcđế\n", max_size=60), st.data())
def test_any_number_put_in_or_out_of_a_text_is_found(raw: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    text = data.draw(st.text(alphabet="0123456789xyz", max_size=8))
    cleaned = raw[:start] + text + raw[end:]
    change = {"raw_start": start, "raw_end": end, "text": text, "kind": "restored", "rule": "test", "score": None}
    written = source(raw)
    # No schema: validating each example would take most of the time.
    documents = {"raw_documents": pd.DataFrame([written.as_row()])}
    finding = digits_unchanged(Exhibit(pd.DataFrame([cleaned_row(written, [change])]), None, documents))
    digits_before = [c for c in raw if c.isdigit()]
    digits_after = [c for c in cleaned if c.isdigit()]
    if digits_before != digits_after:
        assert finding.failing
    if raw == cleaned:
        assert not finding.failing


def test_a_text_that_its_segments_do_not_give_fails_with_the_place() -> None:
    written = source("vốn 51.390 t USD")
    row = cleaned_row(written) | {"text": "vốn 51.390 tỷ USD"}
    finding = alignment_reproduces_text(exhibit(written, row))
    assert "character 12" in finding.failing[0]["problem"]


def test_segments_that_overlap_fail() -> None:
    written = source("vốn 51.390 t USD")
    twice = [segment(written, "t USD", "tỷ USD", "restored"), segment(written, "USD", "đô la", "restored")]
    row = cleaned_row(written) | {"segments": json.dumps(twice)}
    finding = alignment_reproduces_text(exhibit(written, row))
    assert "overlaps" in finding.failing[0]["problem"]


def test_nothing_to_judge_is_told_by_the_count() -> None:
    empty = Exhibit(frame_of(CLEANED_TEXTS, []), None, {"raw_documents": frame_of(RAW_DOCUMENTS, [])})
    for judge in (rule.judge for rule in RULES):
        finding = judge(empty)
        assert (finding.tried, list(finding.failing)) == (0, [])


def test_documents_are_judged_by_their_own_text() -> None:
    one, two = source("có 12 dự án"), source("có 13 dự án")
    documents = frame_of(RAW_DOCUMENTS, [one.as_row(), two.as_row()])
    rows = frame_of(CLEANED_TEXTS, [cleaned_row(two), cleaned_row(one)])
    finding = digits_unchanged(Exhibit(rows, None, {"raw_documents": documents}))
    assert (finding.tried, list(finding.failing)) == (2, [])


def paragraph(raw: str, kind: str) -> str:
    """The damage of a document that is one paragraph."""
    return json.dumps([{"start": 0, "end": len(raw), "kind": kind}])


@pytest.mark.parametrize(
    ("change", "harmed"),
    [
        (("tỷ", "tỉ", "restored"), True),
        (("tỷ", "", "normalised"), True),
        (("có", "cố", "normalised"), True),
        ((" x ", "", "furniture"), False),
        (("\u00a0", " ", "normalised"), False),
        (("có", "cọ", "decoded"), False),
    ],
)
def test_a_sound_paragraph_that_loses_a_word_is_found(change: tuple[str, str, str], harmed: bool) -> None:
    written = source("vốn\u00a0có 12 tỷ x đồng")
    changed = cleaned_row(written, [segment(written, *change)])
    for kind, expected in (("clean", harmed), ("ocr", False)):
        finding = clean_paragraphs_unharmed(exhibit(written, changed | {"damage": paragraph(written.text, kind)}))
        assert bool(finding.failing) is expected
        assert finding.tried == (kind == "clean")


def test_harm_is_shown_with_both_wordings_and_its_rule() -> None:
    written = source("vốn có 12 tỷ đồng")
    row = cleaned_row(written, [segment(written, "tỷ", "tỉ", "restored")]) | {
        "damage": paragraph(written.text, "clean")
    }
    finding = clean_paragraphs_unharmed(exhibit(written, row))
    assert finding.failing == [{"document": "khoi.txt", "decoded": "tỷ", "cleaned": "tỉ", "rule": "test"}]
    assert finding.severity == "ERROR"


def test_letters_composed_in_a_sound_paragraph_are_no_harm() -> None:
    written = source(unicodedata.normalize("NFD", WHOLE))
    row = clean_text(written.text).as_row(written)
    finding = clean_paragraphs_unharmed(exhibit(written, row))
    assert (finding.tried, list(finding.failing)) == (1, [])


def test_only_the_paragraph_that_was_harmed_counts() -> None:
    written = source("vốn có 12 tỷ đồng\n\ntng vn dang ky")
    row = cleaned_row(written, [segment(written, "tng", "tổng", "restored")])
    damage = [{"start": 0, "end": 17, "kind": "clean"}, {"start": 19, "end": 33, "kind": "ocr"}]
    finding = clean_paragraphs_unharmed(exhibit(written, row | {"damage": json.dumps(damage)}))
    assert (finding.tried, list(finding.failing)) == (1, [])


@pytest.mark.parametrize(("share", "failing"), [(0.0, 0), (0.09, 0), (0.4, 1)])
def test_a_text_that_is_still_damaged_is_warned_of(share: float, failing: int) -> None:
    written = source(WHOLE)
    finding = few_impossible_syllables(exhibit(written, cleaned_row(written) | {"impossible_after": share}))
    assert (finding.tried, len(finding.failing), finding.severity) == (1, failing, "WARN")


def test_a_text_too_short_to_tell_is_not_judged() -> None:
    written = source("Samsung Electronics Display")
    finding = few_impossible_syllables(exhibit(written, cleaned_row(written) | {"impossible_after": 1.0}))
    assert (finding.tried, list(finding.failing)) == (0, [])


@pytest.mark.parametrize("damage", [str, with_dropped_letters, without_marks])
def test_what_cleaning_makes_passes_every_rule(damage: Callable[[str], str]) -> None:
    written = source(damage(f"{WHOLE}\n\n{SECOND}"))
    given_ = exhibit(written, clean_text(written.text).as_row(written))
    for rule in RULES:
        finding = rule.judge(given_)
        assert not finding.failing, rule.name
        assert finding.tried or rule.name == "clean_paragraphs_unharmed"

"""What must hold of reading, identifying and naming whatever the file."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kcn_pipeline.documents.files import MAX_NAME_BYTES, is_document_name, safe_name
from kcn_pipeline.documents.identity.identification import identify
from kcn_pipeline.documents.problems import DocumentProblem, Unidentified, UnreadableDocument
from kcn_pipeline.documents.readers.choice import decode
from kcn_pipeline.documents.recognition import PLAIN_TEXT, looks_like_html, media_type_of
from kcn_pipeline.documents.skeleton import keys_of, misreading_distance, skeleton_of, whole_key
from kcn_pipeline_tests.unit.documents.damages import DAMAGES, Damage, with_all_letters_dropped, with_dropped_letters
from kcn_pipeline_tests.unit.documents.wordings import WORDINGS, Wording

_VIETNAMESE = "aàáảãạăằắâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
words = st.text(_VIETNAMESE, min_size=1, max_size=7)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\r\n"), min_size=1).filter(
    lambda text: bool(text.strip()) and not text.startswith("\ufeff")
)
fragments = st.sampled_from(
    [
        *("Ban Quản lý các KCN", "Bắc Ninh", "Khối thi đua", "ĐBSH", "năm 2019", "6 tháng đầu năm", "tổng kết", "2018"),
        *(
            "ngày 12/7/2019",
            "ngày 31/2/2019",
            "quý I",
            "KCN Trà Đa",
            "UBND tỉnh",
            "so với",
            "kế hoạch",
            ".",
            "\n\n",
            ",",
        ),
    ]
)


def is_plain(data: bytes) -> bool:
    try:
        return media_type_of(data) == PLAIN_TEXT
    except UnreadableDocument:
        return False


@given(texts)
def test_text_survives_decoding_letter_by_letter(text: str) -> None:
    data = text.encode()
    if is_plain(data):
        decoded = decode(data, "a")
        assert decoded.text == text
        assert data.decode(decoded.charset) == text


@given(texts)
def test_a_mark_is_the_charsets_and_not_the_texts(text: str) -> None:
    for charset in ("utf-8-sig", "utf-16"):
        data = text.encode(charset)
        if not looks_like_html(data):
            assert decode(data, "a").text == text


@given(st.binary(max_size=2_000))
def test_bytes_are_read_or_refused_and_nothing_else(data: bytes) -> None:
    try:
        decoded = decode(data, "a")
    except UnreadableDocument as problem:
        assert problem.name == "a"
        assert problem.reason
        assert problem.cure
    else:
        assert decoded.text.strip()
        assert decoded.media_type != PLAIN_TEXT or data.decode(decoded.charset) == decoded.text


@settings(max_examples=60)
@given(
    st.sampled_from(["<html>", "<!DOCTYPE html>", "<p>", "<table>"]),
    st.text("<>/apdivtr=\"'&#;! \n\u1ebf0", max_size=300),
)
def test_broken_pages_are_read_or_refused_and_nothing_else(start: str, rest: str) -> None:
    try:
        assert decode((start + rest).encode(), "a").text.strip()
    except UnreadableDocument as problem:
        assert problem.cure


@settings(max_examples=200)
@given(st.lists(st.one_of(fragments, words), max_size=30))
def test_any_text_is_identified_with_evidence_or_refused(pieces: list[str]) -> None:
    text = " ".join(pieces)
    try:
        identity = identify(text)
    except Unidentified as problem:
        assert problem.reason
        assert problem.cure
        return
    assert identity.publisher is not None
    assert identity.window.start is not None
    assert all(0 <= e.start < e.end <= len(text) for e in identity.evidence)


@settings(max_examples=100)
@given(st.sampled_from(WORDINGS), st.sampled_from(DAMAGES), st.lists(words, max_size=60))
def test_words_without_meaning_after_a_report_change_nothing(
    wording: Wording, damage: Damage, noise: list[str]
) -> None:
    whole, longer = wording.text, f"{wording.text}\n\n{' '.join(noise)}"
    first, second = identify(damage(whole)), identify(damage(longer))
    assert (first.publisher, first.window) == (second.publisher, second.window)


@given(words)
def test_a_damaged_word_keeps_a_key_of_its_own(word: str) -> None:
    for tolerant in (False, True):
        for damaged in (word, word.upper(), with_dropped_letters(word), with_all_letters_dropped(word)):
            assert whole_key(damaged, tolerant) in keys_of(word, tolerant)
    assert whole_key(unicodedata.normalize("NFD", word), tolerant=False) in keys_of(word, tolerant=False)


@given(words, words)
def test_misreading_is_symmetric_and_nothing_for_the_same_word(one: str, other: str) -> None:
    assert misreading_distance(one, other) == misreading_distance(other, one)
    assert misreading_distance(one, one) == 0


@given(texts)
def test_words_of_a_skeleton_lie_in_order_in_the_text(text: str) -> None:
    skeleton = skeleton_of(text)
    ends = [0]
    for word in skeleton.words:
        assert ends[-1] <= word.start < word.end <= len(text)
        ends.append(word.end)


@given(st.text(st.characters(), max_size=400))
def test_every_name_becomes_one_that_can_be_kept(name: str) -> None:
    kept = safe_name(name)
    assert is_document_name(Path(kept))
    assert Path(kept).name == kept
    assert 0 < len(kept.encode()) <= MAX_NAME_BYTES + 1
    assert kept.isprintable() or not any(c < " " for c in kept)
    assert safe_name(kept) == kept


@given(st.text(max_size=40), st.text(max_size=40), st.lists(st.text(max_size=10), max_size=3))
def test_a_problem_keeps_what_it_says_when_the_file_is_named(reason: str, cure: str, candidates: list[str]) -> None:
    problem = DocumentProblem(reason, cure, candidates).of("tệp.txt")
    assert (problem.reason, problem.cure, problem.candidates) == (reason, cure, tuple(candidates))
    assert str(problem) == f"tệp.txt: {reason}; {cure}"
    assert problem.of("khác.txt").name == "tệp.txt"

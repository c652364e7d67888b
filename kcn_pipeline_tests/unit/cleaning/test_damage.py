"""Paragraphs and their verdicts within a document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcn_pipeline.cleaning.damage import EVIDENCE, ParagraphDamage, damaged_spans, examine
from kcn_pipeline.reference.damage_thresholds import load_damage_thresholds
from kcn_pipeline_tests.unit.cleaning.damages import MISREAD, SECOND, WHOLE, with_dropped_letters, without_marks

DROPPED = with_dropped_letters(SECOND)
ENGLISH_READ = f"{MISREAD}\n{without_marks(SECOND)}"


def kinds(text: str) -> list[str]:
    return [paragraph.kind for paragraph in examine(text)]


def test_an_empty_text_has_no_paragraph() -> None:
    assert examine("") == []
    assert examine(" \n\n\t\n") == []


def test_blank_lines_part_paragraphs_and_offsets_are_theirs() -> None:
    text = f"\n{WHOLE}\n  \n{DROPPED}\n"
    paragraphs = examine(text)
    assert [p.span.of(text) for p in paragraphs] == [WHOLE, DROPPED]
    assert [p.kind for p in paragraphs] == ["clean", "dropped_letters"]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert kinds(ENGLISH_READ) == ["ocr"]


def test_whole_and_damaged_lines_in_one_block_are_judged_line_by_line() -> None:
    assert kinds(f"{WHOLE}\n{DROPPED}\n{SECOND}") == ["clean", "dropped_letters", "clean"]


@pytest.mark.parametrize(
    ("short", "kind"),
    [
        pytest.param("Toàn cnh Hi ngh", "dropped_letters", id="damaged"),
        pytest.param("Hoàn thành tốt nhiệm vụ", "clean", id="a letter the damage does not leave"),
        pytest.param("Thu hút đầu tư", "dropped_letters", id="nothing that damage never leaves"),
        pytest.param("Đường Đồng Kế", "dropped_letters", id="shielded letters, which stay"),
    ],
)
def test_a_short_paragraph_follows_its_document(short: str, kind: str) -> None:
    assert kinds(f"{DROPPED}\n\n{short}") == ["dropped_letters", kind]


def test_a_short_paragraph_of_a_whole_document_is_whole() -> None:
    assert kinds(f"{WHOLE}\n\nToan canh Hoi nghi\n\nNhà máy Trn Anh") == ["clean", "clean", "clean"]


def test_a_short_damaged_paragraph_of_a_whole_document_is_damaged_when_most_of_its_words_are_odd() -> None:
    assert kinds(f"{WHOLE}\n\nToàn cnh hi ngh tng kt\n\n{SECOND}") == ["clean", "dropped_letters", "clean"]


def test_short_paragraphs_follow_their_neighbours_where_damage_begins_within_a_document() -> None:
    plain = "Thu hút đầu tư"
    text = "\n\n".join([WHOLE, plain, WHOLE, plain, SECOND, DROPPED, plain, DROPPED, plain, DROPPED])
    assert kinds(text) == ["clean"] * 5 + ["dropped_letters"] * 5


@pytest.mark.parametrize("place", range(5))
def test_a_damaged_paragraph_put_into_a_whole_document_leaves_the_others_alone(place: int) -> None:
    plain = "Các khu công nghiệp tỉnh Hà Nam, Thái Nguyên"
    paragraphs = [WHOLE, plain, SECOND, plain, WHOLE]
    paragraphs.insert(place, DROPPED)
    assert kinds("\n\n".join(paragraphs)).count("clean") == 5


def test_one_odd_word_in_a_whole_document_is_a_name() -> None:
    line = "Công ty Trn Anh thuê kho trong khu Phong An"
    assert kinds(f"{WHOLE}\n\n{line}\n\n{SECOND}") == ["clean", "clean", "clean"]
    assert kinds(f"{DROPPED}\n\n{line}\n\n{DROPPED}")[1] == "dropped_letters"


def test_pictures_and_bullets_are_no_other_encoding() -> None:
    line = "🏭 Đu tư ▪ 18 d án mi ▪ 13 d án tăng vn ↑ 8,4% ▪ vn thc hin: 412 triu USD"
    assert kinds(line) == ["dropped_letters"]


def test_foreign_names_in_a_plain_document_do_not_pass_for_misreading() -> None:
    names = without_marks("Goertek, Luxshare, Foxconn, Everwin rót thêm vốn vào nhà máy ở các khu công nghiệp")
    assert kinds(f"{without_marks(WHOLE)}\n\n{names}\n\n{without_marks(SECOND)}") == ["ascii"] * 3


def test_a_badly_misread_paragraph_does_not_pass_for_another_language() -> None:
    bad = "- N6p NSNN: trigu déng, thuc hién vwot dw toan tinh giao, ngwoi lao d6ng c6 viéc"
    assert kinds(f"{MISREAD}\n\n{bad}\n\n{MISREAD}") == ["ocr"] * 3


def test_a_short_line_of_a_misread_page_is_misread_unless_it_bears_marks() -> None:
    assert kinds(f"{MISREAD}\n\nToan canh Hoi nghi\n\nToàn cảnh") == ["ocr", "ocr", "clean"]


def test_a_short_line_of_a_misread_page_may_look_like_another_language_by_chance() -> None:
    assert kinds(f"{MISREAD}\n\n- Cham dtt hoat d6ng 06 dy an, v6n 18,5 trigu USD.") == ["ocr", "ocr"]


def test_a_plain_line_of_a_misread_page_was_misread_too() -> None:
    assert kinds(f"{MISREAD}\n\n{MISREAD}\n\n{without_marks(SECOND)}") == ["ocr", "ocr", "ocr"]


def test_a_few_plain_words_in_a_whole_document_stay() -> None:
    assert kinds(f"{WHOLE}\n\nChung nhan Tin Nhiem Mang cho website nay") == ["clean", "clean"]


def test_a_whole_paragraph_of_a_damaged_document_is_whole_only_by_its_letters() -> None:
    plain = "Ban trao giy khen cho ba công nhân Lan, Minh, Nam trong nhà máy may Thanh Xuân"
    assert kinds(f"{DROPPED}\n\n{DROPPED}\n\n{plain}\n\n{WHOLE}")[2:] == ["dropped_letters", "clean"]


def test_thresholds_may_be_given() -> None:
    limits = load_damage_thresholds()
    (strict,) = examine(DROPPED, replace(limits, explained=1.0, documents_damaged=1e-12))
    assert strict.kind == "clean"
    short = f"{WHOLE}\n\n{WHOLE}\n\nToàn cnh Hi ngh"
    assert [p.kind for p in examine(short, limits)][-1] == "dropped_letters"
    assert [p.kind for p in examine(short, replace(limits, changes=1e-5))][-1] == "clean"


def test_short_paragraphs_alone_are_judged_together() -> None:
    lines = "\n\n".join(["Tng doanh thu", "Giá tr xut khu", "Np ngân sách", "Tnh Hi Dương"])
    assert set(kinds(lines)) == {"dropped_letters"}


def test_all_of_a_damaged_paragraph_is_repaired_and_nothing_of_a_whole_one() -> None:
    text = f"{WHOLE}\n\n{DROPPED}"
    whole, damaged = examine(text)
    assert damaged_spans(text, whole) == []
    assert damaged_spans(text, damaged) == [(damaged.span, "dropped_letters")]


def test_of_a_mixed_paragraph_the_damaged_clauses_are_repaired() -> None:
    text = f"{WHOLE} {DROPPED}"
    (paragraph,) = examine(text)
    assert paragraph.kind == "mixed"
    repaired = damaged_spans(text, paragraph)
    assert {kind for _, kind in repaired} == {"dropped_letters"}
    assert "".join(span.of(text) for span, _ in repaired).strip() in DROPPED


def test_a_verdict_is_stored_with_its_evidence() -> None:
    (paragraph,) = examine(DROPPED)
    row = paragraph.as_row()
    assert set(row) == {"start", "end", "kind", "words", *EVIDENCE}
    assert row["explained"] > 0.08 > row["extended"] / 4
    assert ParagraphDamage.from_row(row) == paragraph

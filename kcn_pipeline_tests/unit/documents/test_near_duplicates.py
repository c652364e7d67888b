"""One text published several times is one source; reports that are alike are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kcn_pipeline.documents.document import Document
from kcn_pipeline.documents.near_duplicates import groups_of
from kcn_pipeline_tests.unit.documents.damages import DAMAGES
from kcn_pipeline_tests.unit.documents.releases import (
    FIGURES,
    OTHER_FIGURES,
    document,
    edited,
    release,
    rewritten,
    shortened,
    summary,
    with_furniture,
)


def grouped(*texts: str) -> list[int]:
    """For each text the place of the first text in its group."""
    documents = [document(text, number) for number, text in enumerate(texts)]
    groups = groups_of(documents)
    order = [groups[d.document_id] for d in documents]
    return [order.index(group) for group in order]


@pytest.mark.parametrize("change", [edited, with_furniture, shortened])
def test_an_edited_release_is_the_same_source(change: Callable[[str], str]) -> None:
    assert grouped(release(), change(release())) == [0, 0]
    assert grouped(with_furniture(release()), change(release())) == [0, 0]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_copy_is_the_same_source(damage: Callable[[str], str]) -> None:
    assert grouped(release(), damage(edited(release()))) == [0, 0]


def test_the_same_figures_in_other_words_are_the_same_source() -> None:
    assert grouped(release(), rewritten()) == [0, 0]


def test_a_changed_figure_or_two_make_no_other_source() -> None:
    assert grouped(release(), release(FIGURES | {"exports": "4.999", "budget": "1.001"})) == [0, 0]


def test_reports_of_one_template_are_different_sources() -> None:
    other_half = release(OTHER_FIGURES).replace("2021", "2020")
    other_board = release(OTHER_FIGURES).replace("Bắc Giang", "Hà Nam")
    assert grouped(release(), other_half, with_furniture(other_board)) == [0, 1, 1]
    assert grouped(release(), release(OTHER_FIGURES)) == [0, 1]


def test_a_short_summary_is_no_copy_of_the_report() -> None:
    assert grouped(release(), summary()) == [0, 1]


def test_texts_with_few_figures_are_told_by_their_words() -> None:
    short = "Quý I, Ban Quản lý các KCN Phú Thọ cấp phép cho 19 dự án với tổng vốn 61,5 triệu USD, phần lớn là điện tử."
    other = "Công ty A thuê 19 ha đất tại một khu công nghiệp để làm nhà xưởng trị giá 61,5 triệu USD trong ba năm."
    assert grouped(short, f"Theo tin từ tỉnh. {short}", other) == [0, 0, 2]


def test_texts_without_words_or_figures_are_alike_only_to_themselves() -> None:
    assert grouped("", release()) == [0, 1]


def test_groups_do_not_depend_on_the_order_and_are_named_by_their_first_id() -> None:
    texts = (release(), edited(release()), release(OTHER_FIGURES), with_furniture(release()))
    documents: list[Document] = [document(text, number) for number, text in enumerate(texts)]
    groups = groups_of(documents)
    assert groups == groups_of(reversed(documents))
    first = min(documents[number].document_id for number in (0, 1, 3))
    assert [groups[documents[number].document_id] == first for number in range(4)] == [True, True, False, True]


def test_a_half_year_of_many_reports_keeps_them_apart() -> None:
    numbered = [release({name: f"{7 * i + 13 * k + 11}.{i}{k}" for k, name in enumerate(FIGURES)}) for i in range(120)]
    groups = groups_of(document(text, number) for number, text in enumerate([*numbered, edited(numbered[40])]))
    assert len(set(groups.values())) == 120

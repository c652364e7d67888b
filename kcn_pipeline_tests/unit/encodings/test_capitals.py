"""Which TCVN3 words are in capitals, told by their letters of ASCII and by their neighbours."""

from __future__ import annotations

import pytest

from kcn_pipeline.encodings.capitals import in_capitals, is_undecided, neighbours_in_capitals
from kcn_pipeline.encodings.writing import written_in
from kcn_pipeline_tests.unit.encodings.wordings import LINE, decoded


@pytest.mark.parametrize(
    ("word", "capitals", "undecided"),
    [("QU¶N", True, False), ("qu¶n", False, False), ("Qu¶n", False, False), ("Lý", False, True), ("ë", False, True)],
)
def test_letters_of_ascii_tell_the_case(word: str, capitals: bool, undecided: bool) -> None:
    assert (in_capitals(word), is_undecided(word)) == (capitals, undecided)


def test_a_small_letter_before_a_capital_is_one_of_a_font_of_capitals() -> None:
    assert in_capitals("\xb8N")


@pytest.mark.parametrize(
    ("words", "at", "capitals"),
    [
        (["QU¶N", "Lý", "KHU"], 1, True),
        (["qu¶n", "Lý", "KHU"], 1, False),
        (["Lý"], 0, False),
        (["QU¶N", "a1", "a2", "a3", "Lý"], 4, False),
    ],
)
def test_neighbours_tell_the_case_of_a_word_that_does_not(words: list[str], at: int, capitals: bool) -> None:
    assert neighbours_in_capitals(words, at) is capitals


@pytest.mark.parametrize("title", ["BÁO CÁO KẾT QUẢ SẢN XUẤT", "QUẢN LÝ Ở KHU CHẾ XUẤT", "ĐẦU TƯ Ý YÊN"])
def test_titles_in_a_font_of_capitals_come_in_capitals(title: str) -> None:
    assert decoded(written_in(f"{LINE}\n{title}", "tcvn3")).splitlines()[1] == title


def test_a_name_beside_an_acronym_keeps_its_small_letters() -> None:
    assert decoded(written_in(f"{LINE}\nKCN Đồ Sơn", "tcvn3")).endswith("KCN Đồ Sơn")


def test_a_font_of_capitals_typed_in_small_letters_cannot_be_told() -> None:
    assert decoded(written_in(f"{LINE}\nbáo cáo tình hình", "tcvn3")).endswith("báo cáo tình hình")

"""Wordings in both languages: pairing, filling in, escaping."""

from __future__ import annotations

import pytest

from kcn_pipeline.publication.bilingual import Bilingual, counted, text, text_in


def test_a_pair_shows_each_language_in_its_own_span() -> None:
    html = Bilingual("tỷ", "billion").__html__()

    assert html == '<span class="vi" lang="vi">tỷ</span><span class="en" lang="en">billion</span>'


def test_what_no_language_changes_stands_bare() -> None:
    assert Bilingual.same("FDI").__html__() == "FDI"


def test_both_languages_are_escaped() -> None:
    html = Bilingual("<b>a</b>", "x & y").__html__()

    assert "<b>" not in html
    assert "&lt;b&gt;a&lt;/b&gt;" in html
    assert "x &amp; y" in html


def test_attributes_cannot_be_broken_out_of() -> None:
    attributes = Bilingual('a" onclick="x', "b").attributes()

    assert attributes == 'data-vi="a&#34; onclick=&#34;x" data-en="b"'


def test_a_bilingual_field_is_taken_in_each_language() -> None:
    found = text("comparison.of_base", comparison=Bilingual("tỷ lệ", "share"), base="X")

    assert found == Bilingual("tỷ lệ / X", "share / X")


def test_of_asks_for_each_language_once() -> None:
    assert Bilingual.of(str.upper) == Bilingual("VI", "EN")


def test_counting_groups_digits_by_language() -> None:
    assert counted("document.restored", 2914) == Bilingual("2.914 từ được phục hồi", "2,914 words restored")


def test_counting_one_takes_the_english_singular() -> None:
    assert counted("document.figures", 1).en == "1 figure"
    assert counted("document.figures", 0).en == "0 figures"


def test_counting_without_a_singular_takes_the_plural() -> None:
    assert counted("document.unknown", 1).en == "1 not understood"


@pytest.mark.parametrize(("language", "expected"), [("vi", "năm 2019"), ("en", "2019")])
def test_one_language_for_a_terminal(language: str, expected: str) -> None:
    assert text_in(language, "window.year", year=2019) == expected


def test_an_unknown_text_is_named_with_its_file() -> None:
    with pytest.raises(KeyError, match=r"report_texts\.yaml has no text 'page\.nothing'"):
        text("page.nothing")


def test_a_field_left_open_is_refused() -> None:
    with pytest.raises(KeyError, match="year"):
        text("window.year")

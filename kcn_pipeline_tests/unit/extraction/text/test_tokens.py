"""Cutting a text into tokens, and the keys under which words are looked up."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens, phrase_key, word_key


def test_words_numerals_and_signs() -> None:
    tokens = Tokens("đạt 14.235ha (tăng 17,5%)")
    assert tokens.keys == ["đạt", NUMBER_KEY, "ha", "(", "tăng", NUMBER_KEY, "%", ")"]


def test_square_metres_are_one_word() -> None:
    assert Tokens("500 m2, 3km²").keys == [NUMBER_KEY, "m2", ",", NUMBER_KEY, "km²"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("Thoả", "thỏa"), ("luỹ", "lũy"), ("UỶ", "ủy")],
)
def test_both_places_of_the_tone_mark_share_a_key(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


def test_the_tone_of_quy_stays() -> None:
    assert word_key("quý") == "quý"


def test_decomposed_letters_share_the_key_of_composed_ones() -> None:
    assert word_key(unicodedata.normalize("NFD", "tỷ")) == word_key("Tỷ")


def test_offsets_find_tokens() -> None:
    tokens = Tokens("một hai ba")
    assert tokens.at_or_after(0) == 0
    assert tokens.at_or_after(5) == 2
    assert tokens.at_or_after(99) == 3
    assert tokens.span(1, 3).of(tokens.text) == "hai ba"


def test_a_number_in_a_phrase_stands_for_itself() -> None:
    assert phrase_key("mức độ 3") == ("mức", "độ", f"{NUMBER_KEY}3")


@given(st.text(max_size=200))
def test_tokens_cover_every_visible_character_once_and_in_order(text: str) -> None:
    tokens = Tokens(text)
    at = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert not text[at:start].strip()
        assert start < end
        at = end
    assert not text[at:].strip()


@given(st.text(alphabet="aă12.,²m k\n\t\u00a0-US$", max_size=120))
def test_a_text_is_cut_alike_whole_and_in_pieces(text: str) -> None:
    joined = Tokens(text.replace(" ", "\n"))  # one piece, as only blanks part them
    tokens = Tokens(text)
    assert (tokens.starts, tokens.ends, tokens.keys) == (joined.starts, joined.ends, joined.keys)


def test_a_long_piece_is_cut_like_a_short_one() -> None:
    tokens = Tokens("dự-án" * 30)
    assert tokens.keys == ["dự", "-", *["ándự", "-"] * 29, "án"]


def test_places_of_words_and_of_all_digits_behind_separators() -> None:
    tokens = Tokens("đến 31.12.2019, tới 5")
    assert tokens.places({NUMBER_KEY, "tới"}) == [4, 7, 10, 16, 20]
    assert tokens.places({"đến"}) == [0]


def test_indices_of_words_come_in_the_order_of_the_text() -> None:
    tokens = Tokens("tới 5 khu, từ 3 đến 5 khu tới")
    assert tokens.indices({"khu", "tới", "chưa"}) == [0, 2, 8, 9]
    assert tokens.indices({NUMBER_KEY}) == tokens.numerals() == [1, 5, 7]
    assert tokens.indices({"chưa"}) == []


def test_a_text_without_words_has_no_indices() -> None:
    assert list(Tokens(" \n ").indices({NUMBER_KEY, "khu"})) == []

"""Pieces of one word put together, joined syllables cut; what merely stands side by side stays so."""

from __future__ import annotations

import pytest

from kcn_pipeline.cleaning.abbreviations import Abbreviations
from kcn_pipeline.cleaning.ngrams.table import load_model
from kcn_pipeline.cleaning.readings import Readings
from kcn_pipeline.cleaning.recogniser import EnglishRecogniser
from kcn_pipeline.cleaning.segmentation import Segmentation
from kcn_pipeline.cleaning.tokens import tokens_of_shapes
from kcn_pipeline.reference.abbreviations import load_abbreviations
from kcn_pipeline.reference.confusions import load_confusions, load_lookalikes

SYLLABLES = [
    *("động", "đồng", "đó", "nghiệp", "nghỉ", "ép", "hoạt", "át", "phát", "triển", "hút", "thu", "biết", "thành"),
    *("thực", "hiện", "kinh", "tế", "tỉnh", "lao", "ở", "các", "dự", "án", "m\u1ed9t", "lý", "s\u1ed1"),
]


@pytest.fixture(scope="module")
def segmentation() -> Segmentation:
    channel = EnglishRecogniser(SYLLABLES, Readings(load_confusions(), load_lookalikes()))
    return Segmentation(channel, load_model(), Abbreviations(load_abbreviations().values()))


def words(segmentation: Segmentation, text: str) -> list[str]:
    return [token.text for token in segmentation.merged(list(tokens_of_shapes(text, 0, len(text))), text)]


@pytest.mark.parametrize(
    ("read", "merged"),
    [
        ("lao d6 ng", ["lao", "d6ng"]),
        ("h o at d6ng", ["hoat", "d6ng"]),
        ("cac KK T", ["cac", "KKT"]),
        ("cac KC N", ["cac", "KCN"]),
        ("doanh nghi-\nép", ["doanh", "nghiép"]),
        ("ph-\nat trién", ["phat", "trién"]),
        ("thu h.ut", ["thu", "hut"]),
    ],
)
def test_pieces_of_a_word_become_one(segmentation: Segmentation, read: str, merged: list[str]) -> None:
    assert words(segmentation, read) == merged


@pytest.mark.parametrize(
    ("read", "parts"),
    [
        ("hoat21 du", ["hoat", "21", "du"]),
        ("ngh1ép8 du", ["ngh1ép8", "du"]),
        ("nghiép8 du", ["nghiép", "8", "du"]),
        ("d6ng8 du", ["d6ng8", "du"]),
        ("tinh4 du", ["tinh", "4", "du"]),
        ("hién9 du", ["hién9", "du"]),
    ],
)
def test_a_number_behind_a_closed_syllable_has_lost_its_blank(
    segmentation: Segmentation, read: str, parts: list[str]
) -> None:
    assert words(segmentation, read) == parts


@pytest.mark.parametrize(
    "text",
    [
        "cac du 4n",
        "lao d6ng",
        "KCN va KKT",
        "12 KCN, 3 KKT",
        "kinh-té",
        "kinh-\nté",
        "T. Nguyén",
        "hut\n\nthu",
        "6 ng",
        "84 m o",
        "d6 Ng",
    ],
)
def test_words_side_by_side_stay_apart(segmentation: Segmentation, text: str) -> None:
    tokens = list(tokens_of_shapes(text, 0, len(text)))
    assert list(segmentation.merged(tokens, text)) == tokens


def test_a_merged_word_covers_what_parted_its_pieces(segmentation: Segmentation) -> None:
    text = "cac h o at"
    *_, token = segmentation.merged(list(tokens_of_shapes(text, 0, len(text))), text)
    assert (token.start, token.end, token.text) == (4, 10, "hoat")


def test_a_numeral_is_never_a_piece(segmentation: Segmentation) -> None:
    text = "s 6 du 4n, d 6ng"
    numerals = [
        t.text for t in segmentation.merged(list(tokens_of_shapes(text, 0, len(text))), text) if t.kind == "numeral"
    ]
    assert numerals == ["6"]


@pytest.mark.parametrize(
    ("read", "syllables"), [("biétthanh", "biết thành"), ("thuchién", "thực hiện"), ("kinhté", "kinh tế")]
)
def test_joined_syllables_are_cut(segmentation: Segmentation, read: str, syllables: str) -> None:
    assert syllables in [candidate.text for candidate in segmentation.joined(read)]


def test_a_capital_within_shows_the_cut(segmentation: Segmentation) -> None:
    assert "các dự" in [candidate.text for candidate in segmentation.joined("cacDww")]


@pytest.mark.parametrize("word", ["d6ng", "nghiép", "thu", "xqzjkwv"])
def test_what_is_one_syllable_or_none_is_not_cut(segmentation: Segmentation, word: str) -> None:
    assert segmentation.joined(word) == ()


def test_a_cut_has_its_price(segmentation: Segmentation) -> None:
    assert max(candidate.score for candidate in segmentation.joined("biétthanh")) < -3.0


@pytest.mark.parametrize(
    ("read", "parts"),
    [
        ("Phap17 va", [("word", "Phap"), ("numeral", "17"), ("word", "va")]),
        ("tinh128", [("word", "tinh"), ("numeral", "128")]),
        ("lao d61", [("word", "lao"), ("word", "d61")]),
        ("hoa61 dong", [("word", "hoa"), ("numeral", "61"), ("word", "dong")]),
        ("dung91 dong", [("word", "dung"), ("numeral", "91"), ("word", "dong")]),
    ],
)
def test_a_number_behind_a_word_without_a_blank_is_one(
    segmentation: Segmentation, read: str, parts: list[tuple[str, str]]
) -> None:
    tokens = segmentation.merged(list(tokens_of_shapes(read, 0, len(read))), read)
    assert [(token.kind, token.text) for token in tokens] == parts

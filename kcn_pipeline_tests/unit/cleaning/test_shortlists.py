"""Candidates of single tokens: capitals, codes, spellings, suspect numerals."""

from __future__ import annotations

import pytest

from kcn_pipeline.cleaning.abbreviations import Abbreviations
from kcn_pipeline.cleaning.channels import StrippedMarks
from kcn_pipeline.cleaning.ngrams.lattice import NO_SYLLABLE
from kcn_pipeline.cleaning.ngrams.table import load_model
from kcn_pipeline.cleaning.readings import Readings
from kcn_pipeline.cleaning.recogniser import EnglishRecogniser
from kcn_pipeline.cleaning.shortlists import Shortlist, Shortlists
from kcn_pipeline.cleaning.tokens import Token, tokens_of_shapes
from kcn_pipeline.reference.abbreviations import Abbreviation
from kcn_pipeline.reference.confusions import load_confusions, load_lookalikes

FORMS = ("QĐ", "TU", "CTr", "UBND")
SYLLABLES = ["tỷ", "tỉ", "tự", "từ", "tú", "vì", "số", "sờ", "ở", "là", "ban", "bản"]


@pytest.fixture(scope="module")
def shortlists() -> Shortlists:
    abbreviations = Abbreviations(Abbreviation(form=form, meaning="test", source="test") for form in FORMS)
    return Shortlists(StrippedMarks(SYLLABLES), load_model(), abbreviations)


def tokens(text: str) -> list[Token]:
    return [token for token in tokens_of_shapes(text, 0, len(text)) if token.kind != "break"]


def of(shortlists: Shortlists, text: str, place: int, *, headline: bool = False) -> Shortlist:
    return shortlists.of_run(tokens(text), text, headline=headline, digits_may_be_letters=True)[place]


def test_a_word_may_stay_as_it_is(shortlists: Shortlists) -> None:
    assert set(of(shortlists, "ban", 0).texts) == {"ban", "bản"}
    assert of(shortlists, "foxconn", 0).texts == ("foxconn",)


@pytest.mark.parametrize(
    ("text", "place", "texts"),
    [
        ("2357/QD-TTg", 1, ("qđ", "qd")),
        ("20-NQ/TU", 2, ("tu",)),
        ("12-CTr/TU", 1, ("ctr",)),
        ("UBND tinh", 0, ("ubnd",)),
        ("quy II nam", 1, ("ii",)),
        ("T. Nam", 0, ("t",)),
    ],
)
def test_capitals_that_are_no_words(shortlists: Shortlists, text: str, place: int, texts: tuple[str, ...]) -> None:
    assert of(shortlists, text, place).texts == texts


def test_capitals_may_be_words_where_nothing_ties_them(shortlists: Shortlists) -> None:
    assert {"tu", "từ", "tự"} <= set(of(shortlists, "va TU nam", 1).texts)


def test_a_single_capital_that_ends_a_sentence_may_be_a_word(shortlists: Shortlists) -> None:
    assert of(shortlists, "T. Nam", 0).texts == ("t",)
    assert of(shortlists, "Nguyen A. Nam", 1).texts == ("a",)
    assert len(of(shortlists, "la O. Nam", 1).texts) > 1


def test_letters_of_items_are_no_words(shortlists: Shortlists) -> None:
    assert of(shortlists, "o) ban", 0).texts == ("o",)
    assert len(of(shortlists, "la o ban", 1).texts) > 1


def test_capitals_within_a_sentence_speak_for_names(shortlists: Shortlists) -> None:
    def gain(text: str, place: int) -> float:
        found = of(shortlists, text, place)
        scores: dict[str, float] = dict(zip(found.texts, found.options.scores.tolist(), strict=True))
        return scores["sở"] - scores["số"]

    shortlists = Shortlists(StrippedMarks(["sở", "số"]), load_model(), Abbreviations(()))
    assert gain("ban giao So", 2) > gain("So ban giao", 0) == 0.0 > gain("ban giao so", 2)


def test_capitals_are_words_in_a_headline(shortlists: Shortlists) -> None:
    assert "vì" in of(shortlists, "DON VI", 1, headline=True).texts
    assert "vì" not in of(shortlists, "DON VI", 1).texts


def test_capitals_among_small_letters_are_an_abbreviation(shortlists: Shortlists) -> None:
    assert of(shortlists, "tap doan VIS dau tu", 2).texts == ("vis",)
    assert of(shortlists, "va UBND TINH dau tu", 1).texts == ("ubnd",)
    assert "từ" in of(shortlists, "BAN TU nam", 1).texts


def test_a_line_begins_with_a_word_sooner_than_with_a_code() -> None:
    channel = EnglishRecogniser(["số"], Readings(load_confusions(), load_lookalikes()))
    found = Shortlists(channel, load_model(), Abbreviations(()))

    def score(text: str, place: int) -> float:
        one = of(found, text, place)
        return float(one.options.scores[one.texts.index("số")])

    assert score("S6 bao cao", 0) > score("khu S6 nay", 1) + 5


def test_an_i_that_is_written_y_more_often_is_known_by_both(shortlists: Shortlists) -> None:
    model, found = load_model(), of(shortlists, "ti", 0)
    ids = [last for text, last in zip(found.texts, found.options.last.tolist(), strict=True) if text == "tỉ"]
    assert ids == [model.id_of("tỉ"), model.id_of("tỷ")]
    assert of(shortlists, "ty", 0).texts.count("tỷ") == 1


def test_a_lost_word_stands_before_the_candidates(shortlists: Shortlists) -> None:
    alone = of(shortlists, "ban", 0)
    both = shortlists.with_lost_word(alone)
    assert both.texts[: len(alone.texts)] == alone.texts
    assert len(both.texts) == len(both.before) == len(both.options.last)
    assert all(
        (word == "") == (first == NO_SYLLABLE) for word, first in zip(both.before, both.options.first, strict=True)
    )

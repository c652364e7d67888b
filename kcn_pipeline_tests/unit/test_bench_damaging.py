"""Measuring on damaged texts: the way back to the whole text, facts at their places, a peer that fails on words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import damaging
from benchmarks.corpora import composed
from benchmarks.damaged_accuracy import scored
from benchmarks.damaging import WayBack, damaged_texts, whole_texts
from benchmarks.peer_restorer import accented
from kcn_pipeline.synthetic.damages import with_dropped_letters

WHOLE = "Các khu thu hút 12 dự án, vốn 45,5 triệu USD."


@pytest.mark.parametrize("quote", ["12 d", "45,5 tri", "USD."])
def test_places_in_a_damaged_text_are_found_in_the_whole_one(quote: str) -> None:
    damaged = with_dropped_letters(WHOLE)
    assert damaged != WHOLE
    way, start = WayBack(damaged, WHOLE), damaged.index(quote)
    assert (way.start(start), way.end(start + len(quote))) == (WHOLE.index(quote), WHOLE.index(quote) + len(quote))


def test_what_damage_put_in_has_a_place_too() -> None:
    way = WayBack("vốn - 45 tỷ", "vốn 45 tỷ")
    assert way.start(4) == 4
    assert way.end(8) == 6


def test_each_damage_has_every_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(damaging, "TESSERACT_DATA", Path("nowhere"))  # setting and reading pages takes a minute
    texts, damaged = whole_texts("other_styles"), damaged_texts.__wrapped__("other_styles")
    assert "misread" not in damaged
    assert damaged["none"] == texts
    assert {name: len(found) for name, found in damaged.items()} == dict.fromkeys(damaged, len(texts))
    assert all(bad != text for bad, text in zip(damaged["stripped"], texts, strict=True))


def test_facts_of_a_damaged_document_are_scored_at_the_places_of_the_whole_one() -> None:
    document = next(one for one in composed() if one.split == "development")
    whole = scored(document, document.document.text)
    damaged = scored(document, with_dropped_letters(document.document.text))
    assert whole.levels["reading"].right > 10
    assert damaged.levels["reading"].right >= whole.levels["reading"].right - 1


def test_a_text_whose_offsets_are_of_another_form_is_refused() -> None:
    document = next(one for one in composed() if one.split == "development")
    decoded = replace(document.document.decoded, text="Vo\u0302\u0301n 45 tỷ đồng")
    apart = replace(document, document=replace(document.document, decoded=decoded), facts=[])
    with pytest.raises(ValueError, match="not in NFC"):
        scored(apart, "Vn 45 t đồng")


def test_words_that_a_peer_fails_on_are_left_as_they_are() -> None:
    def add_accents(line: str) -> str:
        if "bad" in line:
            raise KeyError(line)
        return line.upper()

    assert accented(["one", "two", "bad", "four"], add_accents) == "ONE TWO bad FOUR"
    assert accented([], add_accents) == ""

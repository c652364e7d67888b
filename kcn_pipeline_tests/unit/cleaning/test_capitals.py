"""Capitals within sentences: counted, kept, and what they say of candidates."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.cleaning.capitals import (
    Capitals,
    count_capitals,
    is_within_sentence,
    load_capitals,
    write_capitals,
)


@pytest.mark.parametrize(
    ("text", "word", "within"),
    [
        ("giao Sở Công Thương", "Sở", True),
        ("giao Sở Công Thương", "giao", False),
        ("năm 2019, Khối đạt", "Khối", True),
        ("đạt kế hoạch. Khối", "Khối", False),
        ("kết luận: Ban", "Ban", False),
        ("tại hội nghị\nBan", "Ban", False),
        ("“Ban", "Ban", False),
        ("12 dự án; Hưng Yên 9", "Hưng", True),
        (f"{'tổng vốn đăng ký ' * 4}của tỉnh\nHưng Yên", "Hưng", True),
        (f"{'tổng vốn đăng ký ' * 4}năm 2022\nHưng Yên", "Hưng", False),
    ],
)
def test_only_what_follows_a_word_of_the_line_is_within_a_sentence(text: str, word: str, within: bool) -> None:
    assert is_within_sentence(text, text.index(word)) is within


def test_capitals_are_counted_within_sentences_alone() -> None:
    counts = count_capitals(["Ban giao Sở Hòa Bình, Ban giao UBND. Ban họp", "Sở họp\nSở hòa giải"])
    assert counts["sở"] == (1, 1)
    assert counts["ban"] == (1, 1)
    assert counts["giao"] == (0, 2)
    assert counts["hòa"] == (1, 2)
    assert "ubnd" not in counts


def test_counts_come_back_from_their_file(tmp_path: Path) -> None:
    file = tmp_path / "capitals.txt"
    write_capitals({"sở": (3, 4), "số": (0, 9)}, file)
    known, unknown = load_capitals(file).scores(["sở", "vỹ"], capital=True).tolist()
    assert file.read_text(encoding="utf-8") == "sở\t3\t4\nsố\t0\t9\n"
    assert known > unknown


def test_a_capital_speaks_for_names_and_a_small_letter_against_them() -> None:
    capitals = Capitals({"lộc": (20, 20), "lực": (1, 30)})
    for capital, likelier in ((True, "lộc"), (False, "lực")):
        scores = dict(zip(("lộc", "lực"), capitals.scores(["lộc", "lực"], capital=capital).tolist(), strict=True))
        assert max(scores, key=lambda s: scores[s]) == likelier


def test_of_two_syllables_in_one_the_first_has_the_capital() -> None:
    capitals = Capitals({"hà": (9, 9), "nội": (0, 9)})
    pair, single = capitals.scores(["hà nội", "hà"], capital=True).tolist()
    assert pair == single


def test_nothing_is_ever_impossible() -> None:
    scores = Capitals({"lộc": (20, 20), "và": (0, 500)}).scores(["lộc", "và", ""], capital=False)
    assert scores.min() > -3
    assert Capitals({"và": (0, 500)}).scores(["và"], capital=True).min() > -6


def test_the_counts_in_force_know_names_of_places() -> None:
    capital, small = (load_capitals().scores(["trị", "trẻ"], capital=c).tolist() for c in (True, False))
    assert capital[0] > capital[1]
    assert small[1] > small[0]

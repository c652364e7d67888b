"""Words of a page paired with what was read, letters with pieces of it."""

from __future__ import annotations

from collections import Counter

import pytest

from kcn_pipeline.synthetic.letter_alignment import count_readings, word_pairs


def pairs(printed: str, read: str) -> list[tuple[str, str]]:
    return list(word_pairs(printed, read))


def test_words_are_paired_by_place() -> None:
    assert pairs("các dự án mới", "cac du 4n mdi") == [("các", "cac"), ("dự", "du"), ("án", "4n"), ("mới", "mdi")]


def test_line_ends_and_outer_punctuation_are_nothing() -> None:
    assert pairs("“các dự án”, tổng\nvốn.", "\"cac dy\nan', téng von") == [
        ("các", "cac"),
        ("dự", "dy"),
        ("án", "an"),
        ("tổng", "téng"),
        ("vốn", "von"),
    ]


def test_what_was_cut_or_joined_is_left_out() -> None:
    assert pairs("lao động trong khu này", "lao d6 ng trongkhu nay") == [("lao", "lao"), ("này", "nay")]


def test_a_lost_line_pairs_no_strangers() -> None:
    found = pairs("tổng vốn đăng ký xuất khẩu nhập khẩu doanh thu", "xuat khau nhap khau doanh thu")
    assert ("tổng", "xuat") not in found
    assert ("doanh", "doanh") in found


def test_numerals_are_no_words() -> None:
    assert pairs("có 12 dự án", "c6 12 du an") == [("có", "c6"), ("dự", "du"), ("án", "an")]


@pytest.mark.parametrize("read", ["", "   ", "\n"])
def test_an_empty_reading_pairs_nothing(read: str) -> None:
    assert pairs("các dự án", read) == []


def test_letters_are_counted_by_what_they_were_read_as() -> None:
    counted = count_readings(Counter({("dự", "dy"): 3, ("từ", "tir"): 2, ("tư", "tu"): 1}))
    assert counted["ự"] == {"y": 3}
    assert counted["ừ"] == {"ir": 2}
    assert counted["t"] == {"t": 3}


def test_a_letter_of_which_nothing_is_left_is_counted() -> None:
    assert count_readings(Counter({("vốn", "vn"): 5}))["ố"] == {"": 5}


def test_frequent_readings_explain_doubtful_ones() -> None:
    counted = count_readings(Counter({("chứ", "chir"): 40, ("nứt", "nirt"): 30, ("chức", "chirc"): 5}))
    assert counted["ứ"] == {"ir": 75}
    assert counted["c"]["c"] == 50


def test_a_reading_too_long_for_the_word_is_left_out() -> None:
    assert count_readings(Counter({("ở", "abcdef"): 1})) == {}

"""Words, numerals, codes and breaks of damaged text."""

from __future__ import annotations

import pytest

from kcn_pipeline.cleaning.tokens import Token, tokens_of_letters, tokens_of_shapes


def of_letters(text: str) -> list[tuple[str, str]]:
    return [(t.kind, t.text) for t in tokens_of_letters(text, 0, len(text))]


def of_shapes(text: str) -> list[tuple[str, str]]:
    return [(t.kind, t.text) for t in tokens_of_shapes(text, 0, len(text))]


def test_letters_make_words_and_everything_else_parts_them() -> None:
    assert of_letters("t USD (tăng)/giảm") == [("word", "t"), ("word", "USD"), ("word", "tăng"), ("word", "giảm")]


@pytest.mark.parametrize("numeral", ["51.390", "17,5%", "14.235ha", "03", "1.029.779", "500m2"])
def test_numerals_are_whole_in_both_readings(numeral: str) -> None:
    assert ("numeral", numeral) in of_letters(f"đạt {numeral} t")
    assert ("numeral", numeral) in of_shapes(f"dat {numeral} ty")


@pytest.mark.parametrize("word", ["1y", "t6", "4n", "c6", "16n", "s&", "K&", "1&", "¢6", "kh'fmg", "t'?mg", "dﬁy"])
def test_signs_and_single_digits_stay_in_a_misread_word(word: str) -> None:
    assert of_shapes(f"cac {word} va") == [("word", "cac"), ("word", word), ("word", "va")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("von 131,9trigu USD", ["von", "131,9", "trigu", "USD"]),
        ("voi 4.016ty déng", ["voi", "4.016", "ty", "déng"]),
        ("cho 1150ngudi", ["cho", "1150", "ngudi"]),
        ("tang 5,3 % so", ["tang", "5,3 %", "so"]),
        ("bang 117 %\ncung", ["bang", "117 %", "cung"]),
        ("gia 60ng va 6ng", ["gia", "60", "ng", "va", "6ng"]),
        ("giam 12,6%vé von", ["giam", "12,6%", "vé", "von"]),
    ],
)
def test_a_number_keeps_its_digits_and_its_percent_sign_beside_misread_words(text: str, parts: list[str]) -> None:
    assert [part for _, part in of_shapes(text)] == parts


def test_a_sign_between_names_in_capitals_is_itself() -> None:
    assert ("code", "&") in of_shapes("cac KCX & CN Can Tho")
    assert ("word", "&") in of_shapes("hoat dong & tinh")
    assert ("code", "%") in of_shapes("giam 35\n% thoi gian")
    assert ("code", "%") in of_shapes("ty lé lap day;%;61,5;70")
    assert ("code", "%") in of_shapes("ty lé lap day (% dat)")


def test_a_stroke_before_small_letters_is_one_of_them_unless_a_cell_begins() -> None:
    assert of_shapes("ty |é lap") == [("word", "ty"), ("word", "|é"), ("word", "lap")]
    assert ("break", "|") in of_shapes("a | b | c")
    assert ("break", "|") in of_shapes("triéu |USD")


def test_a_sign_may_end_a_misread_word_within_a_sentence() -> None:
    assert ("word", "xt?") in of_shapes("da xt? ly xong")
    assert ("word", "nt?") in of_shapes("lao dong nt? 1.200 nguoi")
    assert ("word", "th?") in of_shapes("xép th?\n12 ca nuoc")
    assert ("word", "xt") in of_shapes("da xt? Ly do")
    assert ("word", "gach") in of_shapes("may vien gach? hai vien")
    assert ("word", "MO!") in of_shapes("CAP MO! VA TANG")
    assert ("word", "FD!") in of_shapes("von FD! Han Quoc")
    assert ("word", "MUNG") in of_shapes("CHAO MUNG! KHU")
    assert ("word", "MO") in of_shapes("DA MO! Chieu nay")


def test_a_stroke_alone_in_prose_is_a_numeral_of_rome() -> None:
    assert ("word", "|") in of_shapes("trong quy | nam nay")
    assert ("word", "|") in of_shapes("cuoi quy |: 12 du an")
    assert ("word", "|") in of_shapes("Quy | Quy II Quy III")
    assert ("word", "ll") in of_shapes("xong.\nll. Dau tu")
    assert ("word", "|") in of_shapes("KCN Hoa Phu |, KCN Hoa Phu")
    assert ("break", "|") in of_shapes("doanh thu | 12 | 15")
    assert ("break", "|") in of_shapes("doanh thu | 12\nxuat khau | 15")


def test_a_mark_before_a_line_is_no_word() -> None:
    assert of_shapes("nhu sau:\n¢ Doanh thu") == [
        *(("word", "nhu"), ("word", "sau"), ("break", ":")),
        *(("word", "Doanh"), ("word", "thu")),
    ]
    assert ("word", "¢") in of_shapes("nha\n¢ day")
    assert ("word", "¢") not in of_shapes("lao dong: 61%\n¢ Thu nhap")
    assert ("word", "»") not in of_shapes("dau tu\n»* Giay phép")


@pytest.mark.parametrize("code", ["9001", "E55", "QL18", "TCVN9001", "a1b2c3"])
def test_codes_are_no_words(code: str) -> None:
    kinds = {kind for kind, text in of_shapes(f"so {code} nay") if text == code}
    assert kinds in ({"code"}, {"numeral"})


def test_a_letter_and_digit_mixture_is_a_code_where_letters_can_be_trusted() -> None:
    assert of_letters("QL1A và 1a") == [("code", "QL1A"), ("word", "và"), ("code", "1a")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("14.200t đồng", ["14.200", "t", "đồng"]),
        ("131,9triu", ["131,9", "triu"]),
        ("50trieu", ["50", "trieu"]),
        ("7ty", ["7", "ty"]),
        ("5s", ["5s"]),
        ("295b", ["295b"]),
        ("A9t", ["A9t"]),
    ],
)
def test_a_damaged_scale_right_behind_its_number_is_a_word(text: str, parts: list[str]) -> None:
    assert [part for _, part in of_letters(text)] == parts


@pytest.mark.parametrize("unit", ["m2", "m3", "km2"])
def test_units_of_area_and_volume_are_no_misread_words(unit: str) -> None:
    assert of_shapes(f"USD/{unit} dat") == [("word", "USD"), ("code", unit), ("word", "dat")]
    assert ("word", "am2") in of_shapes("va am2 roi")


def test_sentence_ends_break_and_commas_do_not() -> None:
    assert [kind for kind, _ in of_shapes("mot, hai. ba: bon\n\nnam")] == [
        "word",
        "word",
        "break",
        "word",
        "break",
        "word",
        "break",
        "word",
    ]


def test_a_line_end_within_a_paragraph_is_no_break() -> None:
    assert of_shapes("mot\nhai") == [("word", "mot"), ("word", "hai")]


def test_only_the_stretch_is_cut_and_offsets_are_those_of_the_text() -> None:
    text = "một hai ba"
    assert list(tokens_of_letters(text, 4, 7)) == [Token(4, 7, "word", "hai")]


def test_a_long_run_without_blanks_is_cut_in_time() -> None:
    text = "x1" * 20_000
    assert [kind for kind, _ in of_shapes(text)] == ["code"]

"""What Unicode text looks like in each encoding, checked against the C library where it knows the encoding."""

from __future__ import annotations

import pytest

from kcn_pipeline.encodings.writing import written_in
from kcn_pipeline.reference.legacy_encodings import load_legacy_encodings
from kcn_pipeline.synthetic.legacy import ENCODINGS, encode, encode_bytes
from kcn_pipeline_tests.unit.encodings.wordings import ICONV_NAMES, REPORT, WITH_CAPITALS, by_iconv


@pytest.mark.parametrize("encoding", sorted(ICONV_NAMES))
def test_the_c_library_reads_what_was_written(encoding: str) -> None:
    assert by_iconv(encode_bytes(REPORT, encoding), encoding) == REPORT


@pytest.mark.parametrize("encoding", ["viscii", "cp1258"])
def test_the_c_library_reads_capitals_where_the_encoding_has_them(encoding: str) -> None:
    assert by_iconv(encode_bytes(WITH_CAPITALS, encoding), encoding) == WITH_CAPITALS


@pytest.mark.parametrize("encoding", ["tcvn3", "viscii"])
def test_every_letter_of_the_table_is_what_the_c_library_has(encoding: str) -> None:
    letters = load_legacy_encodings()[encoding].letters
    assert by_iconv("\n".join(letters.values()).encode("latin-1"), encoding) == "\n".join(letters)


def test_tables_are_complete() -> None:
    tables = load_legacy_encodings()
    assert len(tables["tcvn3"].letters) == 74
    assert len(tables["viscii"].letters) == len(tables["vni"].letters) == 134


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("tcvn3", "®­êng §¤NG"),
        ("vni", "ñöôøng ÑOÂNG"),
        ("viscii", "ðß¶ng ÐÔNG"),
        ("viqr", "ddu+o+`ng DDO^NG"),
        ("cp1258", "ðýõÌng ÐÔNG"),
        ("mojibake", "Ä‘Æ°á»\x9dng Ä\x90Ã”NG"),
    ],
)
def test_words_are_written_as_programs_show_them(encoding: str, written: str) -> None:
    assert encode("đường ĐÔNG", encoding) == written


def test_tcvn3_writes_capitals_with_a_tone_as_small_letters() -> None:
    assert encode("BẢN", "tcvn3") == "B¶N"


@pytest.mark.parametrize(
    ("text", "written"),
    [("ba.", "ba\\."), ("bạ.", "ba.\\."), ("chưa?", "chu+a\\?"), ("12.", "12."), ("vốn.", "vo^'n."), ("VNĐ.", "VNDD.")],
)
def test_viqr_escapes_signs_only_where_they_would_be_marks(text: str, written: str) -> None:
    assert encode(text, "viqr") == written


def test_beside_the_letters_windows_puts_its_own_signs() -> None:
    assert encode_bytes("“Mở”", "vni") == b"\x93M\xf4\xfb\x94"


def test_the_bytes_of_mojibake_are_utf8_twice_over() -> None:
    assert encode_bytes("đ", "mojibake").decode() == "Ä‘"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_digits_and_plain_words_stay(encoding: str) -> None:
    assert written_in("USD 1.234,5 trong", encoding) == "USD 1.234,5 trong"


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(KeyError, match="ebcdic"):
        encode("a", "ebcdic")

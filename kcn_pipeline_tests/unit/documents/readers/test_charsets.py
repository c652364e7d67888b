"""Which charset bytes are taken for, and that decoding changes nothing else."""

from __future__ import annotations

import codecs
import hashlib
import unicodedata

import pytest

from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers.charsets import decode_bytes, legacy_letters
from kcn_pipeline.documents.readers.choice import decode
from kcn_pipeline.synthetic.legacy import encode, encode_bytes

TEXT = "Năm 2018, các khu công nghiệp tỉnh Hưng Yên có thêm 30 dự án mới, xuất khẩu tăng.\r\nHết.\n"

GARBAGE = b"".join(hashlib.sha256(bytes([number % 256, number // 256])).digest() for number in range(2_000))


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("utf-32-be"), "utf-32-be"),
    ],
)
def test_unicode_is_told_by_its_mark_or_its_bytes(data: bytes, charset: str) -> None:
    assert decode_bytes(data) == (TEXT, charset)


def test_windows_vietnamese_is_detected_and_its_tones_stay_apart() -> None:
    text, charset = decode_bytes(encode_bytes(TEXT * 4, "cp1258"))
    assert charset == "cp1258"
    assert unicodedata.normalize("NFC", text) == TEXT * 4
    assert text != TEXT * 4, "composing letters is a repair, and repairs belong to cleaning"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_needs_no_ascii(encoding: str) -> None:
    text = "ƯỚỢẾỆĐẢ–ẤẦỘẠỔỖ"
    assert decode_bytes(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(
    ("encoding", "charset"), [("tcvn3", "latin-1"), ("vni", "latin-1"), ("viscii", "latin-1"), ("cp1258", "cp1258")]
)
@pytest.mark.parametrize("text", [TEXT, "Tổng vốn đăng ký của các dự án mới cấp phép trong kỳ là 42,5 triệu USD."])
def test_encodings_of_vietnam_are_decoded_so_that_their_letters_can_be_told(
    text: str, encoding: str, charset: str
) -> None:
    data = encode_bytes(text, encoding)
    decoded, found = decode_bytes(data)
    assert (decoded, found) == (data.decode(charset), charset)


def test_quotes_of_windows_beside_legacy_letters_are_kept() -> None:
    text = "Phong trào “Đổi mới – Hội nhập” của doanh nghiệp…"
    decoded, charset = decode_bytes(encode_bytes(text, "tcvn3"))
    assert charset == "cp1252"
    assert decoded == encode(text, "tcvn3")


@pytest.mark.parametrize(
    "text",
    ["Une usine à Évry compte 25 salariés.", "Größe des Geländes: 50 ha", "naïve"],
)
def test_western_text_is_western(text: str) -> None:
    assert decode_bytes(text.encode("latin-1")) == (text, "latin-1")


def test_the_encoding_is_told_to_whoever_reads_the_text() -> None:
    assert decode(encode_bytes(TEXT, "vni"), "a.txt").decisions == ("legacy letters: VNI",)
    assert decode(encode(TEXT, "tcvn3").encode(), "a.txt").decisions == ("legacy letters: TCVN3 (ABC)",)
    assert decode(TEXT.encode(), "a.txt").decisions == ()


def test_of_a_long_text_beginning_middle_and_end_tell_the_encoding() -> None:
    filler = "trong khu\n" * 20_000
    assert legacy_letters(filler + encode(TEXT, "viscii")) == ("legacy letters: VISCII",)
    data = filler.encode() + encode_bytes(TEXT * 40, "cp1258")
    assert decode_bytes(data)[1] == "cp1258"


@pytest.mark.parametrize("text", ["a\r\nb\rc\n", "e\u0302\u0301", "\u00a0 \u200b\u00ad", "\ufb01", "tab\tform\ffeed"])
def test_nothing_is_translated_or_composed(text: str) -> None:
    assert decode_bytes(text.encode())[0] == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x00\x01\x02\x03" * 64, "binary|charset"),
        (b"\x07\x08 a" * 50, "binary"),
        (bytes(range(128, 256)) * 3, "charset|look like"),
        (TEXT.encode() * 9 + "đ".encode()[:1], "look like utf-8, but byte"),
        (GARBAGE, "binary"),
        (GARBAGE.translate(None, bytes(range(0x20))), "charset"),
        (codecs.BOM_UTF8 + b"n\xc4\xc4m", "look like utf-8-sig"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "look like utf-16"),
    ],
)
def test_what_is_no_text_is_refused_with_a_cure(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        decode_bytes(data)
    assert "UTF-8" in caught.value.cure


def test_a_stray_control_character_does_not_make_a_page_binary() -> None:
    text = "Báo cáo\x0b năm 2019 " * 20
    assert decode_bytes(text.encode())[0] == text


def test_a_document_with_single_control_character_among_many_words_is_kept() -> None:
    text = "từ " * 200 + "\x02"
    assert decode_bytes(text.encode()) == (text, "utf-8")

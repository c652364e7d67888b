"""Which charset bytes are taken for, and that decoding changes nothing else."""

from __future__ import annotations

import codecs
import unicodedata

import pytest

from kcn_pipeline.documents.charsets import decode_bytes
from kcn_pipeline.documents.problems import UnreadableDocument

TEXT = "Năm 2018, các khu công nghiệp tỉnh Hưng Yên có thêm 30 dự án mới, xuất khẩu tăng.\r\nHết.\n"


def in_cp1258(text: str) -> bytes:
    """Vietnamese as Windows wrote it: letters of one byte where there is one, tones as bytes of their own."""
    encoded = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            encoded += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tones = "".join(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323")
            base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
            encoded += (base + tones).encode("cp1258")
    return encoded


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32"),
        (TEXT.encode("utf-16-le"), "utf_16_le"),
        (TEXT.encode("utf-16-be"), "utf_16_be"),
    ],
)
def test_unicode_is_told_by_its_mark_or_its_bytes(data: bytes, charset: str) -> None:
    assert decode_bytes(data) == (TEXT, charset)


def test_windows_vietnamese_is_detected_and_its_tones_stay_apart() -> None:
    text, charset = decode_bytes(in_cp1258(TEXT * 4))
    assert charset == "cp1258"
    assert unicodedata.normalize("NFC", text) == TEXT * 4
    assert text != TEXT * 4, "composing letters is a repair, and repairs belong to cleaning"


@pytest.mark.parametrize("text", ["a\r\nb\rc\n", "e\u0302\u0301", "\u00a0 \u200b\u00ad", "\ufb01", "tab\tform\ffeed"])
def test_nothing_is_translated_or_composed(text: str) -> None:
    assert decode_bytes(text.encode())[0] == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x00\x01\x02\x03" * 64, "binary|charset"),
        (b"\x07\x08 a" * 50, "binary"),
        (bytes(range(128, 256)) * 3, "charset|look like"),
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

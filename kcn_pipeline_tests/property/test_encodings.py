"""What holds of legacy encodings whatever the text."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kcn_pipeline.documents.readers.charsets import decode_bytes
from kcn_pipeline.encodings.alignments import legacy_alignment
from kcn_pipeline.encodings.detection import legacy_replacements
from kcn_pipeline.reference.syllables import all_syllables
from kcn_pipeline.synthetic.legacy import ENCODINGS, encode, encode_bytes

# Enough to make the encoding of any text known.
KNOWN = "Ban Quản lý cấp mới 17 dự án tại khu công nghiệp Đồng Văn, tỉnh Hà Nam, được tỉnh hỗ trợ đền bù đất"
SYLLABLES = sorted(syllable for syllable in all_syllables() if len(syllable) > 1 and syllable != "đi")
NUMERALS = st.from_regex(r"[0-9]{1,3}([.,][0-9]{1,3}){0,2}%?", fullmatch=True)
SIGNS = st.sampled_from(["", "", "", ",", ".", ";", ":", "!", "?", ")", "'"])
CASES = (str.lower, str.upper, lambda word: word[0].upper() + word[1:])


@st.composite
def lines(draw: st.DrawFn) -> str:
    """Syllables in one case with numerals and signs between them; any spelling, hardly any sense."""
    in_case = draw(st.sampled_from(CASES))
    words = st.sampled_from(SYLLABLES).map(in_case) | NUMERALS
    return " ".join(draw(words) + draw(SIGNS) for _ in range(draw(st.integers(1, 20))))


def in_the_case_of_tcvn3(text: str) -> str:
    # A capital with a tone is in TCVN3 what its font makes of the small letter: only its word can tell.
    return text.lower()


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("encoding", ENCODINGS)
@settings(max_examples=60)
@given(st.lists(lines(), min_size=1, max_size=3))
def test_every_text_comes_back_from_every_encoding(encoding: str, drawn: list[str]) -> None:
    text = "\n".join([KNOWN, *drawn])
    # A capital Ã before a blank is also what is left of à, whose second byte became that blank: à is the likelier.
    assume(encoding != "mojibake" or not re.search(r"Ã(?!\w)", text))
    shown = encode(text, encoding)
    read = composed(legacy_alignment(shown).apply(shown))
    if encoding == "tcvn3":
        assert in_the_case_of_tcvn3(read) == in_the_case_of_tcvn3(text)
    else:
        assert read == text


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=20))
def test_small_letters_come_back_from_tcvn3_as_they_were(words: list[str]) -> None:
    text = f"{KNOWN}\n{' '.join(words)}"
    shown = encode(text, "tcvn3")
    assert legacy_alignment(shown).apply(shown) == text


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "cp1258"])
@settings(max_examples=60)
@given(lines())
def test_every_text_comes_back_from_bytes(encoding: str, line: str) -> None:
    text = f"{KNOWN}\n{line}"
    data = encode_bytes(text, encoding)
    decoded, charset = decode_bytes(data)
    assert data.decode(charset) == decoded
    assert composed(legacy_alignment(decoded).apply(decoded)).lower() == text.lower()


@settings(max_examples=1000)
@given(st.text(max_size=200))
def test_any_text_keeps_its_digits_and_nothing_fails(text: str) -> None:
    replacements = legacy_replacements(text)
    assert all(not re.search(r"\d", one.text + text[one.start : one.end]) for one in replacements)
    assert all(one.end <= other.start for one, other in pairwise(replacements))


@settings(max_examples=200)
@given(st.text(st.characters(max_codepoint=0x17F), max_size=80))
def test_alignments_over_western_letters_lead_back_and_forth(text: str) -> None:
    shown = encode(KNOWN, "tcvn3") + "\n" + text
    alignment = legacy_alignment(shown)
    assert re.findall(r"\d", alignment.apply(shown)) == re.findall(r"\d", shown)
    assert len(alignment.apply(shown)) == alignment.clean_length


@settings(max_examples=100)
@given(st.lists(st.sampled_from(SYLLABLES), max_size=30), st.sampled_from(CASES))
def test_unicode_text_is_never_touched(words: list[str], in_case: object) -> None:
    text = " ".join(map(in_case, words)) if callable(in_case) else ""
    assert legacy_replacements(text) == ()
    assert legacy_replacements(unicodedata.normalize("NFD", text)) == ()

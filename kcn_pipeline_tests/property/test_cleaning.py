"""What holds of cleaning for any text whatever."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from kcn_pipeline.cleaning.channels import dropped
from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.cleaning.damage import examine
from kcn_pipeline.cleaning.furniture import remove_furniture
from kcn_pipeline.cleaning.normalisation import normalise
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.syllables import fold

NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")

WORDS = (
    *("tổng", "vốn", "đầu", "tư", "đăng", "ký", "đạt", "tỷ", "đồng", "triệu", "USD", "dự", "án", "còn", "hiệu", "lực"),
    *("các", "khu", "công", "nghiệp", "trong", "năm", "được", "Ban", "Quản", "lý", "KCN,", "Lượt xem:", "Trang chủ"),
    *(
        "1y",
        "t6",
        "4n",
        "ciia",
        "s&",
        "Iy",
        "triéu",
        "t'?mg",
        "A2",
        "QL1A",
        "5tr",
        "website",
        "\u00a0",
        "\n",
        "\n\n",
        "\f",
    ),
)
NUMERALS = st.from_regex(r"[0-9]{1,3}([.,][0-9]{1,3}){0,2}%?", fullmatch=True)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


WHOLE_OR_DAMAGED: tuple[Callable[[str], str], ...] = (str, dropped, fold, str.upper, decomposed)
DAMAGES = st.sampled_from(WHOLE_OR_DAMAGED)


@st.composite
def reports(draw: st.DrawFn) -> str:
    """Words of reports and numerals in any order, whole or damaged line by line."""
    lines = draw(st.lists(st.lists(st.sampled_from(WORDS) | NUMERALS, max_size=24), max_size=4))
    return "\n\n".join(draw(DAMAGES)(" ".join(line)) for line in lines)


def numerals(text: str) -> list[str]:
    return NUMERAL.findall("".join(c for c in text if unicodedata.category(c) != "Cf"))


def is_subsequence(some: list[str], all_of_them: list[str]) -> bool:
    rest = iter(all_of_them)
    return all(one in rest for one in some)


def assert_sound(text: str) -> None:
    cleaned = clean_text(text)
    alignment = cleaned.alignment
    assert alignment.apply(text) == cleaned.text
    assert unicodedata.is_normalized("NFC", cleaned.text)
    assert is_subsequence(numerals(cleaned.text), numerals(text))
    if all(s.kind in ("normalised", "restored") for s in alignment.segments):
        assert numerals(cleaned.text) == numerals(text)
    for segment in alignment.segments:
        assert text[segment.raw_start : segment.raw_end] != segment.text
    for paragraph in cleaned.damage:
        assert 0 <= paragraph.start < paragraph.end <= len(text)


# Letters of every script that documents of these years hold, signs, digits, blanks and what no one should type.
SCRIPTS = (
    (0x20, 0x7E),
    (0x20, 0x7E),
    (0xA0, 0x1B0),
    (0x1EA0, 0x1EF9),
    (0x1EA0, 0x1EF9),
    (0x300, 0x36F),
    (0x2000, 0x206F),
    (0x4E00, 0x4EFF),
    (0x1F300, 0x1F5FF),
    (0x0, 0x10FFFF),
)
COUNT_OF_RANDOM_TEXTS = 5_000


def random_text(draw: random.Random) -> str:
    """Up to 120 characters, words of reports among them, now and then damaged."""
    pieces = []
    for _ in range(draw.randrange(12)):
        if draw.random() < 0.4:
            pieces.append(draw.choice(WORDS))
        else:
            low, high = draw.choice(SCRIPTS)
            pieces.append("".join(chr(draw.randint(low, high)) for _ in range(draw.randrange(10))))
    text = draw.choice(("", " ", "\n")).join(pieces)
    # A lone half of a surrogate pair is no character, and no decoder gives it.
    return draw.choice(WHOLE_OR_DAMAGED)("".join(c for c in text if not "\ud800" <= c <= "\udfff"))


def test_thousands_of_random_texts_are_cleaned_soundly() -> None:
    draw = random.Random(20_190_701)  # noqa: S311
    for _ in range(COUNT_OF_RANDOM_TEXTS):
        assert_sound(random_text(draw))


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_cleaned_soundly(text: str) -> None:
    assert_sound(text)


@settings(max_examples=400, deadline=None)
@given(reports())
def test_any_damaged_report_is_cleaned_soundly(text: str) -> None:
    assert_sound(text)


@settings(max_examples=300, deadline=None)
@given(reports(), st.data())
def test_cleaned_spans_lead_back_to_the_document_and_return(text: str, data: st.DataObject) -> None:
    cleaned = clean_text(text)
    start = data.draw(st.integers(0, len(cleaned.text)))
    span = Span(start, data.draw(st.integers(start, len(cleaned.text))))
    raw = cleaned.alignment.to_raw(span)
    assert 0 <= raw.start <= raw.end <= len(text)
    if len(span):
        assert cleaned.alignment.to_clean(raw).contains(span)


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=60))
def test_normalising_gives_composed_letters_without_invisible_characters(text: str) -> None:
    result = normalise(text).apply(text)
    assert unicodedata.is_normalized("NFC", result)
    assert not {"\u00ad", "\u200b", "\ufeff", "\u00a0"} & set(result)
    assert not normalise(result).segments


@settings(max_examples=300, deadline=None)
@given(reports())
def test_furniture_only_removes_and_keeps_page_breaks(text: str) -> None:
    alignment = remove_furniture(text)
    assert all(s.text == "" and s.kind == "furniture" for s in alignment.segments)
    assert alignment.apply(text).count("\f") == text.count("\f")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200) | reports())
def test_paragraphs_are_ordered_and_hold_every_word(text: str) -> None:
    paragraphs = examine(text)
    at = 0
    for paragraph in paragraphs:
        assert not text[at : paragraph.start].strip()
        at = paragraph.end
    assert not text[at:].strip()

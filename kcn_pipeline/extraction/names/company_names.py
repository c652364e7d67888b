"""Companies that text alone tells: by their kind and name, or as the one behind the word for only.

Belongs here: where such a name begins and ends. Does not: brands without a kind (`brand_names`), zones
(`proper_names`).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from kcn_pipeline.extraction.names.proper_names import KINDS, EntityMention, gap_before, name_end, slug_of
from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.tokens import NUMBER_KEY, Tokens
from kcn_pipeline.reference.function_words import function_words

_OF: Final = function_words("of")
_ONLY: Final = function_words("only")
_PLURALS: Final = function_words("plural")
_NAMING: Final = function_words("such_as") | function_words("is") | {":"}
_TOLD_OF: Final = _OF | function_words("recipient") | function_words("placing") | function_words("spokesman")
_SEGMENT_STARTS: Final = frozenset({";", ".", "(", ","})
_ITEM_STARTS: Final = frozenset({";", ":"})
_COMPANY_WORDS_AT_MOST: Final = 3
_TRADE_WORDS_AT_MOST: Final = 6
_ORIGIN_SIGNS: Final = frozenset({"FDI", "DDI"})
_LETTERS_AT_LEAST: Final = 3


def single_companies(tokens: Tokens, mentions: MentionMap, known: Container[int]) -> Iterator[EntityMention]:
    """One company, where its kind opens a segment or follows the word for "only"; a name after that word too.

    At the tokens `known` begins what is no part of a name.
    """
    projects = {m.last for m in mentions.of("unit") if m.value.dimension == "project" and not m.value.vague}
    parts = {m.last for m in mentions.of("parts")}  # `trong đó Công ty Lọc dầu … nộp 9 tỷ đồng`
    for head in mentions.of("company_head", "unit", "only"):
        if head.role == "unit" and head.last not in projects:
            continue
        opens = head.first in parts or (head.role == "company_head" and _opens_name(tokens, head, projects))
        if head.role == "company_head" and opens:
            last = _company_end(tokens, head.last, known)
            # "Factories in the zones employ …" opens a sentence too, and names none.
            if tokens.keys[head.first - 1] in _ONLY or _holds_capital(tokens, head.last, last):
                yield EntityMention(f"company:{slug_of(tokens, head.first, last)}", head.first, last)
        elif _singled_project(tokens, head) or (head.role == "only" and head.value.value == "only"):
            first = _investor_start(tokens, head)
            last = name_end(tokens, first)
            if last == first and _opens_item(tokens, head):
                last = _company_end(tokens, first, known)  # `; dự án may Tinh Lợi tăng 49 triệu USD`
                last = last if _holds_capital(tokens, first, last) else first
            if last == first < len(tokens) and _is_short_name(tokens, first):
                last += 1  # `riêng SEVT xuất 2,4 tỷ USD`
            if last > first and first not in known:
                yield EntityMention(f"company:{slug_of(tokens, first, last)}", first, last)


def _investor_start(tokens: Tokens, head: Mention) -> int:
    """Where the name begins behind `riêng` or a project: `riêng dự án FDI của Amkor`, `dự án FDI Formosa`."""
    at = head.last
    if head.role == "unit":
        at += tokens.words(at, at + 1) in _ORIGIN_SIGNS if at < len(tokens) else 0
        at += tokens.keys[at : at + 1] == [*_OF]
    return at


def _is_short_name(tokens: Tokens, at: int) -> bool:
    """Whether a word is a company's name in capitals."""
    word = tokens.words(at, at + 1)
    letters = len(word) >= _LETTERS_AT_LEAST and word.isascii() and word.isalpha()
    return letters and word.isupper() and word not in KINDS


def _company_end(tokens: Tokens, first: int, known: Container[int]) -> int:
    """After the words of a company's name; a place in it belongs to it (`Công ty Lọc hóa dầu Nghi Sơn`)."""
    last = first
    while last < len(tokens) and last - first < _COMPANY_WORDS_AT_MOST:
        if last in known and not _is_name_word(tokens, last):
            break
        if not tokens.keys[last][0].isalpha():
            return last
        last += 1
    last = _last_capital(tokens, last, known)
    while last < len(tokens) and tokens.text[tokens.starts[last]].isupper() and "\n" not in gap_before(tokens, last):
        last += 1
    return last


def _is_name_word(tokens: Tokens, at: int) -> bool:
    """`Công ty Hạ tầng Bình Minh`: a place or a trade in capitals belongs to the name."""
    return tokens.text[tokens.starts[at]].isupper() and tokens.words(at, at + 1) not in KINDS


def _last_capital(tokens: Tokens, last: int, known: Container[int]) -> int:
    """After the first capital that the words of its trade lead to: `Công ty TNHH Khoa học kỹ thuật mặt trời BoViet`."""
    for at in range(last, min(last + _TRADE_WORDS_AT_MOST, len(tokens))):
        if at in known or not tokens.keys[at][0].isalpha():
            break
        if tokens.text[tokens.starts[at]].isupper():
            return at + 1
    return last


def _opens_name(tokens: Tokens, head: Mention, projects: Container[int]) -> bool:
    """Whether the kind of a company opens a segment, or tells whose a project is (`dự án của Tập đoàn Nitori`)."""
    if head.first == 0 or "\n" in gap_before(tokens, head.first):
        return True
    before = tokens.keys[head.first - 1]
    one_project = head.first in projects and tokens.keys[max(head.first - 3, 0)] != NUMBER_KEY
    return before in _SEGMENT_STARTS or before in _ONLY or before in _NAMING or before in _TOLD_OF or one_project


def _opens_item(tokens: Tokens, head: Mention) -> bool:
    return head.role == "unit" and tokens.keys[max(head.last - 3, 0)] in _ITEM_STARTS


def _singled_project(tokens: Tokens, head: Mention) -> bool:
    """`dự án Brother 40 triệu USD`: one project, by the name of its investor."""
    if head.role != "unit":
        return False
    before = tokens.keys[head.first - 1] if head.first else ""
    return before != NUMBER_KEY and before not in _PLURALS


def _holds_capital(tokens: Tokens, first: int, last: int) -> bool:
    return any(tokens.text[start].isupper() for start in tokens.starts[first:last])

"""Restoring the words of a damaged stretch: tokens → channel → candidates → chooser → segments.

Belongs here: how the parts are put together, what is never touched, capitals. Does not: models of
damage (`channels`, `recogniser`), of language (`language`) or the search (`choosing`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, Protocol

from kcn_pipeline.cleaning.alignment import Segment
from kcn_pipeline.cleaning.channels import Candidate, Channel, StrippedMarks, all_dropped_letters
from kcn_pipeline.cleaning.choosing import Choice, Likelihood, choose
from kcn_pipeline.cleaning.language import START, LanguageModel, report_language
from kcn_pipeline.cleaning.readings import Readings
from kcn_pipeline.cleaning.recogniser import EnglishRecogniser
from kcn_pipeline.cleaning.syllables import all_syllables, fold, old_style
from kcn_pipeline.cleaning.tokens import Token, TokenKind, tokens_of_letters, tokens_of_shapes
from kcn_pipeline.reference.confusions import load_confusions, load_lookalikes
from kcn_pipeline.reference.restoration import NUMERAL

Tokeniser = Callable[[str, int, int], Iterator[Token]]

# Natural logarithms: how much worse it is to take a word as no syllable at all, capitals as an abbreviation, and a
# numeral as a misread word; and the margins from which digits in a numeral or a word give way.
_NO_SYLLABLE: Final = -3.0
_ABBREVIATION: Final = -1.0
_NUMERAL_IS_WORD: Final = -4.0
_SURE_OF_NUMERAL: Final = 3.0
_SURE_OF_WORD: Final = 1.0

_MOST_CANDIDATES: Final = 20
_HEADLINE_SHARE: Final = 0.6
_LONGEST_RUN: Final = 200
_UNREADABLE: Final = -4.5
_LEAST_WORDS_UNREADABLE: Final = 4
_VOWEL: Final = re.compile("[AEIOUY]")
_SHORT_NUMERAL: Final = re.compile(r"\d{1,2}")
_THOUSANDS: Final = re.compile(r"\d{3}")
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?…][\"”)]?\s+|\n\s*\n\s*)$")
_LOOK_BACK: Final = 8


class Restorer(Protocol):
    """What repairs one kind of damage; `clean` knows no more of it."""

    def segments(self, text: str, start: int, end: int) -> Iterator[Segment]:
        """The words of text[start:end] that change, in order; none touches a numeral."""
        ...


class WordRestorer:
    """Restores word by word: the channel proposes, the chooser decides by the neighbours."""

    def __init__(
        self, channel: Channel, tokens: Tokeniser, language: Likelihood, *, digits_may_be_letters: bool = False
    ) -> None:
        self._channel, self._tokens, self._language = channel, tokens, language
        self._digits_may_be_letters = digits_may_be_letters
        self._shortlists: dict[str, Sequence[Candidate]] = {}

    def segments(self, text: str, start: int, end: int) -> Iterator[Segment]:
        """The words of text[start:end] that change, in order. A stretch that nothing explains stays as it is."""
        for run in _runs(self._tokens(text, start, end)):
            headline = _is_headline(run)
            suspects = _suspect_numerals(run) if self._digits_may_be_letters else {}
            lattice = [self._candidates(token, headline=headline, suspects=suspects) for token in run]
            if _is_unreadable(run, lattice):
                continue
            for token, choice in zip(run, choose(lattice, self._language, START), strict=True):
                if choice.text != _key(token) and not _digits_in_doubt(token, choice):
                    yield self._segment(token, choice, text)

    def _candidates(self, token: Token, *, headline: bool, suspects: Mapping[Token, float]) -> Sequence[Candidate]:
        key = _key(token)
        if token.kind == "code":
            return (Candidate(key, 0.0),)
        if token.kind == "numeral":
            return self._of_numeral(token, suspects.get(token))
        capitals = token.text.isalpha() and token.text.isupper() and len(token.text) > 1 and not headline
        if capitals and not _VOWEL.search(fold(token.text)):
            return (Candidate(key, 0.0),)
        found = self._likeliest(token.text)
        if any(candidate.text == key for candidate in found):
            return found
        return (*found, Candidate(key, _ABBREVIATION if capitals else _NO_SYLLABLE))

    def _of_numeral(self, token: Token, price: float | None) -> Sequence[Candidate]:
        """`13` before another numeral is `là`: suspects compete with words, at a price."""
        number = Candidate(NUMERAL, 0.0)
        if price is None:
            return (number,)
        return (number, *(Candidate(c.text, c.score + price) for c in self._likeliest(token.text)))

    def _likeliest(self, word: str) -> Sequence[Candidate]:
        """The candidates worth comparing in context: likely by themselves, damage and syllable together."""
        if word not in self._shortlists:
            found = self._channel.candidates(word)
            ranked = sorted(found, key=lambda c: -(c.score + self._language.log_probability(START, c.text)))
            self._shortlists[word] = ranked[:_MOST_CANDIDATES]
        return self._shortlists[word]

    def _segment(self, token: Token, choice: Choice, text: str) -> Segment:
        wording = _in_case(choice.text, token, text)
        if any(character.isdigit() for character in token.text):
            return Segment(token.start, token.end, wording, "digit_as_letter", self._channel.rule, choice.margin)
        return Segment(token.start, token.end, wording, "restored", self._channel.rule, choice.margin)


def _key(token: Token) -> str:
    return NUMERAL if token.kind == "numeral" else old_style(token.text.lower())


def _runs(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Stretches without a break, cut where one grows beyond what a lattice should hold."""
    run: list[Token] = []
    for token in tokens:
        if token.kind != "break":
            run.append(token)
        if run and (token.kind == "break" or len(run) == _LONGEST_RUN):
            yield run
            run = []
    if run:
        yield run


def _suspect_numerals(run: Sequence[Token]) -> dict[Token, float]:
    """Short numerals that may be misread words, with the price of taking them so.

    None in a row of three, as in a table; none that may group the thousands of the next (`14 320`). One
    before another numeral and its unit is suspect by its place already, unless a name stands before
    it: that is how flattened tables begin.
    """
    suspects = {}
    for place, token in enumerate(run):
        before, after, third = (run[i] if 0 <= i < len(run) else None for i in (place - 1, place + 1, place + 2))
        if not _SHORT_NUMERAL.fullmatch(token.text) or _is(before, "numeral"):
            continue
        if not _is(after, "numeral"):
            suspects[token] = _NUMERAL_IS_WORD
        elif after and not _is(third, "numeral") and not _THOUSANDS.fullmatch(after.text):
            named = before is None or before.text.istitle()
            suspects[token] = 0.0 if _is(third, "word") and not named else _NUMERAL_IS_WORD
    return suspects


def _is(token: Token | None, kind: TokenKind) -> bool:
    return token is not None and token.kind == kind


def _digits_in_doubt(token: Token, choice: Choice) -> bool:
    """Whether digits would be lost on too little evidence; numbers and codes (`A2`, `CO2`) need more than words."""
    if not any(character.isdigit() for character in token.text):
        return False
    word = any(character.islower() for character in token.text)
    return choice.margin is None or choice.margin < (_SURE_OF_WORD if word else _SURE_OF_NUMERAL)


def _is_headline(run: Sequence[Token]) -> bool:
    words = [token.text for token in run if token.kind == "word"]
    return len(words) > 2 and sum(word.isupper() for word in words) > _HEADLINE_SHARE * len(words)


def _is_unreadable(run: Sequence[Token], lattice: Sequence[Sequence[Candidate]]) -> bool:
    """Whether words are so far from anything that choosing would invent a sentence."""
    scores = [max(c.score for c in found) for token, found in zip(run, lattice, strict=True) if token.kind == "word"]
    return len(scores) >= _LEAST_WORDS_UNREADABLE and sum(scores) < _UNREADABLE * len(scores)


def _in_case(word: str, token: Token, text: str) -> str:
    """The word with the capitals of the token; where its first letter was lost or a sign, those of the sentence."""
    first = token.text[0]
    if len(token.text) > 1 and token.text.isupper() and token.text.isalpha():
        return word.upper()
    # A capital I is how a small l prints.
    tells_case = first.isalpha() and (first != "I" or word[0] == "i")
    kept = first.lower() == word[0] or fold(first).lower() == fold(word[0]) or first.isupper()
    if tells_case and kept:
        capital = first.isupper()
    else:
        capital = bool(_SENTENCE_START.search(text[max(token.start - _LOOK_BACK, 0) : token.start]))
    return word[0].upper() + word[1:] if capital else word


@cache
def dropped_letters_restorer() -> Restorer:
    """For text whose letters U+1EA0 to U+1EF9 were left out."""
    return WordRestorer(all_dropped_letters(), tokens_of_letters, report_language())


@cache
def stripped_marks_restorer() -> Restorer:
    """For text without any mark."""
    language = report_language()
    return WordRestorer(StrippedMarks(_known(language)), tokens_of_letters, language)


@cache
def recogniser_restorer() -> Restorer:
    """For text that was read by an English character recogniser."""
    language = report_language()
    channel = EnglishRecogniser(_known(language), Readings(load_confusions(), load_lookalikes()))
    return WordRestorer(channel, tokens_of_shapes, language, digits_may_be_letters=True)


def _known(language: LanguageModel) -> list[str]:
    return sorted(syllable for syllable in all_syllables() if language.knows(syllable))

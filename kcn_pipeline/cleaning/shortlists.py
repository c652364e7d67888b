"""What each token of a damaged stretch may stand for, short enough to be compared in context.

Belongs here: candidates of words, capitals, codes and suspect numerals, as options of the search. Does not: models of
damage (`channels`, `recogniser`), the search (`ngrams.lattice`) or segments (`restoration`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np

from kcn_pipeline.cleaning.abbreviations import Abbreviations, is_roman
from kcn_pipeline.cleaning.capitals import is_within_sentence, load_capitals
from kcn_pipeline.cleaning.channels import Candidate, Channel
from kcn_pipeline.cleaning.ngrams.lattice import NO_SYLLABLE, Options
from kcn_pipeline.cleaning.ngrams.table import TrigramModel
from kcn_pipeline.cleaning.segmentation import Segmentation
from kcn_pipeline.cleaning.suspect_numerals import suspect_numerals
from kcn_pipeline.cleaning.tokens import Token, TokenKind
from kcn_pipeline.reference.restoration import NUMERAL
from kcn_pipeline.reference.syllables import fold, old_style

# Natural logarithms: how much worse it is to take a word as no syllable at all, capitals as an unknown abbreviation,
# an i as the y that is written more often, and digits of a word or of a code as letters.
_NOT_A_SYLLABLE: Final = -3.0
_ABBREVIATION: Final = -1.0
_OTHER_SPELLING: Final = -1.5
_DIGIT_IS_LETTER: Final = -2.5
_CODE_IS_WORD: Final = -9.0

# A second blank between two words that nobody lost anything from.
_BLANK_BY_CHANCE: Final = -7.0

_MOST_CANDIDATES: Final = 20
_MOST_LOST_WORDS: Final = 2
_LEAST_OF_ABBREVIATION: Final = 3
_VOWEL: Final = re.compile("[AEIOUY]")
_TIES: Final = frozenset("-/")
_OPEN_WITH_I: Final = re.compile("[hklmst][iíìỉĩị]")
_WITH_Y: Final = str.maketrans("iíìỉĩị", "yýỳỷỹỵ")


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The candidates of one token, and the same as the search takes them.

    unchanged: what the token reads as it stands; before: for each candidate the word that was lost before it, '' for
    none; best_score: how well damage explains the token at best.
    """

    unchanged: str
    texts: tuple[str, ...]
    before: tuple[str, ...]
    options: Options
    best_score: float


class Shortlists:
    """Shortlists by token; each different word is looked up once."""

    def __init__(
        self,
        channel: Channel,
        model: TrigramModel,
        abbreviations: Abbreviations,
        segmentation: Segmentation | None = None,
    ) -> None:
        self._channel, self._model = channel, model
        self._abbreviations, self._segmentation = abbreviations, segmentation
        self._known: dict[tuple[str, TokenKind, bool, bool, bool], Shortlist] = {}
        self._likely: dict[str, Sequence[Candidate]] = {}

    def of_run(
        self, run: Sequence[Token], text: str, *, headline: bool, digits_may_be_letters: bool
    ) -> list[Shortlist]:
        """One shortlist a token of `text`, in order."""
        coded = _in_codes(run, text) | _initials(run, text) | _items(run, text)
        if not headline:
            coded |= self._alone_in_capitals(run)
        found = [
            # Where a line begins, `S6` is a word sooner than a code.
            self._of(
                token,
                headline or (place == 0 and not token.text.isalpha()),
                place in coded,
                not headline and is_within_sentence(text, token.start),
            )
            for place, token in enumerate(run)
        ]
        if digits_may_be_letters:
            for place, price in suspect_numerals(run, text).items():
                suspects = (Candidate(c.text, c.score + price) for c in self._likeliest(run[place].text))
                found[place] = self._made([Candidate(NUMERAL, 0.0), *suspects], run[place])
        return found

    def _alone_in_capitals(self, run: Sequence[Token]) -> frozenset[int]:
        """Places of words in capitals among others in small letters, as only abbreviations are: `vốn DDI`."""
        capitals = {p for p, one in enumerate(run) if len(one.text) >= _LEAST_OF_ABBREVIATION and one.text.isupper()}
        known = {place for place in capitals if self._abbreviations.forms(run[place].text)}
        return frozenset(place for place in capitals if place in known or _stands_out(run, place, capitals - known))

    def with_lost_word(self, shortlist: Shortlist) -> Shortlist:
        """The candidates of a word, each alone or after a word of which damage left only the blanks around it."""
        options, texts = shortlist.options, shortlist.texts
        lost = self._likeliest("")[:_MOST_LOST_WORDS]
        single = np.flatnonzero(options.first == NO_SYLLABLE)
        first = [options.first, *(np.full(len(single), self._model.id_of(word.text)) for word in lost)]
        scores = [
            options.scores + np.float32(_BLANK_BY_CHANCE),
            *(options.scores[single] + word.score for word in lost),
        ]
        after = tuple((word.text, texts[place]) for word in lost for place in single.tolist())
        last = np.concatenate([options.last, *([options.last[single]] * len(lost))])
        joined = Options(np.concatenate(first), last, np.concatenate(scores).astype(np.float32))
        return replace(
            shortlist,
            texts=(*texts, *(t for _, t in after)),
            before=(*shortlist.before, *(w for w, _ in after)),
            options=joined,
            best_score=float(joined.scores.max()),
        )

    def _of(self, token: Token, headline: bool, coded: bool, within_sentence: bool) -> Shortlist:
        key = (token.text, token.kind, headline, coded, within_sentence)
        if key not in self._known:
            candidates = self._candidates(token, headline, coded)
            tells_names = within_sentence and token.kind == "word" and (token.text.islower() or token.text.istitle())
            self._known[key] = self._made(_weighed(candidates, token) if tells_names else candidates, token)
        return self._known[key]

    def _candidates(self, token: Token, headline: bool, coded: bool) -> Sequence[Candidate]:
        key = key_of(token)
        if token.kind != "word":
            return (Candidate(key, 0.0),)
        forms = [Candidate(form.lower(), 0.0) for form in self._abbreviations.forms(token.text)]
        capitals = token.text.isalpha() and token.text.isupper() and len(token.text) > 1
        no_word = is_roman(token.text) or not _VOWEL.search(fold(token.text))
        if (coded and (capitals or forms or len(key) == 1)) or (capitals and no_word and not headline):
            return _with(forms, Candidate(key, _ABBREVIATION))
        found = self._likeliest(token.text)
        if any(character.isdigit() for character in token.text):
            price = _DIGIT_IS_LETTER if headline or any(map(str.islower, token.text)) else _CODE_IS_WORD
            found = [Candidate(c.text, c.score + price) for c in found if c.text != key]
        unchanged = Candidate(key, _ABBREVIATION if capitals and not headline else _NOT_A_SYLLABLE)
        return _with((*forms, *found), unchanged)

    def _likeliest(self, word: str) -> Sequence[Candidate]:
        """The candidates worth comparing in context: likely by themselves, damage and syllable together."""
        if word not in self._likely:
            found = self._channel.candidates(word)
            if len(found) > _MOST_CANDIDATES or (found and not word):
                ids = np.array([self._model.id_of(c.text) for c in found])
                totals = np.array([c.score for c in found]) + self._model.alone(ids)
                found = tuple([found[i] for i in np.argsort(-totals, kind="stable")[:_MOST_CANDIDATES].tolist()])
            joined = self._segmentation.joined(word) if self._segmentation else ()
            self._likely[word] = (*found, *joined)
        return self._likely[word]

    def _made(self, candidates: Sequence[Candidate], token: Token) -> Shortlist:
        others = self._spelled_otherwise(candidates, token.text)
        spellings = [*(c.text for c in candidates), *(spelling for _, spelling in others)]
        texts, found = zip(*candidates, *(candidate for candidate, _ in others), strict=True)
        parts = [spelling.rpartition(" ") for spelling in spellings]
        first = np.array([self._model.id_of(before) if before else NO_SYLLABLE for before, _, _ in parts])
        last = np.array([self._model.id_of(syllable) for _, _, syllable in parts])
        scores = np.array(found, dtype=np.float32)
        return Shortlist(key_of(token), texts, ("",) * len(texts), Options(first, last, scores), float(scores.max()))

    def _spelled_otherwise(self, candidates: Sequence[Candidate], word: str) -> list[tuple[Candidate, str]]:
        """Syllables that end in the i of the word but are written more often, and so known, with y: tỉ as tỷ."""
        if fold(word[-1:]).lower() != "i":
            return []
        open_ = [c for c in candidates if _OPEN_WITH_I.fullmatch(c.text)]
        return [(Candidate(c.text, c.score + _OTHER_SPELLING), c.text.translate(_WITH_Y)) for c in open_]


def _weighed(candidates: Sequence[Candidate], token: Token) -> Sequence[Candidate]:
    """The candidates by what the case of a word within a sentence says of each."""
    if len(candidates) == 1:
        return candidates
    scores = load_capitals().scores([c.text for c in candidates], capital=token.text[0].isupper())
    return [Candidate(c.text, c.score + score) for c, score in zip(candidates, scores.tolist(), strict=True)]


def _with(candidates: Sequence[Candidate], unchanged: Candidate) -> Sequence[Candidate]:
    """The candidates and the word as it is, once."""
    known = any(candidate.text == unchanged.text for candidate in candidates)
    return candidates if known else (*candidates, unchanged)


def _in_codes(run: Sequence[Token], text: str) -> frozenset[int]:
    """Places of words in capitals that a dash or stroke ties to a numeral or to other capitals, as in `12-CTr/TU`."""
    tied: set[int] = set()
    for place, (one, two) in enumerate(pairwise(run)):
        if text[one.end : two.start] in _TIES and _in_capitals(one) and _in_capitals(two):
            tied |= {place, place + 1}
    return frozenset(tied)


def _initials(run: Sequence[Token], text: str) -> frozenset[int]:
    """Places of single capitals before a full stop: of names or of headings, that is no words.

    One behind a word in small letters ends a sentence and may be what is left of a word.
    """
    alone = (place for place, token in enumerate(run) if len(token.text) == 1 and token.text.isupper())
    behind_word = {
        place for place, (one, _) in enumerate(pairwise(run), 1) if one.kind == "word" and one.text.islower()
    }
    return frozenset(place for place in alone if text.startswith(".", run[place].end) and place not in behind_word)


def _items(run: Sequence[Token], text: str) -> frozenset[int]:
    """Places of single letters before a bracket, which number the items of a list: `b) kiểm tra`."""
    return frozenset(p for p, token in enumerate(run) if len(token.text) == 1 and text.startswith(")", token.end))


def _stands_out(run: Sequence[Token], place: int, capitals: Collection[int]) -> bool:
    """Whether a word in capitals has a neighbour in small letters, and none in `capitals`."""
    around = [p for p in (place - 1, place + 1) if 0 <= p < len(run)]
    small = any(run[p].kind == "word" and any(map(str.islower, run[p].text)) for p in around)
    return run[place].text.isalpha() and small and not any(p in capitals for p in around)


def _in_capitals(token: Token) -> bool:
    return token.kind == "numeral" or token.text[:2].isupper()


def key_of(token: Token) -> str:
    """A token as the model knows it, unrepaired."""
    return NUMERAL if token.kind == "numeral" else old_style(token.text.lower())

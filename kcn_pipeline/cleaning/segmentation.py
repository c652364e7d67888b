"""Words that a recogniser cut in two or ran together.

Belongs here: putting pieces of one word together before the search, and cutting two joined syllables into candidates.
Does not: how well damage explains a word (`channels`), which candidate is meant (`ngrams.lattice`).

Both are tried only where a word by itself is badly explained, so that whole text costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from kcn_pipeline.cleaning.abbreviations import Abbreviations
from kcn_pipeline.cleaning.channels import Candidate, Channel
from kcn_pipeline.cleaning.ngrams.sequences import UNKNOWN
from kcn_pipeline.cleaning.ngrams.table import TrigramModel
from kcn_pipeline.cleaning.tokens import Token
from kcn_pipeline.reference.syllables import fold, is_skeleton

# Natural logarithms: from where on a word is badly explained as a syllable of the run, or as a single one at all;
# what it costs to take a word as no syllable; that a blank, sign or broken line stands within one; that none parts two.
_A_FRAGMENT: Final = -4.0
_NO_SINGLE_SYLLABLE: Final = -6.0
_NOT_A_SYLLABLE: Final = -3.0
_BLANK_WITHIN: Final = -5.0
_SIGN_WITHIN: Final = -6.0
_BROKEN_LINE: Final = -2.0
_BLANK_LOST: Final = -4.0
_LEAST_GAIN: Final = 2.0

_MOST_PIECES: Final = 4
_LONGEST_SYLLABLE: Final = 9
_LEAST_JOINED: Final = 5
_LEAST_SURE_HALF: Final = 4
_MOST_CUTS: Final = 3
_BEST_OF_HALF: Final = 6
_MOST_JOINED: Final = 10
_WITHIN: Final = re.compile(r"(?P<line>[-‐\u00ad]\s?\n\s?)|(?P<blank>[ \n])|(?P<sign>[.,:;'’‘`·\u00ad])")
_DIGITS: Final = frozenset("0123456789")
_GLUED: Final = re.compile(r"(?P<word>[^\W\d_]{2,}[^\W\d_A-ZĐ])(?P<number>\d{2,})")
# No letter follows these, which close a syllable: a digit behind them counts (`trong nudc7`). A 9 may be the g of ng.
_CLOSED: Final = re.compile(r"(?P<word>[^\W\d_]{2,}(?:[cmpt]|ch|nh|ng|n(?!9)))(?P<number>\d)")
_PRICES: Final = {"line": _BROKEN_LINE, "blank": _BLANK_WITHIN, "sign": _SIGN_WITHIN}
# What digits and signs print like, to see whether a half can be a syllable at all.
_SKELETON: Final = str.maketrans("01346895&¢€£@", "olaaoaoseceea")


class Segmentation:
    """Where words begin and end, by what damage and frequency say of the pieces and of the whole."""

    def __init__(self, channel: Channel, model: TrigramModel, abbreviations: Abbreviations) -> None:
        self._channel, self._model, self._abbreviations = channel, model, abbreviations
        self._explained: dict[str, tuple[float, float]] = {}
        self._fragments: dict[str, bool] = {}
        unknown = np.array([model.id_of(UNKNOWN)])
        self._foreign = float(model.alone(unknown)[0]) + _NOT_A_SYLLABLE

    def merged(self, tokens: Sequence[Token], text: str) -> Iterator[Token]:
        """The tokens of a stretch, those that are pieces of one word as one, its text without what parted them.

        A word and the number behind it that have lost their blank are two: `Han Quéc38`.
        """
        following = [_next_piece(tokens, at, text) for at in range(len(tokens))]
        at = 0
        while at < len(tokens):
            token, length = self._longest_gain(tokens, at, following)
            yield from self._parted(token) if token.text[-1] in _DIGITS else (token,)
            at += length

    def _parted(self, token: Token) -> Iterator[Token]:
        glued = self._glued(token.text) if len(token.text) == token.end - token.start else None
        if glued is None:
            yield token
        else:
            at = token.end - len(glued["number"])
            yield Token(token.start, at, "word", glued["word"])
            yield Token(at, token.end, "numeral", glued["number"])

    def _glued(self, word: str) -> re.Match[str] | None:
        if closed := _CLOSED.fullmatch(word):
            return closed if self._best(closed["word"])[0] > max(_A_FRAGMENT, self._best(word)[0]) else None
        glued = _GLUED.fullmatch(word)
        return None if glued is None or self._best(word)[0] > _NO_SINGLE_SYLLABLE else glued

    def joined(self, word: str) -> tuple[Candidate, ...]:
        """Pairs of syllables, with a blank between, that a word without any may be; none where one explains it."""
        if len(word) < _LEAST_JOINED or self._model.knows(word.lower()) or self._best(word)[0] > _NO_SINGLE_SYLLABLE:
            return ()
        found = [pair for cut in _cuts(word) for pair in self._pairs(word[:cut], word[cut:])]
        if not found:
            return ()
        first, second = (np.array([self._model.id_of(pair.text.split(" ")[i]) for pair in found]) for i in (0, 1))
        scores = (
            np.array([pair.score for pair in found]) + self._model.alone(first) + self._model.after_one(first, second)
        )
        return tuple(found[place] for place in np.argsort(-scores, kind="stable")[:_MOST_JOINED])

    def _pairs(self, left: str, right: str) -> Iterator[Candidate]:
        firsts, seconds = (self._likeliest(half) for half in (left, right))
        for one in firsts:
            yield from (Candidate(f"{one.text} {two.text}", one.score + two.score + _BLANK_LOST) for two in seconds)

    def _likeliest(self, half: str) -> Sequence[Candidate]:
        if forms := self._abbreviations.forms(half):
            return [Candidate(form.lower(), 0.0) for form in forms]
        found = self._channel.candidates(half)
        return [found[i] for i in np.argsort(-self._totals(found), kind="stable")[:_BEST_OF_HALF]] if found else ()

    def _totals(self, found: Sequence[Candidate]) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        ids = np.array([self._model.id_of(candidate.text) for candidate in found])
        return np.array([candidate.score for candidate in found], dtype=np.float32) + self._model.alone(ids)

    def _best(self, word: str) -> tuple[float, float]:
        """How well damage explains a word at best, and damage and frequency together."""
        if word not in self._explained:
            found = self._channel.candidates(word)
            known = [Candidate(form.lower(), 0.0) for form in self._abbreviations.forms(word)]
            together = [*found, *known]
            best = max((candidate.score for candidate in together), default=float("-inf"))
            total = float(self._totals(together).max()) if together else self._foreign
            self._explained[word] = best, max(total, self._foreign)
        return self._explained[word]

    def _is_fragment(self, word: str) -> bool:
        if word not in self._fragments:
            known = bool(self._abbreviations.forms(word))
            badly_explained = not is_skeleton(_bare(word)) or self._best(word)[0] < _A_FRAGMENT
            self._fragments[word] = not known and badly_explained
        return self._fragments[word]

    def _may_be_whole(self, word: str) -> bool:
        """What can be told without asking damage, which takes its time."""
        return is_skeleton(_bare(word)) or bool(self._abbreviations.forms(word))

    def _longest_gain(
        self, tokens: Sequence[Token], start: int, following: Sequence[tuple[int, str] | None]
    ) -> tuple[Token, int]:
        """The token at `start`, or the word that it and its followers are pieces of, and how many tokens that takes."""
        best, taken, most = tokens[start], 1, _LEAST_GAIN
        pieces, whole, price, torn, at = [best.text], best.text, 0.0, False, start
        while len(pieces) < _MOST_PIECES and (step := following[at]):
            at, parted = step
            torn = torn or parted == "line" or self._is_fragment(pieces[-1])
            pieces.append(tokens[at].text)
            whole += pieces[-1]
            price += _PRICES[parted]
            if len(whole) > _LONGEST_SYLLABLE:
                break
            if not (torn or self._is_fragment(pieces[-1])) or not self._may_be_whole(whole):
                continue
            score, total = self._best(whole)
            gain = total + price - sum(self._best(piece)[1] for piece in pieces)
            if score > _A_FRAGMENT and gain > most:
                best, taken, most = Token(tokens[start].start, tokens[at].end, "word", whole), at - start + 1, gain
        return best, taken


def _next_piece(tokens: Sequence[Token], at: int, text: str) -> tuple[int, str] | None:
    """The place of the word after tokens[at] that may belong to it, and what parts the two; None where none does."""
    if tokens[at].kind != "word":
        return None
    for place in range(at + 1, min(at + 3, len(tokens))):
        after = tokens[place]
        if after.kind == "word":
            parted = _WITHIN.fullmatch(text, tokens[at].end, after.start)
            begins_anew = after.text[0].isupper() and not tokens[at].text.isupper()
            return (place, str(parted.lastgroup)) if parted and not begins_anew else None
        if after.kind != "break":
            return None
    return None


def _cuts(word: str) -> list[int]:
    """Where a word may be two: both halves spell something, or a long one does; or a capital stands within."""
    capitals = [m.start() + 1 for m in re.finditer(r"[^\W\d_A-ZĐ][A-ZĐ]", word)]
    if capitals:
        return capitals[:_MOST_CUTS]
    bare = _bare(word)
    cuts = [(is_skeleton(bare[:cut]), is_skeleton(bare[cut:]), cut) for cut in range(2, len(bare) - 1)]
    both = [cut for left, right, cut in cuts if left and right]
    one = [
        cut
        for left, right, cut in cuts
        if (left and cut >= _LEAST_SURE_HALF) or (right and len(bare) - cut >= _LEAST_SURE_HALF)
    ]
    return (both or one)[-_MOST_CUTS:]


def _bare(word: str) -> str:
    return fold(word).lower().translate(_SKELETON)

"""From counts to probabilities: Kneser-Ney in each collection of text, then a weighted mean over the collections.

Belongs here: discounts, mixing, backing off. Does not: counting (`counts`) or the file that is looked up (`table`).
Sources: Kneser and Ney 1995 (absolute discounting over continuation counts); Weintraub and others 1996 (weights by how
well each model foretold what stands before); Stolcke 2002 (mixing models into one that backs off).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from kcn_pipeline.cleaning.ngrams.counts import Ids, TrigramCounts
from kcn_pipeline.cleaning.ngrams.sequences import START, UNKNOWN

Floats = npt.NDArray[np.float64]

_START_ID: Final = 0
_UNKNOWN_ID: Final = 1
_PAIR_OF_STARTS: Final = 0
# What every syllable of the vocabulary has in any collection, seen there or not, together.
_UNSEEN_SHARE: Final = 0.02
# UNKNOWN stands for every foreign word; one of them is as likely as the class over how many there are.
_FOREIGN_WORDS: Final = 20_000
# How far a collection that often holds what stands before a word is asked rather than the others; at 0 all contexts
# are alike, at 1 the weights are those of Bayes.
_TRUST_IN_CONTEXT: Final = 0.6
_LEAST_DISCOUNT: Final = 0.3
_MOST_DISCOUNT: Final = 0.95


@dataclass(frozen=True, slots=True)
class Order:
    """The n-grams of one length: sorted keys, natural logarithms of their probability and of the backing-off weight."""

    keys: Ids
    probability: Floats
    backing_off: Floats


@dataclass(frozen=True, slots=True)
class Smoothed:
    """A backing-off trigram model. Keys are numbers in base `len(vocabulary)`: `(first * V + second) * V + third`."""

    vocabulary: tuple[str, ...]
    single: Floats
    single_backing_off: Floats
    pairs: Order
    triples: Order


def mixed(collections: Sequence[TrigramCounts], weights: Sequence[float], *, least_number: Sequence[int]) -> Smoothed:
    """One model of several collections; a trigram of collection i is kept from `least_number[i]` occurrences on.

    What follows a context is asked of each collection by its weight and by how often it holds the context: what laws
    say after a numeral is little to reports, which hold more of them. Errors: ValueError when the weights are not as
    many as the collections, or do not sum to one; or when a collection is empty.
    """
    if len(weights) != len(collections) or abs(sum(weights) - 1) > 1e-9:
        raise ValueError(f"{len(collections)} collections need as many weights that sum to 1, not {weights}")
    if not all(counts.words for counts in collections):
        raise ValueError("a collection without a word has no probabilities: leave it out, and its weight")
    vocabulary = (START, UNKNOWN, *sorted({w for c in collections for w in c.vocabulary} - {START, UNKNOWN}))
    size, models = len(vocabulary), [_KneserNey(counts, vocabulary) for counts in collections]
    triples = _union(m.triple_keys[m.triple_numbers >= n] for m, n in zip(models, least_number, strict=True))
    # Every context of a triple is the end of another one, but for the one before a sequence begins.
    pairs = _union([*(m.pair_keys for m in models), np.array([_PAIR_OF_STARTS])])
    single = np.average([m.single for m in models], axis=0, weights=weights)
    of_singles = np.log([m.frequencies for m in models])
    each_of_pairs = np.array([m.of_pairs(pairs) for m in models])
    of_pairs = _mean(weights, of_singles, each_of_pairs, pairs // size)
    of_contexts = of_singles[:, pairs // size] + np.log(each_of_pairs)
    places = np.searchsorted(pairs, triples // size)
    of_triples = _mean(weights, of_contexts, np.array([m.of_triples(triples) for m in models]), places)
    of_their_pairs = of_pairs[np.searchsorted(pairs, triples % size**2)]
    after_pairs = _left_over(triples // size, pairs, of_triples, of_their_pairs)
    after_single = _left_over(pairs // size, np.arange(size), of_pairs, single[pairs % size])
    return Smoothed(
        vocabulary,
        _of_one_word(np.log(single), np.arange(size)),
        np.log(after_single),
        Order(pairs, _of_one_word(np.log(of_pairs), pairs % size), np.log(after_pairs)),
        Order(triples, _of_one_word(np.log(of_triples), triples % size), np.zeros(0)),
    )


def _mean(weights: Sequence[float], of_contexts: Floats, probabilities: Floats, contexts: Ids) -> Floats:
    """The mean over the collections, a row each, of probabilities after the numbered contexts.

    of_contexts: the logarithm of how likely each context is, a row a collection.
    """
    trust = np.log(np.array(weights))[:, None] + _TRUST_IN_CONTEXT * of_contexts
    shares = np.exp(trust - trust.max(axis=0))
    shares /= shares.sum(axis=0)
    return np.asarray((shares[:, contexts] * probabilities).sum(axis=0))


def _of_one_word(logarithms: Floats, last: Ids) -> Floats:
    return logarithms - np.where(last == _UNKNOWN_ID, np.log(_FOREIGN_WORDS), 0.0)


def _left_over(contexts: Ids, known: Ids, seen: Floats, shorter: Floats) -> Floats:
    """For each known context: what its followers leave, over what they leave in the shorter context."""
    places = np.searchsorted(known, contexts)
    taken = np.bincount(places, weights=seen, minlength=len(known))
    taken_shorter = np.bincount(places, weights=shorter, minlength=len(known))
    return np.clip(1 - taken, 1e-6, 1) / np.clip(1 - taken_shorter, 1e-6, 1)


def _union(keys: Iterable[Ids]) -> Ids:
    return np.unique(np.concatenate(list(keys)))


class _KneserNey:
    """One collection, its lower orders counted by how many different syllables stand before."""

    def __init__(self, counts: TrigramCounts, vocabulary: tuple[str, ...]) -> None:
        self._size = size = len(vocabulary)
        ids = {word: index for index, word in enumerate(vocabulary)}
        own = np.array([ids[word] for word in counts.vocabulary], dtype=np.int64)
        first, second, third = own[counts.first], own[counts.second], own[counts.third]
        keys = (first * size + second) * size + third
        order = np.argsort(keys, kind="stable")
        self.triple_keys, self.triple_numbers = keys[order], counts.number[order]
        # Before START nothing varies: what begins a sequence counts as often as it does.
        kinds = np.where(second == _START_ID, counts.number, 1)
        self.pair_keys, places = np.unique(second * size + third, return_inverse=True)
        pair_numbers = np.bincount(places, weights=kinds).astype(np.float64)
        self._triples = _Discounted(self.triple_keys // size, self.triple_numbers.astype(np.float64))
        self._pairs = _Discounted(self.pair_keys // size, pair_numbers)
        self.single = self._shares(np.bincount(self.pair_keys % size, minlength=size))
        self.frequencies = self._shares(np.bincount(second, weights=counts.number, minlength=size))

    def _shares(self, numbers: Floats | Ids) -> Floats:
        """Shares of the vocabulary, of which each word has some."""
        return np.asarray((1 - _UNSEEN_SHARE) * numbers / numbers.sum() + _UNSEEN_SHARE / self._size, dtype=np.float64)

    def of_pairs(self, keys: Ids) -> Floats:
        """The probability of the last syllable of each pair after the first."""
        seen = _values(self.pair_keys, self._pairs.seen, keys, 0.0)
        rest = self._pairs.rest_of(keys // self._size)
        return np.asarray(seen + rest * self.single[keys % self._size])

    def of_triples(self, keys: Ids) -> Floats:
        """The probability of the last syllable of each triple after the other two."""
        seen = _values(self.triple_keys, self._triples.seen, keys, 0.0)
        rest = self._triples.rest_of(keys // self._size)
        return np.asarray(seen + rest * self.of_pairs(keys % self._size**2))


class _Discounted:
    """Shares of followers in their context, each less a discount; `rest_of` a context is what the discounts freed."""

    def __init__(self, contexts: Ids, numbers: Floats) -> None:
        self._contexts, places = np.unique(contexts, return_inverse=True)
        totals = np.bincount(places, weights=numbers)
        once, twice = int((numbers == 1).sum()), int((numbers == 2).sum())
        discount = float(np.clip(once / max(once + 2 * twice, 1), _LEAST_DISCOUNT, _MOST_DISCOUNT))
        self.seen = np.maximum(numbers - discount, 0) / totals[places]
        self._rests = 1 - np.bincount(places, weights=self.seen).astype(np.float64)

    def rest_of(self, contexts: Ids) -> Floats:
        return _values(self._contexts, self._rests, contexts, 1.0)


def _values(keys: Ids, values: Floats, wanted: Ids, otherwise: float) -> Floats:
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[places] == wanted, values[places], otherwise)

"""Documents that are one text published several times: a press release on the sites of a board and of newspapers.

Belongs here: telling copies, however edited, shortened or damaged, from other reports. Does not: which copy stands
for a figure (`reconciliation.decisions.selection`), or newer versions of a report (`versions`).

Figures tell more than words: reports of one template share their words, copies that lost their diacritics do not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from kcn_pipeline.documents.document import Document
from kcn_pipeline.documents.skeleton import bare_letters

# Measured on pairs of own wording: copies share .50 to 1 of their figures and, where it is less than .6, .59 of their
# runs of words; a report and its summary share .28 of their figures, reports of one template .05.
SAME_FIGURES: Final = 0.6
"""Share of the figures of two texts that both have, above which they are one."""
SAME_FIGURES_IN_SAME_WORDS: Final = 0.4
SAME_WORDS: Final = 0.5
"""Share of the runs of words of two texts that both have, above which fewer figures suffice."""
MIN_FIGURES: Final = 5
"""Texts with fewer figures in common are judged by their words."""

_RUN_WORDS: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+")
_NUMERAL: Final = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Print:
    """What two texts are compared by."""

    figures: Counter[str]
    runs: frozenset[str]


def groups_of(documents: Iterable[Document]) -> dict[str, str]:
    """The group of every document, by document id; a group is named by the first of its ids in order.

    A document without copies is its own group. The order of the documents makes no difference.
    """
    prints = {document.document_id: _print_of(document.text) for document in documents}
    group = {document_id: document_id for document_id in sorted(prints)}
    for one, other in _candidates(prints):
        if group[one] != group[other] and _same(prints[one], prints[other]):
            first, second = sorted((group[one], group[other]))
            group = {document_id: first if known == second else known for document_id, known in group.items()}
    return group


def _print_of(text: str) -> _Print:
    # Separators are what damage and editors change first; a single digit or a year stands in every report.
    numerals = (re.sub(r"\D", "", written) for written in _NUMERAL.findall(text) if not _YEAR.fullmatch(written))
    words = [bare_letters(word) for word in _WORD.findall(text)]
    runs = zip(*(words[at:] for at in range(_RUN_WORDS)), strict=False)
    return _Print(Counter(digits for digits in numerals if len(digits) > 1), frozenset(" ".join(run) for run in runs))


def _candidates(prints: Mapping[str, _Print]) -> Iterator[tuple[str, str]]:
    """Pairs that may be copies: those that share enough figures, and those with too few to tell."""
    holders: dict[str, list[str]] = defaultdict(list)
    for document_id, found in sorted(prints.items()):
        for figure in found.figures:
            holders[figure].append(document_id)
    shared = Counter(pair for ids in holders.values() for pair in _pairs(ids, len(prints)))
    yield from sorted(pair for pair, count in shared.items() if count >= MIN_FIGURES)
    few = sorted(document_id for document_id, found in prints.items() if len(found.figures) < 2 * MIN_FIGURES)
    yield from combinations(few, 2)


def _pairs(ids: Sequence[str], documents: int) -> Iterator[tuple[str, str]]:
    # A figure of a third of a large half-year, such as the day it ends, finds no copies and makes most pairs.
    common = documents > 30 and len(ids) > documents / 3
    return iter(()) if common else combinations(ids, 2)


def _same(one: _Print, other: _Print) -> bool:
    figures = _share(one.figures, other.figures)
    if figures >= SAME_FIGURES and (one.figures & other.figures).total() >= MIN_FIGURES:
        return True
    if figures < SAME_FIGURES_IN_SAME_WORDS:
        return False
    return len(one.runs & other.runs) >= SAME_WORDS * (len(one.runs | other.runs) or 1)


def _share(one: Counter[str], other: Counter[str]) -> float:
    """The figures that both have among all that either has; 1 where neither has any."""
    either = (one | other).total()
    return (one & other).total() / either if either else 1.0

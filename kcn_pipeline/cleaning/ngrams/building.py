"""The shipped model, built anew from what the repository holds: `python -m kcn_pipeline.cleaning.ngrams.building`.

Belongs here: which collections are mixed, and how much each weighs. Does not: counting, smoothing or the files.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kcn_pipeline.cleaning.ngrams.counts import TrigramCounts, count_trigrams, read_counts
from kcn_pipeline.cleaning.ngrams.sequences import sequences
from kcn_pipeline.cleaning.ngrams.smoothing import Smoothed, mixed
from kcn_pipeline.cleaning.ngrams.table import MODEL, save
from kcn_pipeline.reference.loading import DATA
from kcn_pipeline.reference.restoration import known_wordings

CORPUS: Final = DATA.parent / "corpus"
COUNTS: Final = Path(__file__).parent / "counts"
OWN: Final = "own"
# What each collection weighs, chosen by how well the mean foretells paragraphs of the own prose that were left out
# of it; and from how many occurrences on a trigram is kept.
_WEIGHTS: Final = {OWN: 0.6, "law": 0.15, "technical": 0.05, "press": 0.15, "words": 0.05}
_LEAST_NUMBER: Final = {"technical": 2}


def build(corpus: Path = CORPUS, counts: Path = COUNTS) -> Smoothed:
    """The model of the own prose in `corpus`, the wordings of the reference files and the counts of packages.

    Errors: FileNotFoundError when `corpus` holds no text; OSError when counts cannot be read.
    """
    collections = {OWN: own_counts(corpus)}
    collections |= {name: read_counts(counts / f"{name}.parquet") for name in _WEIGHTS if name != OWN}
    least = [_LEAST_NUMBER.get(name, 1) for name in _WEIGHTS]
    return mixed([collections[name] for name in _WEIGHTS], list(_WEIGHTS.values()), least_number=least)


def own_counts(corpus: Path = CORPUS) -> TrigramCounts:
    """The trigrams of the own prose, each paragraph once, and of the wordings, each as often as it says.

    Errors: FileNotFoundError when `corpus` holds no text.
    """
    return count_trigrams([*_prose(corpus), *((s, times) for text, times in known_wordings() for s in sequences(text))])


def _prose(corpus: Path) -> Iterator[tuple[tuple[str, ...], int]]:
    files = sorted(corpus.glob("*.txt"))
    if not files:
        raise FileNotFoundError(f"{corpus} holds no .txt file: restore the folder")
    for path in files:
        yield from ((sequence, 1) for sequence in sequences(path.read_text(encoding="utf-8")))


def main() -> None:
    """Write the model, and say how large it is."""
    model = build()
    save(model, MODEL)
    size = sum(path.stat().st_size for path in MODEL.iterdir())
    orders = (
        f"{len(model.vocabulary):,} syllables, {len(model.pairs.keys):,} pairs, {len(model.triples.keys):,} triples"
    )
    sys.stdout.write(f"{MODEL}: {orders}, {size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()

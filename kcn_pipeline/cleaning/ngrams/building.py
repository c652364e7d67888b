"""The shipped model, built anew from what the repository holds: `python -m kcn_pipeline.cleaning.ngrams.building`.

Belongs here: which collections are mixed, and how much each weighs. Does not: counting, smoothing or the files.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import Final

from kcn_pipeline.cleaning.capitals import CAPITALS, count_capitals, write_capitals
from kcn_pipeline.cleaning.ngrams.counts import TrigramCounts, count_trigrams, read_counts
from kcn_pipeline.cleaning.ngrams.sequences import sequences
from kcn_pipeline.cleaning.ngrams.smoothing import Smoothed, mixed
from kcn_pipeline.cleaning.ngrams.table import MODEL, save
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.loading import DATA
from kcn_pipeline.reference.provinces import load_provinces
from kcn_pipeline.reference.restoration import known_wordings

CORPUS: Final = DATA.parent / "corpus"
COUNTS: Final = Path(__file__).parent / "counts"
# What each collection weighs, chosen by how many words of the composed documents for development are restored; and
# from how many occurrences on a trigram is kept.
PROSE: Final = "prose"
WORDINGS: Final = "wordings"
_WEIGHTS: Final = {PROSE: 0.5, WORDINGS: 0.2, "law": 0.05, "technical": 0.05, "press": 0.15, "words": 0.05}
_LEAST_NUMBER: Final = {"technical": 2}


def build(corpus: Path = CORPUS, counts: Path = COUNTS) -> Smoothed:
    """The model of the own prose in `corpus`, the wordings of the reference files and the counts of packages.

    Errors: FileNotFoundError when `corpus` holds no text; OSError when counts cannot be read.
    """
    own = {PROSE: prose_counts(corpus), WORDINGS: wordings_counts()}
    others = {name: read_counts(counts / f"{name}.parquet") for name in _WEIGHTS if name not in own}
    collections = own | others
    least = [_LEAST_NUMBER.get(name, 1) for name in _WEIGHTS]
    return mixed([collections[name] for name in _WEIGHTS], list(_WEIGHTS.values()), least_number=least)


def prose_counts(corpus: Path = CORPUS) -> TrigramCounts:
    """The trigrams of the own prose, each paragraph once. Errors: FileNotFoundError when `corpus` holds no text."""
    files = sorted(corpus.glob("*.txt"))
    if not files:
        raise FileNotFoundError(f"{corpus} holds no .txt file: restore the folder")
    texts = (path.read_text(encoding="utf-8") for path in files)
    return count_trigrams((sequence, 1) for text in texts for sequence in sequences(text))


def wordings_counts() -> TrigramCounts:
    """The trigrams of the wordings of the reference files, each as often as it says."""
    return count_trigrams((sequence, times) for text, times in known_wordings() for sequence in sequences(text))


def capitals(corpus: Path = CORPUS) -> dict[str, tuple[int, int]]:
    """How often each syllable has a capital within sentences of the own prose and in names of places."""
    texts = (unicodedata.normalize("NFC", path.read_text(encoding="utf-8")) for path in sorted(corpus.glob("*.txt")))
    places = [row.name for row in load_provinces().values()]
    places += [place for row in load_boards().values() for place in (*row.zones, *row.districts)]
    # A number before it puts a name where no sentence begins.
    return count_capitals([*texts, *(f"1 {place}" for place in places)])


def main() -> None:
    """Write the model and the counts of capitals, and say how large the model is."""
    model = build()
    save(model, MODEL)
    write_capitals(capitals(), CAPITALS)
    size = sum(path.stat().st_size for path in MODEL.iterdir())
    orders = (
        f"{len(model.vocabulary):,} syllables, {len(model.pairs.keys):,} pairs, {len(model.triples.keys):,} triples"
    )
    sys.stdout.write(f"{MODEL}: {orders}, {size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()

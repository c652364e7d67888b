"""The counts of the packages, made anew: `python -m kcn_pipeline.cleaning.ngrams.package_counts FOLDER`.

Belongs here: going through the sources and writing one file a collection. Does not: taking text out of a package
(`package_texts`), or building the model (`building`), which needs the counts alone.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from kcn_pipeline.cleaning.ngrams.building import COUNTS
from kcn_pipeline.cleaning.ngrams.counts import count_trigrams, write_counts
from kcn_pipeline.cleaning.ngrams.package_texts import texts_of
from kcn_pipeline.cleaning.ngrams.sequences import sequences
from kcn_pipeline.reference.language_sources import LanguageSource, load_language_sources


def count_packages(sources: Mapping[str, LanguageSource], folder: Path, target: Path = COUNTS) -> dict[str, int]:
    """Count every source, unpacked into `folder/<package>`; one Parquet file a collection below `target`.

    Gives the number of words by source, as `language_sources.yaml` states it. Errors: FileNotFoundError for a package
    that is not there.
    """
    collections: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    words = {}
    for key, source in sources.items():
        texts = texts_of(source, folder / source.package)
        found = [sequence for text in texts for sequence in sequences(text, foreign=False)]
        words[key] = sum(map(len, found))
        collections[source.collection] += found
    target.mkdir(parents=True, exist_ok=True)
    for name, found in collections.items():
        write_counts(count_trigrams((sequence, 1) for sequence in found), target / f"{name}.parquet")
    return words


def main(arguments: Sequence[str] | None = None) -> None:
    """Count, and print the words of each source."""
    parser = argparse.ArgumentParser(description="Count the packages that the language model is made of anew.")
    parser.add_argument("folder", type=Path, help="where each package of language_sources.yaml is unpacked, by name")
    for key, words in count_packages(load_language_sources(), parser.parse_args(arguments).folder).items():
        sys.stdout.write(f"{key}: {words}\n")


if __name__ == "__main__":
    main()

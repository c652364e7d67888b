"""Speed of every stage on clean text, one core, as the median of several runs.

Belongs here: timing. Peers are timed beside us once their stage is built in full.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Final

from benchmarks.corpora import composed
from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.extraction.extract import extract_facts

RUNS: Final = 5


def speed_table() -> str:
    """Characters per second of cleaning and extraction over the composed documents."""
    documents = [one.document for one in composed()]
    characters = sum(len(document.text) for document in documents)
    cleaned = [clean_text(document.text) for document in documents]
    cleaning = _median_seconds(lambda: [clean_text(document.text) for document in documents])
    extraction = _median_seconds(
        lambda: [extract_facts(document, text) for document, text in zip(documents, cleaned, strict=True)]
    )
    return "\n".join(
        [
            f"{len(documents)} documents, {characters:,} characters, median of {RUNS} runs",
            f"cleaning    {characters / cleaning:>12,.0f} characters/s",
            f"extraction  {characters / extraction:>12,.0f} characters/s",
        ]
    )


def _median_seconds(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)

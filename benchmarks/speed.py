"""Speed of cleaning and extraction on clean text beside other packages, and how it grows, written to `docs/speed.md`.

Belongs here: the texts and the tables. Does not: the clock (`reading_times`), the peers (`peers`).
"""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from benchmarks.accuracy import commit
from benchmarks.corpora import REPOSITORY, Annotated, composed, seeds
from benchmarks.peers import PEERS, interpreter_of, version_of
from benchmarks.reading_times import RUNS, ReadingTime, reading_time

REPORT: Final = REPOSITORY / "docs" / "speed.md"
ROUNDS: Final = 3
SIZES: Final = (50_000, 500_000, 5_000_000)
_LARGE: Final = SIZES[-1]
_NO_YEAR: Final = re.compile(r"(?<![\d.,/])[1-9](?!\d{3}(?!\d))(?=\d)")  # first digit of a numeral but of four digits
_OURS: Final = {
    "cleaning": "decoded text to restored text",
    "extraction": "restored text to facts, everything included",
}

EXPLANATION: Final = f"""Clean text, on one core: processor seconds, the median of {ROUNDS} processes, in turns with
those of the others, of each the median of {RUNS} runs. *Ratio* is the speed of extraction over that of the reader. The
peers do far less than extraction: they say how fast text can be read at all on the machine at hand. What extraction
costs grows with the figures: composed documents hold one in some forty characters, real ones far fewer."""

GROWTH: Final = """One document in one piece, made of the development texts one after another, again and again with
other digits, up to so many bytes of UTF-8. Where time grows with length alone, a character costs the same in all
lines. *Peak* is the memory of the process, the interpreter and the language model included."""

_HEADER: Final = "| reader | what it does | characters/s | ratio |\n|---|---|---:|---:|"
_GROWTH_HEADER: Final = (
    "| bytes | characters | cleaning µs/character | extraction µs/character | peak |\n|---:|---:|---:|---:|---:|"
)


def write_speed(path: Path = REPORT) -> str:
    """Time every reader and every size, write the report and give its text."""
    documents = [as_given(one) for one in composed()]
    development = [as_given(one) for one in composed() if one.split == "development"]
    real = [as_given(one) for one in seeds()]
    parts = [
        "# Speed",
        f"Measured {datetime.now(UTC):%Y-%m-%d} at commit {commit()} by `make bench`.",
        EXPLANATION,
        "## Composed documents",
        *_table(documents),
        *(["## Real documents", *_table(real)] if real else []),
        "## Growth with length",
        GROWTH,
        "\n".join([_GROWTH_HEADER, *(growth_row(in_one_piece(development, size)) for size in SIZES)]),
    ]
    text = "\n\n".join(parts) + "\n"
    path.write_text(text, encoding="utf-8")
    return text


def as_given(annotated: Annotated) -> dict[str, Any]:
    """A document as a process of `reading_times` takes it."""
    identity = annotated.document.identity
    start, end = identity.window.start or identity.window.end, identity.window.end
    text = annotated.document.text
    return {"text": text, "publisher": identity.publisher, "start": start.isoformat(), "end": end.isoformat()}


def in_one_piece(documents: Sequence[Mapping[str, Any]], size: int) -> dict[str, Any]:
    """One document of about `size` bytes; what is repeated has other digits, so that no figure is met twice."""
    return {**documents[0], "text": "\n\n".join(_repeated([d["text"] for d in documents], size))}


def _repeated(texts: Sequence[str], size: int) -> Iterator[str]:
    digits = random.Random(size)  # noqa: S311
    fresh: Callable[[re.Match[str]], str] = lambda _: digits.choice("123456789")  # noqa: E731
    while True:
        for text in texts:
            if size <= 0:
                return
            size -= len(text.encode())
            yield text
        texts = [_NO_YEAR.sub(fresh, text) for text in texts]


def _table(documents: Sequence[Mapping[str, Any]]) -> list[str]:
    characters = sum(len(document["text"]) for document in documents)
    size = f"{len(documents)} documents, {characters:,} characters."
    return [size, "\n".join([_HEADER, *_rows(documents)])]


def _rows(documents: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    peers = {peer.package: interpreter_of(peer) for peer in PEERS}
    rounds: dict[str, list[ReadingTime]] = {reader: [] for reader in (*_OURS, *peers)}
    # In turns, so that a busy machine is busy for all of them.
    for _ in range(ROUNDS):
        for reader in rounds:
            if reader in _OURS or peers[reader] is not None:
                rounds[reader] += _taken(reader, documents, peers.get(reader))
    times = {reader: sorted(taken, key=lambda t: t.seconds) for reader, taken in rounds.items()}
    median = {reader: taken[len(taken) // 2] for reader, taken in times.items() if taken}
    for reader, work in _OURS.items():
        yield row(reader, work, median[reader], median["extraction"])
    for peer in PEERS:
        python = peers[peer.package]
        name = peer.package if python is None else f"{peer.package} {version_of(peer, python)}"
        yield row(name, peer.work, median.get(peer.package), median["extraction"])


def _taken(reader: str, documents: Sequence[Mapping[str, Any]], python: Path | None) -> Iterator[ReadingTime]:
    """One measurement; none of a peer that does not run here."""
    try:
        yield reading_time(reader, documents, python, RUNS)
    except subprocess.CalledProcessError:
        if reader in _OURS:
            raise


def row(reader: str, work: str, measured: ReadingTime | None, extraction: ReadingTime) -> str:
    """A line of the table; `measured` is None for a peer that cannot be had or does not run here."""
    if measured is None:
        return f"| {reader} | {work} | not installed | — |"
    ratio = extraction.characters_a_second / measured.characters_a_second
    return f"| {reader} | {work} | {measured.characters_a_second:,.0f} | {ratio:.2f} |"


def growth_row(document: Mapping[str, Any]) -> str:
    """Costs of one document of some length; a large one is read once."""
    runs = 1 if len(document["text"].encode()) >= _LARGE else RUNS
    cleaning, extraction = (reading_time(reader, [document], runs=runs) for reader in _OURS)
    costs = f"{cleaning.microseconds_a_character:.2f} | {extraction.microseconds_a_character:.2f}"
    size = len(document["text"].encode())
    return f"| {size:,} | {extraction.characters:,} | {costs} | {extraction.peak_bytes / 1e6:.0f} MB |"

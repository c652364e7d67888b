"""The tables of speed: their texts, their clock, and peers that cannot be had."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from benchmarks.peers import Peer, interpreter_of
from benchmarks.reading_times import ReadingTime, reading_time
from benchmarks.speed import in_one_piece, row

DOCUMENT = {
    "text": "Năm 2019 thu hút 12 dự án, vốn 150 triệu USD.",
    "publisher": None,
    "start": "2019-01-01",
    "end": "2019-12-31",
}
EXTRACTION = ReadingTime(seconds=2.0, characters=1_000_000, peak_bytes=1)


@pytest.mark.parametrize("reader", ["cleaning", "extraction"])
def test_a_process_of_its_own_reads_the_texts(reader: str) -> None:
    measured = reading_time(reader, [DOCUMENT, DOCUMENT], runs=1)
    assert measured.characters == 2 * len(str(DOCUMENT["text"]))
    assert measured.seconds > 0
    assert measured.peak_bytes > 10_000_000


def test_a_reader_that_fails_is_told() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        reading_time("nobody", [DOCUMENT], runs=1)


def test_speed_is_compared_with_extraction() -> None:
    peer = ReadingTime(seconds=1.0, characters=1_000_000, peak_bytes=1)
    assert row("peer 1.0", "words", peer, EXTRACTION) == "| peer 1.0 | words | 1,000,000 | 0.50 |"
    assert row("peer", "words", None, EXTRACTION) == "| peer | words | not installed | — |"


def test_a_peer_that_cannot_be_installed_is_none(tmp_path: Path) -> None:
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    assert interpreter_of(Peer("nothing", ("nothing",), ""), tmp_path) is None


@pytest.mark.parametrize("size", [1_000, 20_000])
def test_a_long_document_has_other_digits_in_every_round(size: int) -> None:
    text = in_one_piece([DOCUMENT], size)["text"]
    assert size <= len(text.encode()) < size + 1_000
    assert text.startswith(str(DOCUMENT["text"]))
    assert text.count("Năm 2019") == len(text.split("\n\n"))
    assert len(set(text.split("\n\n"))) > size / 2_000

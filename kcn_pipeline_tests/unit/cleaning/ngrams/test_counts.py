"""Counted trigrams and their file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.cleaning.ngrams.counts import (
    TrigramCounts,
    count_trigrams,
    from_counter,
    read_counts,
    write_counts,
)
from kcn_pipeline.cleaning.ngrams.sequences import START

WORDS = st.sampled_from(["vốn", "đầu", "tư", "0", "<unknown>"])
WEIGHTED = st.lists(st.tuples(st.lists(WORDS, max_size=5), st.integers(1, 4)), max_size=6)


def as_dict(counts: TrigramCounts) -> dict[tuple[str, ...], int]:
    columns = (counts.first.tolist(), counts.second.tolist(), counts.third.tolist())
    trigrams = [tuple(counts.vocabulary[i] for i in ids) for ids in zip(*columns, strict=True)]
    assert len(set(trigrams)) == len(trigrams)
    return dict(zip(trigrams, counts.number.tolist(), strict=True))


def test_every_item_is_counted_after_the_two_before_it() -> None:
    counts = count_trigrams([(("vốn", "đầu", "tư"), 2), (("vốn",), 3)])
    assert as_dict(counts) == {(START, START, "vốn"): 5, (START, "vốn", "đầu"): 2, ("vốn", "đầu", "tư"): 2}
    assert counts.words == 9


@given(WEIGHTED)
def test_as_many_words_are_counted_as_there_are(weighted: list[tuple[list[str], int]]) -> None:
    counts = count_trigrams(weighted)
    assert counts.words == sum(len(sequence) * times for sequence, times in weighted)
    assert START in counts.vocabulary
    assert list(counts.vocabulary) == sorted(counts.vocabulary)


@given(WEIGHTED)
def test_the_order_of_texts_does_not_matter(weighted: list[tuple[list[str], int]]) -> None:
    once, again = count_trigrams(weighted), count_trigrams(weighted[::-1])
    assert once.vocabulary == again.vocabulary
    assert as_dict(once) == as_dict(again)
    assert once.third.tolist() == again.third.tolist()


@pytest.fixture
def counts() -> TrigramCounts:
    return from_counter({("a", "b", "c"): 70_000, (START, "a", "b"): 1, (START, START, "<unknown>"): 2})


def test_a_file_gives_back_what_was_written(counts: TrigramCounts, tmp_path: Path) -> None:
    path = tmp_path / "counts.parquet"
    write_counts(counts, path)
    again = read_counts(path)
    assert again.vocabulary == counts.vocabulary
    assert as_dict(again) == as_dict(counts)
    assert again.number.dtype == counts.number.dtype


def test_the_same_counts_give_the_same_bytes(counts: TrigramCounts, tmp_path: Path) -> None:
    for name in ("once", "again"):
        write_counts(counts, tmp_path / name)
    assert (tmp_path / "once").read_bytes() == (tmp_path / "again").read_bytes()


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_counts(tmp_path / "none.parquet")

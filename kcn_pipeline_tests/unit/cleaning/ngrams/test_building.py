"""The shipped model is what the repository's sources give."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.cleaning.capitals import CAPITALS, write_capitals
from kcn_pipeline.cleaning.ngrams import building
from kcn_pipeline.cleaning.ngrams.building import CORPUS, COUNTS, build, capitals, prose_counts, wordings_counts
from kcn_pipeline.cleaning.ngrams.counts import read_counts
from kcn_pipeline.cleaning.ngrams.table import MODEL, save
from kcn_pipeline.reference.language_sources import load_language_sources
from kcn_pipeline.reference.restoration import known_wordings

REBUILD = "rebuild it: python -m kcn_pipeline.cleaning.ngrams.building"


def test_the_shipped_model_is_what_its_sources_give(tmp_path: Path) -> None:
    save(build(), tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(p.name for p in MODEL.iterdir())
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (MODEL / path.name).read_bytes(), f"{path.name} is another; {REBUILD}"


def test_the_shipped_counts_of_capitals_are_what_their_sources_give(tmp_path: Path) -> None:
    write_capitals(capitals(), tmp_path / "capitals.txt")
    assert (tmp_path / "capitals.txt").read_bytes() == CAPITALS.read_bytes(), REBUILD


def test_the_own_prose_is_as_long_as_it_must_be() -> None:
    assert sum(len(path.read_text(encoding="utf-8").split()) for path in CORPUS.glob("*.txt")) > 40_000


def test_each_paragraph_of_the_own_prose_counts_once(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Chuỗi lạnh hải sản.\nChuỗi lạnh.", encoding="utf-8")
    counts = prose_counts(tmp_path)
    ids = [counts.vocabulary.index(word) for word in ("", "chuỗi", "lạnh")]
    rows = (counts.first == ids[0]) & (counts.second == ids[1]) & (counts.third == ids[2])
    assert counts.number[rows].tolist() == [2]
    assert counts.words == 6


def test_wordings_count_as_often_as_they_say() -> None:
    counts = wordings_counts()
    assert {"tỉnh", "usd", "kkt"} <= set(counts.vocabulary)
    assert counts.words >= sum(times for _, times in known_wordings())


def test_a_folder_without_prose_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"holds no \.txt file"):
        prose_counts(tmp_path)


def test_counts_hold_as_many_words_as_their_sources_are_said_to_have() -> None:
    stated: dict[str, int] = {}
    for source in load_language_sources().values():
        stated[source.collection] = stated.get(source.collection, 0) + source.words
    assert {path.stem for path in COUNTS.glob("*.parquet")} == set(stated)
    for collection, words in stated.items():
        assert read_counts(COUNTS / f"{collection}.parquet").words == words, collection


def test_the_command_writes_the_model_and_says_how_large_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    small = build(corpus=_corpus(tmp_path))
    monkeypatch.setattr(building, "build", lambda: small)
    monkeypatch.setattr(building, "MODEL", tmp_path / "model")
    monkeypatch.setattr(building, "CAPITALS", tmp_path / "capitals.txt")
    building.main()
    assert (tmp_path / "model" / "vocabulary.txt").exists()
    assert (tmp_path / "capitals.txt").read_bytes() == CAPITALS.read_bytes()
    assert f"{len(small.vocabulary):,} syllables" in capsys.readouterr().out


def _corpus(folder: Path) -> Path:
    (folder / "one.txt").write_text("Chuỗi lạnh hải sản.", encoding="utf-8")
    return folder

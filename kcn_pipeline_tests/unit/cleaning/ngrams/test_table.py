"""Looking the model up."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.cleaning.ngrams.sequences import START, UNKNOWN
from kcn_pipeline.cleaning.ngrams.smoothing import Smoothed
from kcn_pipeline.cleaning.ngrams.table import ABSENT, MODEL, START_ID, HashTable, PairTable, TrigramModel, load_model
from kcn_pipeline.reference.restoration import NUMERAL
from kcn_pipeline_tests.unit.cleaning.ngrams.small_models import as_looked_up, small_smoothed

KEYS = st.lists(st.integers(0, 2**62), unique=True, max_size=300)


class TestHashTable:
    @given(KEYS, KEYS)
    def test_every_key_is_found_with_its_values_and_no_other(self, keys: list[int], others: list[int]) -> None:
        values = np.arange(len(keys)) / 2
        table = HashTable.of(np.array(keys, dtype=np.int64), values, -values)
        places = table.find(np.array(keys, dtype=np.int64))
        assert len(set(places.tolist())) == len(keys)
        assert table.column(0)[places].tolist() == values.tolist()
        assert table.column(1)[places].tolist() == (-values).tolist()
        missing = np.array(sorted(set(others) - set(keys)), dtype=np.int64)
        assert set(table.find(missing).tolist()) <= {ABSENT}

    def test_keys_that_want_one_place_all_find_one(self) -> None:
        # Multiples of 2^60 differ in the bits that the hash shifts out of sight.
        keys = np.array([n << 58 for n in range(16)] + list(range(1, 40)), dtype=np.int64)
        table = HashTable.of(keys, keys.astype(float))
        assert (table.find(keys) != ABSENT).all()
        assert table.find(keys + 1_000_003).tolist() == [ABSENT] * len(keys)

    def test_the_last_place_leads_to_the_first(self) -> None:
        table = HashTable.of(np.arange(7), np.arange(7.0))
        first = table._first(np.arange(10_000))
        same = np.flatnonzero(first == table._last)[:5]
        crowded = HashTable.of(same, same.astype(float))
        assert sorted(crowded.find(same).tolist()) == [0, 1, 2, 3, 15]


class TestPairTable:
    SIZE = 70

    @given(st.sets(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), min_size=1, max_size=200))
    def test_every_pair_is_found_with_its_values_and_no_other(self, pairs: set[tuple[int, int]]) -> None:
        before, last = np.divmod(np.arange(self.SIZE**2), self.SIZE)
        keys = np.array(sorted(one * self.SIZE + two for one, two in pairs))
        table = PairTable(HashTable.of(keys, keys / 2, -keys.astype(float)), self.SIZE)
        places = table.find(before, last)
        assert set(np.flatnonzero(places != ABSENT).tolist()) == set(keys.tolist())
        assert table.column(0)[places[keys]].tolist() == (keys / 2).tolist()
        assert table.column(1)[places[keys]].tolist() == (-keys).tolist()

    def test_the_first_and_the_last_that_share_a_number_are_told_apart(self) -> None:
        keys = np.array([0, 31, 32, 63, 64, 69, 70 + 31])
        table = PairTable(HashTable.of(keys, np.arange(7.0)), self.SIZE)
        places = table.find(keys // self.SIZE, keys % self.SIZE)
        assert table.column(0)[places].tolist() == list(range(7))


@pytest.fixture(scope="module")
def smoothed() -> Smoothed:
    return small_smoothed()


@pytest.fixture
def model(smoothed: Smoothed, tmp_path: Path) -> TrigramModel:
    return as_looked_up(smoothed, tmp_path / "model")


class TestModel:
    def test_it_says_what_was_smoothed(self, smoothed: Smoothed, model: TrigramModel) -> None:
        size, keys = len(smoothed.vocabulary), smoothed.triples.keys
        found = model.after_two(keys // size**2, keys // size % size, keys % size)
        assert found.tolist() == pytest.approx(smoothed.triples.probability.tolist(), abs=1e-5)
        keys = smoothed.pairs.keys
        assert model.after_one(keys // size, keys % size).tolist() == pytest.approx(
            smoothed.pairs.probability.tolist(), abs=1e-5
        )

    def test_a_pair_not_seen_is_that_of_the_last_word_less_what_was_seen(
        self, smoothed: Smoothed, model: TrigramModel
    ) -> None:
        before, last = model.id_of("đăng"), model.id_of("ruộng")
        expected = smoothed.single_backing_off[before] + smoothed.single[last]
        assert model.after_one(np.array([before]), np.array([last]))[0] == pytest.approx(expected, abs=1e-5)

    def test_words_have_numbers_and_unknown_ones_share_one(self, model: TrigramModel) -> None:
        assert [model.vocabulary[model.id_of(word)] for word in ("vốn", "tỷ", START)] == ["vốn", "tỷ", START]
        assert model.id_of(START) == START_ID
        assert model.id_of("hàng") == model.id_of("xe") == model.id_of(UNKNOWN)
        assert model.knows("vốn")
        assert not model.knows("hàng")

    def test_no_question_has_no_answer(self, model: TrigramModel) -> None:
        nothing = np.zeros(0, dtype=np.int64)
        assert len(model.after_two(nothing, nothing, nothing)) == len(model.after_one(nothing, nothing)) == 0


class TestFiles:
    def test_the_same_model_gives_the_same_bytes(self, smoothed: Smoothed, tmp_path: Path) -> None:
        for name in ("once", "again"):
            as_looked_up(smoothed, tmp_path / name)
        names = sorted(path.name for path in (tmp_path / "once").iterdir())
        assert names == sorted(path.name for path in (tmp_path / "again").iterdir())
        for name in names:
            assert (tmp_path / "once" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()

    def test_arrays_are_mapped_and_cannot_be_written(self, model: TrigramModel) -> None:
        for array in (*model._triples.arrays(), model._single):
            assert isinstance(array.base, np.memmap)
            assert not array.flags.writeable

    def test_a_folder_is_loaded_once(self) -> None:
        assert load_model() is load_model()

    def test_a_folder_without_a_model_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            load_model(tmp_path)

    def test_what_ships_is_no_larger_than_it_may_be(self) -> None:
        assert sum(path.stat().st_size for path in MODEL.iterdir()) < 30_000_000


@pytest.mark.parametrize(
    ("previous", "likely", "unlikely"),
    [
        (NUMERAL, "tỷ", "tệ"),
        ("tỷ", "đồng", "động"),
        ("dự", "án", "ăn"),
        ("xuất", "khẩu", "khâu"),
        ("ngân", "sách", "sạch"),
        ("lao", "động", "đồng"),
        ("hiệu", "lực", "lúc"),
        ("ddi", "là", "lạ"),
    ],
)
def test_reports_speak_of_money_projects_and_workers(previous: str, likely: str, unlikely: str) -> None:
    model = load_model()
    before = np.full(2, model.id_of(previous))
    good, bad = model.after_one(before, np.array([model.id_of(likely), model.id_of(unlikely)])).tolist()
    assert good > bad + 2


@pytest.mark.parametrize("name", ["ninh", "giang", "phòng", "thuận", "quế", "usd", "ddi"])
def test_names_of_the_other_reference_files_are_known(name: str) -> None:
    assert load_model().knows(name)

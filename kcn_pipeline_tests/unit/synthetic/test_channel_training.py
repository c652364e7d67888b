"""Training pages, their reading, and the file of counts."""

from __future__ import annotations

import random
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from PIL.Image import Image

from kcn_pipeline.reference.confusions import load_confusions
from kcn_pipeline.synthetic.channel_training import (
    add_counts,
    any_degradation,
    as_yaml,
    english_reader,
    read_pairs,
    training_pages,
)
from kcn_pipeline.synthetic.rendering import PageStyle, page_images

CORPUS = ["Tổng vốn đăng ký của các dự án mới.", "Lao động ở khu kinh tế ven biển tăng thêm."]


def test_pages_hold_paragraphs_and_words_of_the_corpus() -> None:
    page = next(training_pages(CORPUS, seed=3))
    *paragraphs, words = page.lower().split("\n")
    assert set(paragraphs) <= {paragraph.lower() for paragraph in CORPUS}
    assert set(words.split()) <= {word.lower() for paragraph in CORPUS for word in paragraph.split()}


def test_rare_letters_are_met_as_often_as_frequent_ones() -> None:
    corpus = ["ban " * 500 + "quỹ"]
    words = next(training_pages(corpus, seed=1)).lower().split("\n")[-1].split()
    assert words.count("quỹ") > len(words) / 4


def test_the_same_seed_gives_the_same_pages() -> None:
    one, two = (list(islice(training_pages(CORPUS, seed=5), 3)) for _ in range(2))
    assert one == two
    assert one != list(islice(training_pages(CORPUS, seed=6), 3))


@pytest.mark.parametrize("corpus", [[], ["12 34"]])
def test_a_corpus_without_words_is_refused(corpus: list[str]) -> None:
    with pytest.raises(ValueError, match="no word"):
        next(training_pages(corpus, seed=1))


def test_degradations_differ_and_stay_readable() -> None:
    drawing = random.Random(1)  # noqa: S311
    drawn = [any_degradation(drawing) for _ in range(60)]
    assert len(set(drawn)) > 30
    assert all(0.5 <= one.scale <= 1 and one.contrast >= 0.5 and abs(one.skew_degrees) <= 0.5 for one in drawn)


def test_pages_are_read_until_the_time_is_over(tinos: Path) -> None:
    seen: list[tuple[int, int]] = []

    def reader(image: Image, dpi: int) -> str:
        seen.append((image.width, dpi))
        return "cac dy an"

    pairs = read_pairs(iter(["các dự án"] * 3), reader, seconds=60, seed=1)
    assert pairs == {("các", "cac"): 3, ("dự", "dy"): 3, ("án", "an"): 3}
    assert all(abs(width - 8.27 * dpi) < 1 for width, dpi in seen)
    assert read_pairs(iter(["các dự án"] * 3), reader, seconds=0, seed=1).total() == 3


def test_rows_can_be_loaded_and_leave_out_what_was_chance(tmp_path: Path) -> None:
    counted = {"ộ": Counter({"6": 990, "": 5, "x": 2, "y": 1}), "Đ": Counter({"D": 7, "P": 3}), "ẵ": Counter({"a": 1})}
    file = tmp_path / "confusions.yaml"
    file.write_text("# heading\n\n" + as_yaml(counted, "own pages"), encoding="utf-8")
    loaded = load_confusions(file)
    assert list(loaded) == ["ộ", "Đ"]
    assert loaded["ộ"].read_as == {"6": 990, "": 5, "x": 2}
    assert loaded["Đ"].read_as == {"D": 7, "P": 3}


def test_counts_of_an_earlier_run_are_added() -> None:
    earlier = as_yaml({"ộ": Counter({"6": 10}), "ừ": Counter({"ir": 4})}, "own pages")
    counted = {"ộ": Counter({"6": 5, "o": 2})}
    add_counts(counted, earlier)
    assert counted == {"ộ": {"6": 15, "o": 2}, "ừ": {"ir": 4}}


def test_the_english_data_lose_the_marks(tesseract: Path, tinos: Path) -> None:
    if not (tesseract.parent / "eng.traineddata").is_file():
        pytest.skip("Tesseract's English data is missing: apt-get install tesseract-ocr-eng")
    read, name = english_reader(tesseract.parent)
    (page,) = page_images("Tổng vốn đăng ký của các dự án", PageStyle(tinos))
    words = read(page, 200).split()
    assert len(words) == 8
    assert words[5] in ("cac", "cdc", "cae")
    assert name.startswith("Tesseract ")

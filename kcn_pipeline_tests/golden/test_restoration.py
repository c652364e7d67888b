"""Restoration of the real documents against their gold, and of composed ones that were damaged, word by word."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.words import WordScore, score_words
from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.quantities import Span
from kcn_pipeline.synthetic.damages import with_dropped_letters, with_letters_apart, without_marks

UNIT_WORDS = {
    "USD": ("tỷ USD", "triệu USD"),
    "VND": ("tỷ đồng",),
    "project": ("dự án",),
    "percent": ("%",),
    "zone": ("KCN", "KKT"),
    "ha": ("ha",),
    "person": ("người lao động",),
}


def seed(shared: Path, number: str) -> Path:
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    return path


@cache
def cleaned_seed(path: Path) -> CleanedText:
    with path.open(encoding="utf-8", newline="") as file:
        return clean_text(file.read())


@pytest.mark.parametrize(
    ("number", "right", "damaged", "harm", "false"), [("000", 0.997, 0.99, 0.0005, 0), ("004", 0.985, 0.984, 0.008, 2)]
)
def test_words_are_restored_and_no_digit_is_touched(
    shared_dir: Path, tmp_path: Path, number: str, right: float, damaged: float, harm: float, false: int
) -> None:
    segments = tmp_path / "segments.jsonl"
    rows = (s.as_row() for s in cleaned_seed(seed(shared_dir, number)).alignment.segments)
    segments.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    scorer = shared_dir / "tools" / "score_restoration.py"
    gold = shared_dir / "gold" / f"restoration_{number}.tsv"
    command = [sys.executable, str(scorer), str(gold), str(seed(shared_dir, number)), str(segments), "--json"]
    score = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert score["all"] >= right
    assert score["damaged"] >= damaged
    assert score["harm"] <= harm
    assert score["digits"] == 0
    assert score["false"] <= false


@pytest.mark.parametrize("number", ["001", "002", "003"])
def test_whole_documents_lose_nothing_but_page_furniture(shared_dir: Path, number: str) -> None:
    cleaned = cleaned_seed(seed(shared_dir, number))
    assert {segment.kind for segment in cleaned.alignment.segments} <= {"normalised", "furniture"}
    assert {segment.rule for segment in cleaned.alignment.segments if segment.kind == "normalised"} <= {"blank"}
    assert {paragraph.kind for paragraph in cleaned.damage} == {"clean"}
    assert cleaned.characters_removed < 0.06 * len(cleaned.raw_text)


def facts(shared: Path, number: str) -> list[dict[str, Any]]:
    lines = (shared / "gold" / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    return [fact for fact in map(json.loads, lines) if fact["document"].startswith(number)]


@pytest.mark.parametrize("number", ["000", "004"])
def test_the_words_of_every_figure_are_readable(shared_dir: Path, number: str) -> None:
    cleaned = cleaned_seed(seed(shared_dir, number))
    figures = [
        fact for fact in facts(shared_dir, number) if fact["unit"] in UNIT_WORDS and fact["metric"] != "zero_in_words"
    ]
    assert len(figures) > 20
    for fact in figures:
        quote = " ".join(cleaned.alignment.to_clean(Span(fact["start"], fact["end"])).of(cleaned.text).split())
        assert any(word in quote for word in UNIT_WORDS[fact["unit"]]), quote


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_no_figure_is_lost_with_the_furniture(shared_dir: Path, number: str) -> None:
    cleaned = cleaned_seed(seed(shared_dir, number))
    removed = [Span(s.raw_start, s.raw_end) for s in cleaned.alignment.segments if s.kind == "furniture"]
    for fact in facts(shared_dir, number):
        assert not any(span.overlaps(Span(fact["start"], fact["end"])) for span in removed), fact


COMPOSED = Path(__file__).parent / "composed"
STYLES = Path(__file__).parent / "styles"


@cache
def composed_texts() -> tuple[str, ...]:
    """The texts of development alone: the others only measure."""
    with (COMPOSED / "phenomena.csv").open(encoding="utf-8", newline="") as file:
        names = [row["document"] for row in csv.DictReader(file) if row["split"] == "development"]
    paths = [COMPOSED / f"{Path(name).stem}.txt" for name in names]
    return tuple(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")) for path in paths)


@pytest.mark.parametrize(
    ("damage", "right", "harm"),
    [
        pytest.param(with_dropped_letters, 0.993, 0.002, id="dropped letters"),
        pytest.param(without_marks, 0.987, 0.008, id="without marks"),
    ],
)
def test_composed_documents_are_restored(damage: Callable[[str], str], right: float, harm: float) -> None:
    score = sum((score_words(t, damage(t), clean_text(damage(t)).text) for t in composed_texts()), start=WordScore())
    assert score.damaged > 4_000
    assert score.right_either_way / score.words >= right
    assert score.harm <= harm


@cache
def texts_of_other_styles() -> tuple[str, ...]:
    paths = sorted(STYLES.glob("*.txt"))
    return tuple(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")) for path in paths)


@pytest.mark.parametrize(
    ("damage", "right"),
    [
        pytest.param(with_dropped_letters, 0.964, id="dropped letters"),
        pytest.param(without_marks, 0.942, id="without marks"),
    ],
)
def test_texts_of_other_styles_are_restored(damage: Callable[[str], str], right: float) -> None:
    texts = texts_of_other_styles()
    score = sum((score_words(t, damage(t), clean_text(damage(t)).text) for t in texts), start=WordScore())
    assert score.words > 6_000
    assert score.right_either_way / score.words >= right


def test_texts_of_other_styles_come_out_whole() -> None:
    for text in texts_of_other_styles():
        cleaned = clean_text(text)
        assert cleaned.text == text
        assert {paragraph.kind for paragraph in cleaned.damage} == {"clean"}


def test_of_half_damaged_documents_the_whole_half_stays_and_the_other_is_restored() -> None:
    score, broken = WordScore(), 0
    for text in composed_texts():
        lines = text.split("\n")
        half = len(lines) // 2
        damaged = "\n".join([*lines[:half], *map(with_dropped_letters, lines[half:])])
        restored = clean_text(damaged).text
        score += score_words(text, damaged, restored)
        broken += restored.split("\n")[:half] != clean_text(text).text.split("\n")[:half]
    assert score.damaged_right / score.damaged >= 0.965
    assert broken <= len(composed_texts()) // 50


def test_composed_documents_whole_or_with_letters_apart_come_out_whole() -> None:
    untouched = 0
    for text in composed_texts():
        whole, apart = clean_text(text), clean_text(with_letters_apart(text))
        # A line of names and telephone numbers under an article is clutter; nothing else may change.
        assert {segment.kind for segment in whole.alignment.segments} <= {"furniture"}
        assert apart.text == whole.text
        untouched += whole.text == text
    assert untouched >= len(composed_texts()) - 2

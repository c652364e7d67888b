"""The files that cleaning reads: the shipped ones load, broken ones are refused with line and cure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kcn_pipeline.reference.confusions import (
    CONFUSIONS_FILE,
    LOOKALIKES_FILE,
    load_confusions,
    load_lookalikes,
)
from kcn_pipeline.reference.furniture import FURNITURE_FILE, load_furniture
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.restoration import NUMERAL, RESTORATION_FILE, known_wordings, load_themes
from kcn_pipeline.reference.spelling import SPELLING_FILE, load_spelling

LOADERS: dict[Path, Callable[[Path], Any]] = {
    RESTORATION_FILE: load_themes,
    CONFUSIONS_FILE: load_confusions,
    LOOKALIKES_FILE: load_lookalikes,
    FURNITURE_FILE: load_furniture,
    SPELLING_FILE: load_spelling,
}


@pytest.mark.parametrize(("file", "load"), LOADERS.items(), ids=[file.stem for file in LOADERS])
def test_the_shipped_file_loads(file: Path, load: Callable[[Path], Any]) -> None:
    assert len(load(file)) > 4


def broken(load: Callable[[Path], Any], path: Path, text: str) -> BrokenReference:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenReference) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path.name}:{caught.value.line}: ")
    assert caught.value.cure
    return caught.value


THEME = "- {theme: money, occurrences: 2, phrases: 'tỷ đồng, triệu usd', source: own wording}\n"
CONFUSION = "- {letter: ộ, read_as: {o: 3}, source: own pages}\n"
FURNITURE = "- {kind: menu, place: line, alone: true, wordings: [Trang chủ], source: portals}\n"


@pytest.mark.parametrize(
    ("load", "text", "line", "problem"),
    [
        (load_themes, THEME + THEME, 2, "stands twice"),
        (load_themes, THEME.replace("tỷ đồng,", "tỷ đồng,,"), 1, "nothing between"),
        (load_themes, THEME.replace("usd", "USD"), 1, "lower case"),
        (load_themes, THEME.replace("occurrences: 2", "occurrences: 0"), 1, "occurrences"),
        (load_themes, "\n" + THEME.replace("own wording", "''"), 2, "source"),
        (load_confusions, CONFUSION.replace("o: 3", "o: 0"), 1, "never occurred"),
        (load_confusions, CONFUSION.replace("letter: ộ", "letter: ộo"), 1, "letter"),
        (load_confusions, CONFUSION * 2, 2, "stands twice"),
        (load_lookalikes, "- {sign: '4', letters: Ạ, source: shape}\n", 1, "letters"),
        (load_furniture, FURNITURE.replace("menu", "banner"), 1, "kind"),
        (load_furniture, FURNITURE.replace("[Trang chủ]", "[]"), 1, "wordings"),
        (load_spelling, "- {part: onset, spellings: b c, source: usage}\n", 1, "unknown part"),
    ],
)
def test_a_broken_row_is_refused(
    tmp_path: Path, load: Callable[[Path], Any], text: str, line: int, problem: str
) -> None:
    error = broken(load, tmp_path / "rows.yaml", text)
    assert error.line == line
    assert problem in str(error)


def test_phrases_are_written_as_text_and_read_as_a_list() -> None:
    theme = load_themes()["capital and money"]
    assert len(theme.phrases) > 50
    assert all(phrase == phrase.strip().lower() for phrase in theme.phrases)
    assert any(NUMERAL in phrase.split() for phrase in theme.phrases)


def test_a_list_of_phrases_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "rows.yaml"
    path.write_text(THEME.replace("'tỷ đồng, triệu usd'", "[tỷ đồng]"), encoding="utf-8")
    assert load_themes(path)["money"].phrases == ("tỷ đồng",)


@pytest.mark.parametrize(
    "wording",
    ["tỉnh bắc ninh", "bắc ninh", "tổng vốn đăng ký", "phần trăm", "nghìn tỷ", "cùng kỳ", "đồng bằng sông hồng"],
)
def test_wordings_come_from_every_file(wording: str) -> None:
    assert any(wording in known for known, _ in known_wordings())


def test_every_wording_is_lower_case_and_counts() -> None:
    assert all(wording == wording.lower() and occurrences > 0 for wording, occurrences in known_wordings())


def test_spelling_knows_the_empty_onset() -> None:
    parts = load_spelling()
    assert "" in parts["onset"] and "-" not in parts["onset"]
    assert "uyên" in parts["rime"]


def test_every_letter_is_mostly_read_as_a_sign_of_english_print() -> None:
    for letter, row in load_confusions().items():
        readings = sorted(row.read_as, key=lambda piece: -row.read_as[piece])
        assert readings[0].isascii() or readings[0] == "é", letter

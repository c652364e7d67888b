"""The thresholds that operators may set."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from kcn_pipeline.reference.damage_thresholds import DAMAGE_THRESHOLDS_FILE, load_damage_thresholds
from kcn_pipeline.reference.loading import BrokenReference

SHIPPED = DAMAGE_THRESHOLDS_FILE.read_text(encoding="utf-8")


def edited(folder: Path, text: str) -> Path:
    path = folder / DAMAGE_THRESHOLDS_FILE.name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_threshold_has_a_value() -> None:
    values = asdict(load_damage_thresholds())
    assert values["least_words"] == 7
    assert all(0 < value < 1 for name, value in values.items() if not name.startswith("least_words"))


def test_a_value_is_set_by_an_edit(tmp_path: Path) -> None:
    path = edited(tmp_path, SHIPPED.replace("name: acute\n  value: 0.03", "name: acute\n  value: 0.5"))
    assert load_damage_thresholds(path).acute == 0.5
    assert load_damage_thresholds(path).skeletons == load_damage_thresholds().skeletons


@pytest.mark.parametrize(
    ("found", "put", "problem"),
    [
        (r"- name: acute\n(  .*\n)+", "", "unknown threshold: acute"),
        ("name: acute", "name: accute", "unknown threshold"),
        ("name: acute", "name: alien", "'alien' stands twice"),
        (r"value: 0\.03", "value: -1", "value"),
        (r"value: 0\.03", "value: many", "value"),
        (r"name: acute\n  value: 0\.03\n  meaning: .*", "name: acute\n  value: 0.03", "meaning"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, found: str, put: str, problem: str) -> None:
    text, edits = re.subn(found, put, SHIPPED, count=1)
    assert edits == 1
    with pytest.raises(BrokenReference, match=problem):
        load_damage_thresholds(edited(tmp_path, text))

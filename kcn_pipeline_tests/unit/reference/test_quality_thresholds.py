"""The thresholds above which people are asked to look."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.quality_thresholds import QUALITY_THRESHOLDS_FILE, load_quality_thresholds


def test_the_thresholds_in_force() -> None:
    limits = load_quality_thresholds()
    assert 0 < limits.doubtful_margin < 9
    assert 0 < limits.impossible_syllables < 0.19


@pytest.mark.parametrize(
    ("before", "after"),
    [("name: doubtful_margin", "name: doubtful"), ("value: 2.0", "value: -1")],
    ids=["unknown name", "negative"],
)
def test_a_broken_file_is_refused(tmp_path: Path, before: str, after: str) -> None:
    written = QUALITY_THRESHOLDS_FILE.read_text(encoding="utf-8")
    assert before in written
    file = tmp_path / "quality_thresholds.yaml"
    file.write_text(written.replace(before, after), encoding="utf-8")
    with pytest.raises(BrokenReference, match=r"quality_thresholds\.yaml"):
        load_quality_thresholds(file)

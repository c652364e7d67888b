"""Usual changes from report to report."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.usual_changes import load_usual_changes


def test_stocks_change_less_than_flows() -> None:
    rows = load_usual_changes()
    assert 0 < rows["stock"].log_scale < rows["flow"].log_scale < 1


def test_what_is_less_alike_differs_more() -> None:
    rows = load_usual_changes()
    assert rows["flow"].log_scale < rows["other_months"].log_scale < rows["peer"].log_scale


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("{kind: flow, log_scale: 0.2, source: made up}", "no row for .*stock"),
        ("{kind: flow, log_scale: 0, source: made up}", "log_scale"),
        ("{kind: river, log_scale: 1, source: made up}", "kind"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "usual_changes.yaml"
    path.write_text(f"- {row}\n", encoding="utf-8")
    with pytest.raises(BrokenReference, match=problem):
        load_usual_changes(path)

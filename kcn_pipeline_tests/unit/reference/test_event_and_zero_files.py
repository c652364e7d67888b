"""Wordings of events, of zeros in words and of spare numbers: what loads, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from kcn_pipeline.extraction.events.sightings import EventKind
from kcn_pipeline.reference.event_phrases import EVENT_PHRASES_FILE, load_event_phrases, load_event_times
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.patterns import SPARE_NUMBER_ROLES_FILE, load_spare_number_roles
from kcn_pipeline.reference.report_texts import load_texts
from kcn_pipeline.reference.worded_zeros import WORDED_ZEROS_FILE, load_worded_zeros
from kcn_pipeline.tables import EVENT_KINDS, EVENT_STATUSES

FILES: dict[Path, Callable[[Path], Any]] = {
    EVENT_PHRASES_FILE: load_event_phrases,
    WORDED_ZEROS_FILE: load_worded_zeros,
    SPARE_NUMBER_ROLES_FILE: load_spare_number_roles,
}
BROKEN = [
    ("role: ", 'role: "" # '),
    ("source: ", "sauce: "),
    ("- {", "- {colour: red, "),
]


@pytest.mark.parametrize(("file", "load"), FILES.items(), ids=[file.stem for file in FILES])
@pytest.mark.parametrize("change", BROKEN)
def test_a_broken_row_is_refused_with_its_line(
    file: Path, load: Callable[[Path], Any], change: tuple[str, str], tmp_path: Path
) -> None:
    copy = tmp_path / file.name
    text = file.read_text(encoding="utf-8")
    head, rows = text[: text.index("\n- ")], text[text.index("\n- ") :]
    copy.write_text(head + rows.replace(*change, 1), encoding="utf-8")
    with pytest.raises(BrokenReference) as caught:
        load(copy)
    assert str(caught.value).startswith(f"{file.name}:{caught.value.line}: ")
    assert caught.value.cure


@pytest.mark.parametrize("file", [EVENT_PHRASES_FILE, WORDED_ZEROS_FILE], ids=["events", "zeros"])
def test_a_row_that_stands_twice_is_refused(file: Path, tmp_path: Path) -> None:
    rows = file.read_text(encoding="utf-8")
    first = next(line for line in rows.splitlines() if line.startswith("- "))
    copy = tmp_path / file.name
    copy.write_text(f"{rows}\n{first}\n", encoding="utf-8")
    with pytest.raises(BrokenReference, match="twice"):
        FILES[file](copy)


def test_a_zero_of_an_unknown_metric_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / WORDED_ZEROS_FILE.name
    copy.write_text("- {phrase: x, role: counted, metric: nowhere, source: test}\n", encoding="utf-8")
    with pytest.raises(BrokenReference, match="nowhere"):
        load_worded_zeros(copy)


def test_wordings_are_in_lower_case_where_case_is_no_matter() -> None:
    phrases = [row.phrase for row in load_event_phrases()] + [row.phrase for row in load_worded_zeros()]
    assert all(phrase == phrase.lower() for phrase in phrases)


def test_awards_statuses_and_kinds_have_a_name_in_both_languages() -> None:
    shown = {row.value for row in load_event_phrases() if row.role in {"award", "leadership", "conference"}}
    assert {f"event.{name}" for name in shown | set(EVENT_STATUSES)} <= set(load_texts())
    assert get_args(EventKind) == EVENT_KINDS


@pytest.mark.parametrize(
    ("text", "label", "parts"),
    [
        ("ngày 3-4/1/2020", "days", {"day": "3", "other_day": "4", "month": "1", "year": "2020"}),
        ("ngày 12/07/2019", "day", {"day": "12", "month": "07", "year": "2019"}),
        ("ngày 27 tháng 12 năm 2019", "day", {"day": "27", "month": "12", "year": "2019"}),
        ("năm 2020", "year", {"year": "2020"}),
    ],
)
def test_days_and_years(text: str, label: str, parts: dict[str, str]) -> None:
    (match,) = load_event_times().matches(text)
    assert (match.label, match.parts) == (label, parts)

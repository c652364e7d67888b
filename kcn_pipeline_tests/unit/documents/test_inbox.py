"""The inbox, and runs that are killed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.documents import register
from kcn_pipeline.documents.register import ingest
from kcn_pipeline.documents.shelf import documents_of
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline_tests.unit.documents.folders import HALF, UNCLEAR, YEAR, files_in, put


def test_the_inbox_is_emptied_whatever_becomes_of_its_files(data: DataDirectory, source: Path) -> None:
    ingest([put(source, "known.txt", YEAR.format(1))], data)
    put(data.inbox, "new.txt", HALF.format(1))
    put(data.inbox, "sub/unclear.txt", UNCLEAR.format(1))
    put(data.inbox, "known.txt", YEAR.format(1))
    put(data.inbox, "new.txt.meta.yaml", "title: Một\n")
    outcomes = {r.path.name: r.outcome for r in ingest([data.inbox], data)}
    assert outcomes == {"known.txt": "duplicate", "new.txt": "registered", "unclear.txt": "quarantined"}
    assert files_in(data.inbox) == []
    assert files_in(data.raw) == ["2016-H2/known.txt", "2019-H1/new.txt", "2019-H1/new.txt.meta.yaml"]


def test_a_crash_before_the_document_is_placed_loses_nothing(
    data: DataDirectory, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(data.inbox, "a.txt", HALF.format(1))
    put(data.inbox, "a.txt.meta.yaml", "title: Một\n")

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(register, "place_bytes", crash)
        with pytest.raises(KeyboardInterrupt):
            ingest([data.inbox], data)
    assert path.exists()
    assert documents_of(data, HalfYear(2019, 1)).documents == ()
    [receipt] = ingest([data.inbox], data)
    assert receipt.outcome == "registered"
    assert files_in(data.raw) == ["2019-H1/a.txt", "2019-H1/a.txt.meta.yaml"]


def test_a_crash_before_the_ledger_is_written_is_made_up_for(
    data: DataDirectory, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(data.inbox, "a.txt", HALF.format(1))

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(register, "record", crash)
        with pytest.raises(KeyboardInterrupt):
            ingest([data.inbox], data)
    [receipt] = ingest([data.inbox], data)
    assert receipt.outcome == "duplicate"
    assert files_in(data.inbox) == []
    assert files_in(data.raw) == ["2019-H1/a.txt"]

"""What cannot be placed: kept with the reason, held once, released when it can be."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kcn_pipeline.documents.register import ingest
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline_tests.unit.documents.folders import HALF, UNCLEAR, files_in, put


@pytest.mark.parametrize(
    ("text", "reason", "candidates"),
    [
        (UNCLEAR.format(1), "names no period", []),
        ("", "empty", []),
        (
            "Năm 2019, Ban Quản lý các KCN tỉnh Bắc Giang và Ban Quản lý các KCN Bắc Ninh.",
            "more than one board",
            ["board:bac-giang", "board:bac-ninh"],
        ),
    ],
)
def test_what_cannot_be_placed_is_kept_with_the_reason(
    data: DataDirectory, source: Path, text: str, reason: str, candidates: list[str]
) -> None:
    path = put(source, "a.txt", text)
    [receipt] = ingest([path], data)
    assert (receipt.outcome, receipt.place, receipt.period) == ("quarantined", "quarantine/a.txt", None)
    assert reason in str(receipt.reason)
    assert receipt.cure
    assert (data.quarantine / "a.txt").read_bytes() == text.encode()
    told = yaml.safe_load((data.quarantine / "a.txt.reason.yaml").read_text(encoding="utf-8"))
    assert told == {
        "name": "a.txt",
        "sha256": receipt.sha256,
        "reason": receipt.reason,
        "cure": receipt.cure,
        "candidates": candidates,
    }
    assert files_in(data.raw) == []


def test_a_quarantined_file_is_held_once(data: DataDirectory, source: Path) -> None:
    path = put(source, "a.txt", UNCLEAR.format(1))
    first, second = ingest([path], data), ingest([put(source, "b.txt", UNCLEAR.format(1))], data)
    assert first[0].place == second[0].place == "quarantine/a.txt"
    assert files_in(data.quarantine) == ["a.txt", "a.txt.reason.yaml"]


def test_quarantined_files_of_one_name_are_kept_apart(data: DataDirectory, source: Path) -> None:
    ingest([put(source, f"{number}/a.txt", UNCLEAR.format(number)) for number in range(2)], data)
    assert len(files_in(data.quarantine)) == 4


def test_a_sidecar_releases_a_file_from_quarantine(data: DataDirectory, source: Path) -> None:
    path = put(source, "a.txt", UNCLEAR.format(1))
    ingest([path], data)
    put(source, "a.txt.meta.yaml", "period: 2019\npublisher: board:bac-giang\n")
    [receipt] = ingest([path], data)
    assert (receipt.outcome, receipt.place) == ("registered", "raw/2019-H2/a.txt")
    assert files_in(data.quarantine) == []


def test_a_sidecar_written_in_quarantine_releases_the_file_too(data: DataDirectory, source: Path) -> None:
    ingest([put(source, "a.txt", UNCLEAR.format(1))], data)
    put(data.quarantine, "a.txt.meta.yaml", "period: 2019\npublisher: board:bac-giang\n")
    [receipt] = ingest([data.quarantine], data)
    assert receipt.outcome == "registered"
    assert files_in(data.quarantine) == []
    assert files_in(data.raw) == ["2019-H2/a.txt", "2019-H2/a.txt.meta.yaml"]


def test_a_broken_sidecar_goes_into_quarantine_with_its_document(data: DataDirectory, source: Path) -> None:
    path = put(source, "a.txt", HALF.format(1))
    put(source, "a.txt.meta.yaml", "period: năm ngoái\n")
    [receipt] = ingest([path], data)
    assert receipt.outcome == "quarantined"
    assert "line 1" in str(receipt.reason)
    assert files_in(data.quarantine) == ["a.txt", "a.txt.meta.yaml", "a.txt.reason.yaml"]


def test_an_oversized_file_is_kept_without_being_read(
    data: DataDirectory, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KCN_LIMIT_DOCUMENT_BYTES", "50")
    [receipt] = ingest([put(source, "a.txt", HALF.format("9" * 100))], data)
    assert receipt.outcome == "quarantined"
    assert "more than the limit" in str(receipt.reason)
    assert (data.quarantine / "a.txt").stat().st_size > 50

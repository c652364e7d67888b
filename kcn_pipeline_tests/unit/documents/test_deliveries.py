"""Archives: every file in them is taken in by itself, the archive itself is told in the ledger."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kcn_pipeline.documents import files, register
from kcn_pipeline.documents.archives.delivery import is_archive, unpacked
from kcn_pipeline.documents.ledger import read_ledger
from kcn_pipeline.documents.register import ingest
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline_tests.unit.documents.folders import HALF, UNCLEAR, YEAR, files_in, put


def packed(**files: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def put_archive(folder: Path, name: str, **files: str) -> Path:
    path = put(folder, name, "")
    path.write_bytes(packed(**files))
    return path


def test_every_file_of_an_archive_is_a_document_of_its_own(data: DataDirectory, source: Path) -> None:
    path = put_archive(
        source,
        "báo cáo.zip",
        **{
            "một.txt": HALF.format(1),
            "sub/hai.txt": YEAR.format(2),
            "ba.txt": UNCLEAR.format(3),
            "tư.txt": HALF.format(1),
        },
    )
    receipts = ingest([path], data)
    assert [(r.path.name, r.outcome, r.archive) for r in receipts] == [
        ("ba.txt", "quarantined", "báo cáo.zip"),
        ("hai.txt", "registered", "báo cáo.zip"),
        ("một.txt", "registered", "báo cáo.zip"),
        ("tư.txt", "duplicate", "báo cáo.zip"),
        ("báo cáo.zip", "unpacked", None),
    ]
    assert receipts[0].path == path / "ba.txt"
    assert files_in(data.raw) == ["2016-H2/hai.txt", "2019-H1/một.txt"]
    assert files_in(data.quarantine) == ["ba.txt", "ba.txt.reason.yaml"]
    assert path.exists()


def test_the_ledger_tells_the_archive_and_its_members(data: DataDirectory, source: Path) -> None:
    ingest([put_archive(source, "a.zip", **{"x.txt": HALF.format(1), "y.txt": YEAR.format(1)})], data)
    rows = read_ledger(data.ledger)
    assert [(r["name"], r["outcome"], r["archive"]) for r in rows] == [
        ("x.txt", "registered", "a.zip"),
        ("y.txt", "registered", "a.zip"),
        ("a.zip", "unpacked", None),
    ]
    assert rows[-1]["members"] == ["x.txt", "y.txt"]
    assert len(rows[-1]["sha256"]) == 64
    assert not any(path.name.startswith(".unpacked") for path in data.root.iterdir())


def test_sidecars_in_an_archive_are_followed(data: DataDirectory, source: Path) -> None:
    sidecar = "period: 2019\npublisher: board:bac-giang\n"
    path = put_archive(
        source, "a.zip", **{"x.txt": UNCLEAR.format(1), "x.txt.meta.yaml": sidecar, "z.meta.yaml": sidecar}
    )
    receipts = ingest([path], data)
    assert [r.outcome for r in receipts] == ["registered", "unpacked"]
    assert files_in(data.raw) == ["2019-H2/x.txt", "2019-H2/x.txt.meta.yaml"]
    assert receipts[-1].skipped == ("z.meta.yaml: the companion of no document",)


def test_an_archive_that_comes_again_brings_only_what_is_new(data: DataDirectory, source: Path) -> None:
    path = put_archive(source, "a.zip", **{"x.txt": HALF.format(1)})
    ingest([path], data)
    put_archive(source, "a.zip", **{"x.txt": HALF.format(1), "y.txt": HALF.format(2)})
    assert [r.outcome for r in ingest([path], data)] == ["duplicate", "registered", "unpacked"]


@pytest.mark.parametrize(
    "damage", [lambda whole: whole[:-30], lambda whole: whole.replace(b"PK\x05\x06", b"PK\x05\x07")]
)
def test_a_broken_archive_is_quarantined_whole(data: DataDirectory, source: Path, damage: object) -> None:
    assert callable(damage)
    path = put_archive(source, "a.zip", **{"x.txt": HALF.format(1)})
    path.write_bytes(damage(path.read_bytes()))
    [receipt] = ingest([path], data)
    assert receipt.outcome == "quarantined"
    assert receipt.cure
    assert files_in(data.quarantine) == ["a.zip", "a.zip.reason.yaml"]
    assert files_in(data.raw) == []


def test_an_archive_in_the_inbox_goes_when_its_members_are_placed(
    data: DataDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put_archive(data.inbox, "a.zip", **{"x.txt": HALF.format(1), "y.txt": YEAR.format(1)})
    place, placed = files.place_bytes, []

    def crash_at_the_second(content: bytes, target: Path) -> None:
        placed.append(target)
        if len(placed) == 2:
            raise KeyboardInterrupt
        place(content, target)

    with monkeypatch.context() as patched:
        patched.setattr(register, "place_bytes", crash_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            ingest([data.inbox], data)
    assert path.exists()
    assert [r.outcome for r in ingest([data.inbox], data)] == ["duplicate", "registered", "unpacked"]
    assert files_in(data.inbox) == []
    assert files_in(data.raw) == ["2016-H2/y.txt", "2019-H1/x.txt"]


def test_what_a_killed_run_left_unpacked_is_removed(data: DataDirectory, source: Path) -> None:
    put(data.root / ".unpacked-x", "a.txt", HALF.format(1))
    ingest([put(source, "b.txt", HALF.format(2))], data)
    assert not (data.root / ".unpacked-x").exists()


def test_an_archive_in_quarantine_is_released_when_it_can_be_unpacked(
    data: DataDirectory, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put_archive(source, "a.zip", **{"x.txt": HALF.format("9" * 500), "y.txt": YEAR.format(1)})
    monkeypatch.setenv("KCN_LIMIT_ARCHIVE_MEMBERS", "1")
    assert [r.outcome for r in ingest([path], data)] == ["quarantined"]
    monkeypatch.delenv("KCN_LIMIT_ARCHIVE_MEMBERS")
    assert [r.outcome for r in ingest([data.quarantine], data)] == ["registered", "registered", "unpacked"]
    assert files_in(data.quarantine) == []


def test_the_folder_of_a_delivery_lasts_as_long_as_its_context(tmp_path: Path) -> None:
    with unpacked(packed(**{"a.txt": "x", "b.txt": "y"}), "a.zip", tmp_path) as delivery:
        assert [path.read_text() for path in delivery.documents] == ["x", "y"]
    assert list(tmp_path.iterdir()) == []


def test_only_mere_archives_are_deliveries() -> None:
    assert is_archive(packed(**{"a.txt": "x"}))
    assert not is_archive(packed(**{"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}))
    assert not is_archive(b"PK\x03\x04 and no more")
    assert not is_archive("Năm 2019".encode())

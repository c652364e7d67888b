"""Taking files in: places, duplicates, collisions, quarantine, the inbox, links, crashes."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from kcn_pipeline.documents.ledger import Receipt, read_ledger
from kcn_pipeline.documents.register import ingest
from kcn_pipeline.documents.shelf import documents_of
from kcn_pipeline.documents.sidecar import sidecar_path
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline_tests.unit.documents.folders import HALF, UNCLEAR, YEAR, files_in, put


def test_a_file_goes_under_its_period_and_stays_where_it_was(data: DataDirectory, source: Path) -> None:
    path = put(source, "báo cáo.txt", HALF.format(1))
    [receipt] = ingest([path], data)
    assert receipt == Receipt(
        path,
        hashlib.sha256(path.read_bytes()).hexdigest(),
        "registered",
        "raw/2019-H1/báo cáo.txt",
        "2019-H1",
        "board:bac-ninh",
    )
    assert (data.root / "raw/2019-H1/báo cáo.txt").read_bytes() == path.read_bytes()


def test_folders_are_taken_whole_and_in_order(data: DataDirectory, source: Path) -> None:
    put(source, "b.txt", HALF.format(1))
    put(source, "deep/er/a.txt", YEAR.format(2))
    put(source, ".hidden.txt", YEAR.format(3))
    receipts = ingest([source], data)
    assert [(r.path.name, r.outcome, r.period) for r in receipts] == [
        ("b.txt", "registered", "2019-H1"),
        ("a.txt", "registered", "2016-H2"),
    ]
    assert files_in(data.raw) == ["2016-H2/a.txt", "2019-H1/b.txt"]


def test_a_file_seen_twice_is_one_document(data: DataDirectory, source: Path) -> None:
    first, copy = put(source, "a.txt", HALF.format(1)), put(source, "copy.txt", HALF.format(1))
    outcomes = [(r.outcome, r.place, r.period) for r in ingest([first, copy, first], data)]
    assert outcomes == [
        ("registered", "raw/2019-H1/a.txt", "2019-H1"),
        ("duplicate", "raw/2019-H1/a.txt", "2019-H1"),
        ("duplicate", "raw/2019-H1/a.txt", "2019-H1"),
    ]
    [again] = ingest([copy], data)
    assert again.outcome == "duplicate"
    assert again.reason == "lies in raw/2019-H1/a.txt"
    assert files_in(data.raw) == ["2019-H1/a.txt"]


def test_files_of_one_name_are_kept_apart(data: DataDirectory, source: Path) -> None:
    paths = [put(source, f"{number}/a.txt", HALF.format(number)) for number in range(3)]
    receipts = ingest(paths, data)
    names = [Path(r.place or "").name for r in receipts]
    assert names == ["a.txt", f"a-{receipts[1].sha256[:8]}.txt", f"a-{receipts[2].sha256[:8]}.txt"]
    for path, receipt in zip(paths, receipts, strict=True):
        assert (data.root / str(receipt.place)).read_bytes() == path.read_bytes()


def test_a_sidecar_comes_along_and_overrules(data: DataDirectory, source: Path) -> None:
    path = put(source, "a.txt", HALF.format(1))
    put(source, "a.txt.meta.yaml", "period: 2018-H1\npublisher: board:phu-tho\n")
    [receipt] = ingest([path], data)
    assert (receipt.place, receipt.publisher) == ("raw/2018-H1/a.txt", "board:phu-tho")
    assert files_in(data.raw) == ["2018-H1/a.txt", "2018-H1/a.txt.meta.yaml"]
    [document] = documents_of(data, HalfYear(2018, 1)).documents
    assert document.identity.publisher == "board:phu-tho"


def test_a_new_sidecar_files_a_document_anew(data: DataDirectory, source: Path) -> None:
    path = put(source, "a.txt", HALF.format(1))
    ingest([path], data)
    put(source, "a.txt.meta.yaml", "period: 2018-H1\n")
    [receipt] = ingest([path], data)
    assert (receipt.outcome, receipt.place) == ("registered", "raw/2018-H1/a.txt")
    assert files_in(data.raw) == ["2018-H1/a.txt", "2018-H1/a.txt.meta.yaml"]
    [again] = ingest([path], data)
    assert again.outcome == "duplicate"


def test_a_new_sidecar_for_the_same_period_replaces_the_old_one(data: DataDirectory, source: Path) -> None:
    path = put(source, "a.txt", HALF.format(1))
    put(source, "a.txt.meta.yaml", "title: Một\n")
    ingest([path], data)
    put(source, "a.txt.meta.yaml", "title: Hai\n")
    ingest([path], data)
    assert files_in(data.raw) == ["2019-H1/a.txt", "2019-H1/a.txt.meta.yaml"]
    assert documents_of(data, HalfYear(2019, 1)).documents[0].identity.title == "Hai"


def test_links_are_refused_and_never_followed(data: DataDirectory, source: Path, tmp_path: Path) -> None:
    secret = put(tmp_path / "elsewhere", "secret.txt", HALF.format(1))
    (source / "link.txt").symlink_to(secret)
    (source / "folder").symlink_to(secret.parent)
    receipts = ingest([source, source / "link.txt"], data)
    assert [(r.path.name, r.outcome) for r in receipts] == [
        ("folder", "refused"),
        ("link.txt", "refused"),
        ("link.txt", "refused"),
    ]
    assert all("link" in str(r.reason) and r.place is None for r in receipts)
    assert files_in(data.raw) == []


def test_a_linked_sidecar_is_not_taken(data: DataDirectory, source: Path, tmp_path: Path) -> None:
    other = put(tmp_path / "elsewhere", "x.yaml", "period: 2018-H1\n")
    path = put(source, "a.txt", HALF.format(1))
    sidecar_path(path).symlink_to(other)
    [receipt] = ingest([path], data)
    assert receipt.period == "2019-H1"
    assert files_in(data.raw) == ["2019-H1/a.txt"]


def test_pipes_and_missing_files_are_refused(data: DataDirectory, source: Path) -> None:
    os.mkfifo(source / "pipe")
    receipts = ingest([source / "pipe", source / "missing"], data)
    assert [r.outcome for r in receipts] == ["refused", "refused"]
    assert all(r.reason and r.cure for r in receipts)


def test_names_are_not_trusted(data: DataDirectory, source: Path) -> None:
    put(source, "a\nb\u202e.txt", HALF.format(1))
    [receipt] = ingest([source], data)
    assert receipt.place == "raw/2019-H1/a_b_.txt"


def test_everything_that_happened_is_in_the_ledger(data: DataDirectory, source: Path) -> None:
    put(source, "a.txt", HALF.format(1))
    put(source, "b.txt", HALF.format(1))
    put(source, "c.txt", UNCLEAR.format(1))
    (source / "d.txt").symlink_to(source / "a.txt")
    receipts = ingest([source], data) + ingest([source / "a.txt"], data)
    rows = read_ledger(data.ledger)
    assert [(r["name"], r["outcome"], r["place"], r["sha256"], r["reason"]) for r in rows] == [
        (r.path.name, r.outcome, r.place, r.sha256, r.reason) for r in receipts
    ]
    assert [r.outcome for r in receipts] == ["registered", "duplicate", "quarantined", "refused", "duplicate"]


def test_nothing_to_take_leaves_no_trace_but_the_folder(data: DataDirectory, source: Path) -> None:
    assert ingest([source], data) == []
    assert read_ledger(data.ledger) == []


def test_the_real_documents_go_where_they_belong(data: DataDirectory, shared_dir: Path) -> None:
    receipts = ingest([shared_dir / "seeds"], data)
    assert [r.outcome for r in receipts] == ["registered"] * 5
    assert [r.period for r in receipts] == ["2019-H1", "2019-H2", "2016-H2", "2019-H2", "2019-H2"]

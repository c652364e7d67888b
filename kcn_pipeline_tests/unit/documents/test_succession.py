"""Versions told when they are registered: in the receipts, in the ledger, and in the table of documents."""

from __future__ import annotations

import json
from pathlib import Path

from kcn_pipeline.documents.ledger import read_ledger
from kcn_pipeline.documents.register import ingest
from kcn_pipeline.documents.shelf import documents_of
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import RAW_DOCUMENTS, frame_of
from kcn_pipeline_tests.unit.documents.folders import HALF, UNCLEAR, files_in, put
from kcn_pipeline_tests.unit.documents.releases import edited, release

PERIOD = HalfYear(2019, 1)
LONGER = HALF + " Vốn đăng ký 55,7 triệu USD, xuất khẩu 812 triệu USD, nộp ngân sách 97 tỷ đồng, lao động 12.400 người."


def age_the_ledger(data: DataDirectory) -> None:
    """Make every line a year old."""
    rows = [{**row, "time": row["time"].replace("20", "19", 1)} for row in read_ledger(data.ledger)]
    data.ledger.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def test_a_later_report_supersedes_and_the_old_one_stays(data: DataDirectory, source: Path) -> None:
    ingest([put(source, "old.txt", HALF.format(1))], data)
    age_the_ledger(data)
    receipts = ingest([put(source, "new.txt", LONGER.format(2))], data)
    assert [(r.path.name, r.outcome, r.reason) for r in receipts] == [
        ("new.txt", "registered", None),
        ("old.txt", "superseded", "its next version is raw/2019-H1/new.txt"),
    ]
    assert [row["outcome"] for row in read_ledger(data.ledger)] == ["registered", "registered", "superseded"]
    assert files_in(data.raw) == ["2019-H1/new.txt", "2019-H1/old.txt"]
    frame = frame_of(RAW_DOCUMENTS, documents_of(data, PERIOD).rows())
    new_id, old_id = frame["document_id"]
    assert dict(zip(frame["document_id"], frame["superseded_by"], strict=True)) == {new_id: None, old_id: new_id}


def test_it_is_told_once(data: DataDirectory, source: Path) -> None:
    ingest([put(source, "old.txt", HALF.format(1))], data)
    age_the_ledger(data)
    ingest([put(source, "new.txt", LONGER.format(2))], data)
    outcomes = [r.outcome for r in ingest([put(source, "third.txt", LONGER.format(3) + " Hết.")], data)]
    assert outcomes == ["registered"]


def test_reports_of_one_delivery_are_no_versions(data: DataDirectory, source: Path) -> None:
    put(source, "a.txt", HALF.format(1))
    put(source, "b.txt", LONGER.format(2))
    assert [r.outcome for r in ingest([source], data)] == ["registered", "registered"]
    assert documents_of(data, PERIOD).superseded_by == {}


def test_the_word_of_a_sidecar_is_followed(data: DataDirectory, source: Path) -> None:
    put(source, "a.txt", HALF.format(1))
    put(source, "b.txt", LONGER.format(2))
    put(source, "b.txt.meta.yaml", "supersedes: a.txt\n")
    receipts = ingest([source], data)
    assert [(r.path.name, r.outcome) for r in receipts][-1] == ("a.txt", "superseded")


def test_a_predecessor_that_is_not_there_is_a_problem_of_the_half_year(data: DataDirectory, source: Path) -> None:
    put(source, "b.txt", HALF.format(2))
    put(source, "b.txt.meta.yaml", "supersedes: a.txt\n")
    ingest([source], data)
    [problem] = documents_of(data, PERIOD).problems
    assert problem.file == "raw/2019-H1/b.txt"
    assert "'a.txt', which is no document of 2019-H1" in problem.reason


def test_the_same_address_is_found_whoever_publishes(data: DataDirectory, source: Path) -> None:
    sidecar = "url: http://kcn.example/1\npublisher: press\nperiod: 2019-H1\npublished_on: 2019-07-{}\n"
    for day, name in (("05", "a.txt"), ("19", "b.txt")):
        put(source, name, UNCLEAR.format(day))
        put(source, f"{name}.meta.yaml", sidecar.format(day))
    assert [(r.path.name, r.outcome) for r in ingest([source], data)] == [
        ("a.txt", "registered"),
        ("b.txt", "registered"),
        ("a.txt", "superseded"),
    ]


def test_a_neighbour_that_cannot_be_read_stops_nothing(data: DataDirectory, source: Path) -> None:
    put(data.raw, "2019-H1/empty.txt", "")
    put(data.raw, "2019-H1/empty.txt.meta.yaml", "nothing: 1\n")
    put(source, "b.txt", HALF.format(2))
    put(source, "b.txt.meta.yaml", "supersedes: empty.txt\n")
    assert [r.outcome for r in ingest([source], data)] == ["registered"]


def test_copies_of_one_text_share_their_group(data: DataDirectory, source: Path) -> None:
    put(source, "a.txt", release())
    put(source, "b.txt", edited(release()))
    put(
        source,
        "c.txt",
        release().replace("2021", "2021 ") + " Có 88 khu, 91 cụm, 77 điểm, 66 nơi, 55 chỗ, 44 bãi, 33 ha.",
    )
    ingest([source], data)
    found = documents_of(data, HalfYear(2021, 1))
    by_name = {document.name: found.groups[document.document_id] for document in found.documents}
    assert (
        by_name["a.txt"]
        == by_name["b.txt"]
        == min(d.document_id for d in found.documents if by_name[d.name] == by_name["a.txt"])
    )

"""Reading the documents of a data directory, with every problem told."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from kcn_pipeline.documents.document import Document
from kcn_pipeline.documents.problems import BrokenSidecar, Unidentified, UnreadableDocument
from kcn_pipeline.documents.shelf import documents_of, misplaced, periods_present, read_document
from kcn_pipeline.documents.sidecar import sidecar_path
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import RAW_DOCUMENTS, frame_of

HALF = HalfYear(2019, 1)
REPORT = "Ban Quản lý các KCN Bắc Ninh sơ kết 6 tháng đầu năm 2019.\r\nCó 44 dự án.\r\n"


def put(data: DataDirectory, place: str, content: bytes | str = REPORT) -> Path:
    path = data.raw / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_one_file_is_read_without_a_data_directory(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.txt"
    path.write_bytes(REPORT.encode())
    document = read_document(path)
    assert document.document_id == hashlib.sha256(REPORT.encode()).hexdigest()
    assert (document.name, document.path) == ("báo cáo.txt", "báo cáo.txt")
    assert document.text == REPORT
    assert document.size_bytes == len(REPORT.encode())
    assert document.identity.period == HALF


def test_a_document_is_a_row_of_the_register_and_back(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(REPORT.encode())
    document = read_document(path)
    [row] = frame_of(RAW_DOCUMENTS, [document.as_row()]).to_dict(orient="records")
    assert Document.from_row({str(column): value for column, value in row.items()}) == document


@pytest.mark.parametrize(
    ("content", "problem", "reason"),
    [
        ("Trời hôm nay đẹp.", Unidentified, "no period"),
        ("Năm 2019 trời đẹp.", Unidentified, "no industrial zone"),
        ("", UnreadableDocument, "empty"),
    ],
)
def test_a_file_that_is_no_document_says_why(
    tmp_path: Path, content: str, problem: type[ValueError], reason: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content.encode())
    with pytest.raises(problem, match=rf"^a\.txt: .*{reason}.*; "):
        read_document(path)


def test_a_missing_file_a_folder_and_a_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    (tmp_path / "target").write_bytes(REPORT.encode())
    for name in ("missing", "link", "."):
        with pytest.raises(UnreadableDocument, match="cannot be read"):
            read_document(tmp_path / name)


def test_a_file_above_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(REPORT.encode())
    monkeypatch.setenv("KCN_LIMIT_DOCUMENT_BYTES", "20")
    with pytest.raises(UnreadableDocument, match=r"a\.txt: .* more than the limit of 20"):
        read_document(path)


def test_a_broken_sidecar_names_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(REPORT.encode())
    sidecar_path(path).write_text("period: 2019-H3\n", encoding="utf-8")
    with pytest.raises(BrokenSidecar, match=r"^a\.txt\.meta\.yaml: line 1: "):
        read_document(path)


def test_a_period_gives_its_documents_by_name(data: DataDirectory) -> None:
    put(data, "2019-H1/b.txt")
    put(data, "2019-H1/a.txt", REPORT + "Thêm một dòng.")
    put(data, "2019-H2/c.txt")
    found = documents_of(data, HALF)
    assert [(d.name, d.path) for d in found.documents] == [
        ("a.txt", "raw/2019-H1/a.txt"),
        ("b.txt", "raw/2019-H1/b.txt"),
    ]
    assert found.problems == ()


def test_sidecars_and_hidden_files_are_no_documents(data: DataDirectory) -> None:
    path = put(data, "2019-H1/a.txt")
    put(data, "2019-H1/.a.swp", "x")
    sidecar_path(path).write_text("title: Tên khác\n", encoding="utf-8")
    found = documents_of(data, HALF)
    assert [d.identity.title for d in found.documents] == ["Tên khác"]
    assert found.problems == ()


def test_nothing_is_dropped_without_a_word(data: DataDirectory, tmp_path: Path) -> None:
    put(data, "2019-H1/a.txt")
    put(data, "2019-H1/empty.txt", b"")
    put(data, "2019-H1/open.txt", "Năm 2019, Ban Quản lý các KCN tỉnh Bắc Giang và Ban Quản lý các KCN Bắc Ninh.")
    put(data, "2019-H1/folder/inside.txt")
    put(data, "2019-H1/twin.txt")
    broken = put(data, "2019-H1/with-sidecar.txt", REPORT + "x")
    sidecar_path(broken).write_text("nothing: 1\n", encoding="utf-8")
    (tmp_path / "outside").write_bytes(REPORT.encode())
    (data.raw / "2019-H1" / "link.txt").symlink_to(tmp_path / "outside")
    found = documents_of(data, HALF)
    assert [d.name for d in found.documents] == ["a.txt"]
    assert {p.file.removeprefix("raw/2019-H1/"): p.reason for p in found.problems}.keys() == {
        *("empty.txt", "open.txt", "folder", "twin.txt", "with-sidecar.txt", "link.txt"),
    }
    assert all(p.cure for p in found.problems)
    by_name = {Path(p.file).name: p for p in found.problems}
    assert by_name["open.txt"].candidates == ("board:bac-giang", "board:bac-ninh")
    assert "raw/2019-H1/a.txt" in by_name["twin.txt"].reason


def test_a_name_that_is_no_utf8_is_a_problem(data: DataDirectory) -> None:
    folder = data.raw / "2019-H1"
    folder.mkdir(parents=True)
    try:
        (folder / os.fsdecode(b"n\xe3m.txt")).write_bytes(REPORT.encode())
    except OSError:
        pytest.skip("this file system refuses such names")
    [problem] = documents_of(data, HALF).problems
    assert "not UTF-8" in problem.reason


def test_a_misfiled_document_keeps_what_it_says(data: DataDirectory) -> None:
    put(data, "2020-H1/a.txt")
    [document] = documents_of(data, HalfYear(2020, 1)).documents
    assert document.identity.period == HALF
    assert document.path == "raw/2020-H1/a.txt"


def test_periods_present_are_those_with_files(data: DataDirectory) -> None:
    assert periods_present(data) == []
    put(data, "2019-H2/a.txt")
    put(data, "2016-H2/a.txt")
    put(data, "2018-H1/.keep", "")
    put(data, "2019-01/a.txt")
    put(data, "notes/a.txt")
    assert periods_present(data) == [HalfYear(2016, 2), HalfYear(2019, 2)]


def test_files_that_no_run_would_read_are_told(data: DataDirectory) -> None:
    assert misplaced(data) == []
    put(data, "2019-H2/a.txt")
    put(data, "2019-01/a.txt")
    put(data, "loose.txt")
    assert [p.file for p in misplaced(data)] == ["raw/2019-01", "raw/loose.txt"]
    assert "2019-H1" in misplaced(data)[0].cure


def test_a_period_without_folder_has_nothing(data: DataDirectory) -> None:
    assert documents_of(data, HALF).documents == ()

"""Unpacking ZIP archives: limits, locks, links, and names that are never trusted."""

from __future__ import annotations

import os
import zipfile

import pytest

from kcn_pipeline.documents.archives.contents import members_of, unpack
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline_tests.unit.documents.zipped import as_symlink, locked, with_bytes, zipped

REPORT = "Năm 2019, Ban cấp mới 36 dự án.".encode()


def names(data: bytes) -> list[str]:
    return [member.name for member in members_of(data, "a.zip")]


def test_files_come_out_in_order_with_their_bytes() -> None:
    members = members_of(zipped({"a.txt": REPORT, "thư mục/b.txt": b"x"}), "a.zip")
    assert [(m.name, m.data) for m in members] == [("a.txt", REPORT), ("b.txt", b"x")]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\win.ini", "win.ini"),
        ("C:\\temp\\a.txt", "a.txt"),
        ("a/./b/../c.txt", "c.txt"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("a:b?.txt", "ab.txt"),
        ("Báo cáo năm.txt", "Báo cáo năm.txt"),
    ],
)
def test_only_the_last_part_of_a_name_is_kept(written: str, kept: str) -> None:
    assert names(zipped({written: REPORT})) == [kept]


def test_a_long_name_is_cut_and_keeps_its_ending() -> None:
    (name,) = names(zipped({"ế" * 150 + ".docx": REPORT}))
    assert name.endswith(".docx")
    assert len(name.encode()) <= 180


@pytest.mark.parametrize(("code_page", "written"), [("cp1258", "Báo cáo.txt"), ("utf-8", "Số liệu.txt")])
def test_names_without_the_utf8_mark_are_decoded(code_page: str, written: str) -> None:
    # No library writes such names: an ASCII one of the same length makes room.
    raw = written.encode(code_page)
    data = with_bytes(zipped({"x" * len(raw): REPORT}), b"x" * len(raw), raw)
    assert names(data) == [written]


def test_names_that_meet_stay_apart_and_sidecars_with_their_document() -> None:
    files = {
        "a/x.docx": b"1",
        "a/x.docx.meta.yaml": b"of 1",
        "b/X.docx": b"2",
        "b/X.docx.meta.yaml": b"of 2",
        "lone.meta.yaml": b"of none",
    }
    found = {m.name: m.data for m in members_of(zipped(files), "a.zip")}
    assert found == {
        "x.docx": b"1",
        "x.docx.meta.yaml": b"of 1",
        "2 X.docx": b"2",
        "2 X.docx.meta.yaml": b"of 2",
        "lone.meta.yaml": b"of none",
    }


def test_a_sidecar_packed_before_its_document_is_called_like_it() -> None:
    files = {"a/x.txt": b"1", "b/x.txt.meta.yaml": b"of 2", "b/x.txt": b"2"}
    assert names(zipped(files)) == ["x.txt", "2 x.txt.meta.yaml", "2 x.txt"]


def test_folders_links_and_litter_are_skipped_and_named() -> None:
    files = {"tệp/": b"", "__MACOSX/._a.txt": b"m", ".DS_Store": b"d", "a.txt": REPORT}
    unpacked = unpack(zipped(files), "a.zip")
    assert [m.name for m in unpacked.members] == ["a.txt"]
    assert unpacked.skipped == ("tệp: a folder", "__MACOSX/._a.txt: a hidden file", ".DS_Store: a hidden file")


def test_a_symbolic_link_is_no_file() -> None:
    unpacked = unpack(as_symlink("link.txt", "/etc/passwd"), "a.zip")
    assert ([m.name for m in unpacked.members], unpacked.skipped) == (["good.txt"], ("link.txt: a link or device",))


def test_an_archive_inside_is_unpacked_too() -> None:
    inner = zipped({"x.txt": REPORT})
    assert names(zipped({"x.txt": b"outer", "inner.zip": inner})) == ["x.txt", "2 x.txt"]


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as problem:
        members_of(data, "gửi.zip")
    assert problem.value.name == "gửi.zip"
    return problem.value.reason


def test_archives_within_archives_are_refused() -> None:
    data = zipped({"x.txt": REPORT})
    for _ in range(2):
        data = zipped({"inner.zip": data})
    assert "archives within archives" in refused(data)


def test_a_locked_archive_is_refused() -> None:
    assert "password" in refused(locked(zipped({"x.txt": REPORT})))


@pytest.mark.parametrize("files", [{}, {"tệp/": b""}, {".hidden": b"x"}])
def test_an_archive_without_a_file_is_refused(files: dict[str, bytes]) -> None:
    assert "no file" in refused(zipped(files))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_inflate_without_bound_are_refused(method: int) -> None:
    assert "method" in refused(zipped({"x.txt": REPORT}, method))


def test_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KCN_LIMIT_ARCHIVE_MEMBERS", "3")
    assert "more than 3 files" in refused(zipped({f"{n}.txt": REPORT for n in range(4)}))


def test_members_of_archives_inside_count_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KCN_LIMIT_ARCHIVE_MEMBERS", "3")
    inner = zipped({f"{n}.txt": REPORT for n in range(3)})
    assert "more than 3 files" in refused(zipped({"inner.zip": inner}))


def test_a_bomb_is_refused_by_its_ratio() -> None:
    assert "200 times its size" in refused(zipped({"x.txt": bytes(8_000_000)}))


def test_a_large_archive_is_refused_by_its_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KCN_LIMIT_DECOMPRESSED_BYTES", "1000000")
    assert "more than 1,000,000 bytes" in refused(zipped({"x.txt": os.urandom(1_000_001)}))


def test_a_size_that_lies_is_not_believed() -> None:
    bomb = zipped({"x.txt": bytes(8_000_000)})
    lying = with_bytes(bomb, (8_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert "broken" in refused(lying)


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_a_truncated_archive_is_refused(cut: int) -> None:
    assert "broken" in refused(zipped({"x.txt": os.urandom(300)})[:-cut])


def test_an_office_file_is_a_file_and_no_archive() -> None:
    office = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    assert members_of(zipped({"x.docx": office}), "a.zip")[0].data == office

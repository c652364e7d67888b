"""The mechanics of files: links, whole placement, safe names, walking folders."""

from __future__ import annotations

import hashlib
import os
import threading
from pathlib import Path

import pytest

from kcn_pipeline.documents.files import (
    MAX_NAME_BYTES,
    documents_below,
    is_document_name,
    open_regular,
    place_bytes,
    place_copy,
    safe_name,
    sha256_of,
    with_hash,
)


def test_hash_and_size_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc" * 1000)
    assert sha256_of(path) == (hashlib.sha256(b"abc" * 1000).hexdigest(), 3000)


def test_a_link_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    with pytest.raises(OSError, match="link"):
        open_regular(tmp_path / "link")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no regular file"):
        open_regular(tmp_path)


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    failed: list[OSError] = []

    def attempt() -> None:
        try:
            open_regular(tmp_path / "pipe")
        except OSError as error:
            failed.append(error)

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(timeout=10)
    assert len(failed) == 1


def test_a_file_is_placed_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "new" / "folder" / "a.txt"
    place_bytes("năm".encode(), target)
    place_bytes("năm 2019".encode(), target)
    assert target.read_text(encoding="utf-8") == "năm 2019"
    assert [path.name for path in target.parent.iterdir()] == ["a.txt"]


def test_a_copy_has_the_bytes_of_its_source(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(range(256)) * 9000)
    place_copy(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == (tmp_path / "a").read_bytes()


def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a"
    target.write_text("old")

    def fail(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no space"):
        place_bytes(b"new", target)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("báo cáo 2019.txt", "báo cáo 2019.txt"),
        (".hidden", "_hidden"),
        ("a\nb\x00c.txt", "a_b_c.txt"),
        ("a\u202etxt.exe", "a_txt.exe"),
        ("..", "_."),
        ("", "_"),
        ("   ", "_"),
        ("a/b\\c:d*e?.txt", "a_b_c_d_e_.txt"),
        ("x.meta.yaml ", "x.meta.yaml_"),
        ("x.reason.yaml", "x.reason.yaml_"),
        ("n\udce3m.txt", "n_m.txt"),
    ],
)
def test_names_are_made_safe(name: str, kept: str) -> None:
    assert safe_name(name) == kept


@pytest.mark.parametrize("name", ["ế" * 300 + ".txt", "a" * 300, "a." + "b" * 300])
def test_long_names_are_cut_and_stay_whole_utf8(name: str) -> None:
    kept = safe_name(name)
    assert 0 < len(kept.encode()) <= MAX_NAME_BYTES
    assert kept.endswith(".txt") == name.endswith(".txt")


def test_a_hash_goes_before_the_ending() -> None:
    assert with_hash("report.txt", "1a2b3c4d") == "report-1a2b3c4d.txt"
    assert with_hash("report", "1a2b3c4d") == "report-1a2b3c4d"


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("a.txt", True), (".a", False), ("a.txt.meta.yaml", False), ("a.txt.reason.yaml", False), ("meta.yaml", True)],
)
def test_companions_and_hidden_files_are_no_documents(name: str, is_one: bool) -> None:
    assert is_document_name(Path(name)) is is_one


def test_a_folder_is_walked_in_order_without_hidden_things_and_links_to_folders(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    for path in (
        root / "b" / "2",
        root / "a",
        root / "b" / "1",
        root / ".git" / "x",
        root / ".hidden",
        outside / "secret",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (root / "a.meta.yaml").write_text("x")
    (root / "link").symlink_to(outside)
    (root / "file-link").symlink_to(outside / "secret")
    found = [path.relative_to(root).as_posix() for path in documents_below(root)]
    assert found == ["a", "file-link", "link", "b/1", "b/2"]


@pytest.mark.parametrize("name", ["missing", "link"])
def test_what_is_no_folder_is_given_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert list(documents_below(tmp_path / name)) == [tmp_path / name]

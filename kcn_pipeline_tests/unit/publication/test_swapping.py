"""Swapping a file in whole: readers, kills, locks, leftovers."""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from kcn_pipeline.publication.swapping import built_aside, only_writer, remove_leftovers


def test_what_was_built_aside_replaces_the_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "page.html"

    with built_aside(path) as aside:
        aside.write_text("new")

    assert path.read_text() == "new"
    assert [entry.name for entry in path.parent.iterdir()] == ["page.html"]


def test_the_file_keeps_its_name_while_it_is_built(tmp_path: Path) -> None:
    with built_aside(tmp_path / "kcn_mart.duckdb") as aside:
        aside.touch()

        assert aside.name == "kcn_mart.duckdb"
        assert aside.parent.parent == tmp_path


def test_the_old_file_stays_until_the_end(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")

    with built_aside(path) as aside:
        aside.write_text("new")
        assert path.read_text() == "old"

    assert path.read_text() == "new"


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")

    with pytest.raises(RuntimeError, match="half way"), built_aside(path) as aside:
        aside.write_text("half")
        raise RuntimeError("half way")

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), built_aside(tmp_path / "page.html"):
        pass


def _die_half_way(path: Path) -> None:
    with only_writer(path), built_aside(path) as aside:
        aside.write_text("half")
        os._exit(9)


def test_a_kill_leaves_the_old_file_and_frees_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")
    writer = multiprocessing.get_context("spawn").Process(target=_die_half_way, args=(path,))
    writer.start()
    writer.join()

    assert writer.exitcode == 9
    assert path.read_text() == "old"
    assert list(tmp_path.glob(".page.html.building-*"))
    with only_writer(path, timeout_seconds=1):
        remove_leftovers(path)
    assert not list(tmp_path.glob(".page.html.building-*"))


def test_leftovers_of_other_files_are_left_alone(tmp_path: Path) -> None:
    other = tmp_path / ".other.html.building-1"
    other.mkdir()

    remove_leftovers(tmp_path / "page.html")

    assert other.is_dir()


def _hold(path: Path, held: Event, release: Event) -> None:
    with only_writer(path):
        held.set()
        release.wait(30)


def test_a_second_writer_is_told_who_holds_the_file(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    context = multiprocessing.get_context("spawn")
    held, release = context.Event(), context.Event()
    holder = context.Process(target=_hold, args=(path, held, release))
    holder.start()
    try:
        assert held.wait(30)
        with pytest.raises(TimeoutError, match=r"page\.html\.lock: another process .* publish again"):
            only_writer(path, timeout_seconds=0.05).__enter__()
    finally:
        release.set()
        holder.join()


def test_an_error_inside_frees_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    with pytest.raises(RuntimeError), only_writer(path):
        raise RuntimeError

    with only_writer(path, timeout_seconds=0.05):
        assert path.with_name("page.html.lock").exists()

"""Decoded texts kept by content: found again whole, never trusted when damaged, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kcn_pipeline.documents import decoded_cache
from kcn_pipeline.documents.decoded_cache import DecodedCache, readers_version
from kcn_pipeline.documents.document import DecodedText, Place
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers import isolation
from kcn_pipeline.documents.readers.choice import decode
from kcn_pipeline.documents.shelf import documents_of
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline_tests.hostile.sound_files import html_file, text_file

WHOLE = DecodedText(
    "Năm 2019\n\u0000\ufffd",
    "application/pdf",
    "utf-8",
    title="Báo cáo",
    places=(Place(0, 3, page=1, box=(1.5, 2.0, 3.25, 4.0)), Place(4, 8, cell="Sheet1!B4")),
    decisions=("page 1 was read from its image",),
    published_on=date(2019, 7, 12),
)


@pytest.fixture
def kept_in(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The files that a parser was called for."""
    called: list[bytes] = []
    real: Callable[..., DecodedText] = isolation.run

    def counted(function: str, data: bytes, *, has_pages: bool) -> DecodedText:
        called.append(data)
        return real(function, data, has_pages=has_pages)

    monkeypatch.setattr(isolation, "run", counted)
    return called


def entry(folder: Path) -> Path:
    [path] = folder.rglob("*.json")
    return path


def test_what_is_kept_is_found_whole(kept_in: Path) -> None:
    cache = DecodedCache(kept_in)
    assert cache.find(b"%PDF") is None
    cache.keep(b"%PDF", WHOLE)
    assert DecodedCache(kept_in).find(b"%PDF") == WHOLE
    assert cache.find(b"%PDF ") is None


@pytest.mark.parametrize("damage", [b"", b"{", b"null", b'{"text": 1}', b"\xff\xfe"])
def test_a_damaged_entry_is_passed_over_and_written_anew(damage: bytes, kept_in: Path, calls: list[bytes]) -> None:
    cache = DecodedCache(kept_in)
    first = decode(html_file(), "a", cache)
    entry(kept_in).write_bytes(damage)
    assert decode(html_file(), "a", cache) == first
    assert len(calls) == 2
    assert cache.find(html_file()) == first


def test_a_file_is_parsed_once(kept_in: Path, calls: list[bytes]) -> None:
    cache = DecodedCache(kept_in)
    assert decode(html_file(), "a", cache) == decode(html_file(), "another name", cache)
    assert calls == [html_file()]


def test_without_a_cache_nothing_is_kept(calls: list[bytes]) -> None:
    assert decode(html_file(), "a") == decode(html_file(), "a")
    assert len(calls) == 2


def test_plain_text_is_not_worth_keeping(kept_in: Path) -> None:
    decode(text_file(), "a", DecodedCache(kept_in))
    assert not kept_in.exists()


def test_a_refusal_is_not_kept(kept_in: Path) -> None:
    with pytest.raises(UnreadableDocument):
        decode(b"<html><body></body></html>", "a", DecodedCache(kept_in))
    assert not kept_in.exists()


def test_another_version_of_a_reader_reads_again(kept_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    DecodedCache(kept_in).keep(b"x", WHOLE)
    monkeypatch.setattr(decoded_cache, "_version", lambda _: "9.9")
    readers_version.cache_clear()
    try:
        assert DecodedCache(kept_in).find(b"x") is None
    finally:
        readers_version.cache_clear()


def test_a_run_reads_what_a_run_before_it_kept(data: DataDirectory, calls: list[bytes]) -> None:
    folder = data.raw / "2019-H1"
    folder.mkdir(parents=True)
    (folder / "a.html").write_bytes(html_file())
    first = documents_of(data, HalfYear(2019, 1))
    assert len(first.documents) == 1
    assert documents_of(data, HalfYear(2019, 1)) == first
    assert len(calls) == 1
    assert entry(data.decoded).is_relative_to(data.root / "cache")

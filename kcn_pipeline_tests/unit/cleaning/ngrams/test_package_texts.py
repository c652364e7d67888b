"""Running text out of packages of each form, and its counts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from kcn_pipeline.cleaning.ngrams.counts import read_counts
from kcn_pipeline.cleaning.ngrams.package_counts import count_packages
from kcn_pipeline.cleaning.ngrams.package_texts import texts_of
from kcn_pipeline.cleaning.ngrams.sequences import UNKNOWN, sequences
from kcn_pipeline.reference.language_sources import LanguageSource

PAGE = """<html><head><title>Trợ giúp</title><style>p { color: red }</style></head><body>
<h1>Mở tập tin</h1><p>Chọn thẻ <b>Tập
tin</b> rồi nhấn <code>open()</code> một lần.</p><pre>ls -l</pre><ul><li>Đóng</li><li>Lưu &amp; thoát</li></ul>
<script>var x = "<p>không</p>";</script></body></html>"""
LAW = gzip.compress(json.dumps({"title": "Bộ luật", "raw_text": "Điều 1. Phạm vi\nLuật này quy định."}).encode())
TAGGED = "Nhà_máy\tN\tB-NP\nmở_rộng\tV\tB-VP\n.\tCH\tO\n\nCông_nhân\tN\tB-NP\n"
WORD_LIST = "an toàn\na-pa-tít\nbàn giao\n"


def source(form: str, files: str, **others: Any) -> LanguageSource:
    return LanguageSource.model_validate(
        {
            "key": form.replace("_", "-"),
            "package": "own",
            "version": "1",
            "origin": "pypi",
            "licence": "MIT",
            "files": files,
            "form": form,
            "collection": "press",
            "words": 1,
            "source": "own wording",
            **others,
        }
    )


@pytest.mark.parametrize(
    ("form", "data", "found"),
    [
        (
            "html",
            PAGE.encode(),
            ["trợ giúp", "mở tập tin", "chọn thẻ tập tin rồi nhấn một lần", "đóng", "lưu thoát"],
        ),
        ("law", LAW, ["điều 0", "phạm vi", "luật này quy định"]),
        ("tagged_words", TAGGED.encode(), ["nhà máy mở rộng", "công nhân"]),
        ("word_list", WORD_LIST.encode(), ["an toàn", "a pa tít", "bàn giao"]),
    ],
)
def test_each_form_gives_its_sentences(tmp_path: Path, form: str, data: bytes, found: list[str]) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "one").write_bytes(data)
    (text,) = texts_of(source(form, "**/one"), tmp_path)
    assert [" ".join(sequence) for sequence in sequences(text)] == found


def test_every_file_of_the_pattern_is_read_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(name[0], encoding="utf-8")
    assert list(texts_of(source("word_list", "*.txt"), tmp_path)) == ["a", "b"]


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"holds no \*\.html; unpack own 1 there"):
        list(texts_of(source("html", "*.html"), tmp_path))


class TestCounting:
    def test_each_collection_has_its_file_and_each_source_its_words(self, tmp_path: Path) -> None:
        folder = tmp_path / "own"
        folder.mkdir()
        (folder / "list.txt").write_text("an toàn lao động", encoding="utf-8")
        (folder / "words.txt").write_text("Nhà_máy\tN\nFoxconn\tNp\nmở\tV\n", encoding="utf-8")
        sources = {
            "list": source("word_list", "list.txt", collection="words"),
            "tagged": source("tagged_words", "words.txt"),
        }
        assert count_packages(sources, tmp_path, tmp_path / "counts") == {"list": 4, "tagged": 4}
        assert sorted(path.name for path in (tmp_path / "counts").iterdir()) == ["press.parquet", "words.parquet"]
        press = read_counts(tmp_path / "counts" / "press.parquet")
        assert set(press.vocabulary) == {"", UNKNOWN, "nhà", "máy", "mở"}
        assert press.words == 4

    def test_nothing_is_written_when_a_package_is_missing(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            count_packages({"html": source("html", "*.html")}, tmp_path, tmp_path / "counts")
        assert not (tmp_path / "counts").exists()

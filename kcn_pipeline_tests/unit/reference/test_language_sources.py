"""The packages that the language model was counted from, and what they allow."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.reference.language_sources import LANGUAGE_SOURCES_FILE, load_language_sources
from kcn_pipeline.reference.loading import BrokenReference

# What a package may be under for counts of it to be shipped in any project.
FREE = ("MIT", "Apache-2.0", "MPL-2.0", "GPL-2", "CC-BY-SA", "BSD", "CC0")


def test_every_source_states_version_licence_and_words() -> None:
    sources = load_language_sources()
    assert len(sources) >= 5
    for source in sources.values():
        assert source.version
        assert source.licence.startswith(FREE), source.key
        assert source.words > 10_000, source.key


def test_the_collections_are_those_that_are_mixed() -> None:
    assert {source.collection for source in load_language_sources().values()} == {"law", "technical", "press", "words"}


ROW = """- {key: own-words, package: own, version: '1', origin: pypi, licence: MIT, files: '*.txt', form: word_list,
  collection: words, words: 5, source: own wording}
"""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (ROW * 2, "'own-words' stands twice"),
        (ROW.replace("licence: MIT, ", ""), "licence"),
        (ROW.replace("words: 5", "words: 0"), "words"),
        (ROW.replace("form: word_list", "form: pdf"), "form"),
        (ROW.replace("origin: pypi", "origin: web"), "origin"),
        (ROW.replace("own-words", "Own words"), "key"),
    ],
)
def test_a_broken_row_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / LANGUAGE_SOURCES_FILE.name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenReference, match=problem):
        load_language_sources(path)

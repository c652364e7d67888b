"""The running text in freely licensed packages: what the general counts are made of.

Belongs here: taking sentences out of unpacked packages, by the form they keep them in. Does not: which packages
(`reference.language_sources`) or counting (`counts`).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from kcn_pipeline.reference.language_sources import LanguageSource, TextForm

_HIDDEN: Final = frozenset({"script", "style", "code", "pre", "tt"})
_INLINE: Final = frozenset({"a", "b", "i", "em", "strong", "span", "code", "tt", "sup", "sub", "kbd"})


def texts_of(source: LanguageSource, folder: Path) -> Iterator[str]:
    """The texts of one source below the folder that its package was unpacked into.

    Errors: FileNotFoundError where the package has no file of the pattern; ValueError for a file of another form.
    """
    files = sorted(path for path in folder.glob(source.files) if path.is_file())
    if not files:
        raise FileNotFoundError(f"{folder} holds no {source.files}; unpack {source.package} {source.version} there")
    for path in files:
        yield _READERS[source.form](path.read_bytes())


def _html(data: bytes) -> str:
    reader = _Paragraphs()
    reader.feed(data.decode("utf-8", errors="replace"))
    return "".join(reader.pieces)


class _Paragraphs(HTMLParser):
    """The visible text of a page, a line a block."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._hidden += tag in _HIDDEN
        if tag not in _INLINE:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        if tag not in _INLINE:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data.replace("\n", " "))


def _law(data: bytes) -> str:
    text = json.loads(gzip.decompress(data))["raw_text"]
    return str(text)


def _tagged_words(data: bytes) -> str:
    """A word a line with its tags behind a tab, an empty line after each sentence."""
    lines = data.decode("utf-8").split("\n")
    return " ".join(line.split("\t")[0].replace("_", " ") if line.strip() else "\n" for line in lines)


def _word_list(data: bytes) -> str:
    return data.decode("utf-8").replace("-", " ")


_READERS: Final[Mapping[TextForm, Callable[[bytes], str]]] = {
    "html": _html,
    "law": _law,
    "tagged_words": _tagged_words,
    "word_list": _word_list,
}

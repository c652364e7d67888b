"""What parsers took out of files, kept beside the data so that a scan is read once and not in every run.

Belongs here: keeping and finding decoded texts by the content of the file. Does not: deciding which readers are
worth it (`readers`). The folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.files import place_bytes

_FORM: Final = TypeAdapter(DecodedText)
_PARSERS: Final = ("lxml", "openpyxl", "pillow", "pypdfium2", "python-docx", "tesserocr", "trafilatura")
_TESSERACT_DATA: Final = "usr/share/tesseract-ocr/*/tessdata/*.traineddata"


class DecodedCache:
    """One JSON file a document below `folder`, named by its bytes; other versions of the readers have other folders."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, data: bytes) -> DecodedText | None:
        """What was kept for these bytes; None where there is nothing, or nothing sound."""
        try:
            return _FORM.validate_json(self._place(data).read_bytes())
        except (OSError, ValueError):
            return None

    def keep(self, data: bytes, decoded: DecodedText) -> None:
        """Keep what was read. Errors: OSError."""
        place_bytes(_FORM.dump_json(decoded), self._place(data))

    def _place(self, data: bytes) -> Path:
        return self._folder / readers_version() / f"{hashlib.sha256(data).hexdigest()}.json"


@cache
def readers_version() -> str:
    """A hash of all that decides what a reader gives: our code, the parsers, the data of Tesseract."""
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(source.read_bytes())
    for parser in _PARSERS:
        digest.update(f"{parser} {_version(parser)}\n".encode())
    for model in sorted(Path("/").glob(_TESSERACT_DATA)):
        digest.update(f"{model} {model.stat().st_size} {model.stat().st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"

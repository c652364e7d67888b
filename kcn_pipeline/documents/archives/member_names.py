"""Names out of archives: which letters they were written in, and what is left of them that can be trusted.

Belongs here: decoding a name, cutting it to its last part, keeping names apart. Does not: unpacking (`archives`).
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Sequence
from itertools import chain, count
from pathlib import PurePosixPath
from typing import Final

_UTF8: Final = 0x800  # general purpose bit 11, APPNOTE.TXT appendix D
_CODE_PAGES: Final = ("utf-8", "cp1258", "cp437")  # 1258 is the code page of Vietnamese Windows
_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:\"|?*]")
_NAME_BYTES: Final = 180  # file systems take 255; what is put before or behind a name must fit too


def written_name(entry: zipfile.ZipInfo) -> str:
    """The path of an entry as its author wrote it, safe to join: no drive, no root, no way up; may be empty."""
    # zipfile reads names without the UTF-8 mark as code page 437, in which every byte has a letter: it can be undone.
    name = entry.filename
    if not entry.flag_bits & _UTF8:
        name = _decoded(name.encode("cp437", errors="replace"))
    name = unicodedata.normalize("NFC", name).replace("\\", "/")
    parts = (_UNSAFE.sub("", part).strip() for part in name.split("/"))
    return "/".join(_shortened(part) for part in parts if part.strip("."))


def _decoded(name: bytes) -> str:
    for code_page in _CODE_PAGES:
        try:
            return name.decode(code_page)
        except UnicodeDecodeError:
            continue
    return name.decode("cp437")


def _shortened(name: str) -> str:
    if len(name.encode()) <= _NAME_BYTES:
        return name
    stem, dot, suffix = name.rpartition(".")
    suffix = dot + suffix if stem and len(suffix) <= 10 else ""
    return name.encode()[: _NAME_BYTES - len(suffix)].decode(errors="ignore") + suffix


def base_names(paths: Sequence[PurePosixPath], sidecar_suffix: str) -> list[str]:
    """A base name for each path of one archive, no two alike even where capitals do not count.

    A sidecar is called as its document came to be called: where `a/x.docx` and `b/x.docx` meet, each keeps its own.
    """
    names: dict[int, str] = {}
    of_documents: dict[PurePosixPath, str] = {}
    taken: set[str] = set()
    for index in sorted(range(len(paths)), key=lambda i: paths[i].name.endswith(sidecar_suffix)):
        path = paths[index]
        document = of_documents.get(path.with_name(path.name.removesuffix(sidecar_suffix)))
        names[index] = _free(document + sidecar_suffix if document else path.name, taken)
        of_documents.setdefault(path, names[index])
    return [names[index] for index in range(len(paths))]


def _free(name: str, taken: set[str]) -> str:
    """`name`, or with a number before it where it is taken."""
    found = next(n for n in chain([name], (f"{i} {name}" for i in count(2))) if n.casefold() not in taken)
    taken.add(found.casefold())
    return found

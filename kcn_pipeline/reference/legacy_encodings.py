"""How Vietnamese letters were written before Unicode.

Belongs here: the row model and loading of `legacy_encodings.yaml`. Does not: recognising or decoding an encoding
(`encodings`).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal, get_args

from pydantic import Field, StringConstraints, field_validator

from kcn_pipeline.reference.loading import DATA, Row, read_rows, require_known, rows_by_key

LEGACY_ENCODINGS_FILE: Final = DATA / "legacy_encodings.yaml"

EncodingName = Literal["tcvn3", "vni", "viscii", "cp1258", "viqr", "mojibake"]
_ALPHABET: Final = frozenset(
    "ăâđêôơư"
    + "".join(
        unicodedata.normalize("NFC", vowel + tone)
        for vowel in "aăâeêioôơuưy"
        for tone in "\u0300\u0301\u0303\u0309\u0323"
    )
)
_MARKS: Final = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
# Blanks are letters in some encodings (VISCII writes Õ as a no-break space): they must not be stripped.
_Written = Annotated[str, StringConstraints(strip_whitespace=False, min_length=1)]


class LegacyEncoding(Row):
    """One encoding: each letter, or mark of a letter, with what stands for it when its bytes are read as ISO 8859-1.

    In `viqr` every character that is given for a mark stands for it, the first is usual; `escape` before such a
    character makes it stand for itself; words in `kept` are never read as written in the encoding.
    """

    encoding: EncodingName
    name: str = Field(min_length=3)
    letters: dict[_Written, _Written] = Field(default_factory=dict)
    escape: str | None = Field(default=None, min_length=1, max_length=1)
    kept: frozenset[str] = frozenset()

    @field_validator("letters")
    @classmethod
    def _of_the_alphabet(cls, letters: dict[str, str]) -> dict[str, str]:
        if strange := sorted(one for one in letters if one not in _MARKS and one.lower() not in _ALPHABET):
            raise ValueError(f"{strange[0]!r} is no Vietnamese letter or mark")
        if len(set(letters.values())) < len(letters):
            raise ValueError("two letters are written alike")
        if beyond := sorted(written for written in letters.values() if max(written) > "\xff"):
            raise ValueError(f"{beyond[0]!r} is not in ISO 8859-1")
        return letters


@cache
def load_legacy_encodings(path: Path = LEGACY_ENCODINGS_FILE) -> dict[str, LegacyEncoding]:
    """Every encoding by its code. Errors: BrokenReference, also when one is missing."""
    rows = rows_by_key(path, read_rows(path, LegacyEncoding), lambda row: row.encoding)
    require_known(path, get_args(EncodingName), rows, "encoding")
    return rows

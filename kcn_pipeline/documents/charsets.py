"""From bytes to characters: which charset a file is written in, and decoding by it alone.

Belongs here: byte order marks, charset detection, telling text from binary. Does not: repairing text
that was decoded wrongly before it reached us (`cleaning`), or markup (`html`).
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from kcn_pipeline.documents.problems import UnreadableDocument

# utf-32 stands before utf-16: its little-endian mark begins with that of utf-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DETECTABLE: Final = ["cp1258", "utf_16_le", "utf_16_be"]
_CONTROL: Final = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_MAX_CONTROL_SHARE: Final = 0.01
_CURE: Final = "save the file as UTF-8 text or HTML and ingest it again"


def decode_bytes(data: bytes) -> tuple[str, str]:
    """The characters of `data` and the charset that gave them: no other change, line ends stay as they are.

    `data.decode(charset)` gives the same text again; a byte order mark is the charset's, not the text's.
    Errors: UnreadableDocument for bytes of no known charset and for binary ones.
    """
    charset = _charset_of(data)
    if charset is None:
        raise UnreadableDocument("the charset is none of UTF-8, UTF-16 and cp1258", _CURE)
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        place = f"byte {error.start}"
        raise UnreadableDocument(f"the bytes look like {charset}, but {place} is not", _CURE) from error
    if _is_binary(text):
        raise UnreadableDocument("the bytes are binary, not text", _CURE)
    return text, charset


def _charset_of(data: bytes) -> str | None:
    marked = next((charset for mark, charset in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        return marked
    # UTF-16 without a mark can be valid UTF-8 full of NULs: only the detector may judge it.
    if b"\0" not in data:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return "utf-8"
    best = from_bytes(data, cp_isolation=_DETECTABLE).best()
    return best.encoding if best is not None else None


def _is_binary(text: str) -> bool:
    return "\0" in text or len(_CONTROL.findall(text)) > len(text) * _MAX_CONTROL_SHARE

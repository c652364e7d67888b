"""Text in the encodings of Vietnam before Unicode, as files, web pages and Word documents of those years hold it.

Belongs here: which encodings there are to write. Does not: their tables (`reference`) or how they are written
(`encodings.writing`).
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.encodings.writing import written_in

ENCODINGS: Final = ("tcvn3", "vni", "viscii", "viqr", "cp1258", "mojibake")


def encode(text: str, encoding: str) -> str:
    """`text` in one of `ENCODINGS` as a Unicode program shows it: what stands in a UTF-8 page or Word document.

    Errors: KeyError for another encoding.
    """
    return written_in(text, encoding)


def encode_bytes(text: str, encoding: str) -> bytes:
    """`text` as the bytes of a file in one of `ENCODINGS`; that of `mojibake` is the UTF-8 of what it shows.

    A sign that Windows put beside the letters (curly quotes, dashes) becomes its byte of cp1252.
    Errors: KeyError for another encoding, UnicodeEncodeError for a character beyond the encoding.
    """
    shown = written_in(text, encoding)
    if encoding == "mojibake":
        return shown.encode()
    return b"".join(c.encode("latin-1" if c <= "\xff" else "cp1252") for c in shown)

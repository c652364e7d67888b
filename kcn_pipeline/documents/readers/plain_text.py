"""The reader of plain text.

Belongs here: text that needs no parsing. Does not: charsets (`charsets`).
"""

from __future__ import annotations

from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.readers.charsets import decode_bytes


def read_plain_text(data: bytes) -> DecodedText:
    """The bytes decoded by their charset and nothing else. Errors: UnreadableDocument."""
    text, charset = decode_bytes(data)
    return DecodedText(text, "text/plain", charset)

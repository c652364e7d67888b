"""The reader of web archives (MHTML), as browsers save a whole page into one file.

Belongs here: finding the page among the parts of the archive. Does not: reading the page (`html`).
"""

from __future__ import annotations

from email import message_from_bytes
from typing import Final

from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers.html import read_html

_CURE: Final = "save the page as HTML or plain text"


def read_web_archive(data: bytes) -> DecodedText:
    """What `read_html` gives for the first page of the archive; its images and frames are left out.

    Errors: UnreadableDocument for an archive without a page, and those of `read_html`.
    """
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return read_html(page)
    raise UnreadableDocument("the web archive holds no page", _CURE)

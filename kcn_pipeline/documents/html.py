"""The reader of HTML pages: the title and the main text, without the furniture of the page.

Belongs here: recognising HTML by its first tag, taking the text out. Does not: furniture that is
left in the text (`cleaning`).
"""

from __future__ import annotations

import re
from typing import Final

import trafilatura

from kcn_pipeline.documents.charsets import decode_bytes
from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.problems import UnreadableDocument

_SNIFFED_BYTES: Final = 1024
# The tags by which browsers know HTML (WHATWG MIME Sniffing, table of unknown types), and the XML prologue of XHTML.
_FIRST_TAG: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta)[\s/>]",
    re.IGNORECASE | re.DOTALL,
)
_CURE: Final = "save the article as plain text and ingest that"


def looks_like_html(data: bytes) -> bool:
    """Whether the first tag of `data` is one of HTML, in any charset that keeps ASCII, or UTF-16."""
    start = data[:_SNIFFED_BYTES].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    return _FIRST_TAG.match(start) is not None


def read_html(data: bytes) -> DecodedText:
    """Title, an empty line, then the main text of the page, as trafilatura takes them out.

    Errors: UnreadableDocument for an unknown charset and for a page without text.
    """
    page, charset = decode_bytes(data)
    title, body = _main_text(page)
    if not body.strip():
        raise UnreadableDocument("the HTML page holds no text", _CURE)
    return DecodedText(_headed(title, body), "text/html", charset)


def _main_text(page: str) -> tuple[str, str]:
    # trafilatura refuses fragments without <html>, as they come from copied articles.
    whole = page if "<html" in page[:_SNIFFED_BYTES].lower() else f"<html><body>{page}</body></html>"
    try:
        article = trafilatura.bare_extraction(whole, with_metadata=True, include_comments=False)
        title = getattr(article, "title", None) or ""
        body = getattr(article, "text", None) or trafilatura.html2txt(whole)
    # A parser meets whatever the web holds; whichever way it fails, the file goes to quarantine.
    except Exception as error:
        raise UnreadableDocument(f"the HTML cannot be parsed ({type(error).__name__}: {error})", _CURE) from error
    return title.strip(), body


def _headed(title: str, body: str) -> str:
    return body if not title or body.lstrip().startswith(title) else f"{title}\n\n{body}"

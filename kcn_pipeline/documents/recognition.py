"""What kind of file some bytes are, told by the bytes and never by the name.

Belongs here: signatures and the cure for every format that has no reader. Does not: reading (`readers` and the
modules it names), or checking that a file is whole.
"""

from __future__ import annotations

import re
from typing import Final

from kcn_pipeline.documents.problems import UnreadableDocument

PDF: Final = "application/pdf"
ZIP: Final = "application/zip"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SPREADSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WEB_ARCHIVE: Final = "multipart/related"
HTML: Final = "text/html"
PLAIN_TEXT: Final = "text/plain"

_SNIFFED_BYTES: Final = 1024
_PDF_HEADER: Final = b"%PDF-"
# The tags by which browsers know HTML (WHATWG MIME Sniffing, table of unknown types), and the XML prologue of XHTML.
_FIRST_TAG: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta)[\s/>]",
    re.IGNORECASE | re.DOTALL,
)
_IMAGES: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"II+\0", "image/tiff"),
    (b"MM\0+", "image/tiff"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
IMAGES: Final = (*dict.fromkeys(media_type for _, media_type in _IMAGES), "image/bmp", "image/webp")

_AS_OFFICE: Final = "open it and save it as .docx, .xlsx or PDF"
_AS_IMAGE: Final = "save the pages as PDF, PNG or JPEG"
_UNPACK: Final = "unpack it and ingest the files inside, or pack them as ZIP"
_WITHOUT_READER: Final = (
    (b"{\\rtf", "a rich-text file", _AS_OFFICE),
    (b"AT&TFORM", "a DjVu file", _AS_IMAGE),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\xfd7zXZ\0", "an xz archive", _UNPACK),
)
# ISO base media files: the brand follows "ftyp" (Apple's photos are heic or mif1).
_PHOTO_BRANDS: Final = (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif")
_OLD_OFFICE: Final = (
    ("EncryptedPackage", "a Word or Excel file locked with a password", "save it without the password"),
    ("WordDocument", "an old Word file (.doc)", "open it and save it as .docx or PDF"),
    ("Workbook", "an old Excel file (.xls)", "open it and save it as .xlsx"),
    ("PowerPoint Document", "an old PowerPoint file (.ppt)", "open it and save it as PDF"),
)


def media_type_of(data: bytes) -> str:
    """The media type of a file with a reader, or of a ZIP archive; whatever is nothing else is plain text.

    Only the beginning, and the directory of a ZIP archive, are looked at. Errors: UnreadableDocument for a format
    without a reader, naming the format and the cure.
    """
    if data.startswith(_PDF_HEADER):
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed_type(data)
    if (image := _image_type(data)) is not None:
        return image
    _refuse_without_reader(data)
    return _markup_type(data) or (PDF if _is_pdf_after_junk(data) else PLAIN_TEXT)


def _is_pdf_after_junk(data: bytes) -> bool:
    """Whether a PDF begins within the first kilobyte, as readers of PDF accept; prose about PDF has no PDF's end."""
    return _PDF_HEADER in data[:_SNIFFED_BYTES] and b"startxref" in data[-_SNIFFED_BYTES:]


def looks_like_html(data: bytes) -> bool:
    """Whether the first tag of `data` is one of HTML, in any charset that keeps ASCII, or UTF-16."""
    return _FIRST_TAG.match(_sniffed(data)) is not None


def _sniffed(data: bytes) -> bytes:
    return data[:_SNIFFED_BYTES].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")


def _image_type(data: bytes) -> str | None:
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        return "image/bmp"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    return next((media_type for signature, media_type in _IMAGES if data.startswith(signature)), None)


def _refuse_without_reader(data: bytes) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _old_office(data)
    if data[4:8] == b"ftyp" and data[8:12] in _PHOTO_BRANDS:
        raise _without_reader("a HEIC or AVIF photo", _AS_IMAGE)
    if data[257:262] == b"ustar" or (data.startswith(b"BZh") and data[4:10] == b"1AY&SY"):
        raise _without_reader("a tar or bzip2 archive", _UNPACK)
    for signature, kind, cure in _WITHOUT_READER:
        if data.startswith(signature):
            raise _without_reader(kind, cure)


def _without_reader(kind: str, cure: str) -> UnreadableDocument:
    return UnreadableDocument(f"the file is {kind}, which has no reader", cure)


def _old_office(data: bytes) -> UnreadableDocument:
    # The names of the streams stand in the container's directory as UTF-16.
    for stream, kind, cure in _OLD_OFFICE:
        if stream.encode("utf-16-le") in data:
            return _without_reader(kind, cure)
    return _without_reader("an old Microsoft Office file", _AS_OFFICE)


def _markup_type(data: bytes) -> str | None:
    if looks_like_html(data):
        return HTML
    start = _sniffed(data).lstrip()
    if start.startswith(b"<?xml"):
        raise _without_reader("an XML file", "save it as text, HTML or PDF")
    headers = start.lower()
    if headers.startswith((b"from:", b"mime-version:", b"content-type:")) and b"multipart/related" in headers:
        return WEB_ARCHIVE
    return None


def _packed_type(data: bytes) -> str:
    """What a ZIP archive is: an office file, or a mere archive."""
    if data[30:38] == b"mimetype":
        raise _without_reader("an OpenDocument or e-book file", _AS_OFFICE)
    directory = _central_directory(data)
    if not _has_entry(directory, b"[Content_Types].xml"):
        return ZIP
    if _has_entry(directory, b"xl/workbook.bin"):
        raise _without_reader("a binary Excel file (.xlsb)", "open it and save it as .xlsx")
    if _has_entry(directory, b"ppt/"):
        raise _without_reader("a PowerPoint file", "open it and save it as PDF")
    if _has_entry(directory, b"word/"):
        return WORD
    return SPREADSHEET if _has_entry(directory, b"xl/") else ZIP


def _central_directory(data: bytes) -> bytes:
    """The list of entries at the end of a ZIP archive (APPNOTE.TXT 4.3.12): names alone tell what it is."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0:
        raise UnreadableDocument("the ZIP, Word or Excel file is cut off", "download or copy it again")
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    # In ZIP64 the size stands elsewhere and is all ones here.
    return data[max(end - size, 0) : end]


def _has_entry(directory: bytes, beginning: bytes) -> bool:
    """Whether the name of an entry begins so. A name stands 46 bytes after the signature of its entry."""
    found = directory.find(beginning)
    while found >= 0:
        if found >= 46 and directory[found - 46 : found - 42] == b"PK\x01\x02":
            return True
        found = directory.find(beginning, found + 1)
    return False

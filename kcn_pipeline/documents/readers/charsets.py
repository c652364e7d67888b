"""From bytes to characters: which charset a file is written in, and decoding by it alone.

Belongs here: byte order marks, telling charsets apart, telling text from binary. Does not: letters of legacy encodings
in what was decoded (`encodings` recognises them, `cleaning` puts them right), or markup (`html`).
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import Final

from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.encodings.detection import encodings_in, legacy_replacements, name_of

# utf-32 stands before utf-16: its little-endian mark begins with that of utf-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNMARKED: Final = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_CONTROLS: Final = bytes({*range(0x20), 0x7F} - {*b"\t\n\x0b\x0c\r"})
# Six capitals of VISCII are control characters elsewhere.
_CONTROLS_OF_NO_TEXT: Final = _CONTROLS.translate(None, b"\x02\x05\x06\x14\x19\x1e")
_MAX_CONTROL_SHARE: Final = 0.01
# What Vietnamese and Western text is made of: its letters and marks, punctuation, currencies.
_PLAUSIBLE: Final = re.compile(
    "[\t\n\r\x20-\x7e\xa0-\xffĂăĐđĨĩŨũƠơƯư\u0300-\u0303\u0306\u0309\u031b\u0323\u1ea0-\u1ef9\u2010-\u2122\ufeff]"
)
_MIN_PLAUSIBLE_SHARE: Final = 0.95
# French has 5 letters of 100 beyond ASCII, Vietnamese 25: one in an encoding that nothing here knows is not Western.
_MAX_BEYOND_ASCII_SHARE: Final = 0.45
_MAX_WESTERN_SHARE: Final = 0.12
_FEW: Final = 2
# VISCII and cp1258 share a third of their letters with the West, which no reading changes.
_MIN_EXPLAINED_SHARE: Final = 0.25
_SAMPLED: Final = 8_192
_CURE: Final = "save the file as UTF-8 text or HTML and ingest it again"


def decode_bytes(data: bytes) -> tuple[str, str]:
    """The characters of `data` and the charset that gave them: no other change, line ends stay as they are.

    `data.decode(charset)` gives the same text again; a byte order mark is the charset's, not the text's. Bytes of a
    Vietnamese encoding that is no charset of Python come as ISO 8859-1 or cp1252: `legacy_letters` says which it is.
    Errors: UnreadableDocument for bytes of no known charset and for binary ones.
    """
    charset = _charset_of(data)
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        raise _broken(charset, error.start) from error
    if "\0" in text:
        raise _binary()
    return text, charset


def legacy_letters(text: str) -> tuple[str, ...]:
    """What to say of the legacy encodings in a decoded text, one sentence each; only parts of a long text are read."""
    return tuple(f"legacy letters: {name_of(encoding)}" for encoding in encodings_in(_sample_of_text(text)))


def _charset_of(data: bytes) -> str:
    marked = next((charset for mark, charset in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        return marked
    if b"\0" in data or _is_full_of(_CONTROLS, data):
        unmarked = _unmarked_charset(data)
        if unmarked is not None:
            return unmarked
        if b"\0" in data or _is_full_of(_CONTROLS_OF_NO_TEXT, data):
            raise _binary()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _single_byte_charset(data, error.start)
    return "utf-8"


def _is_full_of(controls: bytes, data: bytes) -> bool:
    return len(data) - len(data.translate(None, controls)) > len(data) * _MAX_CONTROL_SHARE


def _unmarked_charset(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark; every second byte of Vietnamese is a NUL or control character there."""
    sample = _sample(data)
    for charset in _UNMARKED:
        text = sample.decode(charset, errors="replace")
        if len(_PLAUSIBLE.findall(text)) >= len(text) * _MIN_PLAUSIBLE_SHARE:
            return charset
    return None


def _single_byte_charset(data: bytes, first_beyond_utf8: int) -> str:
    sample = _sample(data)
    if _beyond_ascii(sample.decode("latin-1")) > len(sample) * _MAX_BEYOND_ASCII_SHARE:
        raise _unknown()
    encoding = _legacy_encoding(sample.decode("latin-1"))
    if encoding == "cp1258":
        return encoding
    if encoding == "mojibake":
        raise _broken("utf-8", first_beyond_utf8)
    if encoding is None and not _is_western(sample):
        raise _unknown()
    return "latin-1" if encoding == "viscii" or not _is_cp1252(data) else "cp1252"


def _legacy_encoding(sample: str) -> str | None:
    """The encoding of bytes shown as ISO 8859-1; chance makes words of garbage too, but few of its characters."""
    words: Counter[str] = Counter()
    for replacement in legacy_replacements(sample):
        words[replacement.encoding] += _beyond_ascii(sample[replacement.start : replacement.end])
    (encoding, explained), *_ = [*words.most_common(1), (None, 0)]
    return encoding if explained > _beyond_ascii(sample) * _MIN_EXPLAINED_SHARE else None


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _is_western(sample: bytes) -> bool:
    return _beyond_ascii(sample.decode("latin-1")) <= max(_FEW, len(sample) * _MAX_WESTERN_SHARE)


def _is_cp1252(data: bytes) -> bool:
    """Whether there are bytes in which cp1252 differs from ISO 8859-1 (curly quotes, dashes), and all are its own."""
    differing = data.translate(None, bytes({*range(256)} - {*range(0x80, 0xA0)}))
    return bool(differing) and not set(differing) & {0x81, 0x8D, 0x8F, 0x90, 0x9D}


def _sample(data: bytes) -> bytes:
    """Beginning, middle and end of long bytes, cut where UTF-32 may be."""
    if len(data) <= 3 * _SAMPLED:
        return data
    middle = len(data) // 8 * 4
    end = (len(data) - _SAMPLED) // 4 * 4
    return data[:_SAMPLED] + data[middle : middle + _SAMPLED] + data[end:]


def _sample_of_text(text: str) -> str:
    if len(text) <= 3 * _SAMPLED:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_SAMPLED], text[middle : middle + _SAMPLED], text[-_SAMPLED:]))


def _unknown() -> UnreadableDocument:
    reason = "the charset is none of UTF-8, UTF-16, cp1258 and the Vietnamese encodings"
    return UnreadableDocument(reason, _CURE)


def _binary() -> UnreadableDocument:
    return UnreadableDocument("the bytes are binary, not text", _CURE)


def _broken(charset: str, offset: int) -> UnreadableDocument:
    place = f"byte {offset}"
    return UnreadableDocument(f"the bytes look like {charset}, but {place} is not", _CURE)

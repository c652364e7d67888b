"""Whole text damaged as documents are: letters dropped, marks never typed, letters taken apart, pages read in English.

Belongs here: from whole to damaged text, by rules of its own. Does not: encodings before Unicode (`legacy`), setting
pages (`rendering`), making them worse (`degrading`) or anything that repairs (`cleaning`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from kcn_pipeline.synthetic.degrading import Degradation, degrade
from kcn_pipeline.synthetic.rendering import PageStyle, page_images

if TYPE_CHECKING:
    from PIL.Image import Image

# What reads an image of so many pixels an inch, such as `channel_training.english_reader`.
Reader = Callable[["Image", int], str]

# The letters U+1EA0 to U+1EF9 but for ế, unless right after đ, ư or ơ: what a damaged web page was seen to lose.
_DROPPED: Final = re.compile("(?<![đươĐƯƠ])[\u1ea0-\u1ebd\u1ec0-\u1ef9]")
_WHOLE_PAGE: Final = Degradation()


def with_dropped_letters(text: str) -> str:
    """NFC `text` as web pages show it that lost letters U+1EA0 to U+1EF9: `quản lý` is `qun lý`, `trưởng` stays."""
    return _DROPPED.sub("", unicodedata.normalize("NFC", text))


def without_marks(text: str) -> str:
    """`text` as typed without a Vietnamese keyboard: no letter has a mark, đ is d; as long as its NFC form."""
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def with_letters_apart(text: str) -> str:
    """`text` with every mark a character of its own (NFD), as some systems keep it."""
    return unicodedata.normalize("NFD", text)


def read_in_english(
    text: str, reader: Reader, style: PageStyle, degradation: Degradation = _WHOLE_PAGE, seed: int = 0
) -> str:
    """`text` set on pages, made worse and read again, a page after the other; `reader` is one for English print.

    Lines break where the page makes them. The same seed gives the same pages. Errors: MissingLetters.
    """
    pages = page_images(text, style)
    return "\n".join(reader(degrade(page, degradation, seed), style.dpi) for page in pages)

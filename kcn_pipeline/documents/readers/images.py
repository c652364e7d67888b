"""The reader of images: each picture in the file is a page.

Belongs here: opening image files, their resolution. Does not: reading a page (`ocr`).
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import Final

from PIL import Image, ImageOps, ImageSequence

from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.ocr.page_texts import joined
from kcn_pipeline.documents.ocr.reading import read_page, require_few_scans
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.settings import limits

# Telephones put previews and depth maps behind the photo.
_PHONE_JPEG: Final = "MPO"
_FORMATS: Final = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")
# Cameras and screens write 72 or 96 whatever they took; nobody scans below 100.
_LOWEST_DPI: Final = 100
_HIGHEST_DPI: Final = 1_200
_A4_HEIGHT_INCHES: Final = 11.69
_BROKEN: Final = (SyntaxError, ValueError, EOFError, TypeError, KeyError, IndexError, OverflowError, struct.error)
_CURE: Final = "open it and save it as PNG or PDF"


def read_image(data: bytes) -> DecodedText:
    """The text of all pictures of an image file, a form feed between them, with a place for each line.

    Where the file does not tell a resolution that can be true, the picture is taken for a page of A4. Errors:
    UnreadableDocument for a broken file, too many pixels or pictures, or without Tesseract.
    """
    pages, decisions = [], []
    with _opened(data) as image:
        media_type = "image/jpeg" if image.format == _PHONE_JPEG else Image.MIME[str(image.format)]
        require_few_scans(_frames(image))
        for number, frame in enumerate(islice(ImageSequence.Iterator(image), _frames(image)), 1):
            upright = _on_white(ImageOps.exif_transpose(frame))
            reading = read_page(upright, _dpi(frame))
            pages.append(reading.lines)
            kept = f"was read from its image ({reading.confidence:.0f}% sure)" if reading.lines else "shows no text"
            decisions += [f"page {number} {kept}", *(f"page {number}: {decision}" for decision in reading.decisions)]
    text, places = joined(pages)
    return DecodedText(text, media_type, "utf-8", places=places, decisions=tuple(decisions))


def count_pages(data: bytes) -> int:
    """The number of pictures in an image file. Errors: UnreadableDocument as `read_image`."""
    with _opened(data) as image:
        return _frames(image)


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    Image.MAX_IMAGE_PIXELS = limits().image_pixels
    try:
        # Up to twice the limit Pillow only warns.
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        reason = f"the image has more than {limits().image_pixels:,} pixels"
        raise UnreadableDocument(reason, "save it smaller, 300 dots an inch are enough") from error
    except UnreadableDocument:
        raise
    # Decoders meet whatever people send, and fail with errors of many kinds.
    except (*_BROKEN, OSError) as error:
        raise UnreadableDocument(f"the image cannot be read ({type(error).__name__}: {error})", _CURE) from error


def _frames(image: Image.Image) -> int:
    return 1 if image.format == _PHONE_JPEG else int(getattr(image, "n_frames", 1))


def _on_white(image: Image.Image) -> Image.Image:
    """The picture in greys; what is transparent becomes paper."""
    if image.mode.startswith("I;16"):
        # Pillow would cut what is above 255 instead of scaling it.
        return image.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    if not image.has_transparency_data:
        return image.convert("L")
    picture = image.convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture).convert("L")


def _dpi(image: Image.Image) -> float:
    told = float(image.info.get("dpi", (0, 0))[0])
    if _LOWEST_DPI <= told <= _HIGHEST_DPI:
        return told
    return max(image.size) / _A4_HEIGHT_INCHES

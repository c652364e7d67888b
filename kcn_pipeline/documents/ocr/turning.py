"""Page images that lie on their side, on their head or askew: turning them, and where a box was before.

Belongs here: geometry. Does not: finding out how a page lies (`ocr`).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from typing import TYPE_CHECKING, Final

from kcn_pipeline.documents.ocr.page_texts import Box, around

if TYPE_CHECKING:
    from PIL.Image import Image

_PAPER: Final = 255
QUARTER_TURNS: Final = (90, 180, 270)


@dataclass(frozen=True, slots=True)
class Turning:
    """Degrees against the clock: first `quarters` (0, 90, 180 or 270), then `skew`, which keeps the size."""

    quarters: int = 0
    skew: float = 0.0

    def turned(self, image: Image) -> Image:
        """A grey image turned so; corners that come into view are paper."""
        from PIL.Image import Resampling  # noqa: PLC0415

        turned = image.rotate(self.quarters, expand=True) if self.quarters else image
        return turned.rotate(self.skew, Resampling.BICUBIC, fillcolor=_PAPER) if self.skew else turned

    def undone(self, box: Box, width: float, height: float) -> Box:
        """Where a box on the turned image was on the image before, which is `width` by `height` points."""
        size = (height, width) if self.quarters in {90, 270} else (width, height)
        return _quarters_undone(_skew_undone(box, self.skew, *size), self.quarters, *size)


def _skew_undone(box: Box, degrees: float, width: float, height: float) -> Box:
    if not degrees:
        return box
    left, top, right, bottom = (box[0] - width / 2, box[1] - height / 2, box[2] - width / 2, box[3] - height / 2)
    c, s = cos(radians(degrees)), sin(radians(degrees))
    corners = [(x * c - y * s + width / 2, x * s + y * c + height / 2) for x in (left, right) for y in (top, bottom)]
    return around((x, y, x, y) for x, y in corners)


def _quarters_undone(box: Box, degrees: int, width: float, height: float) -> Box:
    left, top, right, bottom = box
    match degrees:
        case 90:
            return (height - bottom, left, height - top, right)
        case 180:
            return (width - right, height - bottom, width - left, height - top)
        case 270:
            return (top, width - right, bottom, width - left)
        case _:
            return box

"""Page images made worse, as photocopiers, scanners and mail attachments do it.

Belongs here: damages of an image. Does not: drawing it (`rendering`), damages of text.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter

_PAPER = 255


@dataclass(frozen=True, slots=True)
class Degradation:
    """How much worse a page gets; the defaults leave it as it is.

    `skew_degrees` turns it against the clock; `scale` shrinks it by a factor below 1 and enlarges it back to its size;
    `blur_pixels` is the radius of a Gaussian; `contrast` below 1 turns black and white to greys; `noise_levels` is the
    standard deviation of Gaussian noise, out of 255 levels of grey; `jpeg_quality` is that of libjpeg, 1 to 95.
    """

    skew_degrees: float = 0.0
    scale: float = 1.0
    blur_pixels: float = 0.0
    contrast: float = 1.0
    noise_levels: float = 0.0
    jpeg_quality: int | None = None


LIGHT = Degradation(skew_degrees=0.3, blur_pixels=0.6, contrast=0.9, noise_levels=6, jpeg_quality=75)


def degrade(image: Image.Image, degradation: Degradation, seed: int) -> Image.Image:
    """`image` in shades of grey and of its size, made worse in the order paper, lens, sensor, file.

    The same seed gives the same page.
    """
    page = image.convert("L")
    if degradation.skew_degrees:
        page = page.rotate(degradation.skew_degrees, Image.Resampling.BICUBIC, fillcolor=_PAPER)
    if degradation.scale != 1.0:
        page = _rescaled(page, degradation.scale)
    if degradation.blur_pixels:
        page = page.filter(ImageFilter.GaussianBlur(degradation.blur_pixels))
    if degradation.contrast != 1.0:
        page = ImageEnhance.Contrast(page).enhance(degradation.contrast)
    if degradation.noise_levels:
        page = _noisy(page, degradation.noise_levels, seed)
    if degradation.jpeg_quality is not None:
        page = _recompressed(page, degradation.jpeg_quality)
    return page


def _rescaled(page: Image.Image, scale: float) -> Image.Image:
    small = (max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    return page.resize(small, Image.Resampling.BICUBIC).resize(page.size, Image.Resampling.BICUBIC)


def _noisy(page: Image.Image, levels: float, seed: int) -> Image.Image:
    grey = np.asarray(page, dtype=np.float32)
    noise = np.random.default_rng(seed).standard_normal(grey.shape, dtype=np.float32)
    return Image.fromarray(np.clip(grey + levels * noise, 0, 255).round().astype(np.uint8))


def _recompressed(page: Image.Image, quality: int) -> Image.Image:
    file = io.BytesIO()
    page.save(file, "JPEG", quality=quality)
    return Image.open(file).convert("L")

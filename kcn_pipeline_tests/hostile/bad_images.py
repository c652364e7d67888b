"""Bad pictures: vast, endless, cut, or of a format without a reader.

Belongs here: pictures and what passes for one. Does not: PDF files (`bad_pdfs`).
"""

from __future__ import annotations

import struct
import zlib

from PIL import Image

from kcn_pipeline_tests.hostile.corpus import bad_file
from kcn_pipeline_tests.hostile.sound_files import image_file, saved


def png(width: int, height: int, pixels: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), *chunks, (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


def tiff(frames: int, *, last: int = 0) -> bytes:
    """A TIFF file of frames of one pixel; the last one names `last` as the next."""
    data, size = b"II*\0" + struct.pack("<I", 8), 2 + 8 * 12 + 4
    tags = ((256, 1), (257, 1), (258, 8), (259, 1), (262, 1), (273, 0), (278, 1), (279, 1))
    for number in range(frames):
        entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
        following = last if number == frames - 1 else 8 + size * (number + 1)
        data += struct.pack("<H", len(tags)) + entries + struct.pack("<I", following)
    return data


@bad_file("vast.png", "quarantined", "pixels")
def fifty_thousand_pixels_square() -> bytes:
    return png(50_000, 50_000, bytes(50_001 * 1_000))


@bad_file("claims.png", "quarantined", "pixels|cannot")
def a_size_beyond_all_memory() -> bytes:
    return png(2**31 - 1, 2**31 - 1, b"")


@bad_file("none.png", "quarantined")
def a_picture_without_pixels() -> bytes:
    return png(0, 0, b"")


@bad_file("comment.png", "quarantined")
def a_comment_that_is_a_bomb() -> bytes:
    text = b"c\0\0" + zlib.compress(bytes(100 << 20), 9)
    return png(16, 16, bytes(17 * 16), (b"zTXt", text))


@bad_file("cut.png", "quarantined")
def png_cut_off() -> bytes:
    return image_file("PNG")[:60]


@bad_file("cut.jpg", "quarantined")
def jpeg_cut_off() -> bytes:
    return image_file("JPEG")[:300]


@bad_file("cut.webp", "quarantined")
def webp_cut_off() -> bytes:
    return image_file("WEBP")[:-20]


@bad_file("long.tif", "quarantined", "pages|frames")
def ten_thousand_frames() -> bytes:
    return tiff(10_000)


@bad_file("circle.tif", "quarantined")
def frames_in_a_circle() -> bytes:
    return tiff(3, last=8)


@bad_file("strips.tif", "quarantined")
def strips_beyond_the_end() -> bytes:
    return tiff(1).replace(struct.pack("<HHII", 273, 4, 1, 0), struct.pack("<HHII", 273, 4, 2**30, 2**31))


@bad_file("endless.gif", "quarantined")
def an_animation_without_end() -> bytes:
    frames = [Image.new("L", (8, 8), shade % 256) for shade in range(1_000)]
    return saved(lambda kept: frames[0].save(kept, "GIF", save_all=True, append_images=frames[1:], loop=0))


@bad_file("vast.bmp", "quarantined")
def bitmap_that_claims_too_much() -> bytes:
    return b"BM" + struct.pack("<IIIIiiHHIIiiII", 2**31, 0, 54, 40, 60_000, -60_000, 1, 24, 0, 0, 0, 0, 0, 0)


@bad_file("drawing.svg", "quarantined", "XML file")
def a_drawing() -> bytes:
    return b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@bad_file("photo.heic", "quarantined", "HEIC")
def a_photo_of_a_telephone() -> bytes:
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(500)

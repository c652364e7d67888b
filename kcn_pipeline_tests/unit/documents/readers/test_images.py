"""Images as documents."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kcn_pipeline.documents.ocr.page_texts import PageLine
from kcn_pipeline.documents.ocr.reading import PageReading
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers import images
from kcn_pipeline.documents.readers.images import count_pages, read_image
from kcn_pipeline.synthetic.rendering import PageStyle, page_images

A4_AT_100 = (827, 1169)
EXIF_ORIENTATION = 0x0112


def saved(form: str, *pictures: Image.Image, **options: Any) -> bytes:
    buffer = io.BytesIO()
    if len(pictures) > 1:
        options |= {"save_all": True, "append_images": pictures[1:]}
    pictures[0].save(buffer, form, **options)
    return buffer.getvalue()


def picture(size: tuple[int, int] = (60, 80), mode: str = "L", colour: Any = 255) -> Image.Image:
    return Image.new(mode, size, colour)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Image.Image, float]]:
    """What is given to be read, image and resolution; each is read as the number of its turn."""
    given: list[tuple[Image.Image, float]] = []

    def note(image: Image.Image, dpi: float) -> PageReading:
        given.append((image, dpi))
        return PageReading((PageLine(f"trang {len(given)}", (1, 2, 3, 4)),), 91.0, ("the figure 5 may also be 6",))

    monkeypatch.setattr(images, "read_page", note)
    return given


class TestReadImage:
    @pytest.mark.parametrize(
        ("form", "media_type"),
        [
            ("PNG", "image/png"),
            ("JPEG", "image/jpeg"),
            ("TIFF", "image/tiff"),
            ("BMP", "image/bmp"),
            ("WEBP", "image/webp"),
        ],
    )
    def test_every_format_is_one_page(self, seen: list[Any], form: str, media_type: str) -> None:
        decoded = read_image(saved(form, picture()))
        assert (decoded.text, decoded.media_type) == ("trang 1", media_type)
        assert [(place.page, place.box) for place in decoded.places] == [(1, (1, 2, 3, 4))]
        assert len(seen) == 1
        assert decoded.decisions == (
            "page 1 was read from its image (91% sure)",
            "page 1: the figure 5 may also be 6",
        )

    @pytest.mark.parametrize("form", ["TIFF", "GIF"])
    def test_each_picture_in_the_file_is_a_page(self, seen: list[Any], form: str) -> None:
        data = saved(form, picture(), picture(colour=0), picture(colour=99))
        assert count_pages(data) == 3
        assert read_image(data).text == "trang 1\n\ftrang 2\n\ftrang 3"
        assert [image.getpixel((5, 5)) for image, _ in seen] == [255, 0, 99]

    def test_a_photo_is_turned_as_the_camera_says(self, seen: list[tuple[Image.Image, float]]) -> None:
        exif = Image.Exif()
        exif[EXIF_ORIENTATION] = 6  # the top of the page is on the right
        read_image(saved("JPEG", picture((80, 60)), exif=exif))
        assert seen[0][0].size == (60, 80)

    def test_what_is_transparent_is_paper(self, seen: list[tuple[Image.Image, float]]) -> None:
        read_image(saved("PNG", picture(mode="RGBA", colour=(0, 0, 0, 0))))
        assert (seen[0][0].mode, seen[0][0].getpixel((0, 0))) == ("L", 255)

    def test_shades_of_sixteen_bits_are_scaled(self, seen: list[tuple[Image.Image, float]]) -> None:
        read_image(saved("PNG", picture(mode="I;16", colour=0x8000)))
        assert seen[0][0].getpixel((0, 0)) == 0x80

    def test_of_a_telephone_photo_only_the_photo_is_a_page(self, seen: list[tuple[Image.Image, float]]) -> None:
        data = saved("MPO", picture(), picture((6, 8)))
        assert count_pages(data) == 1
        assert read_image(data).media_type == "image/jpeg"
        assert [image.size for image, _ in seen] == [(60, 80)]

    @pytest.mark.parametrize(("told", "taken"), [(200, 200), (72, 100), (96, 100), (90_000, 100)])
    def test_a_resolution_is_believed_if_scans_have_such(
        self, seen: list[tuple[Image.Image, float]], told: int, taken: int
    ) -> None:
        read_image(saved("PNG", picture(A4_AT_100), dpi=(told, told)))
        assert seen[0][1] == pytest.approx(taken, rel=0.01)

    def test_without_a_resolution_it_is_a_page_of_a4(self, seen: list[tuple[Image.Image, float]]) -> None:
        read_image(saved("PNG", picture((1169, 827))))
        assert seen[0][1] == pytest.approx(100, rel=0.01)

    def test_a_page_without_text_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(images, "read_page", lambda *_: PageReading((), 0.0, ()))
        decoded = read_image(saved("PNG", picture()))
        assert (decoded.text, decoded.decisions) == ("", ("page 1 shows no text",))

    @pytest.mark.usefixtures("tesseract")
    def test_a_drawn_page_is_read(self, tinos: Path) -> None:
        page = page_images("Kim ngạch xuất khẩu đạt 4,567 tỷ USD.", PageStyle(tinos, dpi=150))[0]
        assert read_image(saved("PNG", page, dpi=(150, 150))).text == "Kim ngạch xuất khẩu đạt 4,567 tỷ USD."


class TestRefused:
    # Pillow itself fails only beyond twice its limit, and warns before.
    @pytest.mark.parametrize("side", [110, 300])
    def test_too_many_pixels(self, monkeypatch: pytest.MonkeyPatch, side: int) -> None:
        monkeypatch.setenv("KCN_LIMIT_IMAGE_PIXELS", "10000")
        with pytest.raises(UnreadableDocument, match="more than 10,000 pixels"):
            read_image(saved("PNG", picture((side, side))))

    def test_a_large_picture_behind_a_small_one(self, monkeypatch: pytest.MonkeyPatch, seen: list[Any]) -> None:
        monkeypatch.setenv("KCN_LIMIT_IMAGE_PIXELS", "10000")
        with pytest.raises(UnreadableDocument, match="pixels"):
            read_image(saved("TIFF", picture(), picture((300, 300))))
        assert len(seen) == 1

    def test_too_many_pictures(self, monkeypatch: pytest.MonkeyPatch, seen: list[Any]) -> None:
        monkeypatch.setenv("KCN_LIMIT_SCANNED_PAGES", "1")
        with pytest.raises(UnreadableDocument, match="2 scanned pages"):
            read_image(saved("TIFF", picture(), picture()))
        assert seen == []

    @pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
    def test_cut_off(self, seen: list[Any], form: str) -> None:
        noise = Image.effect_noise((200, 200), 90)
        data = saved(form, noise)
        with pytest.raises(UnreadableDocument, match="cannot be read"):
            read_image(data[: len(data) // 2])
        assert seen == []

    @pytest.mark.filterwarnings("ignore:Corrupt EXIF")
    def test_no_image_at_all(self) -> None:
        with pytest.raises(UnreadableDocument, match="cannot be read") as caught:
            count_pages(b"II*\0 no more than a beginning")
        assert caught.value.cure == "open it and save it as PNG or PDF"

    def test_a_missing_program_is_told_as_such(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> PageReading:
            raise UnreadableDocument("Tesseract is missing", "install it")

        monkeypatch.setattr(images, "read_page", refuse)
        with pytest.raises(UnreadableDocument, match="Tesseract is missing; install it"):
            read_image(saved("PNG", picture()))

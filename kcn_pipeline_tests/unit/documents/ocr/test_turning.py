"""Turning a page and finding a box again."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageOps

from kcn_pipeline.documents.ocr.turning import Turning

BOX = (30, 50, 130, 80)


@pytest.fixture(scope="module")
def page() -> Image.Image:
    image = Image.new("L", (400, 600), 255)
    ImageDraw.Draw(image).rectangle((BOX[0], BOX[1], BOX[2] - 1, BOX[3] - 1), fill=0)
    return image


def ink(image: Image.Image) -> tuple[float, float, float, float]:
    """Where the dark pixels of an image are."""
    found = ImageOps.invert(image).point(lambda grey: 255 if grey > 128 else 0).getbbox()
    assert found is not None
    return found


class TestTurning:
    def test_nothing_to_turn_keeps_the_image_itself(self, page: Image.Image) -> None:
        assert Turning().turned(page) is page

    @pytest.mark.parametrize("quarters", [0, 90, 180, 270])
    def test_a_box_on_the_turned_page_is_found_on_the_page_before(self, page: Image.Image, quarters: int) -> None:
        turning = Turning(quarters)
        assert turning.undone(ink(turning.turned(page)), *page.size) == BOX

    @pytest.mark.parametrize("quarters", [0, 90, 180, 270])
    @pytest.mark.parametrize("skew", [-3.0, 2.0])
    def test_askew_too_it_holds_what_it_held(self, page: Image.Image, quarters: int, skew: float) -> None:
        turning = Turning(quarters, skew)
        left, top, right, bottom = turning.undone(ink(turning.turned(page)), *page.size)
        # The box around a tilted box is larger, by the sine of the angle on each side, twice.
        assert left <= BOX[0] + 1 and top <= BOX[1] + 1 and right >= BOX[2] - 1 and bottom >= BOX[3] - 1
        assert max(BOX[0] - left, BOX[1] - top, right - BOX[2], bottom - BOX[3]) < 12

    def test_what_comes_into_view_is_paper(self, page: Image.Image) -> None:
        assert Turning(skew=4.0).turned(page).getpixel((0, 0)) == 255

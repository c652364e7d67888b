"""Pages made worse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kcn_pipeline.synthetic.degrading import LIGHT, Degradation, degrade
from kcn_pipeline.synthetic.rendering import PageStyle, page_images

KINDS = (
    Degradation(skew_degrees=1.5),
    Degradation(scale=0.5),
    Degradation(blur_pixels=1.5),
    Degradation(contrast=0.5),
    Degradation(noise_levels=12),
    Degradation(jpeg_quality=10),
)


@pytest.fixture(scope="module")
def page(tinos: Path) -> Image.Image:
    (drawn,) = page_images("Tổng vốn đăng ký đạt 4,862 tỷ USD, tăng 12,4%.", PageStyle(tinos, dpi=100))
    return drawn


def grey(image: Image.Image) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.asarray(image, dtype=np.float64)


def test_nothing_asked_leaves_the_page_as_it_is(page: Image.Image) -> None:
    assert degrade(page, Degradation(), seed=1).tobytes() == page.tobytes()


@pytest.mark.parametrize("kind", [*KINDS, LIGHT], ids=str)
def test_every_kind_changes_the_page_in_its_size_and_leaves_its_original(page: Image.Image, kind: Degradation) -> None:
    before = page.tobytes()
    worse = degrade(page, kind, seed=1)
    assert (worse.size, worse.mode) == (page.size, "L")
    assert worse.tobytes() != before
    assert page.tobytes() == before


def test_one_seed_gives_one_page_and_another_seed_another(page: Image.Image) -> None:
    first, again, other = (degrade(page, LIGHT, seed).tobytes() for seed in (7, 7, 8))
    assert first == again
    assert first != other


def test_colours_become_greys() -> None:
    assert degrade(Image.new("RGB", (8, 8), "red"), Degradation(), seed=1).mode == "L"


@pytest.mark.parametrize(
    ("milder", "harsher"),
    [
        (Degradation(blur_pixels=0.5), Degradation(blur_pixels=2)),
        (Degradation(noise_levels=3), Degradation(noise_levels=20)),
        (Degradation(scale=0.8), Degradation(scale=0.3)),
        (Degradation(contrast=0.9), Degradation(contrast=0.4)),
        (Degradation(jpeg_quality=90), Degradation(jpeg_quality=5)),
    ],
    ids=str,
)
def test_more_of_a_kind_is_farther_from_the_page(page: Image.Image, milder: Degradation, harsher: Degradation) -> None:
    off_mild, off_harsh = (np.abs(grey(degrade(page, d, seed=1)) - grey(page)).mean() for d in (milder, harsher))
    assert 0 < off_mild < off_harsh


def test_noise_has_the_deviation_it_was_given() -> None:
    middle = Image.new("L", (400, 400), 128)
    noisy = grey(degrade(middle, Degradation(noise_levels=10), seed=3))
    assert noisy.mean() == pytest.approx(128, abs=0.5)
    assert noisy.std() == pytest.approx(10, abs=0.5)


def test_a_page_is_turned_against_the_clock_on_white_paper() -> None:
    page = Image.new("L", (201, 201), 255)
    page.putpixel((190, 100), 0)
    turned = grey(degrade(page, replace(LIGHT, skew_degrees=90, blur_pixels=0, noise_levels=0, jpeg_quality=None), 1))
    row, column = divmod(int(turned.argmin()), page.width)
    assert abs(row - 10) <= 1
    assert abs(column - 100) <= 1

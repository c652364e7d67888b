"""Fixtures that any test may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from kcn_pipeline.synthetic.rendering import MissingFont, font_file

# A busy machine must not fail a property: speed is measured by `make bench` alone.
settings.register_profile("kcn", deadline=None)
settings.load_profile("kcn")

REPOSITORY = Path(__file__).resolve().parents[1]
TESSERACT_DATA = Path("/usr/share/tesseract-ocr")


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of real documents and gold beside the checkout; its tests say so when it is absent."""
    folder = REPOSITORY.parent / "shared"
    if not (folder / "seeds").is_dir():
        pytest.skip("the folder 'shared' with real documents is not beside the checkout")
    return folder


@pytest.fixture(scope="session")
def tesseract() -> Path:
    """The Vietnamese data of Tesseract; tests that read scans say so when it is absent."""
    found = sorted(TESSERACT_DATA.glob("*/tessdata/vie.traineddata"))
    if not found:
        pytest.skip("Tesseract's Vietnamese data is missing: apt-get install tesseract-ocr tesseract-ocr-vie")
    return found[-1]


@pytest.fixture(scope="session")
def tinos() -> Path:
    """A font file that has every Vietnamese letter; tests that draw pages say so when it is absent."""
    try:
        return font_file("Tinos-Regular")
    except MissingFont as missing:
        pytest.skip(str(missing))

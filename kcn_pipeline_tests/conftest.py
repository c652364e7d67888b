"""Fixtures that any test may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine must not fail a property: speed is measured by `make bench` alone.
settings.register_profile("kcn", deadline=None)
settings.load_profile("kcn")

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of real documents and gold beside the checkout; its tests say so when it is absent."""
    folder = REPOSITORY.parent / "shared"
    if not (folder / "seeds").is_dir():
        pytest.skip("the folder 'shared' with real documents is not beside the checkout")
    return folder

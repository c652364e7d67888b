"""Fixtures of the tests of documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.settings import DataDirectory


@pytest.fixture
def data(tmp_path: Path) -> DataDirectory:
    return DataDirectory(tmp_path / "data")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    return folder

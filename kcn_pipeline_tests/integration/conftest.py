"""A small data directory with documents in our own words, and one refresh of it that several tests look at."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import dagster as dg
import pytest

from kcn_pipeline.defs.launch import RunSummary, materialise, prepare_dagster_home
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.settings import DataDirectory

H1: Final = HalfYear(2019, 1)
H2: Final = HalfYear(2019, 2)

HALF_REPORT: Final = """Ban Quản lý các khu công nghiệp và chế xuất Hà Nội
Báo cáo kết quả công tác 6 tháng đầu năm 2019

Trong 6 tháng đầu năm 2019, các khu công nghiệp đã cấp mới 12 dự án, trong đó có 7 dự án FDI và 5 dự án trong nước.
Kim ngạch xuất khẩu đạt 2.150 triệu USD. Số lao động đang làm việc là 160.000 người.
"""
YEAR_REPORT: Final = """Ban Quản lý các khu công nghiệp và chế xuất Hà Nội
Báo cáo kết quả công tác năm 2019

Trong năm 2019, các khu công nghiệp đã cấp mới 31 dự án, trong đó có 19 dự án FDI và 12 dự án trong nước.
Kim ngạch xuất khẩu cả năm đạt 4.480 triệu USD. Số lao động đang làm việc là 165.000 người.
"""
BLOC_REPORT: Final = """Khối thi đua Ban Quản lý các khu công nghiệp, khu kinh tế các tỉnh đồng bằng sông Hồng
Báo cáo tổng kết hoạt động năm 2019

Năm 2019, các Ban Quản lý trong khối đã cấp mới 410 dự án, trong đó có 290 dự án FDI và 120 dự án trong nước.
Năm 2019, khối trưởng là Ban Quản lý các khu công nghiệp tỉnh Hải Dương. Quỹ thăm hỏi của khối còn 250 triệu đồng.
"""


@dataclass(frozen=True)
class Refreshed:
    """A data directory after one refresh, with what the refresh said and the steps it told."""

    data: DataDirectory
    summary: RunSummary
    steps: tuple[tuple[str, HalfYear | None], ...]


def write_document(data: DataDirectory, period: HalfYear, name: str, text: str) -> Path:
    """Put a document where registering would have put it."""
    path = data.raw / period.label / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def three_reports(root: Path) -> DataDirectory:
    """A board's reports of a half-year and of its year, and its bloc's of the year."""
    data = DataDirectory(root)
    write_document(data, H1, "ha-noi-6-thang-2019.txt", HALF_REPORT)
    write_document(data, H2, "ha-noi-2019.txt", YEAR_REPORT)
    write_document(data, H2, "khoi-2019.txt", BLOC_REPORT)
    return data


@pytest.fixture
def data(tmp_path: Path) -> DataDirectory:
    """Three reports, nothing computed yet."""
    return three_reports(tmp_path / "data")


@pytest.fixture
def instance(data: DataDirectory) -> Iterator[dg.DagsterInstance]:
    """The instance of the data directory, as the command line opens it."""
    with dg.DagsterInstance.from_config(str(prepare_dagster_home(data))) as opened:
        yield opened


@pytest.fixture
def copy_of_refreshed(refreshed: Refreshed, tmp_path: Path) -> DataDirectory:
    """A refreshed data directory that a test may change."""
    shutil.copytree(refreshed.data.root, tmp_path / "copy")
    return DataDirectory(tmp_path / "copy")


@pytest.fixture(scope="session")
def refreshed(tmp_path_factory: pytest.TempPathFactory) -> Refreshed:
    """Three reports refreshed once; tests only look at it."""
    data = three_reports(tmp_path_factory.mktemp("refreshed") / "data")
    steps: list[tuple[str, HalfYear | None]] = []
    summary = materialise([H2, H1], data, lambda step, period: steps.append((step, period)))
    return Refreshed(data, summary, tuple(steps))

"""Small models that the tests of this folder share.

Belongs here: collections of a few words, models of them. Does not: assertions.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kcn_pipeline.cleaning.ngrams.counts import TrigramCounts, count_trigrams
from kcn_pipeline.cleaning.ngrams.smoothing import Smoothed, mixed
from kcn_pipeline.cleaning.ngrams.table import TrigramModel, load_model, save

REPORTS: Final = (
    "tổng vốn đầu tư 0 tỷ đồng",
    "vốn đầu tư đăng ký",
    "giá trị xuất khẩu 0 triệu usd",
    "đầu tư 0 tỷ đồng",
)
OTHERS: Final = ("đầu máy <unknown> chạy", "đồng ruộng", "<unknown> đăng nhập", "giá máy")


def counted(texts: Sequence[str]) -> TrigramCounts:
    return count_trigrams((text.split(), 1) for text in texts)


def small_smoothed() -> Smoothed:
    return mixed([counted(REPORTS), counted(OTHERS)], [0.7, 0.3], least_number=[1, 1])


def as_looked_up(smoothed: Smoothed, folder: Path) -> TrigramModel:
    save(smoothed, folder)
    return load_model(folder)

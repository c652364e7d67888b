"""Two reports in our own words, with invented figures, that every format is written from.

Belongs here: what they state, a table that repeats figures of each. Does not: their text (`board.txt`, `bloc.txt`),
writing files, assertions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kcn_pipeline.periods import Window

Stated = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Report:
    """A report: its paragraphs, the first its title, and a table, below its header, of figures that they state too.

    `figures` are (metric, value, unit) as the text states them, in order; `tabled` those of the table.
    """

    name: str
    publisher: str
    window: Window
    published: str
    paragraphs: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    figures: Stated
    tabled: Stated

    @property
    def title(self) -> str:
        return self.paragraphs[0]

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs) + "\n"

    def written(self, write: Callable[[str], str]) -> Report:
        """The same report with every paragraph and cell put through `write`."""
        table = tuple(tuple(map(write, row)) for row in self.table)
        return replace(self, paragraphs=tuple(map(write, self.paragraphs)), table=table)

    def with_title_in_capitals(self) -> Report:
        return replace(self, paragraphs=(self.title.upper(), *self.paragraphs[1:]))


def _paragraphs(name: str) -> tuple[str, ...]:
    text = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line)


BOARD = Report(
    name="board",
    paragraphs=_paragraphs("board"),
    publisher="board:hai-duong",
    window=Window(date(2018, 1, 1), date(2018, 6, 30)),
    published="05/07/2018 08:30",
    table=(
        ("Chỉ tiêu", "Đơn vị tính", "Kết quả"),
        ("Tổng doanh thu", "tỷ đồng", "58.630"),
        ("Giá trị xuất khẩu", "tỷ USD", "2,318"),
        ("Giá trị nhập khẩu", "tỷ USD", "1,947"),
        ("Nộp ngân sách nhà nước", "tỷ đồng", "1.946"),
        ("Tổng số lao động", "người", "98.412"),
    ),
    figures=(
        ("projects_licensed", "23", "project"),
        ("projects_licensed", "17", "project"),
        ("capital_new", "186400000", "USD"),
        ("projects_licensed", "6", "project"),
        ("capital_new", "1275500000000", "VND"),
        ("project_expansions", "31", "project"),
        ("capital_increase", "92750000", "USD"),
        ("projects_active", "341", "project"),
        ("capital_registered", "4862000000", "USD"),
        ("revenue", "58630000000000", "VND"),
        ("revenue", "12.4", "percent"),
        ("exports", "2318000000", "USD"),
        ("exports", "53", "percent"),
        ("imports", "1947000000", "USD"),
        ("budget_contribution", "1946000000000", "VND"),
        ("budget_contribution", "-3.8", "percent"),
        ("workers", "98412", "person"),
        ("average_income", "7200000", "VND_per_person_month"),
        ("occupancy_rate", "81.5", "percent"),
    ),
    tabled=(
        ("revenue", "58630000000000", "VND"),
        ("exports", "2318000000", "USD"),
        ("imports", "1947000000", "USD"),
        ("budget_contribution", "1946000000000", "VND"),
        ("workers", "98412", "person"),
    ),
)

BLOC = Report(
    name="bloc",
    paragraphs=_paragraphs("bloc"),
    publisher="bloc:southeast",
    window=Window(date(2017, 1, 1), date(2017, 12, 31)),
    published="10/01/2018 14:05",
    table=(
        ("Chỉ tiêu", "Đơn vị tính", "Kết quả"),
        ("Doanh thu", "tỷ USD", "79,35"),
        ("Giá trị xuất khẩu", "tỷ USD", "46,81"),
        ("Giá trị nhập khẩu", "tỷ USD", "33,27"),
        ("Nộp ngân sách nhà nước", "tỷ đồng", "52.740"),
        ("Tổng số lao động", "người", "1.286.540"),
    ),
    figures=(
        ("projects_licensed", "412", "project"),
        ("projects_licensed", "268", "project"),
        ("capital_new", "2146000000", "USD"),
        ("projects_licensed", "144", "project"),
        ("capital_new", "27380000000000", "VND"),
        ("project_expansions", "395", "project"),
        ("capital_increase", "1583000000", "USD"),
        ("capital_disbursed", "2920000000", "USD"),
        ("projects_active", "4875", "project"),
        ("revenue", "79350000000", "USD"),
        ("revenue", "9.6", "percent"),
        ("exports", "46810000000", "USD"),
        ("exports", "104", "percent"),
        ("imports", "33270000000", "USD"),
        ("budget_contribution", "52740000000000", "VND"),
        ("budget_contribution", "7", "percent"),
        ("workers", "1286540", "person"),
        ("zones_operating", "96", "zone"),
        ("zone_area", "32450", "ha"),
        ("occupancy_rate", "72.8", "percent"),
        ("zones_with_wastewater_plant", "84", "zone"),
    ),
    tabled=(
        ("revenue", "79350000000", "USD"),
        ("exports", "46810000000", "USD"),
        ("imports", "33270000000", "USD"),
        ("budget_contribution", "52740000000000", "VND"),
        ("workers", "1286540", "person"),
    ),
)

REPORTS = (BOARD, BLOC)

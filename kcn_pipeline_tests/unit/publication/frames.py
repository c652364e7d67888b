"""Small tables of every stage, conforming to `tables`, for tests of publication.

Belongs here: own sentences with figures found in them, and whole sets of tables. Does not: making single rows
(`rows`), or real documents (`gold_frames`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final

import pandas as pd

from kcn_pipeline.documents.document import Document, Evidence
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.periods import Window
from kcn_pipeline.publication.panel import panel
from kcn_pipeline.quantities import Interval
from kcn_pipeline.tables import TABLES, frame_of
from kcn_pipeline_tests.unit.publication.reconciled_rows import (
    bound_row,
    conflict_row,
    constraint_row,
    decision_row,
    revision_row,
    suspect_row,
)
from kcn_pipeline_tests.unit.publication.rows import (
    DOUBTFUL_NATS,
    cell_row,
    cleaned_row,
    cue,
    document,
    doubt,
    event_row,
    fact,
    segment,
    unassigned_row,
    verdict_row,
)

Tables = dict[str, pd.DataFrame]

BLOC: Final = "bloc:red-river-delta"
HANOI: Final = "board:ha-noi"
BINH_THUAN: Final = "board:binh-thuan"
VINTAGE: Final = date(2020, 2, 1)
FIRST_HALF: Final = Window.of_months(2019, 1, 6)
YEAR: Final = Window.of_year(2019)

# `t` stands for `tỷ`, as in pages that lost a letter; the last line is page furniture.
BLOC_TEXT: Final = (
    "Báo cáo sơ kết của khối\n\n"
    "Trong 6 tháng đầu năm 2019 cả khối cấp mới 255 dự án, trong đó có 186 dự án FDI và 69 dự án trong nước.\n"
    "Vốn FDI còn hiệu lực là 51.390 t USD; tỉ lệ lấp đầy 66%. Có thêm 17 đoàn khách đến làm việc.\n\n"
    "Lượt xem: 4821"
)
HANOI_TEXT: Final = (
    "Kết quả năm 2019 của ban quản lý Hà Nội\r\n"
    "Số dự án FDI cấp mới trong năm là trên 17 dự án; xử lý hồ sơ mất từ 02 đến 05 ngày.\r\n"
)
HOSTILE_TEXT: Final = (
    "<script>document.title='xss'</script> <img src=x onerror=alert(1)> \u202e\x07 & \"quoted\" năm 2019 có 9 dự án</a>"
)


def tables_of(
    documents: Iterable[Document],
    cleaned: Iterable[dict[str, Any]],
    facts: Iterable[Fact],
    cells: Iterable[dict[str, Any]] = (),
    verdicts: Iterable[dict[str, Any]] = (),
    **others: list[dict[str, Any]],
) -> Tables:
    """Every table of `TABLES`, validated, the panel computed; `others` by name, empty where left out."""
    totals = list(cells)
    rows: dict[str, list[dict[str, Any]]] = {
        "raw_documents": [document.as_row() for document in documents],
        "cleaned_texts": list(cleaned),
        "extracted_metrics": [fact.as_row() for fact in facts],
        "board_totals": [row for row in totals if str(row["entity"]).startswith("board:")],
        "bloc_totals": [row for row in totals if str(row["entity"]).startswith("bloc:")],
        "reconciled_aggregates": list(verdicts),
        **others,
    }
    tables = {name: frame_of(schema, rows.get(name, [])) for name, schema in TABLES.items() if name != "panel"}
    computed = panel(tables["board_totals"], tables["bloc_totals"], tables["reconciled_aggregates"], VINTAGE)
    return tables | {"panel": computed}


def empty_tables() -> Tables:
    return copied(_empty_tables())


@cache
def _empty_tables() -> Tables:
    return tables_of([], [], [])


def copied(tables: Tables) -> Tables:
    """Tables of one's own; validating them anew for every test would take a second each."""
    return {name: frame.copy() for name, frame in tables.items()}


def bloc_document() -> Document:
    evidence = Evidence("period", "2019-H1", 33, 54, "window in words")
    return document("khoi.txt", BLOC_TEXT, BLOC, FIRST_HALF, evidence=[evidence], url="https://example.org/khoi")


def hanoi_document() -> Document:
    return document("ha-noi.txt", HANOI_TEXT, HANOI, YEAR, kind="board_report")


def hostile_document() -> Document:
    return document("<b>x</b>.txt", HOSTILE_TEXT, BINH_THUAN, YEAR, kind="press", url="javascript:alert(1)")


def bloc_facts() -> dict[str, Fact]:
    """The figures of the bloc's document by a word for each."""
    source = bloc_document()
    licensed = cue(source, "metric", "cấp mới", "projects_licensed")
    half = cue(source, "period", "6 tháng đầu năm 2019", "2019-01-01/2019-06-30")
    fdi = cue(source, "origin", "FDI và", "fdi")
    bound: dict[str, Any] = {"metric": "projects_licensed", "coverage": ("kcn",)}
    stock: dict[str, Any] = {"metric": "capital_registered", "origin": "fdi", "period_start": None}
    registered = Interval(Decimal(51385000000), Decimal(51395000000))
    return {
        "total": fact(source, "255 dự án", "255", "project", origin="total", cues=(licensed, half), **bound),
        "fdi": fact(source, "186 dự án", "186", "project", origin="fdi", cues=(licensed, half, fdi), **bound),
        "ddi": fact(source, "69 dự án", "69", "project", origin="ddi", cues=(licensed, half), **bound),
        "capital": fact(
            source,
            "51.390 t USD",
            "51390000000",
            "USD",
            literal_value=Decimal(51390000000000),
            interval=registered,
            review=(doubt(source, "t USD", "tỷ USD", "tỉ USD"),),
            **stock,
        ),
        "occupancy": fact(source, "66%", "66", "percent", metric="occupancy_rate", period_start=None),
        "unknown": fact(source, "17 đoàn khách", "17", "person", entity=None, rule="no metric counts delegations"),
    }


def hanoi_facts() -> dict[str, Fact]:
    source = hanoi_document()
    words: dict[str, Any] = {"bound": "lower", "hedge": "trên", "interval": Interval(Decimal(17), Decimal("18.7"))}
    hedge = cue(source, "hedge", "trên", "lower")
    days: dict[str, Any] = {"metric": "processing_time_cut", "interval": Interval(Decimal(2), Decimal(5))}
    return {
        "licensed": fact(
            source, "17 dự án", "17", "project", metric="projects_licensed", origin="fdi", cues=(hedge,), **words
        ),
        "least": fact(source, "02 đến 05 ngày", "2", "day", bound="lower", **days),
        "most": fact(source, "02 đến 05 ngày", "5", "day", bound="upper", ordinal=1, **days),
    }


def synthetic_tables() -> Tables:
    """Three documents, one of them hostile, with cells and every severity of verdict."""
    return copied(_synthetic_tables())


@cache
def _synthetic_tables() -> Tables:
    bloc, hanoi, hostile = bloc_document(), hanoi_document(), hostile_document()
    delta, city = bloc_facts(), hanoi_facts()
    odd = fact(hostile, "9 dự án", "9", "project", rule="<i>no metric</i> near")
    cleaned = [
        cleaned_row(
            bloc,
            [
                segment(bloc, "t USD", "tỷ USD", "restored", DOUBTFUL_NATS, ["tỉ USD"]),
                segment(bloc, "\n\nLượt xem: 4821", "", "furniture"),
            ],
        ),
        cleaned_row(hanoi),
    ]
    parts = [delta["total"], delta["fdi"], delta["ddi"]]
    verdicts = [
        verdict_row(
            "EXACT", "origin_sum", parts, members_published='["fdi", "ddi"]', derived_lo="255", derived_hi="255"
        ),
        verdict_row(
            "INCOMPATIBLE",
            "bloc_sum",
            [delta["fdi"], city["licensed"]],
            residual_lo="169",
            residual_hi="169",
            members_published=json.dumps([HANOI]),
            members_missing=json.dumps([BINH_THUAN]),
            share_covered=0.091,
        ),
        verdict_row("COVERAGE_BREAK", "window_order", [delta["capital"]], smallest_visible_error="2500000"),
        verdict_row("NOT_PUBLISHED", "bloc_sum", [delta["occupancy"]]),
        verdict_row("ROUNDING", "growth", [city["licensed"]], derived_lo="16.333333333333", derived_hi="17.5"),
    ]
    cells = [cell_row(found) for found in (*parts, delta["capital"], delta["occupancy"], city["licensed"])]
    likeliest = suspect_row(delta["capital"], repair="separator", repaired="51390000", probability=0.8, ambiguous=True)
    return tables_of(
        [bloc, hanoi, hostile],
        cleaned,
        [*delta.values(), *city.values(), odd],
        cells,
        verdicts,
        unassigned_figures=[unassigned_row(delta["unknown"]), unassigned_row(odd)],
        events=[event_row(bloc, bloc.text.splitlines()[0])],
        constraints=[constraint_row(parts)],
        suspects=[likeliest, suspect_row(delta["fdi"], answer=2, probability=0.2)],
        conflict_members=[conflict_row(delta["capital"]), conflict_row(delta["fdi"])],
        bounds=[bound_row(delta["fdi"], BINH_THUAN, "0", "168")],
        revisions=[revision_row(delta["total"], delta["fdi"])],
        decisions=[decision_row(delta["capital"])],
    )

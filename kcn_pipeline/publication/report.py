"""The report: one self-contained page for operators and reviewers, in Vietnamese and English.

Belongs here: gathering the views and filling the template. Does not: what any part of the page shows
(`report_matrix`, `report_panel`, `report_document`) or its words (`reference`).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kcn_pipeline.extraction.facts import Fact, facts_of_rows
from kcn_pipeline.publication.bilingual import Bilingual, counted, text
from kcn_pipeline.publication.figures import BOUND_SIGNS
from kcn_pipeline.publication.inputs import records, require_tables
from kcn_pipeline.publication.marking import visible
from kcn_pipeline.publication.report_decisions import decisions_of, withheld_cells
from kcn_pipeline.publication.report_document import document_views
from kcn_pipeline.publication.report_matrix import matrix_of
from kcn_pipeline.publication.report_panel import panel_table
from kcn_pipeline.publication.report_relations import relations_by_figure, relations_of
from kcn_pipeline.publication.report_suspects import contradictions_of
from kcn_pipeline.publication.swapping import built_aside, only_writer, remove_leftovers
from kcn_pipeline.reconciliation.wording.numerals import day_text

TEMPLATES: Final = Path(__file__).parent / "templates"


def write_report(path: Path, tables: Mapping[str, pd.DataFrame]) -> list[Path]:
    """Write the page from frames of `tables.TABLES` (all of them) and give the files written.

    The page is swapped in whole, requests nothing from anywhere, and is the same for the same tables.
    Every figure, document, relation and contradiction has a lasting anchor: `#figure-<figure_id>`,
    `#document-<document_id>`, `#verdict-<verdict_id>`, `#contradiction-<contradiction>-<period>`,
    `#decision-<correction_id>`.
    Errors: ValueError for missing tables and for figures that do not fit their document; KeyError
    for codes that the reference data do not hold; TimeoutError when another run holds the page.
    """
    page = render_report(tables)
    with only_writer(path):
        remove_leftovers(path)
        with built_aside(path) as aside:
            aside.write_text(page, encoding="utf-8", newline="\n")
    return [path]


def render_report(tables: Mapping[str, pd.DataFrame]) -> str:
    """The page as one HTML text. Errors: as `write_report`, except of the disk."""
    require_tables(tables)
    facts = facts_of_rows(records(tables["extracted_metrics"]))
    relations = relations_of(tables["reconciled_aggregates"], facts, tables["bounds"])
    tried = relations_by_figure(relations)
    documents = document_views(tables["raw_documents"], tables["cleaned_texts"], facts, tried)
    style, script = _asset("style.css"), _asset("script.js")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            style_hash=_content_hash(style),
            script_hash=_content_hash(script),
            vintage=_vintage(tables["panel"]),
            tallies=_tallies(tables, facts),
            relations=relations,
            contradictions=contradictions_of(
                tables["suspects"], tables["conflict_members"], facts, tables["revisions"]
            ),
            decisions=decisions_of(tables["decisions"], facts),
            withheld=withheld_cells([tables["board_totals"], tables["bloc_totals"]], facts),
            matrix=matrix_of(relations, tables["panel"]),
            panel=panel_table(tables["panel"], facts),
            documents=documents,
        )
    )


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    helpers: dict[str, Any] = {
        "t": text,
        "n": counted,
        "number": _whole_number,
        "day": _day,
        "visible": visible,
        "bound_signs": BOUND_SIGNS,
    }
    environment.globals.update(helpers)
    return environment


def _tallies(tables: Mapping[str, pd.DataFrame], facts: list[Fact]) -> list[tuple[str, int]]:
    return [
        ("documents", len(tables["raw_documents"])),
        ("figures", len(facts)),
        ("unknown", sum(fact.metric is None for fact in facts)),
        ("cells", len(tables["panel"])),
        ("relations", len(tables["reconciled_aggregates"])),
    ]


def _vintage(panel: pd.DataFrame) -> Bilingual | None:
    if panel.empty:
        return None
    return text("page.vintage", day=_day(date.fromisoformat(panel["vintage"].max())))


def _day(day: date) -> Bilingual:
    return Bilingual.of(lambda language: day_text(day, language))


def _whole_number(count: int) -> Bilingual:
    return Bilingual(f"{count:,}".replace(",", "."), f"{count:,}")


def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _content_hash(content: str) -> str:
    """SHA-256 for the page's content security policy: a script that came in with a document never runs."""
    return base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")

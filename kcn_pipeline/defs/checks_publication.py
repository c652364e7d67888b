"""What must hold of what the public sees: the panel as a whole, the mart and the report.

Belongs here: the rules of `panel`, `duckdb_mart` and `report`. Does not: the expectations themselves
(`suite`).
"""

import html
from dataclasses import asdict
from typing import Final

import dagster as dg
import duckdb
import pandas as pd
from dagster_duckdb import DuckDBResource

from kcn_pipeline.defs.checks import Exhibit, Finding, Rule, as_result, checks_on, schema_rule
from kcn_pipeline.defs.checks_reconciliation import CELL_KEY
from kcn_pipeline.defs.describing import rows_of
from kcn_pipeline.defs.resources import DataResource
from kcn_pipeline.defs.storage import every_table
from kcn_pipeline.documents.shelf import misplaced
from kcn_pipeline.publication.mart import SCHEMA_OF_TABLE
from kcn_pipeline.reconciliation.cells import WITHHELD


def release_suite(exhibit: Exhibit) -> Finding:
    """The panel passes every expectation of the release; `tried` counts expectations."""
    from kcn_pipeline.defs.suite import judge_panel  # noqa: PLC0415 (five seconds, paid at release only)

    if exhibit.rows.empty:
        return Finding(0, [{"expectation": "at least one row"}], "the panel has no rows: nothing to release", "WARN")
    tried, broken = judge_panel(exhibit.rows)
    failing = [{**asdict(b), "rows": ", ".join(map(str, b.rows))} for b in broken]
    names = ", ".join(f"{b.expectation} ({b.on or 'whole table'}: {b.failing} rows)" for b in broken)
    return Finding(tried, failing, f"{len(broken)} of {tried} expectations fail: {names}")


def every_cell_published(exhibit: Exhibit) -> Finding:
    """The panel has exactly the cells of the totals that nobody withheld: none dropped, none made up."""
    key = list(CELL_KEY)
    totals = pd.concat([exhibit.beside["board_totals"], exhibit.beside["bloc_totals"]])
    cells = totals.loc[totals["status"] != WITHHELD, key].astype(object)
    both = cells.merge(exhibit.rows[key].astype(object), how="outer", on=key, indicator="where")
    sides = {"left_only": "totals only", "right_only": "panel only", "both": ""}
    odd = both[both["where"] != "both"].assign(where=lambda f: f["where"].map(sides).astype(str))
    return Finding(len(cells), rows_of(odd), f"{len(odd)} cells are in totals or panel only")


PANEL_RULES: Final = (
    schema_rule("panel"),
    Rule(
        "every_cell_published", "Each cell of the totals is one row of the panel.", every_cell_published, blocking=True
    ),
    Rule(
        "release_suite",
        "Great Expectations on the whole panel: complete keys, lo ≤ value ≤ hi, no cell twice, ranges by unit.",
        release_suite,
    ),
)
PANEL_CHECKS: Final = checks_on(
    "panel", PANEL_RULES, beside={"board_totals": "every", "bloc_totals": "every"}, partitioned=False
)


@dg.asset_check(asset="duckdb_mart", description="Each table of the mart has as many rows as the warehouse.")
def mart_is_whole(data: DataResource, mart: DuckDBResource) -> dg.AssetCheckResult:
    """Open the swapped-in file as an analyst would and count."""
    if not data.directory.mart.exists():
        # Asked for a missing file, the resource would try again for a minute and a half.
        missing = [{"table": "all", "problem": f"{data.directory.mart} does not exist"}]
        return as_result("duckdb_mart", "mart_is_whole", Finding(1, missing, "there is no mart; run the publish job"))
    tables = every_table(data.directory.warehouse)
    with mart.get_connection() as connection:
        stored = {name: _count(connection, f"{SCHEMA_OF_TABLE[name]}.{name}") for name in tables}
    odd = [
        {"table": name, "rows in mart": stored[name], "rows in warehouse": len(frame)}
        for name, frame in tables.items()
        if stored[name] != len(frame)
    ]
    return as_result("duckdb_mart", "mart_is_whole", Finding(len(tables), odd, f"{len(odd)} tables differ"))


@dg.asset_check(asset="report", description="The report is there and names every document.")
def report_is_whole(data: DataResource) -> dg.AssetCheckResult:
    """Read the page back."""
    path = data.directory.report
    if not path.exists():
        missing = [{"document": "all", "problem": f"{path} does not exist"}]
        return as_result("report", "report_is_whole", Finding(1, missing, "there is no report; run the publish job"))
    page = html.unescape(path.read_text(encoding="utf-8"))
    documents = every_table(data.directory.warehouse)["raw_documents"]["document"]
    odd = [{"document": name, "problem": "not named"} for name in documents if name not in page]
    finding = Finding(len(documents), odd, f"{len(odd)} of {len(documents)} documents are not in the report")
    return as_result("report", "report_is_whole", finding)


@dg.asset_check(
    asset="report", description="Each file below data/raw lies in the folder of a half-year, so it is read."
)
def no_file_misplaced(data: DataResource) -> dg.AssetCheckResult:
    """Look for files that no half-year would ever read; `tried` counts what lies directly below the folder."""
    entries = list(data.directory.raw.glob("*"))
    strays = [{"file": p.file, "reason": p.reason, "cure": p.cure} for p in misplaced(data.directory)]
    first = "; ".join(strays[0].values()) if strays else ""
    finding = Finding(len(entries), strays, f"{len(strays)} files are never read: {first}")
    return as_result("report", "no_file_misplaced", finding)


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 (names from our own schemas)
    return int(row[0]) if row else 0

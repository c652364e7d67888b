"""What every asset shows in the UI: description, owners, columns, code version, preview, links.

Belongs here: turning a table's schema into what Dagster displays. Does not: computing any row.
"""

import hashlib
import json
import math
import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import dagster as dg
import pandas as pd
import pandera.pandas as pa

from kcn_pipeline.defs.partitions import HALF_YEARS
from kcn_pipeline.settings import DataDirectory, data_directory

Stage = Literal["documents", "cleaning", "extraction", "reconciliation", "publication"]

REPORT_URL_VARIABLE: Final = "KCN_REPORT_URL"
"""Address under which the report site is served; a browser refuses to follow a file link from a web page."""

PREVIEW_ROWS: Final = 8
_PREVIEW_CHARACTERS: Final = 60
_PACKAGE: Final = Path(__file__).resolve().parents[1]
_OWNERS: Final[dict[Stage, list[str]]] = {
    "documents": ["team:operators"],
    "cleaning": ["team:data-engineering"],
    "extraction": ["team:data-engineering"],
    "reconciliation": ["team:reviewers"],
    "publication": ["team:analysts"],
}


def stage_asset(
    stage: Stage,
    schema: pa.DataFrameSchema | None,
    more: str,
    *,
    kinds: set[str],
    partitioned: bool = True,
    **others: Any,
) -> Callable[[Callable[..., Any]], dg.AssetsDefinition]:
    """`dg.asset` with what all assets of a stage share.

    schema: the table that the asset stores, None for a file of its own. more: what the schema's own
    description leaves unsaid, such as units and which half-years are read. others: passed on.
    """
    decorate: Callable[[Callable[..., Any]], dg.AssetsDefinition] = dg.asset(
        **_shared(stage, schema, more, kinds), partitions_def=HALF_YEARS if partitioned else None, **others
    )
    return decorate


def stage_assets(
    stage: Stage, name: str, tables: Mapping[str, tuple[pa.DataFrameSchema, str]], *, kinds: set[str], **others: Any
) -> Callable[[Callable[..., Any]], dg.AssetsDefinition]:
    """`dg.multi_asset` of several tables of a half-year that one computation gives; as `stage_asset` otherwise.

    tables: schema and what it leaves unsaid, by name of the asset.
    """
    outs = {asset: dg.AssetOut(**_shared(stage, *told, kinds)) for asset, told in tables.items()}
    decorate: Callable[[Callable[..., Any]], dg.AssetsDefinition] = dg.multi_asset(
        name=name, outs=outs, partitions_def=HALF_YEARS, **others
    )
    return decorate


def _shared(stage: Stage, schema: pa.DataFrameSchema | None, more: str, kinds: set[str]) -> dict[str, Any]:
    """What the UI shows of any asset of a stage."""
    about = f"{schema.description}\n\n{more}" if schema is not None else more
    metadata: dict[str, Any] = {"report": dg.MetadataValue.url(report_url(data_directory()))}
    if schema is not None:
        metadata["dagster/column_schema"] = column_schema(schema)
    return {
        "group_name": stage,
        "owners": _OWNERS[stage],
        "kinds": kinds,
        "description": about,
        "metadata": metadata,
        "code_version": code_version(stage),
    }


def column_schema(schema: pa.DataFrameSchema) -> dg.TableSchema:
    """The columns with their descriptions (units included), types and constraints, as the UI lists them."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                name=name,
                type=str(column.dtype),
                description=column.description,
                constraints=dg.TableColumnConstraints(nullable=column.nullable, unique=column.unique),
            )
            for name, column in schema.columns.items()
        ]
    )


@cache
def code_version(stage: str, package: Path = _PACKAGE) -> str:
    """Twelve hex digits over the stage's code, its model and the reference data: the UI marks what an edit made old."""
    digest = hashlib.sha256()
    for folder in (package / stage, package / "encodings", package / "reference"):
        for path in sorted(p for p in folder.rglob("*") if p.suffix in {".py", ".yaml", ".npy"}):
            digest.update(path.relative_to(package).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def report_url(data: DataDirectory) -> str:
    """Address of the report's entry page: `KCN_REPORT_URL` where the site is served, else the file's."""
    served = os.environ.get(REPORT_URL_VARIABLE)
    return f"{served.rstrip('/')}/{data.report.name}" if served else data.report.as_uri()


def preview(frame: pd.DataFrame, *columns: str) -> dg.MarkdownMetadataValue:
    """The first rows of the chosen columns as a Markdown table, long texts cut."""
    if frame.empty:
        return dg.MetadataValue.md("no rows")
    shown = frame.loc[:, list(columns)].head(PREVIEW_ROWS).map(_short)
    more = f"\n\n… of {len(frame)} rows" if len(frame) > PREVIEW_ROWS else ""
    return dg.MetadataValue.md(shown.to_markdown(index=False, disable_numparse=True) + more)


def rows_of(frame: pd.DataFrame, *columns: str) -> list[dict[str, Any]]:
    """The rows of a frame, or of some of its columns, as mappings."""
    chosen = frame.loc[:, list(columns)] if columns else frame
    return [{str(name): value for name, value in row.items()} for row in chosen.to_dict("records")]


def table_of(rows: list[dict[str, Any]], limit: int) -> dg.TableMetadataValue:
    """At most `limit` rows as a table of the UI; what is no number or text is shown as JSON."""
    records = [dg.TableRecord({key: _plain(value) for key, value in row.items()}) for row in rows[:limit]]
    columns = [dg.TableColumn(name) for name in dict.fromkeys(key for row in rows[:limit] for key in row)]
    return dg.MetadataValue.table(records, schema=dg.TableSchema(columns=columns))


def _short(value: Any) -> str:
    text = "" if pd.isna(value) else " ".join(str(value).split()).replace("|", "\\|")
    return text if len(text) <= _PREVIEW_CHARACTERS else f"{text[: _PREVIEW_CHARACTERS - 1]}…"


def _plain(value: Any) -> str | int | float | bool | None:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, str | bool | int | float):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)

"""The first asset: the register of a half-year's documents with their decoded text.

Belongs here: calling the reader stage and saying what could not be read. Does not: reading
(`documents`), registering new files (`sensors`, `kcn ingest`).
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

import dagster as dg
import pandas as pd

from kcn_pipeline.defs.checks import Finding, as_result
from kcn_pipeline.defs.describing import preview, stage_asset
from kcn_pipeline.defs.freshness import FOLDER_STAMP, folder_stamp
from kcn_pipeline.defs.partitions import HALF_YEARS, half_year_of, unfinished_api_accepted
from kcn_pipeline.defs.resources import DataResource
from kcn_pipeline.documents.shelf import PeriodDocuments, documents_of
from kcn_pipeline.tables import RAW_DOCUMENTS, frame_of

with unfinished_api_accepted():
    EVERY_FILE_READ: Final = dg.AssetCheckSpec(
        "every_file_read",
        asset="raw_documents",
        partitions_def=HALF_YEARS,
        description="Every file in the folder of the half-year became a document; the others are listed with reason.",
    )


@stage_asset(
    "documents",
    RAW_DOCUMENTS,
    "One row a document; sizes in bytes, lengths in characters. Read from `data/raw/<half-year>/`.",
    kinds={"python", "parquet"},
    check_specs=[EVERY_FILE_READ],
)
def raw_documents(
    context: dg.AssetExecutionContext, data: DataResource
) -> Iterator[dg.MaterializeResult[pd.DataFrame] | dg.AssetCheckResult]:
    """Register of the half-year; a file that cannot be read fails a check and stays where it lies."""
    period = half_year_of(context)
    # Taken first: a file that arrives while we read makes the half-year out of date, and is not missed.
    stamp = folder_stamp(data.directory, period)
    found = documents_of(data.directory, period)
    frame = frame_of(RAW_DOCUMENTS, found.rows())
    yield dg.MaterializeResult(
        value=frame,
        metadata={
            "preview": preview(frame, "document", "publisher", "kind", "window_start", "window_end", "characters"),
            "files not read": len(found.problems),
            "copies of one text": copies(found),
            "superseded": len(found.superseded_by),
            FOLDER_STAMP: stamp,
        },
    )
    yield as_result("raw_documents", EVERY_FILE_READ.name, files_read(found))


def copies(found: PeriodDocuments) -> dg.MarkdownMetadataValue:
    """The groups of documents that count as one source, a line each."""
    names = {document.document_id: document.name for document in found.documents}
    groups: dict[str, list[str]] = defaultdict(list)
    for document_id, group in found.groups.items():
        groups[group].append(names[document_id])
    lines = [f"- {', '.join(sorted(group))}" for group in groups.values() if len(group) > 1]
    return dg.MetadataValue.md("\n".join(sorted(lines)) or "none")


def files_read(found: PeriodDocuments) -> Finding:
    """Whether every file in the folder became a document."""
    files = len(found.documents) + len(found.problems)
    unread = [{"file": p.file, "reason": p.reason, "cure": p.cure} for p in found.problems]
    first = "; ".join(unread[0].values()) if unread else ""
    return Finding(files, unread, f"{len(unread)} of {files} files are no document: {first}")

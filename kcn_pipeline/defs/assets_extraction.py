"""The third asset: every figure that the documents publish, bound to metric, entity and period.

Belongs here: calling the extraction stage on each document. Does not: understanding (`extraction`).
"""

import dagster as dg
import pandas as pd

from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.defs.describing import preview, rows_of, stage_asset
from kcn_pipeline.documents.document import Document
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.tables import FACTS, frame_of


@stage_asset(
    "extraction",
    FACTS,
    "One row a figure, values in base units: USD, VND (đồng), ha, project (dự án), person (lao động), percent. "
    "A figure without a metric was seen but not understood.",
    kinds={"python", "parquet"},
)
def extracted_metrics(raw_documents: pd.DataFrame, cleaned_texts: pd.DataFrame) -> dg.MaterializeResult[pd.DataFrame]:
    """The figures of every document of the half-year."""
    cleaned = {row["document_id"]: row for row in rows_of(cleaned_texts)}
    facts = [
        fact
        for document in map(Document.from_row, rows_of(raw_documents))
        for fact in extract_facts(document, CleanedText.from_row(cleaned[document.document_id], document.text))
    ]
    frame = frame_of(FACTS, [fact.as_row() for fact in facts])
    return dg.MaterializeResult(
        value=frame,
        metadata={
            "preview": preview(
                frame, "entity", "metric", "origin", "comparison", "period_end", "value", "unit", "quote"
            ),
            "figures": len(frame),
            "figures without a metric": int(frame["metric"].isna().sum()),
            "figures to be reviewed": sum(bool(fact.review) for fact in facts),
        },
    )

"""The assets of extraction: every figure that the documents publish, those not understood, and events.

Belongs here: calling the extraction stage on each document. Does not: understanding (`extraction`).
"""

from collections.abc import Iterator

import dagster as dg
import pandas as pd

from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.defs.describing import preview, rows_of, stage_asset
from kcn_pipeline.documents.document import Document
from kcn_pipeline.extraction.events.told import extract_events
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.extraction.unassigned import unassigned_figures as unassigned_of
from kcn_pipeline.tables import EVENTS, FACTS, UNASSIGNED_FIGURES, frame_of


@stage_asset(
    "extraction",
    FACTS,
    "One row a figure, values in base units: USD, VND (đồng), ha, project (dự án), person (lao động), percent. "
    "A figure without a metric was seen but not understood.",
    kinds={"python", "parquet"},
)
def extracted_metrics(raw_documents: pd.DataFrame, cleaned_texts: pd.DataFrame) -> dg.MaterializeResult[pd.DataFrame]:
    """The figures of every document of the half-year."""
    facts = [fact for texts in _texts(raw_documents, cleaned_texts) for fact in extract_facts(*texts)]
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


@stage_asset(
    "extraction",
    UNASSIGNED_FIGURES,
    "One row a figure without a metric. `kcn propose` turns them into phrases for the vocabulary (metrics.yaml).",
    kinds={"python", "parquet"},
)
def unassigned_figures(
    raw_documents: pd.DataFrame, cleaned_texts: pd.DataFrame, extracted_metrics: pd.DataFrame
) -> dg.MaterializeResult[pd.DataFrame]:
    """The figures of every document of the half-year that the vocabulary does not know."""
    facts: dict[str, list[Fact]] = {}
    for row in rows_of(extracted_metrics):
        facts.setdefault(row["document_id"], []).append(Fact.from_row(row))
    rows = [
        figure.as_row()
        for document, cleaned in _texts(raw_documents, cleaned_texts)
        for figure in unassigned_of(facts.get(document.document_id, []), cleaned)
    ]
    frame = frame_of(UNASSIGNED_FIGURES, rows)
    reasons = {f"figures: {reason}": int(count) for reason, count in frame["reason"].value_counts().items()}
    shown = preview(frame, "document", "quote", "wording", "reason", "sentence")
    return dg.MaterializeResult(value=frame, metadata={"preview": shown, "figures": len(frame), **reasons})


@stage_asset(
    "extraction",
    EVENTS,
    "One row an event and entity: khối trưởng and khối phó by year, members, awards (khen thưởng), conferences "
    "(hội nghị) and their hosts.",
    kinds={"python", "parquet"},
)
def events(raw_documents: pd.DataFrame, cleaned_texts: pd.DataFrame) -> dg.MaterializeResult[pd.DataFrame]:
    """The events that every document of the half-year tells."""
    rows = [event.as_row() for texts in _texts(raw_documents, cleaned_texts) for event in extract_events(*texts)]
    frame = frame_of(EVENTS, rows)
    kinds = {f"events: {kind}": int(count) for kind, count in frame["kind"].value_counts().items()}
    shown = preview(frame, "kind", "entity", "bloc", "role", "award", "status", "year", "quote")
    return dg.MaterializeResult(value=frame, metadata={"preview": shown, "events": len(frame), **kinds})


def _texts(raw_documents: pd.DataFrame, cleaned_texts: pd.DataFrame) -> Iterator[tuple[Document, CleanedText]]:
    """Every document with its cleaned text."""
    cleaned = {row["document_id"]: row for row in rows_of(cleaned_texts)}
    for document in map(Document.from_row, rows_of(raw_documents)):
        yield document, CleanedText.from_row(cleaned[document.document_id], document.text)

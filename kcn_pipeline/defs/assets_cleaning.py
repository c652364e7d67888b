"""The second asset: correct Vietnamese, aligned to the decoded text.

Belongs here: calling the cleaning stage on each document. Does not: restoring (`cleaning`).
"""

import dagster as dg
import pandas as pd

from kcn_pipeline.cleaning.clean import clean_text
from kcn_pipeline.defs.describing import preview, rows_of, stage_asset
from kcn_pipeline.documents.document import Document
from kcn_pipeline.tables import CLEANED_TEXTS, frame_of


@stage_asset(
    "cleaning",
    CLEANED_TEXTS,
    "One row a document; counts in words and characters. Digits are never altered; every changed stretch is a "
    "segment over the decoded text.",
    kinds={"python", "parquet"},
)
def cleaned_texts(raw_documents: pd.DataFrame) -> dg.MaterializeResult[pd.DataFrame]:
    """Every document of the half-year, cleaned."""
    documents = [Document.from_row(row) for row in rows_of(raw_documents)]
    frame = frame_of(CLEANED_TEXTS, [clean_text(document.text).as_row(document) for document in documents])
    return dg.MaterializeResult(
        value=frame,
        metadata={
            "preview": preview(frame, "document", "words", "words_restored", "characters_removed"),
            "words": int(frame["words"].sum()),
            "words restored": int(frame["words_restored"].sum()),
        },
    )

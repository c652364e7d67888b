"""The views that analysts find in the mart beside the tables.

Belongs here: SQL over the mart's tables, with what each view is for. Does not: figures of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class View:
    """A view: where it stands, what it is for, and its query."""

    schema: str
    name: str
    description: str
    query: str

    @property
    def qualified(self) -> str:
        """`reconciliation.open_questions`."""
        return f"{self.schema}.{self.name}"


OPEN_QUESTIONS: Final = View(
    "reconciliation",
    "open_questions",
    "Relations that do not hold within rounding, or could not be tried (quan hệ cần xem xét).",
    "SELECT * FROM reconciliation.reconciled_aggregates WHERE verdict NOT IN ('EXACT', 'ROUNDING')",
)

LIKELY_WRONG: Final = View(
    "reconciliation",
    "likely_wrong",
    "What the likeliest explanation of each contradiction calls wrong, with its likeliest reading (nghi sai nhất).",
    "SELECT * FROM reconciliation.suspects WHERE answer <= 1 AND reading = 1 ORDER BY hard DESC, probability DESC",
)

NOT_UNDERSTOOD: Final = View(
    "extraction",
    "not_understood",
    "Figures that were seen but not understood; the rule says why (số liệu chưa hiểu).",
    "SELECT * FROM extraction.extracted_metrics WHERE metric IS NULL",
)

PROVENANCE: Final = View(
    "publication",
    "provenance",
    "Every figure behind a panel row, with its words and its document; place 1 stands for the row (nguồn số liệu).",
    """
    SELECT cell.entity, cell.metric, cell.origin, cell.unit, cell.period, cell.period_start, cell.period_end,
           source.place, figure.figure_id, figure.value, figure.quote, figure."start", figure."end",
           document.document_id, document.document, document.title, document.url, document.published_on
    FROM publication.panel AS cell,
         LATERAL (
             SELECT unnest(ids) AS figure_id, generate_subscripts(ids, 1) AS place
             FROM (SELECT from_json(cell.figure_ids, '["VARCHAR"]') AS ids)
         ) AS source
    JOIN extraction.extracted_metrics AS figure USING (figure_id)
    JOIN documents.raw_documents AS document USING (document_id)
    """,
)

VIEWS: Final = (OPEN_QUESTIONS, LIKELY_WRONG, NOT_UNDERSTOOD, PROVENANCE)

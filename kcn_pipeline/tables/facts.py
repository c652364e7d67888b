"""The tables of what documents say: figures, those not understood, and events.

Belongs here: their columns. Does not: cells, which several figures may give (`cells`).
"""

from __future__ import annotations

from typing import Final

import pandera.pandas as pa

from kcn_pipeline.quantities import BOUNDS, COMPARISONS, ORIGINS
from kcn_pipeline.tables.columns import (
    JSON_LIST,
    count,
    day,
    decimal,
    entity,
    half_year,
    one_of,
    ordered,
    sha256,
    table,
    text,
)

# Where a figure stands: the same columns in every table of figures.
_PLACE: Final = {
    "document_id": sha256("Document"),
    "document": text("File name"),
    "period": half_year("Half-year of the document"),
    "start": count("Offset of the quote in the decoded text"),
    "end": count("Offset after the quote in the decoded text"),
    "quote": text("The shortest stretch with number and unit"),
}
_NOT_EMPTY: Final = pa.Check(
    lambda frame: frame["start"] < frame["end"], name="start_lt_end", error="a quote has at least one character"
)

FACTS: Final = table(
    "extracted_metrics",
    "Every figure a document publishes, understood or seen only (số liệu trích xuất).",
    {
        "figure_id": text("Hash of document SHA-256, start, end and ordinal; never of the metric", unique=True),
        **_PLACE,
        "entity": entity("Whom the figure speaks of", nullable=True),
        "metric": text("Code of the vocabulary; null for a figure seen but not understood", nullable=True),
        "comparison": one_of("What the figure compares", COMPARISONS),
        "base": text("Metric that a share or excess is a ratio to", nullable=True),
        "base_period": text("Period of growth against anything but the same period last year", nullable=True),
        "origin": one_of("Origin of the investment (FDI, DDI)", ORIGINS, nullable=True),
        "period_start": day("First day; null for a stock", nullable=True),
        "period_end": day("Last day, or as-of date of a stock", nullable=True),
        "value": decimal("Value in base units, as the accepted reading gives it"),
        "unit": text("Base unit: USD, VND, project, person, ha, percent …"),
        "literal_value": decimal("Conventional reading where the accepted one differs", nullable=True),
        "bound": one_of("What the hedge says of the true value", BOUNDS),
        "hedge": text("The hedge word", nullable=True),
        "lo": decimal("Least value that precision and hedge allow", nullable=True),
        "hi": decimal("Greatest value that precision and hedge allow", nullable=True),
        "coverage": text(f"{JSON_LIST}, subset of kcn, kcx, kkt, ccn, outside"),
        "target": pa.Column(bool, description="True for plans and aims"),
        "rule": text("Rule that bound the figure, or the reason why none did"),
        "cues": text(f"{JSON_LIST} of the spans of metric, entity, period and hedge words"),
        "review": text(
            f"{JSON_LIST} of the doubtful words among those (cần xem lại): start, end, word, alternatives, margin"
        ),
    },
    ordered("lo", "hi"),
    _NOT_EMPTY,
)

UNASSIGNED_FIGURES: Final = table(
    "unassigned_figures",
    "Figures seen and not understood, with the words beside them (số liệu chưa rõ chỉ tiêu).",
    {
        "figure_id": text("The figure (extracted_metrics.figure_id)", unique=True),
        **_PLACE,
        "value": decimal("Value in base units"),
        "unit": text("Base unit: USD, VND, project, person, ha, percent, case …"),
        "comparison": one_of("What the figure compares", COMPARISONS),
        "reason": text("Why no metric was found"),
        "wording": text("The nearest words that may name it, # for the figure before them; empty for none"),
        "sentence": text("The sentence around it, cleaned"),
    },
)

EVENT_KINDS: Final = ("leadership", "membership", "award", "conference", "host")
EVENT_STATUSES: Final = ("held", "planned", "conferred", "proposed")

EVENTS: Final = table(
    "events",
    "Who leads a bloc and is in it, who was honoured, when and where conferences were (sự kiện thi đua).",
    {
        "event_id": text("Hash of document SHA-256, kind, entity, part and place in the text", unique=True),
        "document_id": sha256("Document"),
        "document": text("File name"),
        "period": half_year("Half-year of the document"),
        "kind": one_of("Kind of event", EVENT_KINDS),
        "start": count("Offset of the quote in the decoded text"),
        "end": count("Offset after the quote in the decoded text"),
        "quote": text("The words that tell it"),
        "entity": entity("Board that leads, is a member, is honoured or hosts; board or bloc whose conference it is"),
        "bloc": entity("Emulation bloc (khối thi đua)", nullable=True),
        "role": text("leader or deputy (khối trưởng, khối phó); kind of conference", nullable=True),
        "person": text("Who speaks for the board, where told", nullable=True),
        "award": text("What was given: emulation_flag, certificate_of_merit …", nullable=True),
        "giver": text("Who gives it (cấp khen thưởng)", nullable=True),
        "status": one_of("Conferred or proposed, held or planned", EVENT_STATUSES, nullable=True),
        "year": count("Year of office, membership or merit; of the conference"),
        "first_day": day("First day of a conference", nullable=True),
        "last_day": day("Last day of a conference", nullable=True),
        "place": text("Place of a conference", nullable=True),
        "rule": text("Rule that found it"),
        "cues": text(f"{JSON_LIST} of the spans of the words that told it"),
    },
    _NOT_EMPTY,
)

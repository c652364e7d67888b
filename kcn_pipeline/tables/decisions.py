"""The tables of what people decided, and of figures that another one replaced.

Belongs here: their columns and codes. Does not: the file that decisions are written in (`reference.corrections`).
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.tables.cells import CELL_NAME
from kcn_pipeline.tables.columns import JSON_LIST, day, decimal, half_year, nullable, one_of, table, text

DECISION_ACTIONS: Final = ("accept", "override", "drop", "flag")
DECISION_STATES: Final = ("applied", "confirming", "stale", "without_effect", "contradictory")
REVISION_KINDS: Final = ("agreement", "revision", "conflict", "coverage", "decision")
REVISION_REASONS: Final = (
    *("later_version", "nearer_publisher", "coverage", "firmer", "sharper", "fixed_order"),
    *("accepted", "overridden", "dropped", "withheld"),
)

_DECISION: Final = "The decision (decisions.correction_id)"

REVISIONS: Final = table(
    "revisions",
    "Figures that give a cell another value than the one that stands, and what people decided (điều chỉnh số liệu).",
    {
        "period": half_year("Half-year that holds period_end"),
        **CELL_NAME,
        "kind": one_of("How the two differ: agreement within rounding, or a decision of a person", REVISION_KINDS),
        "reason": one_of("Why the new figure stands and not the old one", REVISION_REASONS),
        "old_figure_id": text("The figure that does not stand, or did not before the decision"),
        "old_value": decimal("Its value, base units"),
        "old_document": text("File name of its document"),
        "new_figure_id": text("The figure that stands; null where the cell is withheld or empty", nullable=True),
        "new_value": decimal("Value of the cell, base units", nullable=True),
        "new_document": text("File name of its document", nullable=True),
        "correction_id": text(f"{_DECISION} that says so; null where the sources themselves do", nullable=True),
        "decided_by": text("Who decided it", nullable=True),
        "against": text(
            f"{JSON_LIST} of the figures that an accepted one was accepted against; null: whatever contradicts it",
            nullable=True,
        ),
    },
)

DECISIONS: Final = table(
    "decisions",
    "What people decided of figures and cells, and what became of it (quyết định hiệu đính).",
    {
        "correction_id": text("Hash of the row of corrections.yaml", unique=True),
        "period": half_year("Half-year of the cell it is about; of the figure's document where there is none"),
        "action": one_of("What is to be done", DECISION_ACTIONS),
        "figure_id": text("The figure it is about; null for a cell", nullable=True),
        "quote": text("Words of the figure when the decision was made", nullable=True),
        **{name: nullable(column) for name, column in CELL_NAME.items()},
        "value": decimal("Value put in place by an override, base units", nullable=True),
        "expected_value": decimal("Value found when the decision was made, base units"),
        "reason": text("Why, in the words of who decided"),
        "decided_by": text("Who decided it"),
        "decided_on": day("Day of the decision"),
        "state": one_of(
            "confirming: accepts what stands anyway and nothing of its half-year contradicts; stale: the figure or "
            "its value is no longer as expected; without_effect: changes no cell; contradictory: another decision "
            "says otherwise. Only applied ones act",
            DECISION_STATES,
        ),
        "old_value": decimal("What would stand without it, base units; null where it changes nothing", nullable=True),
        "new_value": decimal("What stands by it; null where nothing does or it changes nothing", nullable=True),
        "explanation_vi": text("One sentence in Vietnamese"),
        "explanation_en": text("One sentence in English"),
    },
)

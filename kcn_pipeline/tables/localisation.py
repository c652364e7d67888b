"""The tables of who is wrong, and of what an unpublished cell can be.

Belongs here: their columns and codes. Does not: verdicts on single relations (`cells`).
"""

from __future__ import annotations

from typing import Final

import pandera.pandas as pa

from kcn_pipeline.tables.cells import CELL_NAME, RULE_FAMILIES
from kcn_pipeline.tables.columns import JSON_LIST, count, decimal, half_year, one_of, ordered, share, table, text

SUSPECT_KINDS: Final = ("figure", "relation")
BOUND_KINDS: Final = ("unpublished", "derived", "suspected")

CONSTRAINTS: Final = table(
    "constraints",
    "Every relation that ties figures to each other, with its terms (quan hệ giữa các số liệu).",
    {
        "constraint_id": text("Hash of the relation; the verdict_id of its verdict, where it has one"),
        "period": half_year("Half-year of the latest cell of the relation, or whose contradiction it stands in"),
        "rule": one_of("Family of the relation", RULE_FAMILIES),
        "code": text("Which relation of the family"),
        **CELL_NAME,
        "hard": pa.Column(bool, description="True where no right figures break it"),
        "cause": text("Why it may fail between right figures, where a kind of repairs.yaml says so", nullable=True),
        "terms": text(
            f"{JSON_LIST} of rows, lo ≤ Σ coefficient × cell ≤ hi, each with its terms (cell, coefficient, figure_id)"
            " and its ends; percentages one unit of their last digit loose; no coefficient: the parts of a quotient"
        ),
        "figure_ids": text(f"{JSON_LIST} of the published figures that it ties"),
        "reference": text(f"{JSON_LIST} of the rows of reference data it was made from, as file and key"),
    },
)

SUSPECTS: Final = table(
    "suspects",
    "Figures that contradict the others, with what they may have been (số liệu nghi sai và cách đọc đề xuất).",
    {
        "period": half_year("Half-year whose figures the contradiction is among"),
        "contradiction": text("Hash of the contradiction: the same for all its explanations"),
        "answer": count("Which explanation, 1 the likeliest; 0 where time was too short to find one"),
        "reading": count("Which reading of the figure under the explanation, 1 the likeliest"),
        "kind": one_of("What is called wrong: a figure, or a relation between right figures", SUSPECT_KINDS),
        **CELL_NAME,
        "figure_id": text("The figure; of a stated percentage, that one; null for an identity", nullable=True),
        "relation_id": text("The relation (constraints.constraint_id); null for a figure", nullable=True),
        "published": decimal("Value as published, base units", nullable=True),
        "feasible_lo": decimal("Least value that everything else leaves", nullable=True),
        "feasible_hi": decimal("Greatest value that everything else leaves", nullable=True),
        "repair": text(
            "How it may have been misread, or why it fails (repairs.yaml); null: unexplained", nullable=True
        ),
        "repaired": decimal("Value under that reading; proposed, never applied", nullable=True),
        "repaired_lo": decimal("Least value under that reading", nullable=True),
        "repaired_hi": decimal("Greatest value under that reading", nullable=True),
        "cost": pa.Column(float, description="−ln of the prior of the explanation, nats"),
        "probability": share("Of the explanation, among those told"),
        "ambiguous": pa.Column(bool, description="True where another explanation is about as likely"),
        "hard": pa.Column(bool, description="True where figures contradict each other under hard identities alone"),
        "finished": pa.Column(bool, description="False where time ran out, or too many are wrong, to weigh everything"),
        "strict": pa.Column(bool, description="True where percentages then hold as printed"),
        "explanation_vi": text("One sentence in Vietnamese"),
        "explanation_en": text("One sentence in English"),
    },
    ordered("feasible_lo", "feasible_hi"),
    ordered("repaired_lo", "repaired_hi"),
)

CONFLICT_MEMBERS: Final = table(
    "conflict_members",
    "Figures and relations that cannot all hold, none of which can be left out (các thành phần mâu thuẫn).",
    {
        "period": half_year("Half-year whose figures the contradiction is among"),
        "contradiction": text("The contradiction (suspects.contradiction)"),
        "conflict": text("Hash of the members of one conflict"),
        "kind": one_of("Whether the member is a figure or a relation", SUSPECT_KINDS),
        **CELL_NAME,
        "figure_id": text("The figure; null for a relation", nullable=True),
        "relation_id": text("The relation (constraints.constraint_id); null for a figure", nullable=True),
        "rule": one_of("Family of the relation", RULE_FAMILIES, nullable=True),
        "hard": pa.Column(bool, description="True for a relation that no right figures break"),
        "proved": pa.Column(bool, description="True where exact arithmetic proves the conflict"),
    },
)

CELL_BOUNDS: Final = table(
    "bounds",
    "What cells that nobody published can be, given all that was (khoảng giá trị của ô chưa công bố).",
    {
        "period": half_year("Half-year that holds period_end"),
        "kind": one_of(
            "derived: computed from other figures of the same entity; suspected: published, but set aside", BOUND_KINDS
        ),
        **CELL_NAME,
        "lo": decimal("Least value, base units", nullable=True),
        "hi": decimal("Greatest value, base units; null where nothing bounds it", nullable=True),
        "set_aside": count("Suspected figures left out, because they contradict others"),
        "finished": pa.Column(bool, description="False where time ran out: true all the same, but wider than need be"),
    },
    ordered("lo", "hi"),
)

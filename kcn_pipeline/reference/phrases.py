"""Words that steer the reading of a figure: hedges, origins, comparison, plan, stock and flow words.

Belongs here: the row model and loading of `phrases.yaml`. Does not: wordings of metrics (`metrics`)
or of periods (`period_patterns`).
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final, Literal

from kcn_pipeline.reference.loading import DATA, Row, read_rows, require_unique

PHRASES_FILE: Final = DATA / "phrases.yaml"

PhraseRole = Literal[
    "hedge",
    "origin",
    "increase",
    "decrease",
    "exceed",
    "attain",
    "account_for",
    "same_period",
    "plan",
    "target",
    "section_future",
    "stock",
    "flow",
    "parts",
    "respectively",
    "nation",
    "outside_vocabulary",
    "board_head",
    "bloc_head",
    "zone_head",
    "company_head",
    "plural",
    "attendance",
    "comparative",
    "anaphora",
    "points_at",
    "hedge_after",
    "hedge_of_amount",
    "now",
    "whole",
    "table_total",
    "per",
    "coverage",
    "board_short",
    "only",
    "example",
    "each",
    "ratio",
    "multiple",
    "of_place",
    "including",
    "then",
    "named_dimension",
    "native",
    "rank",
    "bracket_legend",
    "into_plan",
    "same_figures",
    "in_brackets",
    "single_plant",
    "once",
    "contribution",
    "public_funds",
]


class Phrase(Row):
    """One wording with the role it plays.

    value: what it stands for in that role (`lower`, `fdi`, `yoy` …). least, most: for a hedge, the
    factors of the printed value between which the true one lies.
    """

    phrase: str
    role: PhraseRole
    value: str
    least: Decimal = Decimal(1)
    most: Decimal = Decimal(1)


@cache
def load_phrases(path: Path = PHRASES_FILE) -> tuple[Phrase, ...]:
    """Every phrase, in the order of the file. Errors: BrokenReference."""
    rows = read_rows(path, Phrase)
    require_unique(path, [f"{row.role}: {row.phrase}" for row in rows])
    return tuple(rows)

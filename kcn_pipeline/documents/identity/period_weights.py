"""What one mention of a period weighs, by its kind and the sense in which it is mentioned.

Belongs here: the table of weights. Does not: where a mention stands (`layout`), or what the weights decide
(`period_choice`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kcn_pipeline.documents.identity.period_cues import PeriodCue
from kcn_pipeline.reference.document_cues import PeriodKind

_PLAIN_YEAR_SHARE: Final = 0.25
# Weights of a mention as (account, within or opening a sentence, in passing).
_WEIGHTS: Final[Mapping[PeriodKind, tuple[float, float, float]]] = {
    "first_months": (5, 4, 3),
    "first_half": (5, 4, 3),
    "months_alone": (4, 3, 0),
    "second_half": (3, 0, 0),
    "quarter": (3, 2, 1),
    "month": (2, 0.5, 0),
    "as_of_month": (1, 1, 1),
    "as_of_day": (1, 1, 1),
    "year": (3, 2, _PLAIN_YEAR_SHARE),
    "bare_year": (3, 2, 1),
    "past_year": (3, 2, 1),
    "this_year": (2, 1, 0),
    "year_to_date": (3, 2, 2),
}


def weight_of(cue: PeriodCue) -> float:
    """The weight of a mention that names months, wherever it stands. Errors: KeyError for one that names none."""
    account, within, passing = _WEIGHTS[cue.kind]
    if cue.context == "within":
        return within
    if cue.context in ("plain", "of its plan"):
        # "The fourth quarter alone" is a part of what is reported on.
        return passing if cue.kind != "quarter" or cue.year is not None else 0
    # A half-yearly review "of the emulation drive of 2019" tells the year, not twelve months.
    return passing if cue.context == "review_of_half" and cue.kind == "year" else account

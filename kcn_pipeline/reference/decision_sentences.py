"""The sentences that say what became of a decision, in Vietnamese and English.

Belongs here: loading `decision_sentences.yaml`, complete for every action and state. Does not: the row model
(`report_texts`), or filling a sentence in (`reconciliation.decisions.outcomes`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Formatter
from typing import Final

from kcn_pipeline.reference.loading import DATA, BrokenReference
from kcn_pipeline.reference.report_texts import Text, load_texts
from kcn_pipeline.tables import DECISION_ACTIONS, DECISION_STATES

DECISION_SENTENCES_FILE: Final = DATA / "decision_sentences.yaml"
# What a sentence may leave open; `reconciliation.decisions.outcomes` fills in every one of them.
FIELDS: Final = frozenset(("what", "who", "day", "reason", "old", "new", "expected"))
_SENTENCE: Final = "decision."
_TERMS: Final = ("term.nothing", "term.figure", "term.found")


@cache
def load_decision_sentences(path: Path = DECISION_SENTENCES_FILE) -> dict[str, Text]:
    """`decision.ACTION` for one that is applied, else `decision.STATE`; small wordings by `term.…`.

    Errors: BrokenReference, also for an unknown field and for an action, state or term without a row.
    """
    rows = load_texts(path)
    for row in rows.values():
        fields = {name for _, name, _, _ in Formatter().parse(row.vi) if name is not None}
        if row.key.startswith(_SENTENCE) and (unknown := sorted(fields - FIELDS)):
            cure = f"write one of {', '.join(sorted(FIELDS))}"
            raise BrokenReference(path, row.line, f"unknown field {', '.join(unknown)}", cure)
    told = (*DECISION_ACTIONS, *(state for state in DECISION_STATES if state != "applied"))
    if missing := [key for key in (*(f"{_SENTENCE}{name}" for name in told), *_TERMS) if key not in rows]:
        raise BrokenReference(path, 1, f"no row for {', '.join(missing)}", f"add '{missing[0]}'")
    return rows

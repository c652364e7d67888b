"""The sentences that say of a suspect what is wrong with it and what it may have been.

Belongs here: loading `suspect_sentences.yaml`, complete for every kind of repair and family of relations.
Does not: the row model (`report_texts`), or filling a sentence in (`reconciliation.localisation.accusations`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Formatter
from typing import Final

from kcn_pipeline.reference.loading import DATA, BrokenReference
from kcn_pipeline.reference.repairs import load_repairs
from kcn_pipeline.reference.report_texts import Text, load_texts
from kcn_pipeline.tables import RULE_FAMILIES

SUSPECT_SENTENCES_FILE: Final = DATA / "suspect_sentences.yaml"
SITUATIONS: Final = ("repaired", "several", "unexplained", "alike", "hedged", "percentage", "relation", "unfinished")
# What a sentence may leave open; `reconciliation.localisation.accusations` fills in every one of them.
FIELDS: Final = frozenset(("what", "published", "left", "repaired", "readings", "how", "rule", "also"))
_TERMS: Final = ("ambiguous", "less_likely", "unfinished")
# Families of relations, and stocks that roll on, which belong to the family growth.
_RULES: Final = (*RULE_FAMILIES, "roll")


@cache
def load_suspect_sentences(path: Path = SUSPECT_SENTENCES_FILE) -> dict[str, Text]:
    """Every sentence by `suspect.situation`, small wordings by `term.…`, `repair.kind` and `rule.family`.

    Errors: BrokenReference, also for an unknown field and for a situation, kind or family without a row.
    """
    rows = load_texts(path)
    for row in rows.values():
        fields = {name for _, name, _, _ in Formatter().parse(row.vi) if name is not None}
        if unknown := sorted(fields - FIELDS):
            cure = f"write one of {', '.join(sorted(FIELDS))}"
            raise BrokenReference(path, row.line, f"unknown field {', '.join(unknown)}", cure)
    if missing := [key for key in _required() if key not in rows]:
        raise BrokenReference(path, 1, f"no row for {', '.join(missing)}", f"add '{missing[0]}'")
    return rows


def _required() -> list[str]:
    groups = {"suspect": SITUATIONS, "term": _TERMS, "repair": tuple(load_repairs()), "rule": _RULES}
    return [f"{group}.{name}" for group, names in groups.items() for name in names]

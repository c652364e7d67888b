"""The sentences that explain verdicts, in Vietnamese and English.

Belongs here: loading `verdict_sentences.yaml`, and finding the sentence of an outcome. Does not: the
row model (`report_texts`), or filling a sentence in (`reconciliation.wording.sentences`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Formatter
from typing import Final

from kcn_pipeline.quantities import VERDICTS
from kcn_pipeline.reference.loading import DATA, BrokenReference
from kcn_pipeline.reference.report_texts import Text, load_texts

SENTENCES_FILE: Final = DATA / "verdict_sentences.yaml"
ANY_RELATION: Final = "any"
_TERM: Final = "term."

# What a sentence may leave open; `reconciliation.wording.sentences` fills in every one of them.
FIELDS: Final = frozenset(
    (
        *("what", "who", "since", "year", "stated", "derived", "quoted", "implied", "residual", "left"),
        *("parts", "total", "published", "members", "missing", "power", "base", "named_base"),
    )
)


@cache
def load_sentences(path: Path = SENTENCES_FILE) -> dict[str, Text]:
    """Every sentence by `relation.VERDICT`, every small wording by `term.name`.

    Errors: BrokenReference, also for an unknown verdict or field and for a verdict without an `any` sentence.
    """
    rows = load_texts(path)
    for row in rows.values():
        if not row.key.startswith(_TERM):
            _require_sentence(path, row)
    unserved = [verdict for verdict in VERDICTS if f"{ANY_RELATION}.{verdict}" not in rows]
    if unserved:
        raise BrokenReference(path, 1, f"no sentence for {', '.join(unserved)}", f"add '{ANY_RELATION}.{unserved[0]}'")
    return rows


def _require_sentence(path: Path, row: Text) -> None:
    verdict = row.key.partition(".")[2]
    if verdict not in VERDICTS:
        raise BrokenReference(path, row.line, f"'{verdict}' is no verdict", f"write one of {', '.join(VERDICTS)}")
    fields = {name for _, name, _, _ in Formatter().parse(row.vi) if name is not None}
    if unknown := sorted(fields - FIELDS):
        cure = f"write one of {', '.join(sorted(FIELDS))}"
        raise BrokenReference(path, row.line, f"unknown field {', '.join(unknown)}", cure)


def sentence(relation: str, verdict: str) -> Text:
    """The sentence of a kind of relation and an outcome. Errors: KeyError for a word that is no verdict."""
    rows = load_sentences()
    return rows.get(f"{relation}.{verdict}") or rows[f"{ANY_RELATION}.{verdict}"]


def term(name: str) -> Text:
    """A small wording by its name. Errors: KeyError for an unknown one."""
    return load_sentences()[f"{_TERM}{name}"]

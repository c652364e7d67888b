"""What a verdict asks of a reader of the report: to act, to look, nothing, or more figures.

Belongs here: the four groups that the report counts and colours. Does not: verdicts, their order and
the severities of asset checks (`reconciliation.relations.verdicts`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, get_args

from kcn_pipeline.reconciliation.relations import verdicts

Severity = Literal["error", "warning", "holds", "untried"]
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)


def severity_of(verdict: str) -> Severity:
    """The group of a verdict. Errors: ValueError for a word that is no verdict."""
    match verdicts.severity(verdict):
        case "ERROR":
            return "error"
        case "WARN":
            return "warning"
        case _:
            return "untried" if verdict == "NOT_PUBLISHED" else "holds"


def worst_severity(severities: Iterable[Severity]) -> Severity | None:
    """The worst of several groups; None where there is none."""
    return min(severities, key=SEVERITIES.index, default=None)

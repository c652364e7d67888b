"""What a run tells the one who started it: counts by half-year, failed checks, where the results lie.

Belongs here: the value types of a summary and counting what the warehouse holds. Does not: running
anything (`launch`) or wording it for a terminal (`commands`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import dagster as dg

from kcn_pipeline.defs.storage import partition_path, read_table
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reconciliation.localisation.findings import likeliest
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import CLEANED_TEXTS, FACTS, RAW_DOCUMENTS, RECONCILED_AGGREGATES, SUSPECTS

Severity = Literal["ERROR", "WARN"]


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A sentence in each language on a figure or relation that localisation calls wrong."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class PeriodSummary:
    """What the warehouse holds of one half-year after the run.

    verdicts: counted by kind. suspicions: of the likeliest explanations, those under hard identities first.
    """

    period: HalfYear
    documents: int
    words_restored: int
    facts: int
    figures_without_metric: int
    verdicts: Mapping[str, int]
    suspicions: tuple[Suspicion, ...] = ()


@dataclass(frozen=True, slots=True)
class FailedCheck:
    """One check that did not pass; `period` is None for what has no partition."""

    asset: str
    check: str
    period: HalfYear | None
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class RunSummary:
    """A whole run: one entry a half-year whose extraction or reconciliation ran, in order.

    held_back: half-years not reconciled because facts near them failed a blocking check. published: whether
    panel, mart and report were made anew; they stay as they were while any half-year's facts are unsound.
    """

    periods: tuple[PeriodSummary, ...]
    failed_checks: tuple[FailedCheck, ...]
    held_back: tuple[HalfYear, ...]
    published: bool
    report: Path
    mart: Path

    @property
    def has_errors(self) -> bool:
        """Whether a check of severity ERROR failed: exit status 1."""
        return any(failed.severity == "ERROR" for failed in self.failed_checks)


def period_summary(data: DataDirectory, period: HalfYear) -> PeriodSummary:
    """Count what the warehouse holds of `period`; what was never computed counts as none."""
    stored = {
        str(schema.name): read_table(partition_path(data.warehouse, str(schema.name), period), schema)
        for schema in (RAW_DOCUMENTS, CLEANED_TEXTS, FACTS, RECONCILED_AGGREGATES, SUSPECTS)
    }
    facts, accused = stored["extracted_metrics"], likeliest(stored["suspects"])
    return PeriodSummary(
        period=period,
        documents=len(stored["raw_documents"]),
        words_restored=int(stored["cleaned_texts"]["words_restored"].sum()),
        facts=len(facts),
        figures_without_metric=int(facts["metric"].isna().sum()),
        verdicts=dict(Counter(stored["reconciled_aggregates"]["verdict"])),
        suspicions=tuple(map(Suspicion, accused["explanation_vi"], accused["explanation_en"])),
    )


def failed_checks(evaluations: Iterable[dg.AssetCheckEvaluation]) -> list[FailedCheck]:
    """The evaluations that did not pass, ERROR first, then by half-year, asset and check."""
    failed = [_failed(evaluation) for evaluation in evaluations if not evaluation.passed]
    return sorted(failed, key=lambda f: (f.severity, f.period is None, f.period or HalfYear(1, 1), f.asset, f.check))


def _failed(evaluation: dg.AssetCheckEvaluation) -> FailedCheck:
    return FailedCheck(
        asset=evaluation.asset_key.path[-1],
        check=evaluation.check_name,
        period=HalfYear.parse(evaluation.partition) if evaluation.partition else None,
        severity="ERROR" if evaluation.severity is dg.AssetCheckSeverity.ERROR else "WARN",
        message=evaluation.description or "failed",
    )

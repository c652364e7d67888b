"""The summary of a run for reading: a table of half-years, the failed checks, where the results lie.

Belongs here: laying out. Does not: counting (`defs.summary`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from rich.table import Table
from rich.text import Text

from kcn_pipeline.commands import terminal
from kcn_pipeline.defs.summary import FailedCheck, PeriodSummary, RunSummary
from kcn_pipeline.messages import say, translated
from kcn_pipeline.publication.bilingual import text_in
from kcn_pipeline.publication.severity import SEVERITIES, Severity, severity_of
from kcn_pipeline.settings import language
from kcn_pipeline.tables import VERDICTS

_VERDICT_STYLES: Final[dict[Severity, str]] = {
    "error": terminal.BAD,
    "warning": terminal.DOUBTFUL,
    "holds": terminal.GOOD,
    "untried": terminal.FAINT,
}
_HEADINGS: Final = ("run.period", "run.documents", "run.figures", "run.without_metric", "run.suspects", "run.verdicts")
_SUSPICIONS_SHOWN: Final = 5
_SEVERITIES: Final = {"ERROR": ("run.error", terminal.BAD), "WARN": ("run.warning", terminal.DOUBTFUL)}


def show(summary: RunSummary) -> None:
    """Print the summary to standard output."""
    out = terminal.console()
    out.print(_half_years(summary.periods))
    out.print()
    if any(period.suspicions for period in summary.periods):
        out.print(say("run.suspicions"), style="bold")
        out.print(_suspicions(summary.periods))
        out.print()
    if summary.failed_checks:
        out.print(say("run.failed_checks"), style="bold")
        out.print(_failed(summary.failed_checks))
    else:
        out.print(say("run.all_checks_passed"), style=terminal.GOOD)
    if summary.held_back:
        labels = ", ".join(period.label for period in summary.held_back)
        out.print(say("run.held_back", periods=labels), style=terminal.DOUBTFUL)
    if not summary.published:
        out.print(say("run.not_published"), style=terminal.BAD)
    out.print()
    out.print(say("run.mart"), summary.mart, soft_wrap=True)
    out.print(say("run.report"), summary.report, soft_wrap=True)


def _half_years(periods: Sequence[PeriodSummary]) -> Table:
    made = terminal.table(*map(say, _HEADINGS), numbers=(1, 2, 3, 4))
    for period in periods:
        counts = (period.documents, period.facts, period.figures_without_metric, len(period.suspicions))
        if not any(counts) and not period.verdicts:
            continue  # a neighbour that was looked at and holds nothing
        made.add_row(period.period.label, *map(str, counts), _verdicts(period.verdicts))
    return made


def _suspicions(periods: Sequence[PeriodSummary]) -> Table:
    """The first few suspects, each with what it may have been, and how many more there are."""
    told = [(period.period, suspicion) for period in periods for suspicion in period.suspicions]
    made = Table.grid(padding=(0, 2))
    made.add_column(no_wrap=True)
    made.add_column(overflow="fold")
    for period, suspicion in told[:_SUSPICIONS_SHOWN]:
        made.add_row(period.label, suspicion.vi if language() == "vi" else suspicion.en)
    if len(told) > _SUSPICIONS_SHOWN:
        made.add_row("", Text(say("run.more_suspicions", count=len(told) - _SUSPICIONS_SHOWN), terminal.FAINT))
    return made


def _verdicts(counts: Mapping[str, int]) -> Text:
    """`12 Exact · 1 Coverage break`, the worst first, in its colour."""
    ranked = sorted(counts, key=lambda name: (SEVERITIES.index(severity_of(name)), VERDICTS.index(name)))
    named = [(f"{counts[name]} {text_in(language(), f'verdict.{name}')}", severity_of(name)) for name in ranked]
    return Text(" · ").join(Text(words, _VERDICT_STYLES[severity]) for words, severity in named)


def _failed(checks: Sequence[FailedCheck]) -> Table:
    made = Table.grid(padding=(0, 2))
    made.add_column(no_wrap=True)
    made.add_column(no_wrap=True)
    made.add_column(overflow="fold")
    for check in checks:
        key, style = _SEVERITIES[check.severity]
        made.add_row(
            Text(say(key), style),
            str(check.period or ""),
            Text.assemble((f"{check.asset}.{check.check}", "bold"), f"  {translated(check.message)}"),
        )
    return made

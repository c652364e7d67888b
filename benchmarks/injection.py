"""Errors injected into synthetic panels: how many are found, named and mended, how fast, against a naive rule.

Belongs here: the tables of `docs/localisation.md` and what their columns mean. Does not: counting over one panel
(`injection_scores`), panels and errors (`kcn_pipeline.synthetic`), or accuracy of reading (`accuracy`).
"""

from __future__ import annotations

import random
import resource
import statistics
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.accuracy import commit
from benchmarks.corpora import REPOSITORY
from benchmarks.injection_scores import Score, count, system_of
from kcn_pipeline.reconciliation.localisation.bounds import bounds
from kcn_pipeline.reconciliation.localisation.localise import linear_system, localise
from kcn_pipeline.synthetic.injection import inject
from kcn_pipeline.synthetic.panels import panel

REPORT: Final = REPOSITORY / "docs" / "localisation.md"
CLEAN_PANELS: Final = 200
BOUNDED_CELLS: Final = 1000
# Sixty-three boards in six blocs.
BLOCS_OF_63: Final = (11, 11, 11, 10, 10, 10)
HALF_YEARS: Final = 40
# Panels, errors in each, share of cells unpublished.
SETTINGS: Final = ((200, 1, 0.3), (80, 2, 0.3), (50, 3, 0.3), (100, 1, 0.0), (50, 1, 0.6))
_KIBIBYTES_IN_A_MEBIBYTE: Final = 1024

EXPLANATION: Final = """Panels of 11 made-up boards and their bloc: 12 metrics, FDI, domestic and total, flows of the
half, nine months and year, stocks, printed to 0–3 decimals, one figure in twelve hedged, 30 % of growth rates and 40 %
of shares told, one percentage in ten cut instead of rounded. Errors are drawn from the kinds that real reports show, in
the figures of one half-year; nothing tells the pipeline which figures are right.

*Detectable*: with this error alone, and every other published figure printed right, the published intervals and
relations have no common solution; arithmetic cannot see the others. *Precision*: of the figures that the likeliest
answers call wrong, those that are. *Recall*: of the detectable errors, those all of whose figures the likeliest answer
names; *top three*: one of the three likeliest does. *Right repair*: of the errors named, those whose first proposal is
the true figure, `unexplained` errors included, of which no catalogue tells the true figure, only what the others leave.
*Ambiguous*: contradictions with a second answer within one nat. *Median s*: CPU seconds for one half-year, from cells
to answers. *Naive*: a fully published total = FDI + domestic or bloc = sum of members that is more than 5 % off accuses
all its figures."""
HEADER: Final = (
    "| errors | missing | panels | detectable | precision | recall | top three | right repair | ambiguous | unfinished "
    "| median s | naive precision | naive recall of all |"
)


def measured(panels: int, errors: int, missing: float) -> Score:
    """Inject, localise and count, over so many panels."""
    score = Score()
    for seed in range(panels):
        honest = panel(seed, missing=missing)
        wrong, injected = inject(honest, errors, random.Random(31 * seed + errors))  # noqa: S311 - repeatable
        cells, quotes, start = wrong.cells, wrong.quotes, time.process_time()
        found = localise(linear_system(cells, wrong.stated, quotes, members_of=wrong.members_of), wrong.period)
        score.seconds.append(time.process_time() - start)
        count(score, honest, wrong, injected, found)
    return score


def false_alarms(panels: int = CLEAN_PANELS) -> int:
    """Contradictions found in panels without errors."""
    honest = (panel(10_000 + seed) for seed in range(panels))
    return sum(len(localise(system_of(made), made.period)) for made in honest)


def cells_outside_bounds(wanted: int = BOUNDED_CELLS) -> tuple[int, int]:
    """Of so many unpublished cells (and second halves), how many true values lie outside; and how many were tried."""
    outside = tried = 0
    for seed in range(wanted):
        made = panel(20_000 + seed)
        for bound in bounds(system_of(made), made.period):
            tried += 1
            outside += not bound.interval.contains(made.truth[bound.series, bound.window])
            if tried == wanted:
                return outside, tried
    return outside, tried


def seconds_of_many(half_years: int = HALF_YEARS) -> float:
    """CPU seconds to localise half-years of 63 boards, one error in each, on one core; made beforehand."""
    spent = 0.0
    for seed in range(half_years):
        made, _ = inject(panel(30_000 + seed, BLOCS_OF_63), 1, random.Random(seed))  # noqa: S311 - repeatable
        cells, quotes = made.cells, made.quotes
        start = time.process_time()
        localise(linear_system(cells, made.stated, quotes, members_of=made.members_of), made.period)
        spent += time.process_time() - start
    return spent


def write_localisation(path: Path = REPORT) -> str:
    """Measure everything, write the report and give its text."""
    many = seconds_of_many()  # first: what the other measurements leave in memory is no cost of these
    scores = [(setting, measured(*setting)) for setting in SETTINGS]
    outside, tried = cells_outside_bounds()
    alarms = false_alarms()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIBIBYTES_IN_A_MEBIBYTE
    lines = [
        "# Localisation of errors",
        "",
        f"Measured {datetime.now(UTC):%Y-%m-%d} at commit {commit()} by `make bench`.",
        "",
        EXPLANATION,
        "",
        HEADER,
        "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
        *(_row(setting, score) for setting, score in scores),
        "",
        f"- Contradictions in {CLEAN_PANELS} panels without errors: {alarms}.",
        f"- True values outside the bounds of {tried} unpublished cells: {outside}.",
        f"- {HALF_YEARS} half-years of 63 boards, one error each: {many:.1f} s of one core in all.",
        f"- Peak memory of the whole measurement: {memory:.0f} MiB.",
        "",
        "## One error, 30 % missing, by kind",
        "",
        "| kind | errors | detectable | named | mended |",
        "|---|---:|---:|---:|---:|",
        *(f"| {kind} | {' | '.join(map(str, counts))} |" for kind, counts in sorted(scores[0][1].by_kind.items())),
        "",
    ]
    text = "\n".join(lines)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return text


def _row(setting: tuple[int, int, float], score: Score) -> str:
    panels, errors, missing = setting
    cells = [
        str(errors),
        f"{missing:.0%}",
        str(panels),
        f"{score.detectable} of {score.errors}",
        _share(score.rightly_accused, score.accused),
        _share(score.named, score.detectable),
        _share(score.named_in_three, score.detectable),
        _share(score.mended, score.named),
        f"{score.ambiguous} of {score.contradictions}",
        str(score.unfinished),
        f"{statistics.median(score.seconds):.2f}",
        _share(score.naive_right, score.naive_accused),
        _share(score.naive_named, score.errors),
    ]
    return f"| {' | '.join(cells)} |"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


if __name__ == "__main__":
    print(write_localisation())

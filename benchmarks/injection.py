"""Errors injected into synthetic panels: how many are found, named and mended, how fast, against a naive rule.

Belongs here: the tables of `docs/localisation.md` and what their columns mean. Does not: panels and
errors (`kcn_pipeline.synthetic`), or accuracy of reading (`accuracy`).
"""

from __future__ import annotations

import random
import resource
import statistics
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Final

from benchmarks.accuracy import commit
from benchmarks.corpora import REPOSITORY
from kcn_pipeline.reconciliation.bounds import bounds
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reconciliation.linear_system import System
from kcn_pipeline.reconciliation.localise import Localisation, linear_system, localise
from kcn_pipeline.synthetic.injection import Injected, Place, inject
from kcn_pipeline.synthetic.panels import Panel, panel

REPORT: Final = REPOSITORY / "docs" / "localisation.md"
TOLERANCE: Final = Decimal("0.05")
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


@dataclass
class Score:
    """Counts over the panels of one setting; seconds by panel."""

    errors: int = 0
    detectable: int = 0
    accused: int = 0
    rightly_accused: int = 0
    named: int = 0
    named_in_three: int = 0
    mended: int = 0
    contradictions: int = 0
    ambiguous: int = 0
    unfinished: int = 0
    naive_accused: int = 0
    naive_right: int = 0
    naive_named: int = 0
    by_kind: dict[str, list[int]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)


def system_of(made: Panel) -> System:
    """The linear system of a panel's half-year and the year before."""
    return linear_system(made.cells, made.stated, made.quotes, members_of=made.members_of)


def measured(panels: int, errors: int, missing: float) -> Score:
    """Inject, localise and count, over so many panels."""
    score = Score()
    for seed in range(panels):
        honest = panel(seed, missing=missing)
        wrong, injected = inject(honest, errors, random.Random(31 * seed + errors))  # noqa: S311 - repeatable
        cells, quotes, start = wrong.cells, wrong.quotes, time.process_time()
        found = localise(linear_system(cells, wrong.stated, quotes, members_of=wrong.members_of), wrong.period)
        score.seconds.append(time.process_time() - start)
        _count(score, honest, wrong, injected, found)
    return score


def _count(score: Score, honest: Panel, wrong: Panel, injected: Sequence[Injected], found: list[Localisation]) -> None:
    bad = {place for error in injected for place in error.places}
    accused = _named(found, 0)
    score.contradictions += len(found)
    score.ambiguous += sum(len(one.best) > 1 for one in found)
    score.unfinished += sum(not one.finished for one in found)
    score.accused += len(accused)
    score.rightly_accused += len(accused.keys() & bad)
    naive = naive_suspects(wrong)
    score.naive_accused += len(naive)
    score.naive_right += len(naive & bad)
    for error in injected:
        score.errors += 1
        kind = score.by_kind.setdefault(error.kind, [0, 0, 0, 0])
        kind[0] += 1
        score.naive_named += error.places <= naive
        if not (bool(found) if len(injected) == 1 else _is_detectable(honest, wrong, error)):
            continue
        named = error.places <= accused.keys()
        in_three = named or any(error.places <= _named(found, rank).keys() for rank in (1, 2))
        mended = named and all(accused[place] == printed.value for place, printed in error.true)
        score.detectable += 1
        score.named += named
        score.named_in_three += in_three
        score.mended += mended
        for column, counted in enumerate((True, named, mended), start=1):
            kind[column] += counted


def _is_detectable(honest: Panel, wrong: Panel, error: Injected) -> bool:
    alone = {place: wrong.printed[place] for place in error.places}
    only = Panel(honest.truth, honest.blocs, {**honest.printed, **alone}, honest.stated)
    return bool(localise(system_of(only), only.period))


def _named(found: Iterable[Localisation], rank: int) -> dict[Place, Decimal | None]:
    """The cells that answer number `rank` of every contradiction calls wrong, with the value first proposed."""
    named: dict[Place, Decimal | None] = {}
    for one in found:
        for answer in one.answers[rank : rank + 1]:
            for suspect in answer.suspects:
                place = one.component.place(suspect.element)
                named[place.series, place.window] = suspect.readings[0].value if suspect.readings else None
    return named


def naive_suspects(made: Panel) -> set[Place]:
    """Every figure of a fully published sum that is more than 5 % off its total."""
    accused: set[Place] = set()
    for (series, window), whole in made.printed.items():
        parts_of = []
        if series.origin == "total":
            parts_of.append([Series(series.entity, series.metric, origin, series.unit) for origin in ("fdi", "ddi")])
        if series.entity in made.blocs:
            boards = made.blocs[series.entity]
            parts_of.append([Series(board, series.metric, series.origin, series.unit) for board in boards])
        for parts in parts_of:
            places = [(part, window) for part in parts]
            if all(place in made.printed for place in places):
                total = sum((made.printed[place].value for place in places), Decimal(0))
                if abs(total - whole.value) > TOLERANCE * abs(whole.value):
                    accused |= {(series, window), *places}
    return accused


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
    scores = [(setting, measured(*setting)) for setting in SETTINGS]
    outside, tried = cells_outside_bounds()
    many = seconds_of_many()
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

"""The likeliest identity of a document whose text leaves it open, for looking at one file without a warehouse.

Belongs here: choosing where `identification` refuses to. Does not: registering, where a guess would file a document
under a half-year that it does not speak of.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.documents.identity.identification import (
    Publisher,
    Reading,
    identity_of,
    period_of,
    publisher_of,
    reading_of,
)
from kcn_pipeline.documents.identity.place_cues import place_hints
from kcn_pipeline.documents.identity.publisher_cues import nation_mentions
from kcn_pipeline.documents.problems import Unidentified
from kcn_pipeline.documents.sidecar import Sidecar
from kcn_pipeline.periods import HalfYear, Window

# No report speaks of this year or of those beside it: what is counted from it is known to be a stand-in.
_STAND_IN_YEAR: Final = 9000
UNKNOWN_WINDOW: Final = Window.of_year(_STAND_IN_YEAR)
_AROUND: Final = 500
# The oldest reports: boards are older by a few years only.
_FIRST_YEAR: Final = 1999


@dataclass(frozen=True, slots=True)
class Guess:
    """An identity, and what the text left open about it; `UNKNOWN_WINDOW` where no year is told at all."""

    identity: Identity
    doubts: tuple[Unidentified, ...]


def guess(
    text: str, *, title: str | None = None, published_on: date | None = None, sidecar: Sidecar | None = None
) -> Guess:
    """As `identify`, never refused: the likeliest period, else `UNKNOWN_WINDOW`; no publisher where none is told."""
    sidecar = sidecar or Sidecar()
    doubts: list[Unidentified] = []
    reading = reading_of(text, title, published_on)
    try:
        period = period_of(reading, sidecar)
    except Unidentified as doubt:
        doubts.append(doubt)
        period = _likeliest(doubt, reading), []
    publisher, doubt_of_publisher = _publisher(reading, sidecar, period[0])
    doubts += doubt_of_publisher
    return Guess(identity_of(reading, sidecar, period, publisher), tuple(doubts))


def is_stand_in(day: date | None) -> bool:
    """Whether a day was counted from `UNKNOWN_WINDOW`, so that it says nothing."""
    return day is not None and abs(day.year - _STAND_IN_YEAR) <= _AROUND


def _publisher(reading: Reading, sidecar: Sidecar, window: Window) -> tuple[Publisher, list[Unidentified]]:
    """Without a year, or in one to come, that of the latest year in which there is one: mergers end boards.

    A province that a later one took in is called by its old name by texts from before: its own board then.
    """
    doubts: list[Unidentified] = []
    latest = date.today()
    open_year = window == UNKNOWN_WINDOW or window.end.year > latest.year
    later: Publisher | None = None
    for year in range(latest.year, _FIRST_YEAR, -1) if open_year else [window.end.year]:
        day = date(year, window.end.month, window.end.day)
        try:
            found = publisher_of(reading, sidecar, day)
        except Unidentified as doubt:
            doubts = [doubt]
            continue
        if not open_year or (later is not None and _is_called_otherwise(later, found)):
            return found, []
        if later is not None and found != later:
            break
        later = found
    if later is not None:
        return later, []
    return _by_one_place(reading, doubts, min(window.end, latest)) or (None, "press", []), doubts


def _is_called_otherwise(later: Publisher, earlier: Publisher) -> bool:
    """Whether an earlier board of the text goes by another name than the one it became part of."""
    one, other = ((publisher or "").partition("@")[0] for publisher in (later[0], earlier[0]))
    return bool(one and other) and one != other


def _by_one_place(reading: Reading, doubts: Iterable[Unidentified], day: date) -> Publisher | None:
    """The board of the only place that a text names in passing; one of the title is what the whole text is about."""
    candidates = [name for doubt in doubts for name in doubt.candidates]
    if len(candidates) != 1 or nation_mentions(reading.skeleton):
        return None
    title = reading.layout.title_span
    titled = any(title.overlaps(hint.span) for hint in place_hints(reading.skeleton, reading.layout, day))
    return None if titled else (candidates[0], "press", [])


def _likeliest(doubt: Unidentified, reading: Reading) -> Window:
    """What is in question of the heaviest candidate's year, together; else the year that the text names most."""
    windows = [window for window in map(_window, doubt.candidates) if window is not None]
    if windows:
        same = [window for window in windows if window.end.year == windows[0].end.year]
        return Window(min(window.start or window.end for window in same), max(window.end for window in same))
    years = [cue.year for cue in reading.cues if cue.year is not None]
    return Window.of_year(_most_frequent(years)) if years else UNKNOWN_WINDOW


def _window(candidate: str) -> Window | None:
    """A candidate as `identification` writes it: a year, a half-year or two days; None for months without a year."""
    try:
        if "/" in candidate:
            first, last = map(date.fromisoformat, candidate.split("/"))
            return Window(first, last)
        if candidate.isdecimal():
            return Window.of_year(int(candidate))
        half = HalfYear.parse(candidate)
    except ValueError:
        return None
    return Window(half.start, half.end)


def _most_frequent(years: Iterable[int]) -> int:
    """Of years named equally often the latest: reports compare with the past."""
    listed = list(years)
    return max(set(listed), key=lambda year: (listed.count(year), year))

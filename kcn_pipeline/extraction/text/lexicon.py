"""The one phrase index of extraction, filled from `reference/`.

Belongs here: which reference row becomes which role. Does not: a phrase, or what a role does.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final

from kcn_pipeline.extraction.text.phrase_index import Mention, PhraseIndex
from kcn_pipeline.reference.blocs import load_blocs
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.countries import load_countries
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline.reference.phrases import load_phrases
from kcn_pipeline.reference.provinces import load_provinces
from kcn_pipeline.reference.short_forms import ways_of_writing
from kcn_pipeline.reference.units import load_scales, load_units

OUTSIDE: Final = "outside:"
"""Opens the code of a wording that no metric of the vocabulary has, so that no other claims its figures; the
dimension of these follows."""

FREE, TOUCHING, FOLLOWING = "metric", "metric_touching", "metric_following"
WEAK, WEAK_TOUCHING = "metric_weak", "metric_weak_touching"
_TWO: Final = 2
_SECTOR_WORDS: Final = 5
METRIC_ROLES: Final = (FREE, TOUCHING, FOLLOWING, WEAK, WEAK_TOUCHING)


@cache
def counts_in(code: str, dimension: str | None) -> bool:
    """Whether figures of `dimension` may be of a wording's metric, or of what the vocabulary lacks."""
    if code.startswith(OUTSIDE):  # money by the month is money: `thưởng Tết bình quân 6 triệu đồng/người`
        return code.removeprefix(OUTSIDE) == ("money" if dimension == "money_per_person_month" else dimension)
    return dimension in load_metrics()[code].dimensions


def free_wordings(free: Sequence[Mention], origins: Sequence[Mention]) -> Sequence[Mention]:
    """Those of `free` that do not stand in the name of a sector: `khu vực có vốn đầu tư nước ngoài đạt 9 tỷ USD`."""
    sectors = [m for m in origins if m.last - m.first >= _SECTOR_WORDS]
    if not sectors:
        return free
    return [w for w in free if not any(m.first < w.first and w.last <= m.last for m in sectors)]


def outreaching(found: Sequence[Mention]) -> list[Mention]:
    """Of wordings that begin at one place, a longer one of what the vocabulary lacks hides the shorter ones."""
    if len(found) < _TWO or not any(m.value.startswith(OUTSIDE) for m in found):
        return [*found]
    last = max(m.last for m in found if m.value.startswith(OUTSIDE))
    lacking = {m.value.removeprefix(OUTSIDE) for m in found if m.value.startswith(OUTSIDE) and m.last == last}
    return [m for m in found if m.last >= last or not any(counts_in(m.value, dimension) for dimension in lacking)]


@cache
def only_metric_in(dimension: str) -> str | None:
    """The metric that alone is measured in `dimension`."""
    metrics = [m.metric for m in load_metrics().values() if dimension in m.dimensions]
    return metrics[0] if len(metrics) == 1 else None


@cache
def lexicon() -> PhraseIndex:
    """Every phrase that extraction looks for, built once a process."""
    return PhraseIndex([*_words(), *_metrics(), *_names()], interposed="origin", hosts=METRIC_ROLES, kind_of=_kind_of)


def _kind_of(role: str, value: Any) -> Hashable:
    """Wordings compete with those of the same dimensions: `đã thu hút` of projects leaves `thu hút` to workers."""
    if role not in METRIC_ROLES:
        return None
    return (value.removeprefix(OUTSIDE),) if value.startswith(OUTSIDE) else load_metrics()[value].dimensions


def _words() -> Iterator[tuple[str, str, Any]]:
    for unit in load_units().values():
        yield unit.word, "unit", unit
    for scale in load_scales().values():
        yield scale.word, "scale", scale.factor
    for phrase in load_phrases():
        if phrase.role == "outside_vocabulary":
            for words in ways_of_writing(phrase.phrase):
                yield _with_slot(words, OUTSIDE + phrase.value)
        elif phrase.role == "native":
            for province in load_provinces().values():
                yield f"{phrase.phrase} {province.name}", FOLLOWING, phrase.value
                yield f"{phrase.phrase} {province.name}", TOUCHING, phrase.value
        else:
            yield phrase.phrase, phrase.role, phrase


def _metrics() -> Iterator[tuple[str, str, Any]]:
    for metric in load_metrics().values():
        for phrase in _written(metric.phrases):
            yield _with_slot(phrase, metric.metric)
        for phrase in _written(metric.weak_phrases):
            words, role, code = _with_slot(phrase, metric.metric)
            yield words, WEAK_TOUCHING if role == TOUCHING else WEAK, code


def _written(phrases: Iterable[str]) -> Iterable[str]:
    """Phrases in every way of writing them, each once."""
    return dict.fromkeys(way for phrase in phrases for way in ways_of_writing(phrase))


def _with_slot(phrase: str, metric: str) -> tuple[str, str, Any]:
    words = phrase.replace("#", "").strip()
    if phrase.startswith("#"):
        return words, FOLLOWING, metric
    return words, TOUCHING if phrase.endswith("#") else FREE, metric


def _names() -> Iterator[tuple[str, str, Any]]:
    for board in load_boards().values():
        for name in {board.name, *board.aliases}:
            yield name, "board_name", board.code
    for bloc in load_blocs().values():
        for name in {bloc.name, *bloc.aliases}:
            yield name, "bloc_name", bloc.code
    for province in load_provinces().values():
        for name in {province.name, *province.aliases}:
            yield name, "place", province.code
    for country in load_countries().values():
        for name in country.names:
            yield name, "country", country.entity
    for zone in {zone for board in load_boards().values() for zone in board.zones}:
        yield zone, "zone_name", zone

"""The figures of one sentence bound: amounts first, then origins, ratios, names and times.

Belongs here: the order of the steps in a sentence, and which of its figures are no statistics. Does not: any decision
of a step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.cross_evidence.announced import name_announced_totals
from kcn_pipeline.extraction.cross_evidence.disbursed_stocks import settle_disbursed
from kcn_pipeline.extraction.cross_evidence.going_on import take_over
from kcn_pipeline.extraction.distant_hedges import bound_by_negation, take_distant_hedges
from kcn_pipeline.extraction.metrics.adjustments import direct_adjustments
from kcn_pipeline.extraction.metrics.binding import AmountBinder
from kcn_pipeline.extraction.metrics.range_ends import settle_range_ends
from kcn_pipeline.extraction.numbers.figures import Column, Figure
from kcn_pipeline.extraction.origins.choice import assign_origins
from kcn_pipeline.extraction.owners.choice import assign_owner
from kcn_pipeline.extraction.owners.distribution import distribute_alike, distribute_each, distribute_names
from kcn_pipeline.extraction.owners.wider_wholes import widen_before, widen_wholes
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.periods.base_periods import assign_base_period
from kcn_pipeline.extraction.periods.earlier_amounts import mark_earlier
from kcn_pipeline.extraction.periods.parallel_years import distribute_years
from kcn_pipeline.extraction.periods.plans import (
    follow_aim,
    keep_outcome,
    mark_estimates,
    mark_plans,
    settle_range,
    share_time_behind,
    take_aim_over,
)
from kcn_pipeline.extraction.periods.windows import assign_window
from kcn_pipeline.extraction.ratios.comparisons import ComparisonBinder
from kcn_pipeline.extraction.ratios.told_pairs import settle_told_pairs
from kcn_pipeline.extraction.text.brackets import Asides
from kcn_pipeline.extraction.text.lexicon import FREE
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.extraction.thresholds import set_thresholds_aside
from kcn_pipeline.reference.entities import load_nations, slug
from kcn_pipeline.reference.function_words import function_words

_ALWAYS_STATISTICS: Final = frozenset(
    {
        "project",
        "money",
        "percent",
        "person",
        "area",
        "enterprise",
        "dossier",
        "permit",
        "money_per_person_month",
        "visit",
    }
)
_OF_NONE: Final = "the row's label names no board, zone, period or total"
_WITHOUT_HEADER: Final = "no header tells which of its row's numbers it is"
_ATTENDING: Final = frozenset({"enterprise", "person"})
_ZONE: Final = "zone"
_HAVE: Final = function_words("have")
_OUT_OF: Final = function_words("out_of")
_NAMES_AT_MOST: Final = 40
_RATIOS: Final = frozenset({"percent", "multiple"})


def sentence_drafts(
    tokens: Tokens,
    context: SentenceContext,
    found: Sequence[Figure],
    identity: Identity,
    before: Sequence[Draft],
    memory: Memory,
) -> list[Draft]:
    """The statistics of a sentence; `before` are those of the sentences before it."""
    if found:
        sentence = context.sentence
        context.asides = Asides(tokens.keys, sentence.first, sentence.last, found[0].first)
    drafts = [Draft(f) for f in found if f.unit is not None and not _states_nothing(f, tokens, context)]
    if not drafts:
        return []
    amounts = AmountBinder(tokens, context, memory)
    amounts.expect(found)
    _bind_each(drafts, context, before, amounts.bind, ratios=False)
    settle_range_ends(drafts)
    direct_adjustments(tokens, context, drafts)
    mark_estimates(tokens, context, drafts)
    take_distant_hedges(tokens, context, drafts)
    bound_by_negation(tokens, context, drafts)
    mark_plans(tokens, context, drafts)
    mark_earlier(drafts, context, tokens)
    name_announced_totals(context, drafts, identity.window.end)
    assign_origins(tokens, context, drafts, memory)
    if not _RATIOS.isdisjoint([d.figure.dimension for d in drafts]):
        comparisons = ComparisonBinder(tokens, context, amounts, memory)
        comparisons.expect(drafts)
        _bind_each(drafts, context, before, comparisons.bind, ratios=True)
    settle_disbursed(context, drafts)
    set_thresholds_aside(tokens, context, drafts)
    if context.entities:
        distribute_names(tokens, context, drafts)
        distribute_each(tokens, context, drafts)
        distribute_alike(tokens, context, drafts)
    _assign_scope(tokens, context, drafts, identity)
    widen_before(tokens, context, drafts, memory.latest)
    settle_told_pairs(tokens, drafts)
    take_aim_over(tokens, context, drafts, memory.latest)
    take_over(context, drafts, before)
    return [d for d in drafts if d.metric is not None or _is_statistic(d.figure)]


def _is_statistic(figure: Figure) -> bool:
    return figure.dimension in _ALWAYS_STATISTICS and not figure.vague


def _bind_each(
    drafts: Sequence[Draft],
    context: SentenceContext,
    before: Sequence[Draft],
    bind: Callable[[Draft, Sequence[Draft], int], object],
    *,
    ratios: bool,
) -> None:
    """Bind the amounts or the ratios, each with the figures before it in its sentence or its row of a table."""
    following = [*[d.figure.before for d in drafts[1:]], context.sentence.last]
    for index, draft in enumerate(drafts):
        if (draft.figure.dimension in _RATIOS) != ratios:
            continue
        if draft.figure.column is None:
            bind(draft, drafts[:index], following[index])
        elif _is_understood(draft, draft.figure.column):
            bind(draft, _in_row(draft.figure.column, before) or drafts[:index], following[index])


def _assign_scope(tokens: Tokens, context: SentenceContext, drafts: Sequence[Draft], identity: Identity) -> None:
    previous: Draft | None = None
    for draft in drafts:
        assign_owner(draft, previous, context, tokens, identity)
        assign_window(draft, context, tokens, identity.window)
        assign_base_period(draft, context, tokens, identity.window)
        if previous is not None and previous.target:
            follow_aim(draft, previous, tokens)
        elif previous is not None and draft.target:
            keep_outcome(draft, previous, context, tokens)
        if previous is not None:
            settle_range(draft, previous)
        previous = draft
    if context.times:
        share_time_behind(drafts, tokens)
    distribute_years(tokens, context, drafts)
    widen_wholes(tokens, context, drafts)


def _is_understood(draft: Draft, column: Column) -> bool:
    """Whether the row of a table's number says whose it is; a row of anything else is not the publisher's."""
    if not column.understood:
        draft.rule = _OF_NONE if column.by_header else _WITHOUT_HEADER
    return column.understood


def _in_row(column: Column, before: Sequence[Draft]) -> list[Draft]:
    """The figures of the same row of a table."""
    same = takewhile(lambda d: d.figure.column is not None and d.figure.column.row == column.row, reversed(before))
    return list(same)[::-1]


def _states_nothing(figure: Figure, tokens: Tokens, context: SentenceContext) -> bool:
    """Whether it counts who came, or zones only to name them."""
    if figure.dimension in _ATTENDING:
        return _counts_attendance(figure, context)
    return figure.dimension == _ZONE and figure.column is None and _sets_scope(figure, tokens)


def _sets_scope(figure: Figure, tokens: Tokens) -> bool:
    """`hai KCN Hòa Phú và Bình Minh có 58 dự án`: a count before the names of what it counts only sets the scope.

    So do names in brackets, where the sentence goes on with what the zones have: `02 KCN (Hòa Phú, Bình Minh) có …`.
    """
    if _is_scope_of_rate(figure, tokens):
        return True
    if figure.last + 1 >= len(tokens):
        return False
    at = figure.last
    if tokens.keys[at] == "(":
        end = next((i for i in range(at, min(at + _NAMES_AT_MOST, len(tokens))) if tokens.keys[i] == ")"), None)
        if end is None or tokens.keys[end + 1 : end + 2] != [*_HAVE]:
            return False
        at += 1
    word = tokens.words(at, at + 1)
    if slug(tokens.words(at, at + 2)) in load_nations():
        return False  # `cả thảy 400 KCN Việt Nam`
    return word[0].isupper() and len(word) > 1 and not word.isupper()


def _is_scope_of_rate(figure: Figure, tokens: Tokens) -> bool:
    """`lấp đầy 66% trên tổng số 9 KCN`: the zones over which a rate is told."""
    at = figure.before
    while at > 0 and tokens.keys[at - 1] in _OUT_OF:
        at -= 1
    return at < figure.before and tokens.keys[at - 1 : at] == ["%"]


def _counts_attendance(figure: Figure, context: SentenceContext) -> bool:
    """Whether it counts who came to a meeting, which is no statistic of the zones."""
    came = [m for m in context.mentions.of("attendance") if m.last <= figure.first]
    # Right behind a wording such words tell who is there: `tổng số lao động có mặt đầu kỳ 40 nghìn người`.
    return bool(came) and not any(context.mentions.all_ending(m.first, FREE) for m in came)

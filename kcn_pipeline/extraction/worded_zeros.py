"""Zeros said in words: a negation and what there was none of, as figures of value 0.

Belongs here: recognising them, and their binding to metric, entity and period. Does not: the wordings
(`reference/data/worded_zeros.yaml`), or zeros in digits, which are figures like all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from kcn_pipeline.documents.document import Identity
from kcn_pipeline.extraction.metrics.binding import AmountBinder
from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.numbers.numerals import Reading
from kcn_pipeline.extraction.origins.choice import assign_origins
from kcn_pipeline.extraction.owners.choice import assign_owner
from kcn_pipeline.extraction.passages.context import SentenceContext
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory
from kcn_pipeline.extraction.periods.windows import assign_window
from kcn_pipeline.extraction.text.lexicon import FREE, OUTSIDE, TOUCHING, counts_in
from kcn_pipeline.extraction.text.local_phrases import LocalMatch, LocalPhrases
from kcn_pipeline.extraction.text.phrase_index import Mention
from kcn_pipeline.extraction.text.sentences import Sentence
from kcn_pipeline.extraction.text.tokens import Tokens
from kcn_pipeline.reference.function_words import function_words
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline.reference.worded_zeros import ZeroWording, load_worded_zeros

CASE: Final = "case"
"""Unit of what the vocabulary does not count: fires, strikes, accidents."""
RULE: Final = "zero said in words"
_UNKNOWN: Final = f"{RULE}: the vocabulary has no code for what there was none of"
_ZERO: Final = Reading(Decimal(0), Decimal(0), conventional=True)
_NAMING: Final = (FREE, TOUCHING)
_COUNTABLE: Final = frozenset({"project", "dossier", "enterprise", "permit", "zone", "contract", "procedure"})
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ":", "(", ")"})
_SEGMENT_ENDS: Final = frozenset({";", ":"})
_LISTED: Final = function_words("and") | function_words("range") | {",", "hay"}
_QUESTION: Final = "?"
_NEGATED_VERB_WORDS: Final = 8
_OPENING_WORDS: Final = 3
_WORDS_TO_THE_WORDING: Final = 3


@cache
def _wordings(*roles: str) -> LocalPhrases[ZeroWording]:
    return LocalPhrases((row.phrase, row) for row in load_worded_zeros() if row.role in roles)


@dataclass(frozen=True, slots=True)
class _Zero:
    """A zero at tokens [first, last), of `metric` where its noun tells one; else `unit` has to be bound."""

    negation: LocalMatch[ZeroWording]
    last: int
    metric: str | None = None
    unit: Mention | None = None


def zero_drafts(tokens: Tokens, context: SentenceContext, identity: Identity) -> list[Draft]:
    """The zeros that a sentence says in words, bound; plans, hedged and habitual ones are none."""
    sentence, keys = context.sentence, tokens.keys
    if not _wordings("negated").may_begin_in(context.words):
        return []
    if keys[sentence.last - 1] == _QUESTION:
        return []
    drafts = []
    for draft in _drafts(tokens, context):
        assign_owner(draft, None, context, tokens, identity)
        assign_window(draft, context, tokens, identity.window)
        if not draft.target:
            drafts.append(draft)
    return drafts


def _drafts(tokens: Tokens, context: SentenceContext) -> Iterator[Draft]:
    """The zeros of a sentence from left to right, each by the first of its readings that holds."""
    place = context.sentence.first
    while place < context.sentence.last:
        negation = _wordings("having", "happening", "preventing", "negated").at(tokens.keys, place)
        place += 1
        if negation is None or not _states_outcome(tokens, context, negation):
            continue
        read = (
            _counted(z, z.unit, tokens, context) if z.unit else _named(z) for z in _zeros(tokens, context, negation)
        )
        draft = next(filter(None, read), None)
        if draft is not None:
            yield draft
            place = draft.figure.last


def _zeros(tokens: Tokens, context: SentenceContext, negation: LocalMatch[ZeroWording]) -> Iterator[_Zero]:
    """What the negation may count: units of the vocabulary, or things that only a zero is told of."""
    if negation.value.role == "negated":
        yield from _after_verb(tokens, context, negation)
        return
    at = _past_fillers(tokens.keys, negation.last, context.sentence)
    noun = _noun_at(tokens.keys, at, negation.value.role)
    unit = context.mentions.starting(at, "unit")
    if unit is not None and unit.value.dimension in _COUNTABLE and (noun is None or noun.last <= unit.last):
        origin = context.mentions.starting(unit.last, "origin")
        yield _Zero(negation, _past_none(tokens.keys, origin.last if origin else unit.last), unit=unit)
    if noun is not None:
        yield _listed(tokens, context.sentence, negation, noun)


def _listed(
    tokens: Tokens, sentence: Sentence, negation: LocalMatch[ZeroWording], noun: LocalMatch[ZeroWording]
) -> _Zero:
    """A noun and those listed with it, as one zero; of a metric only where all of them are, and nothing narrows them.

    `không có khiếu nại đông người` is no statement on complaints as a whole.
    """
    keys, last, metrics = tokens.keys, noun.last, {noun.value.metric}
    while last < sentence.last and keys[last] in _LISTED:
        more = _noun_at(keys, _past_fillers(keys, last + 1, sentence), negation.value.role)
        if more is None or more.last > sentence.last:
            break
        last, metrics = more.last, metrics | {more.value.metric}
    last = min(_past_none(keys, last), sentence.last)
    closed = last >= sentence.last or keys[last] in _CLAUSE_ENDS | _LISTED
    return _Zero(negation, last, metrics.pop() if closed and len(metrics) == 1 else None)


def _after_verb(tokens: Tokens, context: SentenceContext, negation: LocalMatch[ZeroWording]) -> Iterator[_Zero]:
    """`không thu hồi dự án nào`: a verb between the negation and the unit, which the word for "any" closes."""
    for at in range(negation.last, min(negation.last + _NEGATED_VERB_WORDS, context.sentence.last)):
        if tokens.keys[at] in _CLAUSE_ENDS:
            return
        unit = context.mentions.starting(at, "unit")
        if unit is not None and unit.value.dimension in _COUNTABLE:
            closed = next((p for p in range(unit.last, unit.last + 3) if _past_none(tokens.keys, p) > p), None)
            if closed is not None:
                yield _Zero(negation, closed + 1, unit=unit)
            return


def _counted(zero: _Zero, unit: Mention, tokens: Tokens, context: SentenceContext) -> Draft | None:
    """A zero of units of the vocabulary, named by a wording beside it; None where none does."""
    start, word = zero.negation.first, unit.value
    before = unit.first if zero.negation.value.role == "negated" else start
    figure = Figure(unit.first, unit.last, before, (_ZERO,), Decimal(1), word.unit, word.dimension, unit.first)
    draft = Draft(figure)
    cue = _naming(zero, unit, draft, tokens, context)
    if cue is None:
        return None
    assign_origins(tokens, context, [draft], Memory())
    figure.first = figure.before = start
    figure.last = max(zero.last, cue.last)
    figure.reads_on = None
    draft.rule = f"{RULE}: {draft.rule}"
    return draft


def _naming(zero: _Zero, unit: Mention, draft: Draft, tokens: Tokens, context: SentenceContext) -> Mention | None:
    """Bind the metric by a wording over the unit (`thu hồi dự án`) or beside it; gives that, None without one."""
    over = (m for role in _NAMING for m in context.mentions.all_ending(unit.last, role))
    naming = [
        m for m in over if zero.negation.last <= m.first < unit.first and counts_in(m.value, unit.value.dimension)
    ]
    if naming and not naming[0].value.startswith(OUTSIDE):
        draft.metric, draft.rule, draft.cues = naming[0].value, "wording over the unit", [naming[0]]
        return naming[0]
    draft.figure.reads_on = zero.last
    binder = AmountBinder(tokens, context, Memory())
    binder.expect([draft.figure])
    binder.bind(draft, [], context.sentence.last)
    if draft.metric is None or draft.rule.startswith("weak") or not draft.cues:
        return None
    cue = draft.cues[-1]
    near = zero.negation.first <= cue.first <= zero.last + _WORDS_TO_THE_WORDING
    return cue if near and not _crosses(tokens, zero.last, cue.first) else None


def _named(zero: _Zero) -> Draft:
    """A zero of what a noun of its own names."""
    first, last = zero.negation.first, zero.last
    dimension = CASE if zero.metric is None else load_metrics()[zero.metric].dimensions[0]
    figure = Figure(first, last, first, (_ZERO,), Decimal(1), dimension, dimension)
    cue = Mention("zero", zero.metric or CASE, first, last)
    return Draft(figure, metric=zero.metric, rule=_UNKNOWN if zero.metric is None else RULE, cues=[cue])


def _states_outcome(tokens: Tokens, context: SentenceContext, negation: LocalMatch[ZeroWording]) -> bool:
    """Whether the negation tells what was: nothing softens or urges it, and a prevention tells its outcome."""
    keys, first, at = tokens.keys, context.sentence.first, negation.first
    clause = next((i + 1 for i in range(at - 1, first - 1, -1) if keys[i] in _CLAUSE_ENDS), first)
    if any(_wordings("softened").within(keys, clause, at)):
        return False
    segment = next((i + 1 for i in range(at - 1, first - 1, -1) if keys[i] in _SEGMENT_ENDS), first)
    urged = [word.first for word in _wordings("urged").within(keys, segment, at)]
    if any(place < segment + _OPENING_WORDS for place in urged):
        return False
    if negation.value.role != "preventing":
        return True
    told = any(_wordings("outcome").within(keys, first, at)) or _time_told(tokens, context, at)
    return told and not any(place >= clause for place in urged)


def _time_told(tokens: Tokens, context: SentenceContext, at: int) -> bool:
    return any(t.window is not None and tokens.at_or_after(t.span.start) < at for t in context.times)


def _noun_at(keys: Sequence[str], at: int, negation: str) -> LocalMatch[ZeroWording] | None:
    return _wordings("counted", *(["event"] if negation != "having" else [])).at(keys, at)


def _past_fillers(keys: Sequence[str], at: int, sentence: Sentence) -> int:
    while at < sentence.last and (filler := _wordings("any").at(keys, at)) is not None:
        at = filler.last
    return at


def _past_none(keys: Sequence[str], at: int) -> int:
    """After the word that closes a negated noun, if it stands at `at`."""
    closing = _wordings("none").at(keys, at)
    return at if closing is None else closing.last


def _crosses(tokens: Tokens, first: int, last: int) -> bool:
    """Whether another clause begins between two places."""
    return any(key in _CLAUSE_ENDS for key in tokens.keys[first:last])

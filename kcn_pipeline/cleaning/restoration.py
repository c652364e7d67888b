"""Restoring the words of damaged stretches: tokens → candidates → search → segments.

Belongs here: how the parts are put together, what is never touched, capitals. Does not: models of
damage (`channels`, `recogniser`), candidates of one token (`shortlists`) or the search (`ngrams.lattice`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Final, Protocol

from kcn_pipeline.alignment import Segment, SegmentKind
from kcn_pipeline.cleaning.abbreviations import Abbreviations
from kcn_pipeline.cleaning.casing import cased_like, in_case
from kcn_pipeline.cleaning.channels import Channel, StrippedMarks, all_dropped_letters
from kcn_pipeline.cleaning.ngrams.lattice import FAR_BEHIND, Chosen, choose
from kcn_pipeline.cleaning.ngrams.table import TrigramModel, load_model
from kcn_pipeline.cleaning.readings import Readings
from kcn_pipeline.cleaning.recogniser import EnglishRecogniser
from kcn_pipeline.cleaning.segmentation import Segmentation
from kcn_pipeline.cleaning.shortlists import Shortlist, Shortlists
from kcn_pipeline.cleaning.tokens import Token, tokens_of_letters, tokens_of_shapes
from kcn_pipeline.quantities import Span
from kcn_pipeline.reference.abbreviations import load_abbreviations
from kcn_pipeline.reference.confusions import load_confusions, load_lookalikes
from kcn_pipeline.reference.syllables import all_syllables, fold

_NO_ABBREVIATIONS: Final = Abbreviations(())
_LONGEST_NAME: Final = 7
_VOWEL: Final = re.compile("[^bcdđghklmnpqrstvx]")
_WORD: Final = re.compile(r"[^\W\d_]+")

Tokeniser = Callable[[str, int, int], Iterator[Token]]

_HEADLINE_SHARE: Final = 0.6
_LEAST_WORDS_OF_HEADLINE: Final = 5
_LONGEST_RUN: Final = 200
_UNREADABLE: Final = -4.5
_LEAST_WORDS_UNREADABLE: Final = 4
_MOST_GAPS: Final = 0.04


class Restorer(Protocol):
    """What repairs one kind of damage; `clean` knows no more of it."""

    def segments(self, text: str, spans: Iterable[Span]) -> Iterator[Segment]:
        """The words of the stretches of `text` that change, in order; none touches a numeral."""
        ...


class WordRestorer:
    """Restores word by word: the channel proposes, the search decides by the neighbours."""

    def __init__(
        self,
        channel: Channel,
        tokens: Tokeniser,
        model: TrigramModel,
        abbreviations: Abbreviations = _NO_ABBREVIATIONS,
        *,
        of_shapes: bool = False,
    ) -> None:
        """`of_shapes`: words were read by their shapes, so that digits may be letters and blanks wrong."""
        self._channel, self._tokens, self._model = channel, tokens, model
        self._abbreviations, self._of_shapes = abbreviations, of_shapes
        self._segmentation = Segmentation(channel, model, abbreviations) if of_shapes else None
        self._shortlists = Shortlists(channel, model, abbreviations, self._segmentation)

    def segments(self, text: str, spans: Iterable[Span]) -> Iterator[Segment]:
        """The words of the stretches that change, in order. A run that nothing explains stays as it is."""
        runs = [run for span in spans for run in _runs(self._tokens_of(text, span), text)]
        gaps = _gaps(text, runs)
        lists = [self._shortlists_of(run, text, gaps) for run in runs]
        readable = [(run, found) for run, found in zip(runs, lists, strict=True) if not _is_unreadable(run, found)]
        chosen = choose([[one.options for one in found] for _, found in readable], self._model)
        for (run, found), choices in zip(readable, chosen, strict=True):
            for token, shortlist, choice in zip(run, found, choices, strict=True):
                if lost := shortlist.before[choice.number]:
                    yield self._lost_word(token.start - 1, lost, *_rivals(shortlist.before, choice))
                reading = shortlist.texts[choice.number]
                if reading != shortlist.unchanged or token.end - token.start != len(token.text):
                    yield self._segment(token, shortlist, choice, text)

    def _tokens_of(self, text: str, span: Span) -> Iterator[Token]:
        tokens = self._tokens(text, span.start, span.end)
        return self._segmentation.merged(list(tokens), text) if self._segmentation else tokens

    def _shortlists_of(self, run: Sequence[Token], text: str, gaps: frozenset[int]) -> list[Shortlist]:
        headline = _is_headline([one for one in run if not self._abbreviations.forms(one.text)], text)
        found = self._shortlists.of_run(run, text, headline=headline, digits_may_be_letters=self._of_shapes)
        if gaps and self._channel.candidates(""):
            for place, token in enumerate(run):
                if token.start in gaps:
                    found[place] = self._shortlists.with_lost_word(found[place])
        return found

    def _segment(self, token: Token, shortlist: Shortlist, choice: Chosen, text: str) -> Segment:
        reading, printed = shortlist.texts[choice.number], token.text
        margin, others = _rivals(shortlist.texts, choice)
        wording = self._abbreviations.written(reading, printed) or in_case(reading, token, text)
        with_digit = not printed.isalpha() and any(map(str.isdigit, printed))
        kind: SegmentKind = "digit_as_letter" if with_digit else "restored"
        written = tuple([printed if o == shortlist.unchanged else cased_like(wording, o) for o in others])
        return Segment(token.start, token.end, wording, kind, self._channel.rule, margin, written)

    def _lost_word(self, at: int, word: str, margin: float | None, others: tuple[str, ...]) -> Segment:
        return Segment(at, at, word, "restored", self._channel.rule, margin, others)


def _rivals(readings: Sequence[str], choice: Chosen) -> tuple[float | None, tuple[str, ...]]:
    """How far behind the nearest other reading is, and all that are near, the nearest first.

    readings: what each candidate reads; several may read the same, as spellings of one syllable do.
    """
    chosen = readings[choice.number]
    if choice.margin is None:
        return None, ()
    others: dict[str, float] = {}
    for number, behind in choice.others:
        if readings[number] != chosen:
            others.setdefault(readings[number], behind)
    return next(iter(others.values()), FAR_BEHIND), tuple(others)


def _runs(tokens: Iterable[Token], text: str) -> Iterator[list[Token]]:
    """Stretches without a break, cut behind headings, and where one grows beyond what a lattice should hold."""
    run: list[Token] = []
    for token in tokens:
        if run and (token.kind == "break" or len(run) == _LONGEST_RUN or _ends_heading(run, token, text)):
            yield run
            run = []
        if token.kind != "break":
            run.append(token)
    if run:
        yield run


def _ends_heading(run: Sequence[Token], following: Token, text: str) -> bool:
    """Whether a line in capitals ends before a line that is not."""
    if following.text.isupper() or not run[-1].text.isupper() or "\n" not in text[run[-1].end : following.start]:
        return False
    return _are_capitals([token.text for token in run if token.kind == "word"])


def _gaps(text: str, runs: Iterable[Sequence[Token]]) -> frozenset[int]:
    """Starts of tokens after two blanks, where a short word may have been lost; none where blanks are set so often."""
    tokens = [token for run in runs for token in run]
    gaps = frozenset(t.start for t in tokens if t.start > 1 and text[t.start - 2 : t.start] == "  ")
    return gaps if len(gaps) <= _MOST_GAPS * len(tokens) else frozenset()


def _is_headline(run: Sequence[Token], text: str) -> bool:
    """Whether a run is set in capitals; a short one if it holds a word with marks, or as the long line around it is."""
    words = [token.text for token in run if token.kind == "word"]
    if len(words) > 2:
        return _are_capitals(words)
    if not any(map(str.isupper, words)):
        return False
    if (
        len(words) > 1
        and _are_capitals(words)
        and any(not w.isascii() and _VOWEL.search(fold(w.lower())) for w in words)
    ):
        return True
    end = text.find("\n", run[0].start)
    line = text[text.rfind("\n", 0, run[0].start) + 1 : end if end >= 0 else len(text)]
    around = _WORD.findall(line)
    return len(around) >= _LEAST_WORDS_OF_HEADLINE and _are_capitals(around)


def _are_capitals(words: Sequence[str]) -> bool:
    return sum(map(str.isupper, words)) > _HEADLINE_SHARE * len(words)


def _is_unreadable(run: Sequence[Token], lattice: Sequence[Shortlist]) -> bool:
    """Whether words are so far from anything that choosing would invent a sentence."""
    scores = [found.best_score for token, found in zip(run, lattice, strict=True) if token.kind == "word"]
    return len(scores) >= _LEAST_WORDS_UNREADABLE and sum(scores) < _UNREADABLE * len(scores)


@cache
def dropped_letters_restorer() -> Restorer:
    """For text whose letters U+1EA0 to U+1EF9 were left out."""
    return WordRestorer(all_dropped_letters(), tokens_of_letters, load_model())


@cache
def stripped_marks_restorer() -> Restorer:
    """For text without any mark."""
    model = load_model()
    return WordRestorer(StrippedMarks(_known(model)), tokens_of_letters, model, _abbreviations())


@cache
def recogniser_restorer() -> Restorer:
    """For text that was read by an English character recogniser."""
    model = load_model()
    channel = EnglishRecogniser(_known(model), Readings(load_confusions(), load_lookalikes()))
    return WordRestorer(channel, tokens_of_shapes, model, _abbreviations(), of_shapes=True)


def _abbreviations() -> Abbreviations:
    return Abbreviations(load_abbreviations().values())


def _known(model: TrigramModel) -> list[str]:
    """Syllables that some text held; also those of other tongues written with Vietnamese letters, as in Pắc Bó."""
    letters = frozenset("".join(all_syllables()))
    names = (w for w in model.vocabulary if w != fold(w) and len(w) <= _LONGEST_NAME and letters.issuperset(w))
    return sorted({*filter(_VOWEL.search, names), *filter(model.knows, all_syllables())})

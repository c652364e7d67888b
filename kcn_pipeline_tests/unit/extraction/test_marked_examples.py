"""Every figure of sentences as officials word them, over all metrics."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, facts_of
from kcn_pipeline_tests.unit.extraction.marked_examples import EXAMPLES, Marked, unmarked


def overlaps(fact: Fact, figure: Marked) -> bool:
    return fact.span.start < figure.end and figure.start < fact.span.end


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: str) -> None:
    text, figures = unmarked(example)
    facts = facts_of(text, "board:hai-duong", FIRST_HALF_2019)
    for figure in figures:
        found = [fact for fact in facts if overlaps(fact, figure)]
        if figure.metric is None:
            assert all(fact.metric is None for fact in found)
            continue
        first = found[0]  # of a range or a fraction
        assert (first.metric, first.comparison) == (figure.metric, figure.comparison)
        assert figure.origin is None or first.origin == figure.origin
    assert [f.quote for f in facts if f.metric and not any(overlaps(f, figure) for figure in figures)] == []


def test_the_examples_word_nearly_every_metric() -> None:
    worded = {figure.metric for example in EXAMPLES for figure in unmarked(example)[1]}
    needed = {metric.metric for metric in load_metrics().values() if metric.tier != "peripheral"}
    assert len(needed - worded) <= len(needed) // 10

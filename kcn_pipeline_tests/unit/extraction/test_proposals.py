"""Phrases proposed from figures that were not understood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcn_pipeline.extraction.proposals import LIKELY, dimension_of, likeliest_metric, proposals
from kcn_pipeline.extraction.unassigned import NO_CODE, UnassignedFigure
from kcn_pipeline.reference.metrics import load_metrics

FIGURE = UnassignedFigure(
    figure_id="1",
    document_id="a" * 64,
    document="a.txt",
    period="2019-H1",
    start=3,
    end=9,
    quote="345 tỷ đồng",
    value="345000000000",
    unit="VND",
    comparison="level",
    reason="no wording of a metric nearby",
    wording="nộp vào ngân sách địa phương",
    sentence="…",
)


def test_figures_of_one_wording_and_unit_are_one_proposal() -> None:
    other = replace(FIGURE, document_id="b" * 64, document="b.txt")
    money, dollars = proposals([FIGURE, other, FIGURE, replace(FIGURE, unit="USD")])
    assert (money.count, money.documents, money.unit, money.dimension) == (3, 2, "VND", "money")
    assert (dollars.count, dollars.unit) == (1, "USD")
    assert {example.wording for example in money.examples} == {money.wording}


def test_the_most_frequent_stand_first_and_examples_are_few() -> None:
    rare = replace(FIGURE, wording="phát quà tết")
    first, second = proposals([rare, *[FIGURE] * 9])
    assert (first.wording, second.wording) == (FIGURE.wording, rare.wording)
    assert len(first.examples) == 3


@pytest.mark.parametrize("figure", [replace(FIGURE, wording=""), replace(FIGURE, reason=f"{NO_CODE} for this wording")])
def test_what_needs_no_phrase_is_left_out(figure: UnassignedFigure) -> None:
    assert proposals([figure]) == []


LIKELIEST = [
    ("nộp vào ngân sách địa phương", "money", "budget_contribution"),
    ("trị giá hàng xuất khẩu", "money", "exports"),
    ("diện tích đất đã cho thuê lại", "area", "leased_area"),
    ("hồ sơ bị quá hạn giải quyết", "dossier", "dossiers_overdue"),
]


@pytest.mark.parametrize(("wording", "dimension", "metric"), LIKELIEST)
def test_the_metric_with_the_likest_phrase(wording: str, dimension: str, metric: str) -> None:
    found, likeness = likeliest_metric(wording, dimension)
    assert found == metric
    assert LIKELY <= likeness <= 1


def test_a_known_phrase_is_wholly_like_itself() -> None:
    for metric in list(load_metrics().values())[:20]:
        phrase = metric.phrases[0].replace("#", "").strip()
        assert likeliest_metric(phrase, metric.dimensions[0])[1] == pytest.approx(1)


@pytest.mark.parametrize("dimension", ["money", "case", "multiple"])
def test_words_like_none_name_no_metric(dimension: str) -> None:
    assert likeliest_metric("xyz qwerty", dimension)[1] < LIKELY
    assert likeliest_metric("doanh thu", "case") == (None, 0.0)


def test_the_unit_alone_never_makes_a_metric_likely() -> None:
    (proposal,) = proposals([replace(FIGURE, wording="phát quà mừng thọ")])
    assert proposal.metric is None


@pytest.mark.parametrize(
    ("unit", "dimension"), [("VND", "money"), ("ha", "area"), ("project", "project"), ("case", "case")]
)
def test_dimensions(unit: str, dimension: str) -> None:
    assert dimension_of(unit) == dimension

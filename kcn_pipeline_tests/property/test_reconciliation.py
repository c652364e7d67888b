"""Reconciliation on panels made up from known truth: no false alarm, no visible error missed, no order."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from kcn_pipeline.periods import Window
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reconciliation.amounts import Amount, quotient
from kcn_pipeline.reconciliation.relations.verdicts import severity
from kcn_pipeline.reference.blocs import membership
from kcn_pipeline_tests.unit.reconciliation.builders import DELTA, HALF, YEAR, Book

MEMBERS = [f"board:{code}" for code in membership("red-river-delta", 2019).members or ()]
decimals = st.decimals(min_value=-(10**9), max_value=10**9, places=3)
positive = st.decimals(min_value=1, max_value=10**9, places=3)


@st.composite
def intervals(draw: st.DrawFn, values: st.SearchStrategy[Decimal] = decimals) -> tuple[Decimal, Interval]:
    """A true value and an interval around it."""
    true = draw(values)
    below, above = draw(st.integers(0, 1000)), draw(st.integers(0, 1000))
    lo = max(true - below, Decimal("0.001")) if true > 0 else true - below
    return true, Interval(lo, true + above)


def amount_of(interval: Interval) -> Amount:
    return Amount(interval.lo or Decimal(0), interval, True, frozenset(), ())


@given(intervals(), intervals())
def test_true_values_stay_inside_sums_and_differences(a: tuple[Decimal, Interval], b: tuple[Decimal, Interval]) -> None:
    one, other = amount_of(a[1]), amount_of(b[1])
    assert (one + other).interval.contains(a[0] + b[0])
    assert (one - other).interval.contains(a[0] - b[0])


@given(intervals(), intervals(positive))
def test_true_values_stay_inside_quotients(a: tuple[Decimal, Interval], b: tuple[Decimal, Interval]) -> None:
    found = quotient(a[1], b[1])
    assert found is not None
    slack = Decimal("1e-15")
    assert Interval(found.lo and found.lo - slack, found.hi and found.hi + slack).contains(a[0] / b[0])


@st.composite
def truths(draw: st.DrawFn) -> tuple[list[dict[str, int]], set[int]]:
    """True counts and sums of money of every member, half-year and year, and who publishes."""
    boards = []
    for _ in MEMBERS:
        # Eleven boards of the greatest counts still stay below the ceiling of their bloc.
        fdi, ddi, half_fdi, half_ddi = (draw(st.integers(0, 200)) for _ in range(4))
        money, half_money = draw(st.integers(0, 10**10)), draw(st.integers(0, 10**10))
        boards.append(
            {
                "fdi": fdi + half_fdi,
                "ddi": ddi + half_ddi,
                "half_fdi": half_fdi,
                "half_ddi": half_ddi,
                "money": money + half_money,
                "half_money": half_money,
            }
        )
    return boards, draw(st.sets(st.integers(0, len(MEMBERS) - 1)))


def published(truth: list[dict[str, int]], tellers: set[int]) -> Book:
    """What the bloc and some of its boards print of the truth, rounded as they do."""
    book = Book()
    report(book, DELTA, {key: sum(board[key] for board in truth) for key in truth[0]}, ulp=10**6)
    for index in sorted(tellers):
        report(book, MEMBERS[index], truth[index], ulp=10**5)
    return book


def report(book: Book, entity: str, truth: dict[str, int], ulp: int) -> None:
    book.entity, book.document = entity, entity
    windows: list[tuple[Window, str]] = [(YEAR, ""), (HALF, "half_")]
    for window, prefix in windows:
        fdi, ddi = truth[f"{prefix}fdi"], truth[f"{prefix}ddi"]
        book.add("projects_licensed", fdi + ddi, origin="total", window=window)
        book.add("projects_licensed", fdi, origin="fdi", window=window)
        book.add("projects_licensed", ddi, origin="ddi", window=window)
        money = (Decimal(truth[f"{prefix}money"]) / ulp).to_integral_value(ROUND_HALF_EVEN) * ulp
        book.add("exports", str(money), "USD", window=window, ulp=ulp)
    if fdi + ddi:
        share = (Decimal(100 * fdi) / (fdi + ddi)).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
        book.percent("projects_licensed", str(share), "share", "fdi", base="projects_licensed", window=HALF)


@settings(max_examples=15, deadline=None)
@given(truths())
def test_a_true_panel_raises_no_alarm(made: tuple[list[dict[str, int]], set[int]]) -> None:
    book = published(*made)
    for period in (HALF.half_year, YEAR.half_year):
        frame = book.reconciled(period)
        assert len(frame)
        assert [row for row in frame.to_dict("records") if severity(row["verdict"])] == []


@settings(max_examples=15, deadline=None)
@given(truths(), st.integers(0, 10**6))
def test_an_error_beyond_what_a_relation_can_see_is_seen(
    made: tuple[list[dict[str, int]], set[int]], seed: int
) -> None:
    book = published(*made)
    before = book.reconciled()
    tried = before[before["smallest_visible_error"].notna() & (before["rule"] == "origin_sum")]
    row = tried.iloc[random.Random(seed).randrange(len(tried))]  # noqa: S311 - which row is tried is no secret
    visible = int(row["smallest_visible_error"])
    wrong = next(f for f in book.facts if f.entity == row["entity"] and f.origin == "fdi" and f.period_end == YEAR.end)
    raised = Interval.exactly(wrong.value + visible)
    book.facts[book.facts.index(wrong)] = replace(wrong, value=wrong.value + visible, interval=raised)
    after = book.reconciled().set_index("verdict_id")
    assert after.loc[row["verdict_id"], "verdict"] == "INCOMPATIBLE"


@settings(max_examples=10, deadline=None)
@given(truths(), st.randoms(use_true_random=False))
def test_no_order_of_facts_matters(made: tuple[list[dict[str, int]], set[int]], shuffler: random.Random) -> None:
    book = published(*made)
    before = book.reconciled()
    shuffler.shuffle(book.facts)
    pd.testing.assert_frame_equal(before, book.reconciled())


@settings(max_examples=15, deadline=None)
@given(truths())
def test_what_is_left_for_missing_members_holds_the_truth(made: tuple[list[dict[str, int]], set[int]]) -> None:
    truth, tellers = made
    frame = published(truth, tellers).reconciled()
    rows = frame[(frame["rule"] == "bloc_sum") & (frame["metric"] == "exports")]
    for row in rows[rows["verdict"] == "PARTIAL_COMPATIBLE"].to_dict("records"):
        rest = sum(truth[i]["money"] for i in range(len(MEMBERS)) if i not in tellers)
        assert Decimal(row["residual_lo"]) <= rest <= Decimal(row["residual_hi"])

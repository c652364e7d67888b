"""Properties of decisions: any valid file survives being written, and one that no longer fits changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.quantities import Bound
from kcn_pipeline.reconciliation.decisions.candidates import sources_of
from kcn_pipeline.reconciliation.decisions.docket import docket
from kcn_pipeline.reconciliation.decisions.selection import Selection, select
from kcn_pipeline.reference.corrections import Correction, corrections_stamp, load_corrections, with_row
from kcn_pipeline_tests.unit.reconciliation.builders import HA_NOI, Book
from kcn_pipeline_tests.unit.reconciliation.decided import on_cell, on_figure

WORDS = st.text(min_size=1, max_size=40).map(str.strip).filter(lambda text: text and text.isprintable())
ANY_WORDS = WORDS | st.sampled_from(
    ["yes", "null", "1e3", "0x1F", "2020-01-01", "- a: b", "# no", "'", '"', "tỷ:\nđồng"]
)
DECIMALS = st.decimals(min_value=-(10**19), max_value=10**19, places=4)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))
FIGURE_IDS = st.text("0123456789abcdef", min_size=16, max_size=16) | st.text("01234567", min_size=16, max_size=16)
FIGURES = st.fixed_dictionaries({"figure_id": FIGURE_IDS, "period": st.sampled_from(["2019-H1", "2016-H2"])})
CELLS = st.fixed_dictionaries(
    {
        "entity": st.sampled_from(["board:ha-noi", "bloc:red-river-delta"]),
        "metric": st.just("projects_licensed"),
        "unit": st.just("project"),
        "period_end": DAYS,
    },
    optional={"origin": st.sampled_from(["fdi", "ddi", "total"])},
)


@st.composite
def corrections(draw: st.DrawFn) -> Correction:
    """Any row that the file may hold."""
    target = draw(FIGURES | CELLS)
    action = draw(st.sampled_from(["accept", "override", "drop", "flag"]))
    expect: dict[str, Any] = {"value": draw(DECIMALS)}
    if "figure_id" in target:
        expect["quote"] = draw(ANY_WORDS)
    row = {"target": target, "action": action, "expect": expect, "when": draw(DAYS)}
    row |= {"reason": draw(ANY_WORDS), "who": draw(ANY_WORDS)}
    return Correction.model_validate(row | ({"value": draw(DECIMALS)} if action == "override" else {}))


@given(st.lists(corrections(), max_size=4, unique_by=lambda row: row.identifier))
def test_a_file_that_is_written_reads_the_same(rows: list[Correction]) -> None:
    text = "# decisions\n"
    for row in rows:
        text = with_row(text, row)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "corrections.yaml"
        file.write_text(text, encoding="utf-8")
        again = load_corrections(file)
    assert [row.identifier for row in again] == [row.identifier for row in rows]
    assert [row.model_dump() for row in again] == [row.model_dump() for row in rows]
    assert corrections_stamp(again) == corrections_stamp(rows[::-1])


BOUNDS: tuple[Bound, ...] = ("exact", "lower", "approx")
VALUES = st.integers(min_value=1, max_value=9).map(str)


@st.composite
def cells(draw: st.DrawFn) -> list[Fact]:
    """One to four figures of one cell, in documents of their own."""
    book = Book(HA_NOI)
    for number in range(draw(st.integers(min_value=1, max_value=4))):
        bound: Bound = draw(st.sampled_from(BOUNDS))
        book.add("exports", draw(VALUES), "USD", document=f"d{number}", bound=bound)
    return book.facts


@st.composite
def decided(draw: st.DrawFn) -> tuple[list[Fact], list[Correction]]:
    """A cell with some decisions on its figures and on itself, as things are."""
    facts = draw(cells())
    usual = outcome(facts, []).chosen
    assert usual is not None
    rows = []
    for _ in range(draw(st.integers(min_value=1, max_value=4))):
        action = draw(st.sampled_from(["accept", "override", "drop", "flag"]))
        value = draw(VALUES) if action == "override" else None
        name = next(iter(docket([on_figure(facts[0], "accept")], facts).on_cells))
        fact = draw(st.sampled_from(facts))
        on_a_figure = draw(st.booleans())
        rows.append(on_figure(fact, action, value) if on_a_figure else on_cell(name, action, str(usual.value), value))
    return facts, list({row.identifier: row for row in rows}.values())


def outcome(facts: list[Fact], rows: list[Correction]) -> Selection:
    tried = docket(rows, facts)
    found = select(facts, sources_of(facts, []), [row for on_it in tried.on_cells.values() for row in on_it])
    assert found is not None
    return found


def value_and_status(selection: Selection) -> tuple[Decimal | None, str, tuple[str, ...]]:
    return (selection.chosen and selection.chosen.value), selection.status, selection.figure_ids  # type: ignore[return-value]


@given(decided())
def test_decisions_that_no_longer_fit_never_change_a_value(case: tuple[list[Fact], list[Correction]]) -> None:
    facts, rows = case
    other = Decimal(100)
    stale = [row.model_copy(update={"expect": row.expect.model_copy(update={"value": other})}) for row in rows]
    assert value_and_status(outcome(facts, stale)) == value_and_status(outcome(facts, []))
    requoted = [replace(fact, quote=f"{fact.quote}?") for fact in facts]
    on_figures = [row for row in rows if row.target.figure_id]
    assert value_and_status(outcome(requoted, on_figures)) == value_and_status(outcome(requoted, []))


@given(decided())
def test_no_figure_is_lost_and_only_applied_decisions_act(case: tuple[list[Fact], list[Correction]]) -> None:
    facts, rows = case
    before, after = outcome(facts, []), outcome(facts, rows)
    assert sorted(after.figure_ids) == sorted(fact.figure_id for fact in facts)
    if "applied" not in after.states.values():
        assert value_and_status(after) == value_and_status(before)


@given(decided(), st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(case: tuple[list[Fact], list[Correction]], random: Any) -> None:
    facts, rows = case
    shuffled = random.sample(rows, len(rows))
    one, other = outcome(facts, rows), outcome(facts, shuffled)
    assert value_and_status(one)[:2] == value_and_status(other)[:2]
    assert one.states == other.states

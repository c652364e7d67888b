"""What earlier sentences stated."""

from __future__ import annotations

from decimal import Decimal

from kcn_pipeline.extraction.numbers.figures import Figure
from kcn_pipeline.extraction.numbers.numerals import Reading
from kcn_pipeline.extraction.passages.drafts import Draft
from kcn_pipeline.extraction.passages.memory import Memory


def draft(at: int, metric: str | None, value: int, dimension: str = "project") -> Draft:
    reading = Reading(Decimal(value), Decimal(1), conventional=True)
    return Draft(Figure(at, at + 2, at, (reading,), Decimal(1), dimension, dimension), metric)


def test_the_last_amount_of_a_dimension() -> None:
    memory = Memory()
    memory.take([draft(0, "projects_licensed", 5), draft(4, "workers", 90, "person"), draft(8, None, 7)])
    last = memory.last_level("project")
    assert last is not None
    assert last.metric == "projects_licensed"
    assert memory.last_level("money") is None


def test_the_last_of_several_metrics() -> None:
    memory = Memory()
    memory.take([draft(0, "projects_active", 50), draft(4, "projects_licensed", 5)])
    found = memory.of_metrics(["projects_active", "projects_licensed"])
    assert found is not None
    assert found.metric == "projects_licensed"
    assert memory.of_metrics([]) is None


def test_a_figure_said_again() -> None:
    memory = Memory()
    memory.take([draft(0, "projects_licensed", 33)])
    said = memory.same_value(draft(9, None, 33))
    assert said is not None
    assert said.metric == "projects_licensed"
    assert memory.same_value(draft(9, None, 34)) is None


def test_the_figures_just_read_come_last_first() -> None:
    memory = Memory()
    memory.take([draft(0, "projects_licensed", 1), draft(4, "projects_active", 2)])
    assert [d.metric for d in memory.recent()] == ["projects_active", "projects_licensed"]

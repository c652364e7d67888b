"""Lists that run in parallel, and one figure for each name of a list."""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import entities_of, facts_of

DELTA = "bloc:red-river-delta"


def test_names_and_figures_in_the_same_order() -> None:
    text = "Hải Dương, Hưng Yên và Hà Nam lần lượt cấp mới 34, 18 và 9 dự án."
    assert entities_of(text, DELTA) == ["board:hai-duong", "board:hung-yen", "board:ha-nam"]


def test_lists_of_different_length_are_left_alone() -> None:
    text = "Hải Dương, Hưng Yên và Hà Nam lần lượt cấp mới 34 và 18 dự án."
    assert entities_of(text, DELTA) == [DELTA, DELTA]


def test_one_figure_for_each_name() -> None:
    facts = facts_of("Hải Dương, Hưng Yên mỗi nơi cấp mới 4 dự án.", DELTA)
    assert [(fact.entity, fact.quote) for fact in facts] == [
        ("board:hai-duong", "4 dự án"),
        ("board:hung-yen", "4 dự án"),
    ]
    assert len({fact.figure_id for fact in facts}) == 2

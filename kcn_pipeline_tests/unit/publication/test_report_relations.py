"""Relations as the report shows them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.publication.bilingual import Bilingual
from kcn_pipeline.publication.naming import full_name
from kcn_pipeline.publication.report_relations import Relation, relations_by_figure, relations_of
from kcn_pipeline.tables import CELL_BOUNDS, RECONCILED_AGGREGATES, VERDICTS, frame_of
from kcn_pipeline_tests.unit.publication.frames import BINH_THUAN, HANOI, bloc_facts, hanoi_facts
from kcn_pipeline_tests.unit.publication.reconciled_rows import bound_row
from kcn_pipeline_tests.unit.publication.rows import verdict_row


def relations(*rows: dict[str, Any], facts: dict[str, Fact] | None = None) -> list[Relation]:
    return relations_of(frame_of(RECONCILED_AGGREGATES, list(rows)), (facts or bloc_facts()).values())


def relation(verdict: str = "EXACT", rule: str = "origin_sum", **fields: Any) -> Relation:
    (found,) = relations(verdict_row(verdict, rule, [bloc_facts()["total"]], **fields))
    return found


def amounts(**fields: Any) -> dict[str, str]:
    return {name.en: amount.vi for name, amount in relation(**fields).amounts}


def test_a_relation_names_whose_it_is_and_of_what() -> None:
    found = relation()

    assert found.entity_name.vi == "Khối Đồng bằng sông Hồng"
    assert found.metric == Bilingual("Dự án cấp mới", "New projects licensed")
    assert found.origin == Bilingual.same("FDI + DDI")
    assert found.window == Bilingual("6 tháng đầu năm 2019", "first half of 2019")


def test_a_metric_that_is_not_split_has_no_origin() -> None:
    (found,) = relations(verdict_row("NOT_PUBLISHED", "bloc_sum", [bloc_facts()["occupancy"]]))

    assert found.origin is None
    assert found.window.vi == "tại 30/06/2019"


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_has_a_name_in_both_languages(verdict: str) -> None:
    found = relation(verdict)

    assert found.verdict_name.vi and found.verdict_name.en
    assert found.verdict_name.vi != verdict


@pytest.mark.parametrize(
    "rule", ["origin_sum", "bloc_sum", "window_order", "share", "growth", "plan", "subset", "ceiling"]
)
def test_every_rule_has_a_name_in_both_languages(rule: str) -> None:
    assert relation(rule=rule).rule_name.vi != rule


def test_explanations_are_handed_on_in_both_languages() -> None:
    assert relation(explanation_vi="Khớp.", explanation_en="Fits.").explanation == Bilingual("Khớp.", "Fits.")


def test_published_amounts_keep_their_digits_and_computed_ones_are_rounded() -> None:
    found = amounts(stated_lo="254.5", stated_hi="255.123456789", derived_lo="254.123456789", derived_hi="255")

    assert found["Published"] == "254,5–255,123456789 dự án"
    assert found["Computed"] == "≈ 254,123–255 dự án"


def test_a_residual_keeps_its_sign() -> None:
    assert amounts(residual_lo="-3", residual_hi="-3")["Residual"] == "\N{MINUS SIGN}3 dự án"


def test_a_side_without_a_value_is_left_out() -> None:
    assert set(amounts()) == {"Published"}


def test_the_share_covered_is_a_percentage() -> None:
    assert amounts(share_covered=0.09123)["Share covered"] == "9,1%"


def test_the_smallest_visible_error_is_an_amount() -> None:
    assert amounts(smallest_visible_error="1")["Smallest visible error"] == "1 dự án"


def test_parties_have_short_names_and_full_titles() -> None:
    found = relation(members_published=json.dumps([HANOI, "fdi"]), members_missing=json.dumps([BINH_THUAN]))

    assert [(party.name.vi, party.title) for party in found.published] == [
        ("BQL Hà Nội", full_name(HANOI)),
        ("FDI", ""),
    ]
    assert [party.name.en for party in found.missing] == ["Bình Thuận board"]


def bounded(lo: str | None, hi: str | None) -> Bilingual | None:
    """What the page tells of the board that published nothing, when the bounds table has this row."""
    total = bloc_facts()["total"]
    missing = verdict_row("PARTIAL_COMPATIBLE", "bloc_sum", [total], members_missing=json.dumps([BINH_THUAN]))
    bounds = frame_of(CELL_BOUNDS, [bound_row(total, BINH_THUAN, lo, hi)])
    (found,) = relations_of(frame_of(RECONCILED_AGGREGATES, [missing]), [total], bounds)
    (party,) = found.missing
    return party.bounds


@pytest.mark.parametrize(
    ("lo", "hi", "told"),
    [("3", "12", "3–12 dự án"), ("0", "12", "0–12 dự án"), ("7", "7", "7 dự án"), ("3", None, "≥ 3 dự án")],
)
def test_a_member_that_published_nothing_tells_what_it_can_be(lo: str, hi: str | None, told: str) -> None:
    bounds = bounded(lo, hi)

    assert bounds is not None
    assert bounds.vi == told


@pytest.mark.parametrize("lo", ["0", None])
def test_bounds_that_bound_nothing_are_not_told(lo: str | None) -> None:
    assert bounded(lo, None) is None


def test_bounds_of_another_metric_are_not_told() -> None:
    facts = bloc_facts()
    missing = verdict_row("PARTIAL_COMPATIBLE", "bloc_sum", [facts["total"]], members_missing=json.dumps([BINH_THUAN]))
    other = frame_of(CELL_BOUNDS, [bound_row(facts["capital"], BINH_THUAN, "1", "2")])
    (found,) = relations_of(frame_of(RECONCILED_AGGREGATES, [missing]), facts.values(), other)

    assert [party.bounds for party in found.missing] == [None]


def test_figures_are_linked_with_their_value_and_document() -> None:
    facts = bloc_facts() | hanoi_facts()
    (found,) = relations(verdict_row("EXACT", "bloc_sum", [facts["capital"], facts["licensed"]]), facts=facts)

    assert [(link.label.vi, link.document) for link in found.figures] == [
        ("51,39 tỷ USD", "khoi.txt"),
        ("17 dự án", "ha-noi.txt"),
    ]


def test_a_figure_that_no_document_has_is_named_with_the_cure() -> None:
    row = verdict_row("EXACT", "origin_sum", [bloc_facts()["total"]], figure_ids='["feedfeedfeedfeed"]')

    with pytest.raises(
        KeyError, match=r"verdict \w+ of 2019-H1 tried figure feedfeedfeedfeed.*reconcile 2019-H1 again"
    ):
        relations(row)


def test_the_worst_come_first() -> None:
    total = bloc_facts()["total"]
    rows = [verdict_row(v, "bloc_sum", [total]) for v in ("EXACT", "NOT_PUBLISHED", "INCOMPATIBLE", "ROUNDING_LOOSE")]

    assert [r.severity for r in relations(*rows)] == ["error", "warning", "holds", "untried"]


def test_no_verdicts_give_no_relations() -> None:
    assert relations() == []


def test_relations_are_found_by_every_figure_they_tried() -> None:
    facts = bloc_facts()
    found = relations(
        verdict_row("EXACT", "origin_sum", [facts["total"], facts["fdi"]]),
        verdict_row("INCOMPATIBLE", "bloc_sum", [facts["fdi"]]),
    )

    by_figure = relations_by_figure(found)

    assert [r.verdict for r in by_figure[facts["fdi"].figure_id]] == ["INCOMPATIBLE", "EXACT"]
    assert [r.verdict for r in by_figure[facts["total"].figure_id]] == ["EXACT"]
    assert facts["ddi"].figure_id not in by_figure

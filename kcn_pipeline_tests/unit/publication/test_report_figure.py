"""The card of one figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kcn_pipeline.cleaning.review import Doubt
from kcn_pipeline.extraction.facts import Cue, Fact
from kcn_pipeline.publication.bilingual import Bilingual
from kcn_pipeline.publication.report_figure import FigureCard, figure_card
from kcn_pipeline.publication.report_relations import relations_by_figure, relations_of
from kcn_pipeline.quantities import COMPARISONS, Interval
from kcn_pipeline.tables import RECONCILED_AGGREGATES, frame_of
from kcn_pipeline_tests.unit.publication.frames import BLOC_TEXT, HANOI_TEXT, bloc_facts, hanoi_facts
from kcn_pipeline_tests.unit.publication.rows import verdict_row


def card(fact: Fact, text: str = BLOC_TEXT) -> FigureCard:
    return figure_card(fact, 1, text, {})


def fields(fact: Fact) -> dict[str, str]:
    return {name.en: content.vi for name, content in card(fact).fields}


def card_after(*verdicts: str) -> FigureCard:
    """The card of a figure that relations with these verdicts tried."""
    fact = bloc_facts()["total"]
    rows = [verdict_row(verdict, "origin_sum", [fact]) for verdict in verdicts]
    tried = relations_by_figure(relations_of(frame_of(RECONCILED_AGGREGATES, rows), [fact]))
    return figure_card(fact, 1, BLOC_TEXT, tried)


def test_a_card_tells_value_metric_and_quote() -> None:
    found = card(bloc_facts()["capital"])

    assert found.value == Bilingual("51,39 tỷ USD", "51.39 billion USD")
    assert found.metric == Bilingual("Tổng vốn đăng ký", "Registered capital")
    assert found.quote == "51.390 t USD"


def test_a_hedged_value_carries_its_sign() -> None:
    assert card(hanoi_facts()["licensed"], HANOI_TEXT).value.vi == "≥ 17 dự án"


def test_the_other_reading_is_told() -> None:
    assert fields(bloc_facts()["capital"])["Literal reading"] == "51.390 tỷ USD"
    assert "Literal reading" not in fields(bloc_facts()["total"])


def test_a_card_tells_whom_when_and_what_it_covers() -> None:
    found = fields(bloc_facts()["fdi"])

    assert found["Entity"] == "Khối Đồng bằng sông Hồng"
    assert found["Days covered"] == "6 tháng đầu năm 2019"
    assert found["Origin"] == "FDI"
    assert found["Coverage"] == "KCN"


def test_the_hedge_word_stands_with_the_bound() -> None:
    found = {name.en: content for name, content in card(hanoi_facts()["licensed"], HANOI_TEXT).fields}

    assert found["Bound"] == Bilingual("ít nhất (“trên”)", "at least (“trên”)")
    assert found["Range"].en == "17–18.7 projects"


def test_a_point_has_no_range() -> None:
    assert "Range" not in fields(bloc_facts()["total"])


def test_a_figure_without_entity_or_time_leaves_them_out() -> None:
    found = fields(replace(bloc_facts()["unknown"], period_start=None, period_end=None))

    assert "Entity" not in found
    assert "Days covered" not in found


def test_a_level_outcome_has_no_comparison_and_is_no_target() -> None:
    assert {"Comparison", "Target"}.isdisjoint(fields(bloc_facts()["total"]))


@pytest.mark.parametrize("comparison", [c for c in COMPARISONS if c != "level"])
def test_every_comparison_has_a_wording(comparison: str) -> None:
    found = replace(bloc_facts()["occupancy"], comparison=comparison)  # type: ignore[arg-type]

    assert fields(found)["Comparison"] != comparison
    assert card(found).qualifiers


def test_a_share_names_what_it_is_of() -> None:
    share = replace(bloc_facts()["occupancy"], comparison="share", base="capital_registered")

    assert fields(share)["Comparison"] == "tỷ lệ / Tổng vốn đăng ký"


def test_growth_names_the_period_compared_with() -> None:
    growth = replace(bloc_facts()["occupancy"], comparison="yoy", base_period="2016-12-31")

    assert fields(growth)["Comparison"] == "tăng so với cùng kỳ / 2016-12-31"


def test_targets_say_so() -> None:
    target = replace(bloc_facts()["total"], target=True, period_end=date(2020, 12, 31))

    assert fields(target)["Target"] == "có"
    assert "Kế hoạch" in [qualifier.vi for qualifier in card(target).qualifiers]


def test_qualifiers_set_figures_of_one_metric_apart() -> None:
    assert [q.vi for q in card(bloc_facts()["fdi"]).qualifiers] == ["FDI"]
    assert card(bloc_facts()["occupancy"]).qualifiers == ()


def test_a_figure_without_a_metric_tells_the_reason() -> None:
    found = card(bloc_facts()["unknown"])

    assert not found.understood
    assert (found.state, found.metric, found.rule) == ("unknown", None, "no metric counts delegations")


def test_cues_quote_the_document_in_its_order() -> None:
    found = card(bloc_facts()["fdi"]).cues

    assert [(cue.role, cue.words) for cue in found] == [
        ("period", "6 tháng đầu năm 2019"),
        ("metric", "cấp mới"),
        ("origin", "FDI và"),
    ]
    assert found[1].role_name == Bilingual("chỉ tiêu", "metric")
    assert found[1].value == "projects_licensed"


def test_a_role_without_a_wording_is_shown_as_it_is() -> None:
    odd = replace(bloc_facts()["total"], cues=(Cue("weather", "rain", 0, 3),))

    assert card(odd).cues[0].role_name == Bilingual.same("weather")


def test_line_breaks_and_controls_in_quotes_are_shown_in_one_line() -> None:
    odd = replace(bloc_facts()["total"], quote="255\r\n dự\x07 án")

    assert card(odd).quote == "255 dự\u2407 án"


@pytest.mark.parametrize(
    ("verdicts", "state"),
    [
        ([], "plain"),
        (["EXACT", "NOT_PUBLISHED"], "plain"),
        (["EXACT", "ROUNDING_LOOSE"], "warning"),
        (["COVERAGE_BREAK", "INCOMPATIBLE"], "error"),
    ],
)
def test_the_state_follows_the_worst_relation(verdicts: list[str], state: str) -> None:
    found = card_after(*verdicts)

    assert found.state == state
    assert len(found.relations) == len(verdicts)


def test_an_open_range_is_told() -> None:
    odd = replace(bloc_facts()["total"], interval=Interval(Decimal(255), None), bound="lower")

    assert fields(odd)["Range"] == "≥ 255 dự án"


def test_doubtful_words_are_told_with_what_else_they_may_read() -> None:
    assert card(bloc_facts()["capital"]).review == Bilingual("“tỷ USD” (hay “tỉ USD”)", "“tỷ USD” (or “tỉ USD”)")
    assert card(bloc_facts()["total"]).review is None


def test_of_many_other_readings_the_nearest_are_shown() -> None:
    doubts = (Doubt(0, 1, "tỷ", ("tỉ", "tý", "tị"), 0.1), Doubt(2, 3, "là", ("",), 0.1), Doubt(4, 5, "ở", (), 0.1))
    found = card(replace(bloc_facts()["capital"], review=doubts)).review

    assert found is not None
    assert found.en == "“tỷ” (or “tỉ”, “tý”); “là” (or no word at all); “ở”"

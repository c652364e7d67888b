"""Rules of events and of figures that were not understood, each with a case that holds and one that fails."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import dagster as dg
import pandas as pd
import pytest

from kcn_pipeline.defs import checks_extraction as rules
from kcn_pipeline.defs.assets_extraction import events, extracted_metrics, unassigned_figures
from kcn_pipeline.defs.checks import Exhibit, Finding, schema_rule
from kcn_pipeline.periods import HalfYear
from kcn_pipeline.tables import CLEANED_TEXTS, EVENTS, RAW_DOCUMENTS, UNASSIGNED_FIGURES, frame_of
from kcn_pipeline_tests.unit.extraction.builders import document_of, untouched

H2 = HalfYear(2019, 2)
TEXT = (
    "Ban Quản lý các KCN tỉnh Hà Nam - Khối trưởng Khối thi đua Đồng bằng sông Hồng năm 2019.\n"
    "Năm 2019 cấp mới 12 dự án. Phần mỏm đá lởm chởm đạt 345 ha.\n"
)


def tables() -> dict[str, pd.DataFrame]:
    """What the assets of extraction make of one document."""
    document = document_of(TEXT, "bloc:red-river-delta")
    raw = frame_of(RAW_DOCUMENTS, [document.as_row()])
    cleaned = frame_of(CLEANED_TEXTS, [untouched(TEXT).as_row(document)])
    facts = value_of(extracted_metrics(raw, cleaned))
    return {
        "raw_documents": raw,
        "extracted_metrics": facts,
        "unassigned_figures": value_of(unassigned_figures(raw, cleaned, facts)),
        "events": value_of(events(raw, cleaned)),
    }


def value_of(result: Any) -> pd.DataFrame:
    """The table that an asset gave."""
    assert isinstance(result, dg.MaterializeResult)
    frame: pd.DataFrame = result.value
    return frame


@pytest.fixture(scope="module")
def made() -> dict[str, pd.DataFrame]:
    return tables()


def of_events(made: dict[str, pd.DataFrame], **changed: Any) -> Exhibit:
    return Exhibit(made["events"].assign(**changed), H2, {"raw_documents": made["raw_documents"]})


def test_the_assets_make_what_the_schemas_ask(made: dict[str, pd.DataFrame]) -> None:
    assert list(made["unassigned_figures"]["quote"]) == ["345 ha"]
    assert list(made["events"]["kind"]) == ["leadership"]
    for name in ("unassigned_figures", "events"):
        finding = schema_rule(name).judge(Exhibit(made[name], H2))
        assert finding.tried == 1
        assert not finding.failing


def test_good_rows_pass_every_rule(made: dict[str, pd.DataFrame]) -> None:
    for rule in rules.EVENT_RULES:
        assert not rule.judge(of_events(made)).failing, rule.name
    exhibit = Exhibit(made["unassigned_figures"], H2, {"extracted_metrics": made["extracted_metrics"]})
    for rule in rules.UNASSIGNED_RULES:
        assert not rule.judge(exhibit).failing, rule.name


def test_an_unknown_figure_that_is_not_listed_is_an_error(made: dict[str, pd.DataFrame]) -> None:
    nothing = Exhibit(frame_of(UNASSIGNED_FIGURES, []), H2, {"extracted_metrics": made["extracted_metrics"]})
    finding = rules.every_unknown_figure_listed(nothing)
    assert [row["quote"] for row in finding.failing] == ["345 ha"]
    assert finding.severity == "ERROR"


def test_a_listed_figure_that_is_known_is_an_error(made: dict[str, pd.DataFrame]) -> None:
    stray = made["unassigned_figures"].assign(figure_id="another")
    finding = rules.every_unknown_figure_listed(Exhibit(stray, H2, {"extracted_metrics": made["extracted_metrics"]}))
    assert len(finding.failing) == 2


def test_events_of_unknown_boards_are_an_error(made: dict[str, pd.DataFrame]) -> None:
    assert len(rules.events_name_known_entities(of_events(made, entity="board:nowhere")).failing) == 1
    assert len(rules.events_name_known_entities(of_events(made, bloc="bloc:nowhere")).failing) == 1
    assert not rules.events_name_known_entities(of_events(made, bloc=None)).failing


def test_a_quote_of_an_event_that_stands_elsewhere_is_an_error(made: dict[str, pd.DataFrame]) -> None:
    assert len(rules.quote_is_raw_slice(of_events(made, start=1)).failing) == 1


def test_two_leaders_in_one_year_are_a_warning(made: dict[str, pd.DataFrame]) -> None:
    both = pd.concat([made["events"], made["events"].assign(entity="board:ha-noi")], ignore_index=True)
    finding = rules.one_leader_a_year(Exhibit(both, H2))
    assert len(finding.failing) == 2
    assert finding.severity == "WARN"
    later = pd.concat([made["events"], made["events"].assign(entity="board:ha-noi", year=2020)], ignore_index=True)
    assert not rules.one_leader_a_year(Exhibit(later, H2)).failing


@pytest.mark.parametrize("rule", [rules.events_name_known_entities, rules.one_leader_a_year])
def test_no_events_are_nothing_to_judge(rule: Callable[[Exhibit], Finding]) -> None:
    assert rule(Exhibit(frame_of(EVENTS, []), H2)).tried == 0


def test_cues_and_columns_are_stored_as_the_schema_says(made: dict[str, pd.DataFrame]) -> None:
    (cues,) = map(json.loads, made["events"]["cues"])
    assert {cue["role"] for cue in cues} == {"entity", "role"}
    assert list(made["events"].columns) == list(EVENTS.columns)

"""What the five real documents must yield, item by item, in the tables that reconciliation stores."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from kcn_pipeline.periods import HalfYear
from kcn_pipeline.reconciliation.decisions.totals import bloc_totals, board_totals
from kcn_pipeline.reconciliation.localisation.findings import findings
from kcn_pipeline.reconciliation.reconcile import reconcile
from kcn_pipeline.reconciliation.relations.verdicts import severity
from kcn_pipeline_tests.golden.seed_facts import seed_facts

DELTA, MIDLANDS, HA_NOI = "bloc:red-river-delta", "bloc:northern-midlands-mountains", "board:ha-noi"
BILLION = Decimal(10**9)
Row = dict[str, Any]
Tables = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def facts(shared_dir: Path) -> pd.DataFrame:
    return seed_facts(shared_dir)


def stored(facts: pd.DataFrame, label: str) -> Tables:
    """The tables that reconciling a half-year gives."""
    period = HalfYear.parse(label)
    back = [period.shifted(-halves) for halves in (2, 1, 0)]
    boards = pd.concat([board_totals(facts, p) for p in back])
    blocs = pd.concat([bloc_totals(facts, p) for p in back])
    made = findings(boards, blocs, facts, period)
    return {
        "verdicts": reconcile(boards, blocs, facts, period),
        "constraints": made.constraints,
        "suspects": made.suspects,
        "conflict_members": made.conflict_members,
        "bounds": made.bounds,
    }


@pytest.fixture(scope="module")
def tables(facts: pd.DataFrame) -> dict[str, Tables]:
    return {label: stored(facts, label) for label in ("2016-H2", "2019-H1", "2019-H2")}


def select(frame: pd.DataFrame, **equal: Any) -> list[Row]:
    rows = [{str(k): None if pd.isna(v) else v for k, v in row.items()} for row in frame.to_dict("records")]
    return [row for row in rows if all(row[name] == value for name, value in equal.items())]


def one(frame: pd.DataFrame, **equal: Any) -> Row:
    (only,) = select(frame, **equal)
    return only


def ends(row: Row, name: str = "") -> tuple[Any, Any]:
    return Decimal(row[f"{name}lo"]), Decimal(row[f"{name}hi"])


def test_the_misread_decimal_mark_is_found_with_its_evidence(facts: pd.DataFrame) -> None:
    literal = facts.copy()
    wrong = literal["literal_value"].notna()
    for column in ("value", "lo", "hi"):
        literal.loc[wrong, column] = [str(Decimal(v) * 1000) for v in literal.loc[wrong, column]]
    made = stored(literal, "2019-H1")
    suspect = one(made["suspects"])
    assert (suspect["metric"], suspect["origin"], suspect["repair"]) == ("capital_registered", "fdi", "separator")
    assert Decimal(suspect["published"]) == 1000 * Decimal(suspect["repaired"]) == 51390 * BILLION
    assert (suspect["hard"], suspect["ambiguous"], suspect["finished"]) == (True, False, True)
    lo, hi = ends(suspect, "feasible_")
    assert Decimal("50.1") * BILLION < lo < hi < Decimal("51.8") * BILLION, "what 33.617 billion being 66% of it leaves"
    assert suspect["figure_id"] in set(made["conflict_members"]["figure_id"])
    assert "51,39 tỷ USD" in suspect["explanation_vi"]
    assert "51.39 billion USD" in suspect["explanation_en"]


@pytest.mark.parametrize(
    ("label", "entity", "metric", "percent"),
    [("2019-H1", DELTA, "capital_disbursed_cumulative", "66%"), ("2019-H2", HA_NOI, "dossiers_resolved", "98%")],
)
def test_percentages_that_were_not_rounded_are_loose(
    tables: dict[str, Tables], label: str, entity: str, metric: str, percent: str
) -> None:
    row = one(tables[label]["verdicts"], rule="share", entity=entity, metric=metric, verdict="ROUNDING_LOOSE")
    assert percent in row["explanation_vi"]
    assert len(tables[label]["suspects"][tables[label]["suspects"]["metric"] == metric]) == 0


@pytest.mark.parametrize(("origin", "percent"), [("fdi", "54%"), ("ddi", "49%")])
def test_disbursement_is_tied_to_the_years_new_capital(
    tables: dict[str, Tables], facts: pd.DataFrame, origin: str, percent: str
) -> None:
    named = facts.assign(base=facts["base"].replace("capital_new_and_increase", "capital_registered"))
    wanted = {"rule": "share", "metric": "capital_disbursed", "origin": origin}
    for verdicts in (tables["2019-H2"]["verdicts"], stored(named, "2019-H2")["verdicts"]):
        row = one(verdicts, **wanted)
        assert row["verdict"] == "ROUNDING"
        assert json.loads(row["members_published"]) == ["capital_disbursed", "capital_new_and_increase"]
        assert percent in row["explanation_en"]


@pytest.mark.parametrize(
    ("metric", "origin", "lo", "hi", "said"),
    [
        ("capital_registered", "fdi", "2268000000", "2272000000", "2.268–2.272 billion USD"),
        ("capital_registered", "ddi", "40458000000000", "40462000000000", "40.458–40.462 trillion VND"),
        ("projects_active", "ddi", "119", "119", "119 projects"),
    ],
)
def test_the_stocks_of_the_year_break_in_coverage(
    tables: dict[str, Tables], metric: str, origin: str, lo: str, hi: str, said: str
) -> None:
    made = tables["2019-H2"]
    suspect = one(made["suspects"], answer=1, metric=metric, origin=origin)
    assert (suspect["kind"], suspect["repair"], suspect["hard"]) == ("relation", "coverage_break", False)
    assert f"a difference of {said};" in suspect["explanation_en"]
    verdict = one(made["verdicts"], verdict_id=suspect["relation_id"])
    assert (verdict["verdict"], verdict["residual_lo"], verdict["residual_hi"]) == ("COVERAGE_BREAK", lo, hi)
    relation = one(made["constraints"], constraint_id=suspect["relation_id"])
    assert relation["cause"] == "coverage_break"
    assert f"{metric} 2019-06-30" in relation["terms"]


@pytest.mark.parametrize(("origin", "percent"), [("fdi", "7.6%"), ("ddi", "13%")])
def test_growth_of_the_year_contradicts_the_stocks_of_mid_year(
    tables: dict[str, Tables], origin: str, percent: str
) -> None:
    rows = select(tables["2019-H2"]["verdicts"], rule="growth", metric="capital_registered", origin=origin)
    against_mid_year = [
        r for r in rows if percent in r["explanation_en"] and "year_before" in json.loads(r["members_published"])
    ]
    assert "COVERAGE_BREAK" in {row["verdict"] for row in against_mid_year}
    assert any("2019-06-30" in row["explanation_en"] for row in against_mid_year)


def test_twelve_licences_are_left_for_three_boards(tables: dict[str, Tables]) -> None:
    made = tables["2016-H2"]
    licences = {"metric": "projects_licensed", "origin": "total"}
    verdict = one(made["verdicts"], rule="bloc_sum", entity=MIDLANDS, **licences)
    assert ends(verdict, "residual_") == (12, 12)
    assert "they cover 90.2%; only an error of 13 projects or more would show" in verdict["explanation_en"]
    left = {row["entity"]: ends(row) for row in select(made["bounds"], **licences)}
    assert left == dict.fromkeys(("board:bac-kan", "board:hoa-binh", "board:tuyen-quang"), (0, 12))


def test_exports_of_ten_boards_are_bounded(tables: dict[str, Tables]) -> None:
    made = tables["2019-H2"]
    verdict = one(made["verdicts"], rule="bloc_sum", entity=DELTA, metric="exports")
    assert ends(verdict, "residual_") == (Decimal("64.2835") * BILLION, Decimal("64.3845") * BILLION)
    assert "1 of 11 members prove little" in verdict["explanation_en"]
    assert "1/11 đơn vị thì chứng minh được rất ít" in verdict["explanation_vi"]
    left = select(made["bounds"], metric="exports", period_start="2019-01-01", period_end="2019-12-31")
    assert len({row["entity"] for row in left} - {HA_NOI}) == len(left) == 10
    assert {ends(row) for row in left} == {(Decimal(0), Decimal("64.3845") * BILLION)}


def test_second_halves_are_derived(tables: dict[str, Tables]) -> None:
    derived = select(tables["2019-H2"]["bounds"], kind="derived", entity=DELTA, period_start="2019-07-01")
    found = {(row["metric"], row["origin"]): ends(row) for row in derived}
    assert found["projects_licensed", "total"] == (277, 277)
    assert found["projects_licensed", "fdi"] == (193, 193)
    assert found["exports", None] == (Decimal("43.6885") * BILLION, Decimal("43.6995") * BILLION)
    assert len(found) >= 10


def test_no_figure_is_called_wrong(tables: dict[str, Tables]) -> None:
    for made in tables.values():
        assert select(made["suspects"], answer=1, kind="figure") == []
        assert not made["suspects"]["hard"].any()
        assert made["suspects"]["finished"].all()
        assert {severity(verdict) for verdict in made["verdicts"]["verdict"]} <= {None, "WARN"}
    assert {label: made["suspects"]["contradiction"].nunique() for label, made in tables.items()} == {
        "2016-H2": 0,
        "2019-H1": 0,
        "2019-H2": 3,
    }

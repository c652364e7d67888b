"""Arithmetic between metrics, as the reference data state it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kcn_pipeline.reference.identities import identities, load_identities
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.metrics import load_metrics

DAY = date(2019, 12, 31)
GOOD = "- {code: a, relation: within, metric: workers, terms: [workers_rural], hard: true, source: test}\n"


def broken(tmp_path: Path, row: str) -> str:
    path = tmp_path / "identities.yaml"
    path.write_text(GOOD + row, encoding="utf-8")
    with pytest.raises(BrokenReference) as error:
        load_identities(path)
    return str(error.value)


def test_every_relation_has_identities() -> None:
    for relation in ("sum", "within", "ratio", "roll", "share_of"):
        assert identities(relation, DAY), relation


def test_what_the_figures_must_obey() -> None:
    rows = load_identities()
    assert rows["capital-new-and-increase"].terms == ("capital_new", "capital_increase")
    assert rows["capital-new-and-increase"].hard
    assert not rows["dossiers-by-state"].hard
    assert ("workers", ("workers_rural",)) in {(r.metric, r.terms) for r in identities("within", DAY)}


def test_exports_within_revenue_is_no_identity() -> None:
    assert not any({"exports", "revenue"} <= {row.metric, *row.terms} for row in load_identities().values())


def test_a_stock_rolls_in_one_way_only() -> None:
    rolls = [row.metric for row in identities("roll", DAY)]
    assert len(rolls) == len(set(rolls))
    assert all(load_metrics()[metric].kind == "stock" for metric in rolls)
    assert all(load_metrics()[term].kind == "flow" for row in identities("roll", DAY) for term in row.terms)


def test_rows_hold_while_they_are_valid(tmp_path: Path) -> None:
    path = tmp_path / "identities.yaml"
    path.write_text(GOOD.replace("source:", "valid_to: 2018-12-31, source:"), encoding="utf-8")
    (row,) = load_identities(path).values()
    assert row.valid_on(date(2018, 12, 31))
    assert not row.valid_on(DAY)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (GOOD, "'a' stands twice"),
        (GOOD.replace("code: a", "code: b").replace("workers_rural", "wrkers"), "unknown metric: wrkers"),
        (
            GOOD.replace("code: a", "code: b").replace("workers_rural", "exports"),
            "'exports' is not measured as 'workers'",
        ),
        (GOOD.replace("code: a", "code: b").replace("workers_rural", "workers"), "stands on both sides"),
        (GOOD.replace("code: a", "code: b").replace("within", "ratio"), "two terms"),
        (GOOD.replace("code: a", "code: b").replace("within", "roll"), "a roll is soft"),
        (GOOD.replace("code: a", "code: b").replace("hard:", "exits: [exports], hard:"), "only a roll has exits"),
        (GOOD.replace("code: a", "code: b").replace("hard:", "exit_share: 2, hard:"), "exit_share"),
        (GOOD.replace("code: a", "code: b").replace("within", "part"), "relation"),
        (GOOD.replace("code: a", "code: b").replace("[workers_rural]", "[]"), "terms"),
    ],
)
def test_a_broken_row_is_refused_with_its_line(tmp_path: Path, row: str, problem: str) -> None:
    message = broken(tmp_path, row)
    assert message.startswith("identities.yaml:2: ")
    assert problem in message

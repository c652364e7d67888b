"""The real documents beside the checkout, from ingestion to the published report."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kcn_pipeline.defs.launch import RunSummary, materialise
from kcn_pipeline.defs.storage import every_table
from kcn_pipeline.documents.register import ingest
from kcn_pipeline.documents.shelf import periods_present
from kcn_pipeline.reconciliation.relations.verdicts import severity
from kcn_pipeline.settings import DataDirectory


@pytest.fixture(scope="module")
def ingested(shared_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> DataDirectory:
    """Five real documents, ingested."""
    data = DataDirectory(tmp_path_factory.mktemp("real") / "data")
    ingest([shared_dir / "seeds"], data)
    return data


@pytest.fixture(scope="module")
def refresh(ingested: DataDirectory) -> RunSummary:
    """One refresh of them all."""
    return materialise(periods_present(ingested), ingested)


@pytest.fixture(scope="module")
def real(ingested: DataDirectory, refresh: RunSummary) -> DataDirectory:
    """Five real documents, ingested and refreshed."""
    assert refresh.published, refresh.failed_checks
    return ingested


def test_every_document_lies_in_its_half_year(real: DataDirectory) -> None:
    documents = every_table(real.warehouse)["raw_documents"]
    counts = documents["period"].value_counts().to_dict()
    assert counts == {"2016-H2": 1, "2019-H1": 1, "2019-H2": 3}
    assert documents["publisher"].notna().all()


def test_every_figure_points_at_its_words(real: DataDirectory) -> None:
    tables = every_table(real.warehouse)
    texts = dict(zip(tables["raw_documents"]["document_id"], tables["raw_documents"]["text"], strict=True))
    facts = tables["extracted_metrics"]
    assert len(facts) > 100
    for fact in facts.itertuples():
        assert texts[fact.document_id][fact.start : fact.end] == fact.quote


def test_relations_were_tried_in_every_half_year_that_has_documents(real: DataDirectory) -> None:
    verdicts = every_table(real.warehouse)["reconciled_aggregates"]
    tried = verdicts[verdicts["verdict"] != "NOT_PUBLISHED"]
    assert {"2016-H2", "2019-H1", "2019-H2"} <= set(tried["period"])


def test_a_misread_decimal_mark_was_mended_before_and_contradicts_nothing(real: DataDirectory) -> None:
    facts = every_table(real.warehouse)["extracted_metrics"]
    (mended,) = facts[facts["literal_value"].notna()].to_dict("records")
    assert Decimal(mended["literal_value"]) == 1000 * Decimal(mended["value"])
    suspects = every_table(real.warehouse)["suspects"]
    assert mended["figure_id"] not in set(suspects["figure_id"])


def test_the_change_of_coverage_is_the_only_contradiction(real: DataDirectory) -> None:
    suspects = every_table(real.warehouse)["suspects"]
    best = suspects[suspects["answer"] == 1]
    assert set(best["repair"]) == {"coverage_break"}
    assert set(best["period"]) == {"2019-H2"}
    assert set(zip(best["metric"], best["origin"], strict=True)) == {
        ("capital_registered", "fdi"),
        ("capital_registered", "ddi"),
        ("projects_active", "ddi"),
    }
    assert not best["hard"].any()
    assert best["finished"].all()


def test_loose_and_broken_verdicts_are_those_that_are_known(real: DataDirectory) -> None:
    verdicts = every_table(real.warehouse)["reconciled_aggregates"]
    odd = verdicts[[severity(verdict) is not None for verdict in verdicts["verdict"]]]
    assert set(odd["verdict"]) == {"ROUNDING_LOOSE", "COVERAGE_BREAK"}
    loose = odd[(odd["rule"] == "share") & (odd["verdict"] == "ROUNDING_LOOSE")]
    assert set(loose["metric"]) == {"capital_disbursed_cumulative", "dossiers_resolved"}
    of_the_year = verdicts[(verdicts["rule"] == "share") & (verdicts["metric"] == "capital_disbursed")]
    assert list(of_the_year["verdict"]) == ["ROUNDING", "ROUNDING"]
    assert all("capital_new_and_increase" in members for members in of_the_year["members_published"])


@pytest.mark.parametrize(
    ("period", "metric", "origin", "start", "boards", "most"),
    [
        ("2016-H2", "projects_licensed", "total", "2016-01-01", 3, "12"),
        ("2019-H2", "exports", None, "2019-01-01", 10, "64384500000"),
    ],
)
def test_members_without_a_figure_are_bounded(
    real: DataDirectory, period: str, metric: str, origin: str | None, start: str, boards: int, most: str
) -> None:
    bounds = every_table(real.warehouse)["bounds"]
    same = (bounds["period"] == period) & (bounds["metric"] == metric) & (bounds["period_start"] == start)
    found = bounds[same & (bounds["origin"].isna() if origin is None else bounds["origin"] == origin)]
    assert found["entity"].nunique() == len(found) == boards
    assert set(found["lo"]) == {"0"}
    assert set(found["hi"]) == {most}


def test_no_check_of_severity_error_failed(refresh: RunSummary) -> None:
    assert [failed for failed in refresh.failed_checks if failed.severity == "ERROR"] == []
    assert sum(len(period.suspicions) for period in refresh.periods) == 3

"""The real documents beside the checkout, from ingestion to the published report."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.defs.launch import materialise
from kcn_pipeline.defs.storage import every_table
from kcn_pipeline.documents.register import ingest
from kcn_pipeline.documents.shelf import periods_present
from kcn_pipeline.settings import DataDirectory


@pytest.fixture(scope="module")
def real(shared_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> DataDirectory:
    """Five real documents, ingested and refreshed."""
    data = DataDirectory(tmp_path_factory.mktemp("real") / "data")
    ingest([shared_dir / "seeds"], data)
    summary = materialise(periods_present(data), data)
    assert summary.published, summary.failed_checks
    return data


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

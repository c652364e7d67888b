"""What is out of date, decided from the record of an instance and the files on disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pandas as pd
import pytest

from kcn_pipeline.defs import freshness
from kcn_pipeline.defs.storage import partition_path, write_table
from kcn_pipeline.periods import HalfYear, Window
from kcn_pipeline.reconciliation.cells import Series
from kcn_pipeline.reference.corrections import Correction, corrections_stamp, load_corrections, touching
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.settings import DataDirectory
from kcn_pipeline.tables import FACTS, frame_of
from kcn_pipeline_tests.unit.defs.samples import sample
from kcn_pipeline_tests.unit.reconciliation.decided import on_cell

H1, H2 = HalfYear(2019, 1), HalfYear(2019, 2)
TEXT = "Báo cáo 6 tháng đầu năm 2019."


@pytest.fixture
def data(tmp_path: Path) -> DataDirectory:
    return DataDirectory(tmp_path)


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as made:
        yield made


def put(data: DataDirectory, period: HalfYear, name: str = "a.txt", text: str = TEXT) -> Path:
    """A file in the folder of a half-year."""
    path = data.raw / period.label / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def store_facts(data: DataDirectory, period: HalfYear, rows: pd.DataFrame) -> None:
    write_table(partition_path(data.warehouse, "extracted_metrics", period), FACTS, rows)


def materialised(instance: dg.DagsterInstance, asset: dg.AssetKey, period: HalfYear | None, **metadata: str) -> None:
    """Record that an asset was computed."""
    key = period.partition_key if period else None
    instance.report_runless_asset_event(dg.AssetMaterialization(asset, partition=key, metadata=metadata))


class TestFolders:
    """Folders against what was read of them."""

    def test_a_new_folder_is_changed(self, data: DataDirectory, instance: dg.DagsterInstance) -> None:
        put(data, H1)
        assert list(freshness.changed_folders(instance, data)) == [H1]

    def test_a_folder_as_it_was_read_is_not(self, data: DataDirectory, instance: dg.DagsterInstance) -> None:
        put(data, H1)
        stamp = freshness.folder_stamp(data, H1)
        materialised(instance, freshness.DOCUMENTS, H1, **{freshness.FOLDER_STAMP: stamp})
        assert freshness.changed_folders(instance, data) == {}
        assert freshness.recorded_stamp(instance, H1) == stamp

    @pytest.mark.parametrize("change", ["add", "rewrite", "remove", "sidecar"])
    def test_any_change_of_its_files_is_noticed(
        self, data: DataDirectory, instance: dg.DagsterInstance, change: str
    ) -> None:
        path = put(data, H1)
        put(data, H1, "b.txt")
        stamp = freshness.folder_stamp(data, H1)
        materialised(instance, freshness.DOCUMENTS, H1, **{freshness.FOLDER_STAMP: stamp})
        match change:
            case "add":
                put(data, H1, "c.txt")
            case "rewrite":
                put(data, H1, text=f"{TEXT} Thêm.")
            case "remove":
                path.unlink()
            case _:
                put(data, H1, "a.txt.meta.yaml", "period: 2019-H1\n")
        assert list(freshness.changed_folders(instance, data)) == [H1]

    def test_a_file_rewritten_to_the_same_length_is_noticed(self, data: DataDirectory) -> None:
        path = put(data, H1)
        stamp = freshness.folder_stamp(data, H1)
        os.utime(path, ns=(1, 1))
        assert freshness.folder_stamp(data, H1) != stamp

    def test_files_still_being_placed_do_not_count(self, data: DataDirectory) -> None:
        put(data, H1)
        stamp = freshness.folder_stamp(data, H1)
        put(data, H1, ".a.txt.partial")
        assert freshness.folder_stamp(data, H1) == stamp

    def test_a_folder_that_was_emptied_is_changed(self, data: DataDirectory, instance: dg.DagsterInstance) -> None:
        path = put(data, H1)
        stamp = freshness.folder_stamp(data, H1)
        write_table(partition_path(data.warehouse, "raw_documents", H1), FACTS, frame_of(FACTS, []))
        materialised(instance, freshness.DOCUMENTS, H1, **{freshness.FOLDER_STAMP: stamp})
        path.unlink()
        assert list(freshness.changed_folders(instance, data)) == [H1]

    def test_a_folder_outside_the_partitions_is_left_alone(
        self, data: DataDirectory, instance: dg.DagsterInstance
    ) -> None:
        put(data, HalfYear(1999, 1))
        assert freshness.changed_folders(instance, data) == {}


class TestCorrections:
    """Decisions as they are against those that were applied."""

    @staticmethod
    def decide(data: DataDirectory, value: str) -> None:
        row = row_of_a_cell(value)
        data.corrections.write_text(row.as_yaml(), encoding="utf-8")

    @staticmethod
    def applied(instance: dg.DagsterInstance, data: DataDirectory, *periods: HalfYear) -> None:
        """Record that half-years were reconciled with the decisions there are."""
        for period in periods:
            stamp = corrections_stamp(touching(load_corrections(data.corrections), period))
            key, tags = period.partition_key, {"dagster/data_version": stamp}
            instance.report_runless_asset_event(
                dg.AssetMaterialization(freshness.CORRECTIONS, partition=key, tags=tags)
            )
            materialised(instance, freshness.RECONCILED, period)

    def test_what_was_never_reconciled_is_not_due(self, data: DataDirectory, instance: dg.DagsterInstance) -> None:
        self.decide(data, "5")
        assert freshness.changed_corrections(instance, data) == {}

    def test_an_edit_makes_the_half_years_nearby_due(self, data: DataDirectory, instance: dg.DagsterInstance) -> None:
        near, far = [H1.shifted(by) for by in range(-2, 3)], [H1.shifted(-3), H1.shifted(3)]
        self.applied(instance, data, *near, *far)
        assert freshness.changed_corrections(instance, data) == {}
        self.decide(data, "5")
        assert list(freshness.changed_corrections(instance, data)) == near
        self.applied(instance, data, *near)
        assert freshness.changed_corrections(instance, data) == {}

    def test_half_years_reconciled_before_there_were_decisions_are_not_due(
        self, data: DataDirectory, instance: dg.DagsterInstance
    ) -> None:
        materialised(instance, freshness.RECONCILED, H1)
        assert freshness.changed_corrections(instance, data) == {}

    def test_every_edit_has_a_cause_of_its_own(self, data: DataDirectory, instance: dg.DagsterInstance) -> None:
        causes = []
        for value in ("5", "6", "5"):
            self.applied(instance, data, H1)
            self.decide(data, value)
            causes.append(freshness.changed_corrections(instance, data)[H1])
        assert len(set(causes)) == 3, "an edit that was taken back must be run again"

    def test_a_broken_file_is_refused(self, data: DataDirectory, instance: dg.DagsterInstance) -> None:
        data.corrections.write_text("- who: me\n", encoding="utf-8")
        with pytest.raises(BrokenReference, match=r"corrections\.yaml:1"):
            freshness.changed_corrections(instance, data)


def row_of_a_cell(value: str) -> Correction:
    name = (Series("board:ha-noi", "projects_licensed", None, "project"), Window.of_months(2019, 1, 6))
    return on_cell(name, "override", "4", value)


class TestNeighbours:
    """Verdicts against the facts they read."""

    def test_fresh_facts_ask_for_every_half_year_they_speak_of(
        self, data: DataDirectory, instance: dg.DagsterInstance
    ) -> None:
        rows = sample("extracted_metrics", H1.label)
        rows.loc[0, "period_end"] = "2018-06-30"
        store_facts(data, H1, rows)
        materialised(instance, freshness.EXTRACTED, H1)
        assert list(freshness.changed_neighbours(instance, data)) == [HalfYear(2018, 1), H1]

    def test_plans_far_ahead_ask_for_nothing(self, data: DataDirectory, instance: dg.DagsterInstance) -> None:
        rows = sample("extracted_metrics", H1.label).assign(period_end="2030-12-31")
        store_facts(data, H1, rows)
        materialised(instance, freshness.EXTRACTED, H1)
        assert list(freshness.changed_neighbours(instance, data)) == [H1]

    def test_facts_without_a_date_ask_for_their_own_half_year(
        self, data: DataDirectory, instance: dg.DagsterInstance
    ) -> None:
        store_facts(data, H1, sample("extracted_metrics", H1.label).assign(period_end=None))
        materialised(instance, freshness.EXTRACTED, H1)
        assert list(freshness.changed_neighbours(instance, data)) == [H1]

    def test_verdicts_newer_than_their_facts_are_not_due(
        self, data: DataDirectory, instance: dg.DagsterInstance
    ) -> None:
        store_facts(data, H1, sample("extracted_metrics", H1.label))
        materialised(instance, freshness.EXTRACTED, H1)
        materialised(instance, freshness.RECONCILED, H1)
        assert freshness.changed_neighbours(instance, data) == {}

    def test_a_later_document_makes_earlier_verdicts_due(
        self, data: DataDirectory, instance: dg.DagsterInstance
    ) -> None:
        for period in (H1, H2):
            store_facts(data, period, sample("extracted_metrics", period.label))
        materialised(instance, freshness.EXTRACTED, H1)
        materialised(instance, freshness.RECONCILED, H1)
        materialised(instance, freshness.EXTRACTED, H2)
        due = freshness.changed_neighbours(instance, data)
        assert list(due) == [H1, H2]
        assert due[H1] == due[H2] == freshness.latest_events(instance, freshness.EXTRACTED)[H2]

    def test_half_years_out_of_reach_are_not_due(self, data: DataDirectory, instance: dg.DagsterInstance) -> None:
        far = HalfYear(2016, 2)
        store_facts(data, far, frame_of(FACTS, []))
        store_facts(data, H2, frame_of(FACTS, []))
        materialised(instance, freshness.EXTRACTED, far)
        materialised(instance, freshness.RECONCILED, far)
        materialised(instance, freshness.EXTRACTED, H2)
        assert list(freshness.changed_neighbours(instance, data)) == [H2]

    def test_verdicts_whose_facts_are_gone_are_due_once_more(
        self, data: DataDirectory, instance: dg.DagsterInstance
    ) -> None:
        materialised(instance, freshness.RECONCILED, HalfYear(2018, 2))
        store_facts(data, H1, frame_of(FACTS, []))
        materialised(instance, freshness.EXTRACTED, H1)
        assert list(freshness.changed_neighbours(instance, data)) == [HalfYear(2018, 2), H1]

    def test_nothing_computed_asks_for_nothing(self, data: DataDirectory, instance: dg.DagsterInstance) -> None:
        assert freshness.changed_neighbours(instance, data) == {}


class TestPublished:
    """The report against the verdicts."""

    def test_nothing_to_publish_is_nothing_behind(self, instance: dg.DagsterInstance) -> None:
        assert freshness.is_published(instance)

    def test_no_report_is_not_published(self, instance: dg.DagsterInstance) -> None:
        materialised(instance, freshness.RECONCILED, H1)
        assert not freshness.is_published(instance)

    def test_a_report_after_the_last_verdict_is(self, instance: dg.DagsterInstance) -> None:
        materialised(instance, freshness.RECONCILED, H1)
        materialised(instance, freshness.PUBLISHED, None)
        assert freshness.is_published(instance)

    def test_a_verdict_after_the_report_calls_for_another(self, instance: dg.DagsterInstance) -> None:
        materialised(instance, freshness.RECONCILED, H1)
        materialised(instance, freshness.PUBLISHED, None)
        materialised(instance, freshness.RECONCILED, H2)
        assert not freshness.is_published(instance)


def test_the_warehouse_has_another_stamp_after_every_write(data: DataDirectory) -> None:
    stamps = {freshness.warehouse_stamp(data)}
    store_facts(data, H1, frame_of(FACTS, []))
    stamps.add(freshness.warehouse_stamp(data))
    store_facts(data, H1, sample("extracted_metrics", H1.label))
    stamps.add(freshness.warehouse_stamp(data))
    assert len(stamps) == 3


@pytest.mark.parametrize(
    ("made", "sound"),
    [
        ("", True),
        ("documents cleaned extracted", True),
        ("documents cleaned extracted documents cleaned extracted", True),
        ("documents cleaned extracted cleaned extracted", True),
        ("documents", False),
        ("documents cleaned", False),
        ("documents cleaned extracted documents", False),
        ("documents cleaned extracted documents cleaned", False),
    ],
)
def test_an_extraction_that_stopped_half_way_is_unsound(instance: dg.DagsterInstance, made: str, sound: bool) -> None:
    assets = {"documents": freshness.DOCUMENTS, "cleaned": freshness.CLEANED, "extracted": freshness.EXTRACTED}
    for step in made.split():
        materialised(instance, assets[step], H1)
    assert freshness.unsound_facts(instance) == ([] if sound else [H1])

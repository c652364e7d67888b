"""Names in the report: short ones for tables, full ones for titles."""

from __future__ import annotations

import pytest

from kcn_pipeline.publication.bilingual import Bilingual
from kcn_pipeline.publication.naming import full_name, is_entity, metric_label, origin_label, party_name, short_name
from kcn_pipeline.reference.blocs import load_blocs
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.metrics import load_metrics


def test_a_bloc_is_called_by_its_region() -> None:
    region = load_blocs()["red-river-delta"].region_name

    assert short_name("bloc:red-river-delta") == Bilingual(f"Khối {region}", f"{region} bloc")


def test_the_board_of_a_province_is_called_by_it() -> None:
    assert short_name("board:thai-nguyen") == Bilingual("BQL Thái Nguyên", "Thái Nguyên board")


def test_a_second_board_of_a_province_keeps_its_full_name() -> None:
    second = next(b for b in load_boards().values() if b.province.partition("@")[0] != b.code.partition("@")[0])

    assert short_name(second.entity) == Bilingual.same(second.name)


def test_a_zone_is_called_as_the_document_wrote_it() -> None:
    assert short_name("zone:Tân Đức") == Bilingual.same("Tân Đức")


def test_every_board_and_bloc_has_a_short_name() -> None:
    entities = [*(b.entity for b in load_boards().values()), *(b.entity for b in load_blocs().values())]

    assert all(short_name(entity).vi and short_name(entity).en for entity in entities)


@pytest.mark.parametrize("entity", ["board:atlantis", "bloc:atlantis", "province:atlantis"])
def test_an_unknown_entity_is_named_with_the_cure(entity: str) -> None:
    with pytest.raises(KeyError, match=f"'{entity}' is not in the reference data"):
        full_name(entity)


def test_an_unknown_metric_is_named_with_the_cure() -> None:
    with pytest.raises(KeyError, match=r"'happiness' is not in metrics\.yaml"):
        metric_label("happiness")


def test_metrics_have_both_names() -> None:
    assert metric_label("projects_licensed").vi == load_metrics()["projects_licensed"].label_vi
    assert metric_label("projects_licensed").en == load_metrics()["projects_licensed"].label_en


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("board:bac-giang", "BQL Bắc Giang"),
        ("fdi", "FDI"),
        ("projects_licensed", "Dự án cấp mới"),
        ("2019-06-30", "tại 30/06/2019"),
        ("plan", "kế hoạch"),
        ("whatever", "whatever"),
    ],
)
def test_parties_are_entities_origins_metrics_or_plain_words(party: str, expected: str) -> None:
    assert party_name(party).vi == expected


@pytest.mark.parametrize(
    ("party", "expected"), [("board:ha-noi", True), ("board:", False), ("fdi", False), ("12:30", False)]
)
def test_only_a_kind_and_a_code_make_an_entity(party: str, expected: bool) -> None:
    assert is_entity(party) is expected


def test_both_origins_together_are_written_as_a_sum() -> None:
    assert origin_label("total") == Bilingual.same("FDI + DDI")

"""Kinds and display names of entities."""

from __future__ import annotations

import pytest

from kcn_pipeline.reference.blocs import load_blocs
from kcn_pipeline.reference.boards import load_boards
from kcn_pipeline.reference.entities import ENTITY_KINDS, entity_kind, entity_name, load_nations, slug
from kcn_pipeline.reference.provinces import load_provinces


@pytest.mark.parametrize(
    ("entity", "name"),
    [
        ("board:ha-noi", "Ban Quản lý các khu công nghiệp và chế xuất Hà Nội"),
        ("board:bac-ninh@2025", "Ban Quản lý các khu công nghiệp tỉnh Bắc Ninh"),
        ("province:ho-chi-minh-city", "Thành phố Hồ Chí Minh"),
        ("nation:viet-nam", "Việt Nam"),
        ("zone:Sơn Mỹ 1", "Sơn Mỹ 1"),
        ("company:Samsung: Thái Nguyên", "Samsung: Thái Nguyên"),
        ("zone:ba-thien-ii", "Bá Thiện II"),
        ("country:korea", "Hàn Quốc"),
        ("country:han-quoc", "han-quoc"),
    ],
)
def test_names(entity: str, name: str) -> None:
    assert entity_name(entity) == name


@pytest.mark.parametrize(
    ("name", "tail"),
    [
        ("Bá Thiện II", "ba-thien-ii"),
        ("Đại An", "dai-an"),
        ("Mỹ Xuân B1 - Conac", "my-xuan-b1-conac"),
        (" (VSIP) ", "vsip"),
    ],
)
def test_a_name_becomes_the_tail_of_an_entity(name: str, tail: str) -> None:
    assert slug(name) == tail


def test_every_entity_of_reference_has_a_name() -> None:
    rows = [(row.entity, row.code, row.name) for row in load_blocs().values()]
    rows += [(row.entity, row.code, row.name) for row in load_boards().values()]
    rows += [(row.entity, row.code, row.name) for row in load_provinces().values()]
    assert len(rows) > 150
    for entity, code, name in rows:
        assert entity_name(entity) == name
        assert entity == f"{entity_kind(entity)}:{code}"


@pytest.mark.parametrize("kind", ENTITY_KINDS)
def test_kinds(kind: str) -> None:
    assert entity_kind(f"{kind}:somewhere") == kind


@pytest.mark.parametrize("entity", ["", "ha-noi", "board:", "planet:earth", "Board:ha-noi"])
def test_what_is_no_entity_is_refused(entity: str) -> None:
    with pytest.raises(ValueError, match="is no entity: write one of"):
        entity_kind(entity)


@pytest.mark.parametrize("entity", ["board:atlantis", "bloc:atlantis", "province:atlantis", "nation:atlantis"])
def test_an_unknown_code_is_an_error(entity: str) -> None:
    with pytest.raises(KeyError, match="atlantis"):
        entity_name(entity)


def test_the_nation_has_its_common_names() -> None:
    assert "cả nước" in load_nations()["viet-nam"].aliases

"""Provinces through their changes."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from kcn_pipeline.reference.provinces import load_provinces, province_heirs, provinces_on

MERGED_DAY = date(2025, 7, 1)


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(1997, 1, 1), 61),
        (date(2003, 12, 31), 61),
        (date(2004, 1, 1), 64),
        (date(2008, 7, 31), 64),
        (date(2008, 8, 1), 63),
        (date(2025, 6, 30), 63),
        (MERGED_DAY, 34),
        (date(2026, 11, 1), 34),
    ],
)
def test_counts_on_the_days_of_change(day: date, count: int) -> None:
    assert len(provinces_on(day)) == count


def test_no_list_before_the_first_day() -> None:
    with pytest.raises(ValueError, match="begins on 1997-01-01"):
        provinces_on(date(1996, 12, 31))


def test_names_are_distinct_on_every_day_of_change() -> None:
    for day in (date(1997, 1, 1), date(2004, 1, 1), date(2008, 8, 1), MERGED_DAY):
        names = Counter(name for province in provinces_on(day) for name in province.names)
        assert [name for name, times in names.items() if times > 1] == []


def test_every_successor_lives_on_the_day_after() -> None:
    provinces = load_provinces()
    ended = [province for province in provinces.values() if province.valid_to is not None]
    assert len(ended) == 7 + 52
    for province in ended:
        assert province.valid_to is not None
        assert province.successors
        for code in province.successors:
            assert provinces[code].valid_on(province.valid_to + timedelta(days=1))


def test_nothing_is_lost_at_a_change() -> None:
    """Whoever is new on a day took over from somebody, and whoever is gone left heirs."""
    for day in (date(2004, 1, 1), date(2008, 8, 1), MERGED_DAY):
        before = {province.code for province in provinces_on(day - timedelta(days=1))}
        after = {province.code for province in provinces_on(day)}
        heirs = {heir for code in before for heir in province_heirs(code, day)}
        assert heirs == after


def test_the_mergers_of_2025() -> None:
    merged = [province for province in provinces_on(MERGED_DAY) if province.valid_from == MERGED_DAY]
    assert len(merged) == 23
    assert all(province.code.endswith("@2025") for province in merged)
    assert province_heirs("bac-giang", MERGED_DAY) == province_heirs("bac-ninh", MERGED_DAY) == {"bac-ninh@2025"}
    assert province_heirs("ha-noi", MERGED_DAY) == {"ha-noi"}


def test_the_concordance_is_many_to_many() -> None:
    assert province_heirs("vinh-phuc@1997", date(2010, 1, 1)) == {"vinh-phuc", "ha-noi"}
    assert province_heirs("vinh-phuc@1997", MERGED_DAY) == {"phu-tho@2025", "ha-noi"}
    assert province_heirs("ha-tay", date(2010, 1, 1)) == {"ha-noi"}
    assert province_heirs("dak-lak@1975", MERGED_DAY) == {"dak-lak@2025", "lam-dong@2025"}


def test_nobody_inherits_before_the_end() -> None:
    assert province_heirs("bac-ninh@2025", date(2024, 1, 1)) == frozenset()
    assert province_heirs("bac-ninh", date(2024, 1, 1)) == {"bac-ninh"}


def test_the_cities_of_2025() -> None:
    """The sixth, Huế, is a new name of an unchanged territory: an alias, not another code."""
    cities = {province.code for province in provinces_on(MERGED_DAY) if province.kind == "city"}
    assert cities == {"ha-noi", "hai-phong@2025", "da-nang@2025", "ho-chi-minh-city@2025", "can-tho@2025"}
    assert "thành phố Huế" in load_provinces()["thua-thien-hue"].names


def test_six_regions_cover_the_63() -> None:
    regions = Counter(province.region for province in provinces_on(date(2019, 12, 31)))
    assert regions == {
        "red-river-delta": 11,
        "northern-midlands-mountains": 14,
        "north-central-coast": 14,
        "central-highlands": 5,
        "southeast": 6,
        "mekong-delta": 13,
    }


@pytest.mark.parametrize(
    ("code", "alias"),
    [
        ("ho-chi-minh-city", "TP.HCM"),
        ("ho-chi-minh-city", "TPHCM"),
        ("ba-ria-vung-tau", "BR-VT"),
        ("thua-thien-hue", "TT-Huế"),
    ],
)
def test_abbreviations(code: str, alias: str) -> None:
    assert alias in load_provinces()[code].aliases


def test_entity_of_a_province() -> None:
    assert load_provinces()["bac-ninh@2025"].entity == "province:bac-ninh@2025"

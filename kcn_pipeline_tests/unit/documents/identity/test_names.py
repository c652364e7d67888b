"""The proper names of boards and blocs, and whom they mean on a day."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.documents.identity.names import (
    bloc_names,
    board_acronyms,
    board_names,
    board_titles,
    boards_of_provinces,
    era_of,
    proper_name,
)
from kcn_pipeline.documents.skeleton import skeleton_of
from kcn_pipeline.reference.boards import boards_on

DAY = date(2019, 12, 31)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ban Quản lý các KCN và CX Hà Nội", "Hà Nội"),
        ("Ban Quản lý Khu kinh tế mở Chu Lai", "Chu Lai"),
        ("Ban Quản lý Khu công nghệ cao và các khu công nghiệp Đà Nẵng", "Đà Nẵng"),
        ("BQL KKT tỉnh Cao Bằng", "Cao Bằng"),
        ("Khối thi đua các tỉnh, thành phố vùng Đồng bằng sông Hồng", "Đồng bằng sông Hồng"),
        ("Ban Quản lý KKT Nghi Sơn và các KCN", "Nghi Sơn"),
        ("HEPZA", "HEPZA"),
        ("Ban Quản lý các khu công nghiệp tỉnh", ""),
    ],
)
def test_the_words_for_the_office_are_taken_off(title: str, name: str) -> None:
    assert proper_name(title) == name


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Bắc Ninh", {"bac-ninh"}),
        ("Quảng Nam", {"quang-nam"}),
        ("Chu Lai", {"quang-nam-chu-lai"}),
        ("Hồ Chí Minh", {"ho-chi-minh-city"}),
        ("HCM", {"ho-chi-minh-city"}),
        ("Việt Nam - Singapore", {"vsip"}),
    ],
)
def test_a_name_means_its_board(name: str, codes: set[str]) -> None:
    match = board_names(DAY, tolerant=False).at(skeleton_of(name, tolerant=False), 0)
    assert match is not None
    assert match.value == codes


def test_a_name_means_another_board_after_the_merger() -> None:
    skeleton = skeleton_of("Bắc Ninh", tolerant=False)
    after = board_names(date(2025, 12, 31), tolerant=False).at(skeleton, 0)
    assert after is not None
    assert after.value == {"bac-ninh@2025"}


def test_a_province_means_all_its_boards() -> None:
    match = boards_of_provinces(DAY, tolerant=False).at(skeleton_of("Quảng Nam", tolerant=False), 0)
    assert match is not None
    assert match.value == {"quang-nam", "quang-nam-chu-lai"}


def test_acronyms_are_names_without_words_for_the_office() -> None:
    acronyms = board_acronyms(DAY, tolerant=False)
    assert acronyms.at(skeleton_of("HEPZA", tolerant=False), 0) is not None
    assert acronyms.at(skeleton_of("Ban Quản lý các KCN Bắc Ninh", tolerant=False), 0) is None


def test_acronyms_are_never_guessed_from_misread_letters() -> None:
    acronyms = board_acronyms(DAY, tolerant=True)
    assert acronyms.at(skeleton_of("HEPZA", tolerant=True), 0) is not None
    assert acronyms.at(skeleton_of("HEPSA", tolerant=True), 0) is None


def test_whole_titles_are_known_too() -> None:
    skeleton = skeleton_of("Ban Quản lý VSIP", tolerant=False)
    match = board_titles(DAY, tolerant=False).at(skeleton, 0)
    assert match is not None
    assert match.value == {"vsip"}


@pytest.mark.parametrize("name", ["ĐBSH", "đồng bằng sông Hồng", "Đồng Bằng Sông Hồng"])
def test_a_region_means_its_bloc(name: str) -> None:
    match = bloc_names(tolerant=False).at(skeleton_of(name, tolerant=False), 0)
    assert match is not None
    assert match.value == "red-river-delta"


@pytest.mark.parametrize("day", [date(1998, 1, 1), DAY, date(2025, 6, 30), date(2025, 7, 1), date(2030, 1, 1)])
def test_an_era_begins_with_the_day_that_gave_it_its_boards(day: date) -> None:
    era = era_of(day)
    assert era <= day
    assert {board.code for board in boards_on(era)} == {board.code for board in boards_on(day)}


def test_days_of_one_era_share_it() -> None:
    assert era_of(date(2019, 6, 30)) == era_of(date(2019, 12, 31))
    assert era_of(date(2025, 6, 30)) != era_of(date(2025, 7, 1))

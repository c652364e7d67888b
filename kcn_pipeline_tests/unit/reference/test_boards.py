"""Management boards: who existed when, under which names, with which zones."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from kcn_pipeline.reference.boards import (
    Board,
    board_heirs,
    boards_by_district,
    boards_by_zone,
    boards_on,
    load_boards,
)
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.provinces import load_provinces, provinces_on

DAY_2019 = date(2019, 12, 31)
DAY_2026 = date(2026, 1, 1)


def test_every_province_has_a_board_in_2019() -> None:
    held = {board.province for board in boards_on(DAY_2019)}
    assert {province.code for province in provinces_on(DAY_2019)} <= held
    assert len(boards_on(DAY_2019)) == 66


def test_every_province_has_a_board_in_2026() -> None:
    held = {heir for board in boards_on(DAY_2026) for heir in _province_codes_on(board, DAY_2026)}
    assert {province.code for province in provinces_on(DAY_2026)} <= held


def _province_codes_on(board: Board, day: date) -> set[str]:
    province = load_provinces()[board.province]
    return {board.province} if province.valid_on(day) else set(province.successors)


def test_codes_of_the_gold_exist(shared_dir: Path) -> None:
    lines = (shared_dir / "gold" / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    entities = {str(json.loads(line).get("entity") or "") for line in lines}
    codes = {entity.partition(":")[2] for entity in entities if entity.startswith("board:")}
    assert codes
    assert codes <= set(load_boards())


def test_codes_of_the_known_blocs_exist(shared_dir: Path) -> None:
    lines = (shared_dir / "reference" / "blocs.jsonl").read_text(encoding="utf-8").splitlines()
    codes = {code for line in lines for code in json.loads(line).get("members") or ()}
    assert len(codes) > 40
    assert codes <= set(load_boards())


def test_every_successor_lives_on_the_day_after() -> None:
    boards = load_boards()
    ended = [board for board in boards.values() if board.valid_to is not None]
    assert len(ended) > 50
    for board in ended:
        assert board.valid_to is not None
        assert all(boards[code].valid_on(board.valid_to + timedelta(days=1)) for code in board.successors)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("ha-noi", "Ban Quản lý các KCN và CX Hà Nội"),
        ("ho-chi-minh-city", "HEPZA"),
        ("hai-phong", "HEZA"),
        ("da-nang", "DHPIZA"),
        ("ba-ria-vung-tau", "BIZA"),
        ("dong-nai", "DIZA"),
        ("nghe-an", "Ban Quản lý KKT Đông Nam"),
        ("thanh-hoa", "Ban Quản lý KKT Nghi Sơn"),
        ("ha-tinh", "Ban Quản lý KKT Vũng Áng"),
        ("khanh-hoa-van-phong", "Ban Quản lý Khu kinh tế Vân Phong"),
        ("quang-nam-chu-lai", "Ban Quản lý Khu kinh tế mở Chu Lai"),
        ("lai-chau", "Ban Quản lý Khu kinh tế cửa khẩu Ma Lù Thàng"),
        ("bac-giang", "Ban Quản lý các KCN tỉnh Bắc Giang"),
    ],
)
def test_names_the_press_uses(code: str, name: str) -> None:
    assert name in load_boards()[code].names


def test_several_boards_in_one_province() -> None:
    on_2015 = [board.code for board in boards_on(date(2015, 6, 30))]
    for pair in (
        {"quang-nam", "quang-nam-chu-lai"},
        {"quang-ngai", "quang-ngai-dung-quat"},
        {"binh-duong", "vsip"},
        {"kien-giang", "kien-giang-phu-quoc"},
    ):
        assert pair <= set(on_2015)
        assert len({load_boards()[code].province for code in pair}) == 1


def test_mergers_of_boards_have_days_of_their_own() -> None:
    assert board_heirs("quang-ngai-dung-quat", DAY_2019) == {"quang-ngai@2016"}
    assert board_heirs("bac-giang", DAY_2026) == board_heirs("bac-ninh", DAY_2026) == {"bac-ninh@2025"}
    assert board_heirs("vinh-phuc@1997", DAY_2026) == {"ha-noi", "phu-tho@2025"}
    assert board_heirs("quang-nam", DAY_2026) == {"da-nang@2025", "quang-nam-chu-lai@2025"}
    saigon = load_boards()["ho-chi-minh-city"]
    assert saigon.valid_on(date(2025, 7, 15))
    assert not saigon.valid_on(date(2025, 7, 28))


def test_an_heir_has_the_zones_of_whom_it_took_over_from() -> None:
    boards = load_boards()
    merged = boards["bac-ninh@2025"]
    assert {*boards["bac-ninh"].zones, *boards["bac-giang"].zones} == set(merged.zones)
    assert "Việt Yên" in merged.districts
    assert "Chu Lai" not in boards["da-nang@2025"].zones


def test_every_board_can_be_told_by_its_places() -> None:
    for board in load_boards().values():
        assert board.zones, board.code
    known = [board for board in boards_on(DAY_2019) if len(board.zones) >= 3]
    assert len(known) >= 60


def test_zones_that_name_no_province() -> None:
    zones = boards_by_zone(DAY_2019)
    assert zones["Sơn Mỹ"] == zones["Hàm Kiệm"] == ("binh-thuan",)
    assert set(zones["Tân Đức"]) == {"binh-thuan", "long-an"}
    assert boards_by_zone(DAY_2026)["Sơn Mỹ"] == ("lam-dong@2025",)


def test_districts_belong_to_one_board_each() -> None:
    districts = boards_by_district(DAY_2019)
    assert districts["Hàm Tân"] == districts["La Gi"] == ("binh-thuan",)
    assert {place for place, codes in districts.items() if len(codes) > 1} == set()


def test_no_place_stands_twice_in_a_row() -> None:
    for board in load_boards().values():
        for places in (board.zones, board.districts, board.names):
            assert len(set(places)) == len(places), board.code


def test_entity_of_a_board() -> None:
    assert load_boards()["bac-ninh@2025"].entity == "board:bac-ninh@2025"


def test_a_zone_called_as_a_province_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "boards.yaml"
    path.write_text('- {code: a, province: kon-tum, name: "A", zones: ["Hòa Bình"], source: press}\n', encoding="utf-8")
    with pytest.raises(BrokenReference, match=r"boards\.yaml:1: zone 'Hòa Bình' is called as the province"):
        load_boards(path)

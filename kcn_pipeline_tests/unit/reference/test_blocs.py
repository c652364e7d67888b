"""Emulation blocs: names, and who was in them, stated or assumed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from kcn_pipeline.reference.blocs import load_blocs, load_memberships, membership
from kcn_pipeline.reference.loading import BrokenReference

DELTA_2019 = {
    "quang-ninh",
    "hai-phong",
    "hai-duong",
    "ha-nam",
    "hung-yen",
    "nam-dinh",
    "ninh-binh",
    "thai-binh",
    "vinh-phuc",
    "bac-ninh",
    "ha-noi",
}


def test_the_known_blocs() -> None:
    assert list(load_blocs()) == [
        "red-river-delta",
        "northern-midlands-mountains",
        "northern-border-mountains",
        "north-central",
        "central-coast",
        "central-highlands",
        "southeast",
        "mekong-southwest-1",
    ]
    assert load_blocs()["southeast"].entity == "bloc:southeast"


@pytest.mark.parametrize(
    ("code", "alias"),
    [
        ("red-river-delta", "vùng ĐBSH"),
        ("red-river-delta", "Đồng bằng sông Hồng"),
        ("northern-midlands-mountains", "trung du và miền núi phía Bắc"),
        ("central-coast", "Duyên hải miền Trung"),
        ("southeast", "Đông Nam Bộ"),
        ("mekong-southwest-1", "Tây Nam Bộ 1"),
    ],
)
def test_forms_of_reports(code: str, alias: str) -> None:
    assert alias in load_blocs()[code].aliases


def test_no_form_names_two_blocs() -> None:
    forms = Counter(form.casefold() for bloc in load_blocs().values() for form in (bloc.name, *bloc.aliases))
    assert [form for form, times in forms.items() if times > 1] == []


def test_every_collected_membership_is_taken_over(shared_dir: Path) -> None:
    for line in (shared_dir / "reference" / "blocs.jsonl").read_text(encoding="utf-8").splitlines():
        found = json.loads(line)
        known = load_memberships()[f"{found['bloc']}:{found['year']}"]
        assert set(known.members or ()) == set(found["members"] or ())
        assert known.n_members == found["n_members"]
        stated = found["leader"] if not str(found["leader"]).endswith("?") else None
        assert known.leader == stated
        assert found.get("deputy") in (None, known.deputy)


def test_a_sourced_year_is_not_assumed() -> None:
    known = membership("red-river-delta", 2019)
    assert set(known.members or ()) == DELTA_2019
    assert (known.member_count, known.leader, known.deputy) == (11, "hai-duong", "quang-ninh")
    assert (known.assumed, known.source_year) == (False, 2019)


def test_a_list_is_carried_and_marked() -> None:
    known = membership("red-river-delta", 2020)
    assert set(known.members or ()) == DELTA_2019
    assert (known.assumed, known.source_year, known.member_count) == (True, 2019, 11)
    assert (known.leader, known.deputy) == ("bac-ninh", "ha-noi")


def test_a_leader_is_never_carried() -> None:
    known = membership("southeast", 2021)
    assert known.assumed
    assert known.members is not None
    assert (known.leader, known.deputy) == (None, None)


def test_the_nearest_list_is_carried_and_the_earlier_of_two_as_near() -> None:
    assert membership("northern-midlands-mountains", 2019).source_year == 2016
    assert membership("northern-midlands-mountains", 2020).source_year == 2016
    assert membership("northern-midlands-mountains", 2021).source_year == 2024


def test_what_no_source_states_stays_unknown() -> None:
    known = membership("north-central", 2019)
    assert known.members is None
    assert known.member_count is None
    assert known.leader == "thua-thien-hue"
    assert not known.assumed
    later = membership("north-central", 2021)
    assert (later.members, later.leader, later.source, later.source_year) == (None, None, None, None)


@pytest.mark.parametrize(
    ("bloc", "year"), [("red-river-delta", 2026), ("red-river-delta", 2008), ("central-coast", 2017)]
)
def test_a_list_is_not_carried_over_a_change_of_territory(bloc: str, year: int) -> None:
    known = membership(bloc, year)
    assert known.members is None
    assert not known.assumed


def test_an_unknown_bloc_is_an_error() -> None:
    with pytest.raises(KeyError):
        membership("atlantis", 2019)


def write(folder: Path, row: str) -> Path:
    path = folder / "bloc_memberships.yaml"
    path.write_text(f"- {{{row}, source: a conference}}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("bloc: atlantis, year: 2019", "unknown bloc: atlantis"),
        ("bloc: southeast, year: 2019, members: [atlantis]", "unknown board: atlantis"),
        ("bloc: southeast, year: 2019, leader: atlantis", "unknown board: atlantis"),
        ("bloc: southeast, year: 19", "year"),
        ("bloc: southeast, year: 2019, members: [vsip, vsip]", "a member stands twice"),
        ("bloc: southeast, year: 2019, members: [vsip], n_members: 2", "n_members is 2, but 1 members are listed"),
        ("bloc: southeast, year: 2019, members: [vsip], leader: dong-nai", "'dong-nai' leads the bloc, but is not"),
        ("bloc: southeast, year: 2026, members: [binh-thuan]", "'binh-thuan' did not exist in 2026"),
        ("bloc: southeast, year: 2019, members: [ha-noi@1995]", "'ha-noi@1995' did not exist in 2019"),
    ],
)
def test_broken_memberships_are_refused(tmp_path: Path, row: str, problem: str) -> None:
    with pytest.raises(BrokenReference) as caught:
        load_memberships(write(tmp_path, row))
    assert caught.value.line == 1
    assert problem in caught.value.problem


def test_a_stated_count_bars_a_list_of_another_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bloc_memberships.yaml"
    path.write_text(
        "- {bloc: southeast, year: 2019, members: [vsip, dong-nai], source: a conference}\n"
        "- {bloc: southeast, year: 2020, n_members: 3, source: a conference}\n"
        "- {bloc: southeast, year: 2021, n_members: 2, source: a conference}\n",
        encoding="utf-8",
    )
    rows = load_memberships(path)
    monkeypatch.setattr("kcn_pipeline.reference.blocs.load_memberships", lambda: rows)
    barred, carried = membership("southeast", 2020), membership("southeast", 2021)
    assert (barred.members, barred.member_count, barred.assumed, barred.source_year) == (None, 3, False, 2020)
    assert (carried.members, carried.assumed) == (("vsip", "dong-nai"), True)

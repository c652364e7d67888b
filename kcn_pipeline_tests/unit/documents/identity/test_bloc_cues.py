"""Which bloc is meant by a text that does not name it."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.documents.identity.bloc_cues import MIN_MEMBERS, MeantBloc, listed_bloc, meant_bloc
from kcn_pipeline.documents.identity.layout import layout_of
from kcn_pipeline.documents.identity.publisher_cues import publisher_mentions
from kcn_pipeline.documents.skeleton import skeleton_of

DAY = date(2019, 12, 31)
TITLE = "Hội nghị tổng kết năm nay của các đơn vị"
BLOC = "Khối thi đua các Ban Quản lý KCN, KKT"
MEMBERS = ("Thái Nguyên", "Tuyên Quang", "Bắc Giang", "Phú Thọ", "Hòa Bình", "Yên Bái", "Bắc Kạn")


def meant(body: str, *, title: str = TITLE, day: date = DAY) -> MeantBloc | None:
    skeleton = skeleton_of(f"{title}\n\n{body}.", tolerant=False)
    return meant_bloc(skeleton, layout_of(skeleton, None), publisher_mentions(skeleton, day), day)


@pytest.mark.parametrize(
    ("title", "body", "code", "rule"),
    [
        ("Tây Nguyên: Khối thi đua tổng kết công tác năm", "Mọi người vui", "central-highlands", "region"),
        (TITLE, f"Ở Tây Nguyên, {BLOC} đã họp", "central-highlands", "region"),
        (TITLE, f"{BLOC} đã họp. Dự họp có {', '.join(MEMBERS)}", "northern-midlands-mountains", "members"),
        (TITLE, f"{BLOC} bầu Ban Quản lý các KCN Đồng Nai làm Khối trưởng", "southeast", "head"),
    ],
)
def test_a_bloc_is_told_by_what_stands_around_it(title: str, body: str, code: str, rule: str) -> None:
    found = meant(body, title=title)
    assert found is not None
    assert (found.code, found.rule) == (code, rule)
    assert found.spans


@pytest.mark.parametrize(
    "body",
    [
        "Ở Tây Nguyên trời đẹp, không ai thi đua",
        f"{BLOC} đã họp. Sau đó đoàn thăm Tây Nguyên",
        f"{BLOC} đã họp. Dự họp có {', '.join(MEMBERS[: MIN_MEMBERS - 1])}",
        f"{BLOC} đã họp. Dự họp có Hà Nội, Cà Mau, Gia Lai, {', '.join(MEMBERS[:MIN_MEMBERS])}",
        "Khối thi đua các sở của tỉnh bầu Ban Quản lý các KCN Đồng Nai làm Khối trưởng",
        f"{BLOC} đã họp. Ban Quản lý các KCN Đồng Nai cùng dự",
        f"Ở Tây Nguyên và Đông Nam Bộ, {BLOC} đã họp",
    ],
)
def test_a_bloc_that_is_not_told_is_not_guessed(body: str) -> None:
    assert meant(body) is None


def test_provinces_of_one_bloc_are_told_from_others() -> None:
    assert listed_bloc(skeleton_of(", ".join(MEMBERS)), DAY)
    assert not listed_bloc(skeleton_of(", ".join((*MEMBERS[:3], "Hà Nội", "Cà Mau", "Gia Lai"))), DAY)

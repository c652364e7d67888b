"""Events: who leads a bloc, who is in it, who was honoured, when and where a conference was held."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.events.told import Event, extract_events
from kcn_pipeline.periods import Window
from kcn_pipeline_tests.unit.extraction.builders import YEAR_2019, document_of, untouched

DELTA = "bloc:red-river-delta"
DELTA_NAME = "Khối thi đua các tỉnh Đồng bằng sông Hồng"


def events_of(text: str, publisher: str | None = DELTA, window: Window = YEAR_2019) -> list[Event]:
    return extract_events(document_of(text, publisher, window), untouched(text))


def of_kind(text: str, kind: str, publisher: str | None = DELTA) -> list[Event]:
    return [event for event in events_of(text, publisher) if event.kind == kind]


LEADERS = [
    (f"Ban Quản lý các KCN tỉnh Hải Dương - Khối trưởng {DELTA_NAME}.", [("hai-duong", "leader", 2019)]),
    (f"Ban Quản lý KKT tỉnh Quảng Ninh, Khối phó {DELTA_NAME}, báo cáo.", [("quang-ninh", "deputy", 2019)]),
    (f"{DELTA_NAME} bầu Ban Quản lý các KCN Bắc Ninh làm Khối trưởng năm 2020.", [("bac-ninh", "leader", 2020)]),
    ("Khối trưởng năm 2021: Ban Quản lý các KCN tỉnh Hà Nam.", [("ha-nam", "leader", 2021)]),
    ("Đơn vị Khối phó là Ban Quản lý các KCN tỉnh Nam Định.", [("nam-dinh", "deputy", 2019)]),
    (
        (
            "Ban Quản lý các KCN tỉnh Hưng Yên và Ban Quản lý các KCN tỉnh Thái Bình được bầu làm "
            "Khối trưởng và Khối phó năm 2020."
        ),
        [("hung-yen", "leader", 2020), ("thai-binh", "deputy", 2020)],
    ),
    (
        (
            "Hội nghị bầu Ban Quản lý các KCN tỉnh Hà Nam là Khối trưởng năm 2020 và "
            "Ban Quản lý các KCN tỉnh Ninh Bình là Khối phó năm 2020."
        ),
        [("ha-nam", "leader", 2020), ("ninh-binh", "deputy", 2020)],
    ),
    (
        "Ông Trần Văn An - Trưởng ban Quản lý các KCN tỉnh Hà Nam, đại diện đơn vị Khối trưởng, phát biểu.",
        [("ha-nam", "leader", 2019)],
    ),
    (
        f"Ông Trần Văn An - Khối trưởng {DELTA_NAME}, Trưởng ban Quản lý các KCN tỉnh Hà Nam.",
        [("ha-nam", "leader", 2019)],
    ),
    (
        "Bắc Ninh nhận vai Khối trưởng năm 2020, Hà Nam làm Khối phó.",
        [("bac-ninh", "leader", 2020), ("ha-nam", "deputy", 2020)],
    ),
    ("Năm 2022 Khối trưởng là Thái Bình.", [("thai-binh", "leader", 2022)]),
    ("Báo cáo của Khối trưởng Thái Bình nêu rõ.", [("thai-binh", "leader", 2019)]),
    ("Trưởng Khối thi đua: Ban Quản lý các KCN tỉnh Vĩnh Phúc.", [("vinh-phuc", "leader", 2019)]),
    ("Phó trưởng Khối là Ban Quản lý các KCN tỉnh Vĩnh Phúc.", [("vinh-phuc", "deputy", 2019)]),
]
NO_LEADERS = [
    "Khối trưởng cần đưa nội dung này vào kế hoạch.",
    "Ban Quản lý các KCN tỉnh Hà Nam đón Khối trưởng đến thăm.",
    "Khối phó Nguyễn Văn Bình nhấn mạnh kết quả của các phong trào.",
    "Đơn vị nào được chọn làm Khối trưởng năm 2020 đều là vinh dự.",
    "Trưởng ban Quản lý các KCN tỉnh Hà Nam phát biểu.",
]


@pytest.mark.parametrize(("text", "expected"), LEADERS)
def test_leaders_and_deputies(text: str, expected: list[tuple[str, str, int]]) -> None:
    found = of_kind(text, "leadership")
    assert [(event.entity, event.role, event.year) for event in found] == [
        (f"board:{board}", role, year) for board, role, year in expected
    ]
    assert all(event.bloc == DELTA for event in found)


@pytest.mark.parametrize("text", NO_LEADERS)
def test_no_board_is_made_a_leader(text: str) -> None:
    assert of_kind(text, "leadership") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ông Trần Văn An - Khối trưởng, Trưởng ban Quản lý các KCN tỉnh Hà Nam.",
        "Cũng dịp này, ông Trần Văn An - Trưởng ban Quản lý các KCN tỉnh Hà Nam, đại diện đơn vị Khối trưởng, nói.",
        "TRẦN VĂN AN - Trưởng ban, Ban Quản lý các KCN tỉnh Hà Nam; Trưởng Khối thi đua năm 2019",
    ],
)
def test_a_leader_by_name(text: str) -> None:
    (event,) = of_kind(text, "leadership")
    assert (event.person, event.entity) == ("Trần Văn An", "board:ha-nam")


def test_the_same_leader_told_twice_is_one_event() -> None:
    text = "Ban Quản lý các KCN tỉnh Hà Nam - Khối trưởng.\nKhối trưởng: Ban Quản lý các KCN tỉnh Hà Nam."
    assert len(of_kind(text, "leadership")) == 1


MEMBERS = [
    (
        (
            f"{DELTA_NAME} gồm 3 đơn vị thành viên: Ban Quản lý các KCN tỉnh Hà Nam; Ban Quản lý KKT tỉnh Quảng Ninh; "
            "Ban Quản lý các KCN tỉnh Hưng Yên."
        ),
        ["ha-nam", "quang-ninh", "hung-yen"],
    ),
    (
        f"{DELTA_NAME} bao gồm Ban Quản lý các KCN tỉnh Hà Nam, Hưng Yên và Thái Bình.",
        ["ha-nam", "hung-yen", "thai-binh"],
    ),
    ("Một số đơn vị như Ban Quản lý các KCN tỉnh Hà Nam đã áp dụng ISO.", ["ha-nam"]),
    ("Ban Quản lý các KCN tỉnh Hà Nam: Cấp mới 12 dự án.", ["ha-nam"]),
]


@pytest.mark.parametrize(("text", "boards"), MEMBERS)
def test_members(text: str, boards: list[str]) -> None:
    found = of_kind(text, "membership")
    assert [event.entity for event in found] == [f"board:{board}" for board in boards]
    assert {(event.bloc, event.year) for event in found} == {(DELTA, 2019)}


def test_a_board_that_names_its_one_bloc_is_a_member() -> None:
    (event,) = of_kind(f"Ban ký giao ước với {DELTA_NAME}.", "membership", "board:ha-noi")
    assert (event.entity, event.bloc) == ("board:ha-noi", DELTA)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Vùng Đồng bằng sông Hồng phát triển nhanh.", "board:ha-noi"),
        ("Ban Quản lý các KCN tỉnh Hà Nam: Cấp mới 12 dự án.", "province:ha-nam"),
        ("Khối gồm 11 đơn vị thành viên.", DELTA),
        ("Ban Quản lý các KCN tỉnh Hà Nam đã cấp 12 dự án.", DELTA),
    ],
)
def test_no_member_is_named(text: str, publisher: str) -> None:
    assert of_kind(text, "membership", publisher) == []


def test_an_event_points_at_its_words_and_survives_storing() -> None:
    text = "Tin hội nghị. Ban Quản lý các KCN tỉnh Hà Nam - Khối trưởng năm 2020."
    (event,) = of_kind(text, "leadership")
    assert event.span.of(text) == event.quote
    assert "Hà Nam" in event.quote
    assert "Khối trưởng" in event.quote
    assert {cue.role for cue in event.cues} >= {"entity", "role"}
    assert Event.from_row(event.as_row()) == event


@pytest.mark.parametrize("text", ["", " \n", "12 dự án", "Khối", "Khối trưởng", "gồm:", "tặng Cờ thi đua cho"])
def test_texts_without_events(text: str) -> None:
    assert events_of(text) == []

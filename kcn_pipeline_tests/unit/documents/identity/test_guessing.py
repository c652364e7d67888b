"""The likeliest identity where the text leaves it open."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.documents.identity.guessing import UNKNOWN_WINDOW, Guess, guess, is_stand_in
from kcn_pipeline.documents.identity.identification import identify
from kcn_pipeline.documents.sidecar import Sidecar
from kcn_pipeline.periods import Window

PLAIN = "Báo cáo của Ban Quản lý các khu công nghiệp tỉnh Hải Dương\n\n"
TOLD = f"{PLAIN}Trong 6 tháng đầu năm 2018, Ban Quản lý cấp mới 12 dự án."
UP_TO_NOW = f"{PLAIN}Từ đầu năm 2021 đến nay, Ban Quản lý cấp mới 12 dự án."
NO_YEAR = f"{PLAIN}Ban Quản lý cấp mới 12 dự án trong 6 tháng đầu năm."
NOTHING = f"{PLAIN}Ban Quản lý cấp mới 12 dự án."
NOBODY = "Trong năm 2019 có thêm 12 dự án, vốn đăng ký 30 triệu USD."


def reasons(found: Guess) -> list[str]:
    return [doubt.reason for doubt in found.doubts]


def test_what_the_text_tells_is_no_guess() -> None:
    assert guess(TOLD) == Guess(identify(TOLD), ())


def test_a_year_up_to_an_untold_day_is_taken_whole() -> None:
    found = guess(UP_TO_NOW)

    assert found.identity.window == Window.of_year(2021)
    assert found.identity.publisher == "board:hai-duong"
    assert reasons(found) == ["the text tells 2021 up to a day that it does not name"]


@pytest.mark.parametrize("text", [NO_YEAR, NOTHING])
def test_without_a_year_the_window_is_a_stand_in(text: str) -> None:
    found = guess(text)

    assert found.identity.window == UNKNOWN_WINDOW
    assert is_stand_in(found.identity.window.end)
    assert found.identity.publisher == "board:hai-duong"
    assert len(found.doubts) == 1


def test_a_year_named_anywhere_is_nearer_than_none() -> None:
    found = guess(f"{NO_YEAR} Nghị định năm 2015 còn hiệu lực. So với cùng kỳ năm 2016 tăng 5%.")

    assert not is_stand_in(found.identity.window.end)


def test_a_document_of_nobody_has_no_publisher_and_says_so() -> None:
    found = guess(NOBODY)

    assert (found.identity.publisher, found.identity.kind) == (None, "press")
    assert found.identity.window == Window.of_year(2019)
    assert len(found.doubts) == 1


def test_both_may_be_open() -> None:
    assert len(guess("Có thêm 12 dự án.").doubts) == 2


def test_a_sidecar_leaves_nothing_open() -> None:
    told = Sidecar(period="2020", publisher="board:ha-nam")

    found = guess(NOTHING, sidecar=told)

    assert (found.identity.window, found.identity.publisher, found.doubts) == (
        Window.of_year(2020),
        "board:ha-nam",
        (),
    )


def test_empty_text_is_no_error() -> None:
    assert guess("").identity.window == UNKNOWN_WINDOW


@pytest.mark.parametrize(
    ("day", "stand_in"),
    [
        (UNKNOWN_WINDOW.end, True),
        (UNKNOWN_WINDOW.year_earlier().end, True),
        (date(2025, 12, 31), False),
        (None, False),
    ],
)
def test_days_counted_from_a_stand_in_are_told_apart(day: date | None, stand_in: bool) -> None:
    assert is_stand_in(day) is stand_in


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (
            "Bình Dương: 6 tháng thu hút một tỷ USD\n\nCác khu công nghiệp của tỉnh thu hút 90 dự án.",
            "board:binh-duong",
        ),
        ("Bình Định củng cố các khu công nghiệp\n\nTỉnh Bình Định có 7 khu công nghiệp.", "board:binh-dinh"),
        ("Các KCN nộp ngân sách khá\n\nDoanh nghiệp tại các KCN nộp 30 tỷ đồng.\n\nẢnh: KCN Quế Võ.", "board:bac-ninh"),
        ("KCN Quế Võ đón dự án mới\n\nNăm 2013 có thêm 3 dự án.", None),
    ],
)
def test_places_in_a_text_without_a_year(text: str, publisher: str | None) -> None:
    assert guess(text).identity.publisher == publisher


def test_the_country_in_the_title_goes_before_a_board_that_the_text_takes_as_an_example() -> None:
    text = (
        "Cả nước hiện có bao nhiêu khu công nghiệp?\n\nNăm 2016 cả nước có 334 khu công nghiệp.\n\n"
        "Ban Quản lý các khu công nghiệp tỉnh Hải Dương cấp mới 12 dự án."
    )
    assert guess(text).identity.publisher is None

"""Mentions of periods: which months, and in what sense."""

from __future__ import annotations

import pytest

from kcn_pipeline.documents.identity.period_cues import PeriodCue, period_cues
from kcn_pipeline.documents.skeleton import skeleton_of
from kcn_pipeline.quantities import Span
from kcn_pipeline_tests.unit.documents.damages import (
    Damage,
    as_read_by_english_ocr,
    with_all_letters_dropped,
    without_diacritics,
)

NO_TITLE = Span(0, 0)


def cues(text: str, *, tolerant: bool = False) -> list[PeriodCue]:
    return period_cues(skeleton_of(text, tolerant=tolerant), NO_TITLE)


@pytest.mark.parametrize(
    ("text", "kind", "months", "year"),
    [
        ("6 tháng đầu năm 2019", "first_months", (1, 6), 2019),
        ("06 tháng đầu năm", "first_months", (1, 6), None),
        ("sáu tháng đầu năm 2019", "first_months", (1, 6), 2019),
        ("9 tháng năm 2021", "first_months", (1, 9), 2021),
        ("chín tháng đầu năm", "first_months", (1, 9), None),
        ("11 tháng/2020", "first_months", (1, 11), 2020),
        ("6T/2018", "first_months", (1, 6), 2018),
        ("10 tháng qua", "first_months", (1, 10), None),
        ("từ đầu năm đến nay", "year_to_date", (1, 12), None),
        ("từ đầu năm 2019 đến nay", "year_to_date", (1, 12), 2019),
        ("nửa đầu năm 2019", "first_half", (1, 6), 2019),
        ("nửa đầu năm", "first_half", (1, 6), None),
        ("6 tháng cuối năm 2019", "second_half", (7, 12), 2019),
        ("quý I/2023", "quarter", (1, 3), 2023),
        ("quý 4 năm 2023", "quarter", (10, 12), 2023),
        ("quý III", "quarter", (7, 9), None),
        ("tháng 10/2020", "month", (10, 10), 2020),
        ("đến hết tháng 06/2019", "as_of_month", (1, 6), 2019),
        ("đến ngày 30/9/2020", "as_of_day", (1, 9), 2020),
        ("đến ngày 10 tháng 12 năm 2020", "as_of_day", (1, 11), 2020),
        ("đến 05/01/2020", "as_of_day", (1, 1), 2020),
        ("trong quý III", "quarter", (7, 9), None),
        ("9 tháng", "months_alone", (1, 9), None),
        ("trong năm qua", "past_year", (1, 12), None),
        ("3 tháng cuối năm 2019", "remaining", None, 2019),
        ("trong tháng 11", "remaining", None, None),
        ("6 tháng tới", "remaining", None, None),
        ("5 năm qua", "years", None, None),
        ("trong quý", "untold_part", None, None),
        ("sang năm 2020", "horizon", None, 2020),
        ("năm 2019", "year", (1, 12), 2019),
        ("cả năm 2019", "year", (1, 12), 2019),
        ("giai đoạn 2016 - 2020", "horizon", None, 2016),
        ("5 năm 2016-2020", "horizon", None, 2016),
        ("đến năm 2030", "horizon", None, 2030),
        ("ngày 12/07/2019", "day", None, 2019),
        ("ngày 27 tháng 12 năm 2019", "day", None, 2019),
        ("ngày 3-4/1/2020", "day", None, 2020),
        ("27/12/2019", "day", None, 2019),
        ("2019-12-27", "day", None, 2019),
        ("nửa đầu 2019", "first_half", (1, 6), 2019),
        ("nửa chặng đường năm 2019", "first_half", (1, 6), 2019),
        ("trong nửa năm", "first_half", (1, 6), None),
        ("6 tháng đầu năm nay", "first_months", (1, 6), None),
        ("năm nay", "this_year", (1, 12), None),
        ("lũy kế từ đầu năm", "year_to_date", (1, 12), None),
        ("từ đầu năm đến hết tháng 8/2016", "first_months", (1, 8), 2016),
        ("từ đầu năm 2021 đến 20/5", "first_months", (1, 5), 2021),
        ("từ đầu năm đến ngày 9/10", "first_months", (1, 9), None),
        ("từ đầu năm nay đến cuối tháng 8", "first_months", (1, 8), None),
        ("từ đầu năm 2017 đến nửa đầu tháng 5/2017", "first_months", (1, 5), 2017),
        ("từ đầu năm 2019", "year", (1, 12), 2019),
        ("tới cuối tháng 4/2021", "as_of_month", (1, 4), 2021),
        ("đến 30/9", "as_of_day", (1, 9), None),
        ("đến cuối năm 2019", "year", (1, 12), 2019),
        ("đến đầu năm 2019", "horizon", None, 2019),
        ("cuối năm 2019", "horizon", None, 2019),
        ("đến thời điểm này", "up_to_now", None, None),
        ("đến ngày 30 tháng 9", "as_of_day", (1, 9), None),
    ],
)
def test_a_period_is_read(text: str, kind: str, months: tuple[int, int] | None, year: int | None) -> None:
    [cue] = cues(f"Báo chí viết rằng {text}, theo lời ông ấy.")
    assert (cue.kind, cue.months, cue.year) == (kind, months, year)


def test_the_span_is_that_of_the_mention() -> None:
    text = "Tổng kết,\r\nsáu tháng đầu năm 2019."
    [cue] = cues(text)
    assert cue.span.of(text) == "sáu tháng đầu năm 2019"


@pytest.mark.parametrize(
    "text",
    [
        "năm 19",
        "5 năm",
        "năm tháng qua",
        "Việt Nam 2019",
        "tháng 10",
        "13 tháng đầu năm",
        "quý 5",
        "từ đầu năm",
        "đến tháng 9",
        "đến 10 12",
        "2019 12 27",
    ],
)
def test_what_names_no_period_is_passed_over(text: str) -> None:
    assert cues(text) == []


def test_a_day_that_the_calendar_does_not_have_is_passed_over() -> None:
    assert cues("ngày 31/2/2019") == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Bắc Giang 2019: khu công nghiệp đi trước", [2019]),
        ("Nghị định 82/2018 về khu công nghiệp", []),
        ("Quy hoạch 2016-2020", [2016]),
        ("Đất 2.019 ha của khu công nghiệp", []),
    ],
)
def test_a_year_alone_counts_in_the_title_and_where_it_is_none_other(text: str, years: list[int]) -> None:
    skeleton = skeleton_of(text)
    assert [cue.year for cue in period_cues(skeleton, Span(0, len(text)))] == years
    assert [cue.kind for cue in cues(text)] == ["horizon" for year in years if year == 2016]


def test_no_mention_goes_on_over_the_end_of_a_sentence() -> None:
    assert [cue.kind for cue in cues("Cac KCN da lap day. Nam 2019 co 3 du an", tolerant=True)] == ["year"]


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Hội nghị sơ kết công tác 6 tháng đầu năm 2019", "review_of_half"),
        ("Hội nghị tổng kết công tác thi đua, khen thưởng năm 2019", "review_of_year"),
        ("Kết quả thực hiện chỉ tiêu, nhiệm vụ năm 2019", "review"),
        ("Đơn vị hoàn thành các mục tiêu năm 2019", "review"),
        ("Phương hướng, nhiệm vụ năm 2019", "plan"),
        ("Triển khai kế hoạch năm 2019", "plan"),
        ("Để hoàn thành tốt nhiệm vụ năm 2019", "plan"),
        ("Các đơn vị phấn đấu đạt chỉ tiêu năm 2019", "plan"),
        ("Xuất khẩu tăng so với cùng kỳ năm 2019", "comparison"),
        ("Xuất khẩu tăng so với 6 tháng đầu năm 2019", "comparison"),
        ("Đạt 90% so với kế hoạch năm 2019", "of its plan"),
        ("Vốn đăng ký trong năm 2019", "within"),
        ("Năm 2019", "within"),
        ("Năm 2019, đơn vị đặt kế hoạch cấp 70 dự án", "plan"),
        ("Năm 2019, đơn vị sẽ cấp 70 dự án", "plan"),
        ("Năm 2019, đơn vị đã cấp 70 dự án mới và gia hạn cho nhiều dự án khác, sẽ khởi công sau", "within"),
        ("Xuất khẩu gấp 4,5 lần năm 2019", "comparison"),
        ("Xuất khẩu có thể vượt năm 2019", "comparison"),
        ("Tặng bằng khen năm 2019", "review"),
        ("Lời của Bộ Kế hoạch và Đầu tư về năm 2019", "plain"),
        ("Triển khai nhiệm vụ của đơn vị\nNăm 2019", "within"),
        ("TRIỂN KHAI NHIỆM VỤ\nNĂM 2019", "plan"),
        ("Đã xong. Năm 2019", "within"),
        ("Ông nói năm 2019", "plain"),
        ("Nhiệm vụ khó. Ông nói năm 2019", "plain"),
        ('Ông nói: "Năm 2019', "within"),
        ("Họ viết: năm 2019", "within"),
        ("Vốn đăng ký thấp hơn con số 34 của năm 2019", "comparison"),
        ("Vốn đạt 553 triệu USD so với mức 101 triệu USD của 6 tháng đầu năm 2019", "comparison"),
        ("Vốn vượt 34% kế hoạch của năm 2019", "of its plan"),
        ("Nhận 126 hồ sơ (năm 2019: 894)", "comparison"),
        ("Có 15 dự án (năm 2019 là 9 dự án)", "comparison"),
        ("Vốn vọt lên từ chỗ 53 triệu USD (6 tháng 2019)", "comparison"),
        ("Các con số (số trong ngoặc là thực hiện năm 2019)", "comparison"),
        ("Thu hút 45 dự án (6 tháng đầu năm 2019)", "plain"),
        ("Khu kinh tế được thành lập năm 2019", "founding"),
        ("Chuẩn bị sơ kết công tác năm 2019", "plan"),
        ("Với năm 2019, đơn vị sẽ lo hai việc lớn", "plan"),
        ("Nếu năm 2019 có 27 dự án", "comparison"),
        ("Trong năm nay, họ đặt mục tiêu bốn dự án", "plan"),
        ("Năm 2019, Ban cam kết trả hồ sơ đúng hạn", "plan"),
        ("Mục tiêu thu hút đầu tư 9 tỷ USD trong năm 2019", "plan"),
    ],
)
def test_the_words_before_tell_the_sense(text: str, context: str) -> None:
    assert [cue.context for cue in cues(text)] == [context]


@pytest.mark.parametrize(
    ("text", "contexts"),
    [
        ("tổng kết công tác năm 2019, triển khai nhiệm vụ năm 2020", ["review_of_year", "plan"]),
        ("sơ kết 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2019", ["review_of_half", "plan"]),
        ("kết quả quý II và 6 tháng đầu năm 2018", ["review", "review"]),
        ("tổng kết năm 2019, năm 2020 thì chưa rõ", ["review_of_year", "plain"]),
        ("trong năm 2019, xuất khẩu tăng so với năm 2018", ["within", "comparison"]),
        ("tình hình thực hiện nhiệm vụ quý I, nhiệm vụ quý II năm 2019", ["review", "plan"]),
        ("năm 2019 có 46 dự án; năm 2018 chỉ là 22", ["plain", "plain"]),
    ],
)
def test_each_mention_has_its_own_sense(text: str, contexts: list[str]) -> None:
    assert [cue.context for cue in cues(f"Họ bàn việc {text}.")] == contexts


@pytest.mark.parametrize("damage", [with_all_letters_dropped, without_diacritics, as_read_by_english_ocr])
def test_mentions_and_senses_survive_damage(damage: Damage) -> None:
    text = "Hội nghị sơ kết công tác 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2019"
    for tolerant in (False, True):
        if tolerant or damage is with_all_letters_dropped:
            found = cues(damage(text), tolerant=tolerant)
            assert [(c.kind, c.context) for c in found] == [("first_months", "review_of_half"), ("second_half", "plan")]


@pytest.mark.parametrize(
    ("text", "this_year"),
    [("6 tháng đầu năm nay", True), ("năm nay", True), ("6 tháng đầu năm", False), ("từ đầu năm đến nay", False)],
)
def test_a_year_may_be_called_this_one(text: str, this_year: bool) -> None:
    assert [cue.this_year for cue in cues(f"Ông nói {text} có mưa.")] == [this_year]

"""Which period a text is decided to report on, and when nothing is decided."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.documents.identity.layout import layout_of
from kcn_pipeline.documents.identity.period_choice import PeriodChoice, choose_period, conference_day
from kcn_pipeline.documents.identity.period_cues import period_cues
from kcn_pipeline.documents.identity.publication_line import publication_day
from kcn_pipeline.documents.problems import Unidentified
from kcn_pipeline.documents.skeleton import skeleton_of
from kcn_pipeline.periods import Window

HALF = Window.of_months(2019, 1, 6)
YEAR = Window.of_year(2019)


def choose(
    text: str, *, conference: date | None = None, published: date | None = None, review: str | None = None
) -> PeriodChoice:
    skeleton = skeleton_of(text, tolerant=False)
    layout = layout_of(skeleton, None)
    cues = period_cues(skeleton, layout.title_span)
    return choose_period(cues, layout, conference=conference, published=published, review=review)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("Kết quả 6 tháng đầu năm 2019. Chủ đề năm 2019 là liêm chính; phong trào năm 2019 sôi nổi.", HALF),
        ("Năm 2019 đã khép lại. Riêng 6 tháng đầu năm 2019 có 3 dự án. Tổng kết năm 2019. Trong năm 2019.", YEAR),
        ("Sơ kết 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2019.", HALF),
        ("Tổng kết năm 2019, phương hướng nhiệm vụ năm 2020, giải pháp năm 2020, mục tiêu năm 2020.", YEAR),
        ("Kết quả 9 tháng năm 2019, ước cả năm 2019 vượt kế hoạch.", Window.of_months(2019, 1, 9)),
        ("Kết quả tháng 10 và 10 tháng đầu năm 2019.", Window.of_months(2019, 1, 10)),
        ("Kết quả quý II/2019 và 6 tháng đầu năm 2019.", HALF),
        ("Kết quả quý I/2019.", Window.of_months(2019, 1, 3)),
        (
            "Các khu khởi sắc trong quý I/2019\n\nBan cấp 5 dự án.\n\nQuý II/2019, Ban phấn đấu cấp 6 dự án.",
            Window.of_months(2019, 1, 3),
        ),
        ("Kết quả tháng 8/2019. Tháng 9/2019, Ban dự kiến cấp 6 dự án.", Window.of_months(2019, 8, 8)),
        ("Tình hình tháng 5 năm 2019.", Window.of_months(2019, 5, 5)),
        ("Tính đến 30/6/2019 có 80 dự án.", HALF),
        ("Kết quả 6 tháng cuối năm 2019.", Window.of_months(2019, 7, 12)),
        ("Kết quả năm 2019 tăng so với năm 2018, năm 2018 là năm khó.", YEAR),
        ("Quý IV riêng nó khá. Số liệu năm 2019 đã chốt.", YEAR),
        ("Năm 2019, Ban cấp 58 dự án, gấp hai lần rưỡi năm 2018. Năm 2020, Ban đặt kế hoạch 70 dự án.", YEAR),
        ("Bắc Ninh, tháng 1/2020 - Năm 2019 các khu công nghiệp có 58 dự án.", YEAR),
        ("Bắc Ninh 2019: các khu công nghiệp đi trước\n\nSang năm 2020, tỉnh kỳ vọng nhiều.", YEAR),
        ("Kết quả 9 tháng và nhiệm vụ 3 tháng cuối năm 2019.", Window.of_months(2019, 1, 9)),
        ("Tin tháng 8/2019. Tám tháng. Lũy kế từ đầu năm có 11 dự án.", Window.of_months(2019, 1, 8)),
        ("Kết quả tháng 8/2019. Lũy kế từ đầu năm có 11 dự án.", Window.of_months(2019, 1, 8)),
        ("Kết quả tháng 8/2019. Trong tháng có 2 dự án.", Window.of_months(2019, 8, 8)),
        ("Riêng tháng 8/2019 có 2 dự án. Đến ngày 20/8/2019 còn 13 dự án.", Window.of_months(2019, 8, 8)),
        ("Tính đến ngày 30/9/2019 có 80 dự án. Đến tháng 10 năm 2019 có 81.", Window.of_months(2019, 1, 10)),
        ("Năm 2018 có 26 dự án. Quý I/2019 có 3 dự án.", Window.of_months(2019, 1, 3)),
        ("Năm 2019 có 26 dự án. Năm 2018 có 22. Vốn tăng so với năm 2018.", YEAR),
        ("Trong 6 tháng đầu năm nay, vốn tăng so với cùng kỳ năm 2018.", HALF),
        ("Năm nay các khu có 32 dự án, tăng so với năm 2018.", YEAR),
        ("Năm nay tốt. Trong 6 tháng đầu năm 2019 có 3 dự án.", HALF),
        ("Từ đầu năm 2019 đến nay có 9 dự án. Năm 2020, tỉnh phấn đấu có 12.", YEAR),
        ("Nếu năm 2018 có 4 dự án, thì 6 tháng đầu năm nay đã có 5.", HALF),
        ("Khu được thành lập năm 2006. Năm 2019 có 3 dự án.", YEAR),
        ("Năm 2019 có 3 dự án; giai đoạn 2016-2020 có 9 dự án; đến năm 2030 có 20 dự án.", YEAR),
    ],
)
def test_the_period_reported_on_is_chosen(text: str, window: Window) -> None:
    assert choose(text).window == window


@pytest.mark.parametrize(
    ("text", "day", "window"),
    [
        ("Năm qua, các khu có 9 dự án.", date(2020, 1, 14), YEAR),
        ("Năm qua, các khu có 9 dự án.", date(2019, 12, 20), YEAR),
        ("Năm 2019, có 9 dự án. Năm 2020, Ban lo 5 việc.", date(2020, 1, 6), YEAR),
        ("Trong 9 tháng, các khu có 9 dự án.", date(2019, 10, 4), Window.of_months(2019, 1, 9)),
    ],
)
def test_the_day_tells_which_year_is_past(text: str, day: date, window: Window) -> None:
    assert choose(text, published=day).window == window


def test_this_year_is_that_of_the_day_whatever_else_is_told() -> None:
    text = "Trong 6 tháng đầu năm nay có 3 dự án. Năm 2018, tỉnh có 9 dự án."
    assert choose(text, published=date(2019, 7, 2)).window == HALF
    with pytest.raises(Unidentified, match="this year, and of 2018 as a whole") as caught:
        choose(text)
    assert caught.value.candidates == ("2019-H1", "2018-H1")


def test_this_year_alone_is_not_told_by_a_part_in_passing() -> None:
    with pytest.raises(Unidentified, match="only in passing"):
        choose("Trời mưa tháng 11/2019 nhiều nhất cả năm nay.")


@pytest.mark.parametrize(
    ("published", "window"),
    [
        (date(2019, 11, 7), Window.of_months(2019, 1, 10)),
        (date(2019, 7, 3), HALF),
        (date(2020, 1, 9), YEAR),
    ],
)
def test_a_state_alone_is_that_of_the_day_of_publication(published: date, window: Window) -> None:
    text = "Đến nay, các khu có 40 dự án."
    assert choose(text, published=published).window == window
    with pytest.raises(Unidentified):
        choose(text, conference=published)


def test_an_account_of_one_year_after_the_other_is_of_none() -> None:
    text = "Năm 2016 thu 10 tỷ đồng; năm 2017 thu 20 tỷ đồng; năm 2018 thu 40 tỷ đồng; năm 2019 thu 80 tỷ đồng."
    with pytest.raises(Unidentified, match="more than one year alike: 2016, 2017, 2018, 2019"):
        choose(text)


def test_several_years_are_no_year() -> None:
    with pytest.raises(Unidentified):
        choose("Trong 10 năm qua, các khu có 90 dự án.", published=date(2019, 12, 20))


def test_a_year_of_which_an_untold_part_is_meant_is_refused() -> None:
    with pytest.raises(Unidentified, match="part of 2019") as caught:
        choose("Một số kết quả trong quý\n\nTrong quý vừa qua của năm 2019 có 6 dự án. Trong quý có 2 hội nghị.")
    assert "2019-07-01/2019-09-30" in caught.value.candidates


def test_the_evidence_are_the_mentions_of_that_period_heaviest_first() -> None:
    text = "Một tựa đề dài hơn năm chữ\n\nNăm 2019 khá. So với năm 2018 thì tốt. Kết quả năm 2019 rõ ràng."
    spans = [cue.span.of(text) for cue in choose(text).cues]
    assert spans == ["năm 2019", "Năm 2019"]


@pytest.mark.parametrize(
    ("text", "day", "window"),
    [
        ("Sơ kết 6 tháng đầu năm.", date(2019, 7, 9), HALF),
        ("Sơ kết 6 tháng đầu năm.", date(2019, 6, 28), HALF),
        ("Sơ kết 6 tháng đầu năm.", date(2020, 1, 9), HALF),
        ("Kết quả 9 tháng đầu năm.", date(2019, 10, 2), Window.of_months(2019, 1, 9)),
        ("Kết quả quý IV.", date(2020, 1, 5), Window.of_months(2019, 10, 12)),
    ],
)
def test_a_year_left_out_is_that_of_the_document(text: str, day: date, window: Window) -> None:
    assert choose(text, conference=day).window == window
    assert choose(text, published=day).window == window


def test_a_year_after_the_documents_day_does_not_stand_for_one_left_out() -> None:
    text = "Kết quả 6 tháng đầu năm: cấp mới 5 dự án. Các đơn vị sẽ ký giao ước năm 2022 vào cuối quý IV."
    assert choose(text, published=date(2021, 7, 30)).window == Window.of_months(2021, 1, 6)


def test_a_year_in_passing_does_not_stand_for_one_left_out_again_and_again() -> None:
    text = "7 tháng, các khu có 33 dự án. Công ty A năm 2018 lãi 5 tỷ đồng.\n\n7 tháng, vốn đạt 9 tỷ đồng."
    assert choose(text, published=date(2019, 8, 20)).window == Window.of_months(2019, 1, 7)


def test_a_year_left_out_is_the_one_the_text_speaks_of() -> None:
    assert choose("Chủ đề năm 2019 đã rõ. Sơ kết 6 tháng đầu năm thành công.").window == HALF


@pytest.mark.parametrize(
    ("review", "day", "window"),
    [
        ("review_of_half", date(2019, 7, 9), HALF),
        ("review_of_half", date(2019, 9, 1), HALF),
        ("review_of_year", date(2019, 12, 27), YEAR),
        ("review_of_year", date(2020, 1, 3), YEAR),
        ("review_of_year", date(2020, 4, 30), YEAR),
    ],
)
def test_a_review_and_its_day_tell_the_period_together(review: str, day: date, window: Window) -> None:
    assert choose("Hội nghị.", conference=day, review=review).window == window


@pytest.mark.parametrize(
    ("review", "day"),
    [
        ("review_of_half", date(2019, 12, 9)),
        ("review_of_year", date(2019, 7, 9)),
        ("review_of_year", date(2019, 5, 1)),
        (None, date(2019, 7, 9)),
    ],
)
def test_a_day_at_which_that_is_not_reviewed_tells_nothing(review: str | None, day: date) -> None:
    with pytest.raises(Unidentified, match=f"only the day {day}") as caught:
        choose("Hội nghị.", conference=day, review=review)
    assert caught.value.candidates == (("2019-H1", "2019-H2") if day.month > 6 else ("2018-H2", "2019-H1"))


def test_a_year_not_over_when_published_ends_with_the_last_month_that_was() -> None:
    assert choose("Năm 2019 mới có 20 dự án.", published=date(2019, 8, 20)).window.end == date(2019, 8, 31)
    assert choose("Năm 2019 mới có 20 dự án.", published=date(2019, 8, 5)).window.end == date(2019, 7, 31)
    assert choose("Năm 2019 đã có 20 dự án.", published=date(2020, 1, 5)).window == YEAR
    assert choose("Tổng kết năm 2019.", published=date(2019, 11, 20)).window == YEAR


def test_a_year_told_up_to_now_ends_on_the_documents_day() -> None:
    text = "Từ đầu năm đến nay có 20 dự án."
    assert choose(text, published=date(2019, 8, 20)).window == Window.of_months(2019, 1, 8)
    assert choose(text, conference=date(2019, 8, 5)).window == Window.of_months(2019, 1, 7)
    assert choose(text, published=date(2019, 12, 2)).window == Window.of_months(2019, 1, 11)
    assert choose(f"Kết quả 10 tháng đầu năm. {text}", published=date(2019, 11, 2)).window.end == date(2019, 10, 31)
    with pytest.raises(Unidentified, match="up to a day that it does not name"):
        choose("Từ đầu năm đến nay có 20 dự án. Ông nhớ tháng 3/2019 có mưa.")
    with pytest.raises(Unidentified, match="up to a day that it does not name"):
        choose("Từ đầu năm 2019 đến nay có 20 dự án.")


def test_the_year_of_a_plan_compared_with_is_the_year_reported_on() -> None:
    text = "10 tháng qua thu hút 900 triệu USD, tăng so với năm 2020 và đạt 90% so với kế hoạch năm 2021."
    assert choose(text).window == Window.of_months(2021, 1, 10)


@pytest.mark.parametrize("published", [date(2019, 1, 5), date(2018, 12, 20)])
def test_a_year_that_has_hardly_begun_is_not_reported_on(published: date) -> None:
    with pytest.raises(Unidentified, match="speaks of 2019 already"):
        choose("Năm 2019 nhiều triển vọng.", published=published)


@pytest.mark.parametrize(
    ("text", "reason", "candidates"),
    [
        ("Không có gì.", "no period and no day", ()),
        ("Kế hoạch năm 2020.", "no period and no day", ()),
        ("Nhiệm vụ 6 tháng cuối năm 2020.", "no period and no day", ()),
        ("Kết quả 6 tháng đầu năm.", "no year", ("months 1-6",)),
        ("Năm 2017 có 5 dự án. Năm 2018 có 6 dự án.", "more than one year", ("2017", "2018")),
        ("Ông nói tháng 5/2019 và ông nói tháng 8/2019.", "only in passing", ()),
        (
            "Kết quả 6 tháng đầu năm 2019. Kết quả 9 tháng đầu năm 2019.",
            "more than one period",
            ("2019-01-01/2019-06-30", "2019-01-01/2019-09-30"),
        ),
    ],
)
def test_what_is_not_told_clearly_is_refused(text: str, reason: str, candidates: tuple[str, ...]) -> None:
    with pytest.raises(Unidentified, match=reason) as caught:
        choose(text)
    assert set(candidates) <= set(caught.value.candidates)
    assert "period: 2019-H1" in caught.value.cure


def test_the_conference_is_the_first_day_of_the_lead_that_is_not_the_day_of_publication() -> None:
    text = "Cập nhật ngày 15/07/2019\nTựa đề của bài viết này\nSáng ngày 12/07/2019, hội nghị khai mạc tại Hạ Long."
    skeleton = skeleton_of(text)
    layout = layout_of(skeleton, None)
    cues = period_cues(skeleton, layout.title_span)
    published = publication_day(skeleton, cues)
    conference = conference_day(cues, layout, published)
    assert published is not None
    assert published.day == date(2019, 7, 15)
    assert conference is not None
    assert conference.day == date(2019, 7, 12)
    assert conference_day(cues[:1], layout, published) is None

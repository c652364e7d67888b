"""Zeros said in words: which sentences state one, of what, and which do not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline.extraction.worded_zeros import CASE, RULE
from kcn_pipeline.quantities import Interval
from kcn_pipeline.reference.worded_zeros import load_worded_zeros
from kcn_pipeline_tests.unit.extraction.builders import FIRST_HALF_2019, facts_of


def zeros_of(text: str) -> list[Fact]:
    return [fact for fact in facts_of(text) if fact.rule.startswith(RULE)]


OF_A_METRIC = [
    ("Trong năm không có hồ sơ quá hạn.", "không có hồ sơ quá hạn", "dossiers_overdue"),
    ("Bộ phận một cửa không có hồ sơ nào trễ hẹn.", "không có hồ sơ nào trễ hẹn", "dossiers_overdue"),
    ("Trong kỳ đã không để hồ sơ nào quá hạn.", "không để hồ sơ nào quá hạn", "dossiers_overdue"),
    ("Hồ sơ được trả đúng hẹn, không hồ sơ nào bị trễ hạn.", "không hồ sơ nào bị trễ hạn", "dossiers_overdue"),
    ("Quý I chưa có dự án nào được cấp mới.", "chưa có dự án nào được cấp mới", "projects_licensed"),
    ("Năm 2019 Ban không thu hồi dự án nào.", "không thu hồi dự án nào", "projects_revoked"),
    ("Năm qua không có dự án nào bị thu hồi.", "không có dự án nào bị thu hồi", "projects_revoked"),
    ("Sáu tháng qua chưa cấp mới dự án nào.", "chưa cấp mới dự án nào", "projects_licensed"),
    ("Không có khiếu nại, tố cáo.", "Không có khiếu nại, tố cáo", "complaints"),
    ("Trong năm không phát sinh đơn thư khiếu nại.", "không phát sinh đơn thư khiếu nại", "complaints"),
    ("Ban không có đơn khiếu nại nào.", "không có đơn khiếu nại nào", "complaints"),
    ("Huyện chưa có khu công nghiệp nào hoạt động.", "chưa có khu công nghiệp nào hoạt động", "zones_operating"),
]
OF_CASES = [
    ("Năm 2019 không xảy ra sự cố.", "không xảy ra sự cố"),
    ("Các khu không xảy ra vụ cháy nổ nào.", "không xảy ra vụ cháy nổ nào"),
    ("Các khu không có đình công, lãn công.", "không có đình công, lãn công"),
    ("Không xảy ra đình công và tai nạn lao động.", "Không xảy ra đình công và tai nạn lao động"),
    ("Trong kỳ không có cuộc đình công nào.", "không có cuộc đình công nào"),
    ("Không ghi nhận trường hợp nào mắc bệnh.", "Không ghi nhận trường hợp nào"),
    ("Cả năm chưa xảy ra một vụ tai nạn nào.", "chưa xảy ra một vụ tai nạn nào"),
    ("Đoàn kiểm tra không phát hiện vi phạm.", "không phát hiện vi phạm"),
    ("Không xảy ra tình trạng ngừng việc tập thể.", "Không xảy ra tình trạng ngừng việc tập thể"),
    ("Cả nửa năm, các khu không để xảy ra sự cố môi trường nào.", "không để xảy ra sự cố môi trường nào"),
    ("Năm 2019 đã không để xảy ra cháy nổ.", "không để xảy ra cháy nổ"),
    ("Không có khiếu kiện đông người.", "Không có khiếu kiện đông người"),
    ("Không có khiếu nại vượt cấp.", "Không có khiếu nại"),
    ("Tuy khó khăn, các khu không xảy ra tranh chấp lao động.", "không xảy ra tranh chấp lao động"),
    ("Công tác phòng cháy được giữ vững; không có sự cố nào.", "không có sự cố nào"),
]
NONE = [
    "Phấn đấu không để xảy ra sự cố.",
    "Năm 2020 phấn đấu không có hồ sơ quá hạn.",
    "Mục tiêu là không có hồ sơ trễ hạn.",
    "Yêu cầu các công ty không để xảy ra cháy nổ.",
    "Tăng cường kiểm tra, không để xảy ra đình công.",
    "Các khu luôn không để xảy ra cháy nổ.",
    "Hầu như không có hồ sơ quá hạn.",
    "Cơ bản không có khiếu nại.",
    "Gần như không xảy ra đình công.",
    "Thường không có hồ sơ trễ hạn.",
    "Nếu không có khiếu nại thì hồ sơ được duyệt.",
    "Để không xảy ra sự cố, Ban nhắc nhở chủ đầu tư.",
    "Đảm bảo không có hồ sơ quá hạn.",
    "Trường hợp không có khiếu nại, Ban sẽ trả kết quả.",
    "Không phải không có khiếu nại.",
    "Chưa năm nào không xảy ra đình công.",
    "Có nơi không có hồ sơ trễ hạn.",
    "Một số khu không xảy ra đình công.",
    "Các đơn vị cần không để hồ sơ quá hạn.",
    "Đơn vị sẽ không có hồ sơ quá hạn.",
    "Có phải không có hồ sơ nào quá hạn?",
    "Khu chưa có trạm xử lý nước thải.",
    "Luật chưa có quy định về việc này.",
    "Doanh nghiệp không có vốn.",
    "Dự án không có hiệu quả.",
    "Không chỉ thu hút vốn mà còn chọn dự án tốt.",
    "Không ngừng cải cách thủ tục.",
    "Ban không có dự án.",
    "Việc này không có ô nhiễm môi trường.",
    "Không nhỏ, số khiếu nại còn nhiều.",
]


@pytest.mark.parametrize(("text", "quote", "metric"), OF_A_METRIC)
def test_a_zero_of_a_metric(text: str, quote: str | None, metric: str | None) -> None:
    expected = [] if quote is None else [(quote, metric, Decimal(0))]
    assert [(zero.quote, zero.metric, zero.value) for zero in zeros_of(text)] == expected


@pytest.mark.parametrize(("text", "quote"), OF_CASES)
def test_a_zero_that_the_vocabulary_has_no_code_for(text: str, quote: str) -> None:
    assert [(zero.quote, zero.metric, zero.unit) for zero in zeros_of(text)] == [(quote, None, CASE)]


@pytest.mark.parametrize("text", NONE)
def test_no_zero_is_stated(text: str) -> None:
    assert zeros_of(text) == []


def test_a_zero_has_its_origin_period_and_exact_interval() -> None:
    text = "6 tháng đầu năm 2019 không có dự án FDI nào được cấp mới."
    zero, *others = (f for f in facts_of(text, window=FIRST_HALF_2019) if f.rule.startswith(RULE))
    assert not others
    assert (zero.metric, zero.origin, zero.unit) == ("projects_licensed", "fdi", "project")
    assert (zero.period_start, zero.period_end) == (FIRST_HALF_2019.start, FIRST_HALF_2019.end)
    assert zero.interval == Interval.exactly(Decimal(0))
    assert "".join(zero.quote.split()) == "khôngcódựánFDInàođượccấpmới"


def test_a_zero_tells_its_cue() -> None:
    (zero,) = zeros_of("Năm 2019 không xảy ra sự cố.")
    assert [(cue.role, cue.value) for cue in zero.cues if cue.role == "zero"] == [("zero", CASE)]


def test_a_zero_belongs_to_whom_the_sentence_names() -> None:
    text = "Ban Quản lý các KCN tỉnh Bắc Giang: không có hồ sơ quá hạn."
    (zero,) = (f for f in facts_of(text, "bloc:northern-midlands-mountains") if f.rule.startswith(RULE))
    assert zero.entity == "board:bac-giang"


def test_a_zero_in_digits_is_left_to_the_figures() -> None:
    facts = facts_of("Hồ sơ quá hạn: 0 hồ sơ.")
    assert [(f.quote, f.metric) for f in facts] == [("0 hồ sơ", "dossiers_overdue")]
    assert not any(f.rule.startswith(RULE) for f in facts)


def test_a_zero_disturbs_no_other_figure() -> None:
    told = "Năm 2019 cấp mới 12 dự án, vốn 30 triệu USD"
    alone = [(f.quote, f.metric, f.value) for f in facts_of(f"{told}.")]
    beside = facts_of(f"{told}, không có hồ sơ quá hạn.")
    assert [(f.quote, f.metric, f.value) for f in beside if not f.rule.startswith(RULE)] == alone


def test_every_wording_has_its_source() -> None:
    assert all(row.source for row in load_worded_zeros())

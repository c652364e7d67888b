"""Which day of a text is that of its publication."""

from __future__ import annotations

from datetime import date

import pytest

from kcn_pipeline.documents.identity.period_cues import period_cues
from kcn_pipeline.documents.identity.publication_line import publication_day
from kcn_pipeline.documents.skeleton import skeleton_of
from kcn_pipeline.quantities import Span

NO_TITLE = Span(0, 0)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Cập nhật ngày 26/03/2020 - 15:55:25\nTin bài dài", date(2020, 3, 26)),
        ("Cập nhật ngày: 19/04/2017, 2:05 CH - Số lần xem: 297", date(2017, 4, 19)),
        ("Đăng ngày 01/02/2018", date(2018, 2, 1)),
        ("Thứ Sáu, 12/07/2019 | 09:15 GMT+7", date(2019, 7, 12)),
        ("Tiêu đề\n12/07/2019 08:30\nNội dung", date(2019, 7, 12)),
        ("(03/08/2015)\nNội dung", date(2015, 8, 3)),
        ("Ngày 12/07/2019, tại Hạ Long, hội nghị đã diễn ra với sự tham dự của nhiều đại biểu.", None),
        ("Theo Quyết định ngày 12/07/2019", None),
        ("Cập nhật", None),
        (
            "date 2025-03-21 Ban Quản lý của thành phố vừa họp và cho biết nhiều điều về các khu công nghiệp",
            date(2025, 3, 21),
        ),
        (
            "Tựa đề\n(Cổng TTĐT, 09/01/2023) Một năm nhiều biến động không làm chậm bước chân nhà đầu tư",
            date(2023, 1, 9),
        ),
        ("Họ đặt mục tiêu cao cho cả năm nay và năm sau nữa. (Bài đăng ngày 4/7/2014, trang 3)", date(2014, 7, 4)),
        ("Họ theo Chỉ thị mới về môi trường của tỉnh (Công văn 3318 ngày 04/10/2022).", None),
    ],
)
def test_the_day_of_publication_stands_on_a_line_of_furniture(text: str, day: date | None) -> None:
    skeleton = skeleton_of(text, tolerant=False)
    cue = publication_day(skeleton, period_cues(skeleton, NO_TITLE))
    assert (cue.day if cue else None) == day

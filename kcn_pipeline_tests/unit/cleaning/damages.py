"""Own sentences, whole and damaged, that the tests of cleaning share.

Belongs here: texts and functions from whole to damaged text. Does not: assertions.
"""

from __future__ import annotations

from typing import Final

from kcn_pipeline.cleaning.channels import dropped
from kcn_pipeline.reference.syllables import fold

WHOLE: Final = (
    "Trong quý đầu năm 2021, Ban Quản lý đã cấp mới giấy chứng nhận cho 18 dự án FDI với tổng vốn đăng ký "
    "đạt 412,5 triệu USD và 9 dự án DDI với số vốn 1.730 tỷ đồng."
)
SECOND: Final = (
    "Các doanh nghiệp nộp ngân sách nhà nước 2.415 tỷ đồng, tăng 6,8% so với cùng kỳ năm trước, "
    "giá trị xuất khẩu đạt 3,2 tỷ USD và tạo việc làm ổn định cho 84.200 người lao động."
)
MISREAD: Final = (
    "Trong quy dau nam 2021, Ban Quan 1y da c4p méi giay chimg nhan cho 18 du an FDI véi téng vén dang ky "
    "dat 412,5 triéu USD va 9 dy 4n DDI véi s6 vén 1.730 ty déng."
)


def with_dropped_letters(text: str) -> str:
    """As web pages that lost U+1EA0 to U+1EF9, except ế and what follows đ, ư, ơ."""
    return dropped(text)


def without_marks(text: str) -> str:
    """As typed without a Vietnamese keyboard."""
    return fold(text)

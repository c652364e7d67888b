"""Sentences of our own, and what is done with them: written in an encoding, read again, recoded by iconv.

Belongs here: what several test modules need. Does not: assertions.
"""

from __future__ import annotations

import shutil
import subprocess
import unicodedata

import pytest

from kcn_pipeline.encodings.alignments import legacy_alignment

LINE = "Ban Quản lý cấp mới 17 dự án tại khu công nghiệp Đồng Văn"
REPORT = (
    "Sáu tháng đầu năm 2011, các khu công nghiệp của tỉnh đón thêm 24 dự án, vốn đăng ký đạt 318,5 triệu USD.\n"
    "Đến nay có 9 khu đã lấp đầy trên 60% diện tích; doanh thu của doanh nghiệp ước đạt 12.480 tỷ đồng.\n"
    "Nguyên nhân: thủ tục nhanh hơn (chỉ còn 3-5 ngày), hạ tầng điện nước được nâng cấp; lao động tăng 4.200 người?\n"
)
WITH_CAPITALS = "BÁO CÁO TÌNH HÌNH HOẠT ĐỘNG\nUBND tỉnh Bắc Giang và Sở Kế hoạch và Đầu tư\n"
ENCODINGS = ("tcvn3", "vni", "viscii", "viqr", "cp1258", "mojibake")
ICONV_NAMES = {"tcvn3": "TCVN5712-1", "viscii": "VISCII", "cp1258": "CP1258"}


def decoded(text: str) -> str:
    """The text with its legacy letters in Unicode, composed as cleaning composes it later."""
    return unicodedata.normalize("NFC", legacy_alignment(text).apply(text))


def by_iconv(data: bytes, encoding: str) -> str:
    """What the C library makes of the bytes; skips the test where its iconv does not know the encoding."""
    iconv = shutil.which("iconv")
    if iconv is None:
        pytest.skip("iconv is not installed")
    done = subprocess.run(
        [iconv, "-f", ICONV_NAMES[encoding], "-t", "UTF-8"], input=data, capture_output=True, check=False
    )
    if b"not supported" in done.stderr:
        pytest.skip(f"this iconv does not know {ICONV_NAMES[encoding]}")
    assert done.returncode == 0, done.stderr.decode()
    return unicodedata.normalize("NFC", done.stdout.decode())

"""One press release and what becomes of it on other sites, and texts that are only like it.

Belongs here: texts in our own words and the documents they make. Does not: assertions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

from kcn_pipeline.documents.document import DecodedText, Document, DocumentKind, Identity
from kcn_pipeline.periods import Window

FIGURES = {
    "projects": "37",
    "foreign": "24",
    "domestic": "13",
    "capital": "412,35",
    "dong": "3.127",
    "raised": "29",
    "raised_capital": "188,6",
    "spent": "305",
    "revenue": "61.842",
    "exports": "4.316",
    "budget": "1.284",
    "all_projects": "431",
    "all_capital": "6,74",
    "workers": "152.700",
    "filled": "87,3",
}
OTHER_FIGURES = {name: f"{number}7,{number + 3}" for number, name in enumerate(FIGURES, start=40)}


def release(figures: Mapping[str, str] = FIGURES) -> str:
    return (
        "Ban Quản lý các KCN Bắc Giang: kết quả 6 tháng đầu năm 2021\n"
        "Trong 6 tháng đầu năm 2021, Ban Quản lý các KCN tỉnh Bắc Giang cấp mới {projects} dự án, gồm {foreign} dự án "
        "FDI và {domestic} dự án trong nước, tổng vốn đăng ký {capital} triệu USD và {dong} tỷ đồng.\n"
        "Điều chỉnh tăng vốn cho {raised} lượt dự án với {raised_capital} triệu USD; vốn thực hiện {spent} triệu USD.\n"
        "Doanh thu của các doanh nghiệp đạt {revenue} tỷ đồng, xuất khẩu {exports} triệu USD, nộp ngân sách "
        "{budget} tỷ.\n"
        "Lũy kế đến nay có {all_projects} dự án còn hiệu lực với {all_capital} tỷ USD; {workers} lao động đang làm "
        "việc.\nTỷ lệ lấp đầy các KCN đã hoạt động là {filled}%. Ban tiếp tục cải cách thủ tục hành chính."
    ).format(**figures)


def edited(text: str) -> str:
    """Another headline and opening."""
    body = text.partition("\n")[2]
    return f"Đầu tư vào Bắc Giang khởi sắc nửa đầu năm\nTheo nguồn tin của tỉnh, kết quả rất khả quan.\n{body}"


def with_furniture(text: str) -> str:
    """As copied from a page together with what stands around it."""
    return (
        f"Trang chủ\nLượt xem: 4512\nThứ Hai, 12/07/2021 09:15\n{text}\nTin khác\nCụm Nam Sơn có 45 nhà đầu tư "
        "(12/03/2017)\nĐiện thoại 0204.3855666\nLượt truy cập: 8.412.377"
    )


def shortened(text: str) -> str:
    """Without its last two paragraphs' first."""
    lines = text.splitlines()
    return "\n".join([*lines[:-2], lines[-1]])


def rewritten(figures: Mapping[str, str] = FIGURES) -> str:
    return (
        "Nửa năm qua, Bắc Giang đón {projects} nhà đầu tư mới vào KCN: {foreign} từ nước ngoài, {domestic} "
        "nội địa, mang "
        "theo {capital} triệu USD cùng {dong} tỷ đồng. Có {raised} nhà máy rót thêm {raised_capital} triệu "
        "USD; đã giải "
        "ngân {spent} triệu USD. Bán hàng {revenue} tỷ, ra nước ngoài {exports} triệu USD, nộp thuế "
        "{budget} tỷ. Tới giờ "
        "tỉnh có {all_projects} dự án, {all_capital} tỷ USD, {workers} công nhân; KCN kín {filled}% đất."
    ).format(**figures)


def summary(figures: Mapping[str, str] = FIGURES) -> str:
    return (
        "Bắc Giang: 6 tháng đầu năm 2021 có thêm {projects} dự án vào KCN với {capital} triệu USD. Xuất khẩu {exports} "
        "triệu USD, nộp ngân sách {budget} tỷ đồng. Tỉnh hiện có {all_projects} dự án."
    ).format(**figures)


def document(
    text: str,
    number: int = 0,
    *,
    name: str = "a.txt",
    publisher: str | None = "board:bac-giang",
    kind: DocumentKind = "board_report",
    window: Window | None = None,
    published_on: date | None = None,
    url: str | None = None,
) -> Document:
    """A document of that text; `number` keeps documents of one text apart."""
    window = window or Window.of_months(2021, 1, 6)
    identity = Identity(publisher, kind, window, published_on, "Kết quả", url, ())
    document_id = hashlib.sha256(f"{number} {text}".encode()).hexdigest()
    return Document(
        document_id, name, f"raw/2021-H1/{name}", len(text), DecodedText(text, "text/plain", "utf-8"), identity
    )

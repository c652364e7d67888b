"""Short texts in our own words that tell too little or too much of who reports on what.

Belongs here: texts that must be refused. Does not: texts that tell it (`wordings`), assertions.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """A text that tells too little or too much, with words of the reason and some of the candidates."""

    name: str
    text: str
    reason: str
    candidates: tuple[str, ...] = ()


REFUSALS = (
    Refusal(
        "nothing about zones", "Cách nấu phở bò ngon tại nhà trong năm 2019, ai cũng làm được.", "no industrial zone"
    ),
    Refusal(
        "no period and no day",
        "Ban Quản lý các KCN tỉnh Bắc Giang kiểm tra an toàn cháy nổ tại các doanh nghiệp.",
        "names no period",
    ),
    Refusal(
        "a day alone is no period",
        "Ngày 3/5/2019, Ban Quản lý các KCN tỉnh Bắc Giang tiếp đoàn doanh nghiệp Nhật Bản.",
        "only the day 2019-05-03",
        ("2018-H2", "2019-H1"),
    ),
    Refusal(
        "a part of a year without any year",
        "Ban Quản lý các KCN tỉnh Bắc Giang: 6 tháng đầu năm, xuất khẩu tăng khá.",
        "no year",
    ),
    Refusal(
        "two years alike",
        "Ban Quản lý các KCN tỉnh Bắc Giang so sánh hai năm. Năm 2017 có 20 dự án. Năm 2018 có 22 dự án.",
        "more than one year",
        ("2017", "2018"),
    ),
    Refusal(
        "a plan is no report",
        "Ban Quản lý các KCN tỉnh Bắc Giang ban hành kế hoạch năm 2020.",
        "names no period",
    ),
    Refusal(
        "two boards alike",
        "Năm 2019, Ban Quản lý các KCN tỉnh Bắc Giang và Ban Quản lý các KCN tỉnh Bắc Ninh ký kết hợp tác.",
        "more than one board",
        ("board:bac-giang", "board:bac-ninh"),
    ),
    Refusal(
        "a province of two boards, named by the province alone",
        "Năm 2015, Ban Quản lý các khu công nghiệp tỉnh đón nhà đầu tư. UBND tỉnh Quảng Nam khen kết quả năm 2015.",
        "too few|more than one",
        ("board:quang-nam", "board:quang-nam-chu-lai"),
    ),
    Refusal(
        "a bloc of an unknown region",
        "Khối thi đua số 5 tổng kết năm 2019. Khối thi đua gồm bảy đơn vị; Ban Quản lý các KCN tỉnh Bắc Giang là thành "
        "viên của Khối thi đua.",
        "region",
    ),
    Refusal(
        "no province and a single zone",
        "Năm 2019, Ban Quản lý các khu công nghiệp tỉnh làm việc tại KCN Sơn Mỹ 1.",
        "too few of its places",
        ("board:binh-thuan",),
    ),
    Refusal(
        "a management board of something else",
        "Ban Quản lý dự án đường sắt đô thị Hà Nội tổng kết năm 2019.",
        "no industrial zone",
    ),
    Refusal(
        "half and year alike",
        "Ban Quản lý các KCN tỉnh Bắc Giang. Kết quả 6 tháng đầu năm 2019 khả quan. Tổng kết năm 2019 được trao. Trong "
        "năm 2019 có 9 dự án.",
        "more than one period",
        ("2019-01-01/2019-06-30", "2019-01-01/2019-12-31"),
    ),
    Refusal(
        "a quarter that is not told",
        "Ban Quản lý các KCN tỉnh Bắc Giang: kết quả trong quý\n\nTrong quý vừa qua của năm 2017, Ban Quản lý các KCN "
        "tỉnh Bắc Giang cấp 6 dự án; trong quý có 2 hội nghị.",
        "a part of 2017",
        ("2017-01-01/2017-03-31",),
    ),
    Refusal(
        "a bloc of the offices of one province",
        "Khối thi đua các sở, ngành tỉnh Hà Nam tổng kết năm 2022. Khối thi đua bầu Ban Quản lý các KCN tỉnh Hà Nam "
        "làm Khối trưởng. Khối thi đua có chín đơn vị.",
        "region",
    ),
    Refusal(
        "ten years are no period",
        "Ban Quản lý các KCN tỉnh Nam Định: 20 năm qua, các KCN có 120 dự án.",
        "names no period",
    ),
)

"""Short reports in our own words, each with what it must be taken for.

Belongs here: texts that tell publisher and period. Does not: texts that do not (`refusals`), assertions.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """A text with the publisher and the window (ISO start/end) that it tells."""

    name: str
    text: str
    publisher: str
    window: str


def half(year: int) -> str:
    return f"{year}-01-01/{year}-06-30"


def year(number: int) -> str:
    return f"{number}-01-01/{number}-12-31"


def months(number: int, last: str) -> str:
    return f"{number}-01-01/{number}-{last}"


WORDINGS = (
    # Blocs
    Wording(
        "delta bloc, half year, host named first",
        "Sáng 9/7/2021, tại Hưng Yên, Khối thi đua Ban Quản lý các KCN, KCX, KKT vùng đồng bằng sông Hồng họp "
        "sơ kết 6 tháng đầu năm 2021. Ban Quản lý các KCN tỉnh Hưng Yên chủ trì. Theo Khối trưởng, 6 tháng đầu năm "
        "các đơn vị trong Khối thi đua cấp mới 120 dự án. Nhiệm vụ 6 tháng cuối năm được Khối thi đua thống nhất.",
        "bloc:red-river-delta",
        half(2021),
    ),
    Wording(
        "central highlands bloc, year",
        "Khối thi đua các Ban Quản lý KCN, KKT các tỉnh Tây Nguyên tổng kết năm 2017\n\n"
        "Năm đơn vị của Khối thi đua gặp nhau tại Pleiku. Năm 2017, Khối thi đua thu hút thêm 14 dự án. "
        "Ban Quản lý KKT tỉnh Gia Lai bàn giao vai trò Khối trưởng năm 2018 cho Ban Quản lý KKT tỉnh Kon Tum.",
        "bloc:central-highlands",
        year(2017),
    ),
    Wording(
        "north central bloc, published after the year",
        "Cập nhật ngày 03/01/2020\nThành công từ các phong trào của Khối thi đua Bắc Trung Bộ\n\n"
        "Khối thi đua Ban Quản lý KCN, KKT các tỉnh Bắc Trung Bộ vừa đánh giá kết quả năm 2019 và bàn nhiệm vụ năm "
        "2020. Trong năm 2019 toàn Khối thi đua có 60 dự án được cấp phép.",
        "bloc:north-central",
        year(2019),
    ),
    Wording(
        "coast cluster calls itself Cụm",
        "Cụm thi đua Ban Quản lý các khu công nghiệp, khu kinh tế Duyên hải miền Trung tổng kết công tác thi đua năm "
        "2016. Tám thành viên của Cụm thi đua báo cáo kết quả năm 2016 và ký giao ước thi đua năm 2017.",
        "bloc:central-coast",
        year(2016),
    ),
    Wording(
        "southeast bloc, nine months",
        "Khối thi đua Ban Quản lý các KCN, KCX, KKT các tỉnh miền Đông Nam Bộ: 9 tháng đầu năm 2018\n\n"
        "Trong 9 tháng đầu năm 2018, chín thành viên Khối thi đua giải ngân 2,1 tỷ USD.",
        "bloc:southeast",
        months(2018, "09-30"),
    ),
    Wording(
        "border mountains bloc, no year but a conference day",
        "Ngày 14/7/2017, tại Hà Giang, Khối thi đua các tỉnh miền núi biên giới phía Bắc tổ chức sơ kết công tác 6 "
        "tháng đầu năm. Sáu Ban Quản lý trong Khối thi đua tham dự, bàn nhiệm vụ 6 tháng cuối năm.",
        "bloc:northern-border-mountains",
        half(2017),
    ),
    Wording(
        "southwest cluster one",
        "Cụm thi đua các tỉnh miền Tây Nam Bộ 1 vừa tổng kết hoạt động năm 2015. Cụm thi đua bầu Ban Quản lý các khu "
        "công nghiệp tỉnh Bến Tre làm Cụm trưởng năm 2016.",
        "bloc:mekong-southwest-1",
        year(2015),
    ),
    Wording(
        "midlands bloc, mid-year review of a drive, year left out",
        "Hội nghị sơ kết Khối thi đua trung du và miền núi phía Bắc\n\nNgày 5/7/2024, các thành viên Khối thi đua "
        "gặp nhau tại Bắc Giang.",
        "bloc:northern-midlands-mountains",
        half(2024),
    ),
    Wording(
        "midlands bloc in the title, its boards spoken of by their provinces",
        "Khối thi đua Ban Quản lý các KCN trung du và miền núi phía Bắc nhìn lại năm 2018\n\nBắc Giang: Ban Quản lý "
        "cấp 50 dự án. Tại Phú Thọ, Ban Quản lý cấp 20 dự án. Ở Yên Bái, Ban Quản lý chỉ cấp 4 dự án. Năm 2018 đã qua.",
        "bloc:northern-midlands-mountains",
        year(2018),
    ),
    # Boards, half years
    Wording(
        "Bắc Ninh, half year",
        "Ban Quản lý các KCN Bắc Ninh sơ kết 6 tháng đầu năm 2020\n\nSáu tháng đầu năm 2020, các KCN trên địa bàn "
        "có thêm 80 dự án. Ban Quản lý đề ra nhiệm vụ 6 tháng cuối năm 2020.",
        "board:bac-ninh",
        half(2020),
    ),
    Wording(
        "Hải Phòng, half year in words",
        "Tình hình thu hút đầu tư sáu tháng đầu năm 2022 tại Ban Quản lý Khu kinh tế Hải Phòng\n\nTính đến 30/6/2022, "
        "các KCN, KKT có 450 dự án FDI.",
        "board:hai-phong",
        half(2022),
    ),
    Wording(
        "Đồng Nai, first half by 'nửa đầu năm'",
        "Ban Quản lý các khu công nghiệp tỉnh Đồng Nai cho biết, nửa đầu năm 2023, vốn FDI tăng thêm 600 triệu USD. "
        "So với nửa đầu năm 2022, con số này giảm nhẹ.",
        "board:dong-nai",
        half(2023),
    ),
    Wording(
        "Quảng Ninh, second quarter and first half",
        "Ban Quản lý Khu kinh tế Quảng Ninh: kết quả quý II và 6 tháng đầu năm 2018\n\nQuý II năm 2018, 4 dự án được "
        "cấp mới. 6 tháng đầu năm 2018 là 9 dự án.",
        "board:quang-ninh",
        half(2018),
    ),
    Wording(
        "Thái Nguyên, plan of the second half without its year",
        "Ban Quản lý các KCN Thái Nguyên triển khai nhiệm vụ 6 tháng cuối năm\n\nĐánh giá 6 tháng đầu năm 2016, Ban "
        "Quản lý các KCN Thái Nguyên nhìn nhận xuất khẩu tăng mạnh, hoàn thành một nửa kế hoạch năm 2016.",
        "board:thai-nguyen",
        half(2016),
    ),
    # Boards, nine, ten and eleven months, quarters
    Wording(
        "Long An, nine months",
        "Ban Quản lý Khu kinh tế tỉnh Long An báo cáo 9 tháng năm 2021. Chín tháng, các KCN nộp ngân sách 3.000 tỷ "
        "đồng; kế hoạch cả năm 2021 là 4.500 tỷ đồng.",
        "board:long-an",
        months(2021, "09-30"),
    ),
    Wording(
        "Bình Phước, month and ten months",
        "Tình hình tháng 10 và 10 tháng đầu năm 2020\nBan Quản lý Khu kinh tế tỉnh Bình Phước: tháng 10/2020 có 3 dự "
        "án, lũy kế 10 tháng đầu năm 2020 có 41 dự án.",
        "board:binh-phuoc",
        months(2020, "10-31"),
    ),
    Wording(
        "Vĩnh Phúc, eleven months",
        "Ban Quản lý các khu công nghiệp tỉnh Vĩnh Phúc công bố kết quả 11 tháng năm 2022: 60 lượt dự án tăng vốn.",
        "board:vinh-phuc",
        months(2022, "11-30"),
    ),
    Wording(
        "Cần Thơ, first quarter",
        "Ban Quản lý các khu chế xuất và công nghiệp Cần Thơ\nKết quả hoạt động quý I năm 2023\nTrong quý I/2023 "
        "doanh thu các KCN đạt 400 triệu USD.",
        "board:can-tho",
        months(2023, "03-31"),
    ),
    Wording(
        "Hà Nam, as of a day only",
        "Các KCN do Ban Quản lý các KCN tỉnh Hà Nam phụ trách: tính đến ngày 30/9/2020, lũy kế có 1.000 dự án.",
        "board:ha-nam",
        months(2020, "09-30"),
    ),
    Wording(
        "Bắc Ninh, ten months gone, the year in the plan alone",
        "Ban Quản lý các KCN Bắc Ninh cấp 100 dự án mới\n\n10 tháng qua, vốn mới đạt 90% so với kế hoạch năm 2021.",
        "board:bac-ninh",
        months(2021, "10-31"),
    ),
    Wording(
        "Thái Bình, from the beginning of the year to now",
        "Cập nhật: 20/10/2023\nBan Quản lý Khu kinh tế và các khu công nghiệp tỉnh Thái Bình cho biết, từ đầu năm đến "
        "nay, đã cấp mới 20 dự án.",
        "board:thai-binh",
        months(2023, "10-31"),
    ),
    # Boards, years
    Wording(
        "Hà Nội, year, with a bloc in passing",
        "Ban Quản lý các KCN và CX Hà Nội tổng kết công tác năm 2018, triển khai nhiệm vụ năm 2019\n\nNăm 2018, Ban "
        "Quản lý được Khối thi đua đồng bằng sông Hồng bầu làm đơn vị dẫn đầu. So với năm 2017, xuất khẩu tăng 9%.",
        "board:ha-noi",
        year(2018),
    ),
    Wording(
        "Đà Nẵng, year, board of two kinds",
        "Ban Quản lý Khu công nghệ cao và các khu công nghiệp Đà Nẵng nhìn lại năm 2021. Cả năm 2021 thu hút 12 dự án.",
        "board:da-nang",
        year(2021),
    ),
    Wording(
        "Hồ Chí Minh City by its acronym",
        "HEPZA: năm 2019 vốn đầu tư tăng 15%\n\nHEPZA cho hay trong năm 2019 đã thu hút 750 triệu USD vào KCX, KCN.",
        "board:ho-chi-minh-city",
        year(2019),
    ),
    Wording(
        "Chu Lai, one of two boards of its province",
        "Ban Quản lý Khu kinh tế mở Chu Lai tỉnh Quảng Nam báo cáo kết quả năm 2015. Năm 2015 khu kinh tế có 9 dự án.",
        "board:quang-nam-chu-lai",
        year(2015),
    ),
    Wording(
        "Quảng Nam, the other one",
        "Ban Quản lý các khu công nghiệp tỉnh Quảng Nam tổng kết năm 2015; trong năm 2015 cấp phép 7 dự án.",
        "board:quang-nam",
        year(2015),
    ),
    Wording(
        "VSIP, a board of zones in another board's province",
        "Ban Quản lý KCN Việt Nam - Singapore báo cáo tổng kết năm 2018: trong năm 2018 tỷ lệ lấp đầy tăng.",
        "board:vsip",
        year(2018),
    ),
    Wording(
        "Nghi Sơn names its board after the economic zone",
        "Ban Quản lý KKT Nghi Sơn và các KCN tỉnh Thanh Hóa: kết quả thực hiện nhiệm vụ năm 2020, phương hướng "
        "nhiệm vụ năm 2021.",
        "board:thanh-hoa",
        year(2020),
    ),
    Wording(
        "Nghệ An names its board after a direction",
        "Ban Quản lý Khu kinh tế Đông Nam Nghệ An tổ chức hội nghị tổng kết công tác năm 2022.",
        "board:nghe-an",
        year(2022),
    ),
    Wording(
        "Vân Phong",
        "Ban Quản lý Khu kinh tế Vân Phong đánh giá hoạt động năm 2017, xây dựng kế hoạch năm 2018.",
        "board:khanh-hoa-van-phong",
        year(2017),
    ),
    Wording(
        "Huế with its own order of words",
        "Ban Quản lý Khu kinh tế, công nghiệp tỉnh Thừa Thiên Huế tổng kết công tác năm 2019 tại KKT Chân Mây.",
        "board:thua-thien-hue",
        year(2019),
    ),
    Wording(
        "Vũng Tàu abbreviated",
        "Ban Quản lý các KCN tỉnh BR-VT: hoàn thành nhiệm vụ năm 2016 với 25 dự án mới.",
        "board:ba-ria-vung-tau",
        year(2016),
    ),
    Wording(
        "Tây Ninh, year-end review without its year, held in December",
        "Chiều 20/12/2018, Ban Quản lý Khu kinh tế tỉnh Tây Ninh tổ chức hội nghị tổng kết công tác năm.",
        "board:tay-ninh",
        year(2018),
    ),
    Wording(
        "Sóc Trăng, year-end review without its year, held in January",
        "Ngày 15 tháng 01 năm 2018, Ban Quản lý các khu công nghiệp tỉnh Sóc Trăng tổng kết phong trào thi đua.",
        "board:soc-trang",
        year(2017),
    ),
    Wording(
        "Phú Thọ, old spelling of tone marks and a line break inside the name",
        "Ban Quản lý các khu\r\ncông nghiệp tỉnh Phú Thọ hoàn thành nhiệm vụ năm 2014.\r\nNăm 2014, 20 dự án.\r\n",
        "board:phu-tho",
        year(2014),
    ),
    Wording(
        "Hòa Bình with the tone on the other vowel",
        "Ban Quản lý các KCN tỉnh Hoà Bình: kết quả năm 2013. Trong năm 2013 có 5 dự án.",
        "board:hoa-binh",
        year(2013),
    ),
    Wording(
        "Lâm Đồng, upper case title",
        "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP TỈNH LÂM ĐỒNG TỔNG KẾT NĂM 2020\n\nTrong năm 2020, hai KCN có 80 dự án.",
        "board:lam-dong",
        year(2020),
    ),
    Wording(
        "Bắc Ninh after the merger of provinces",
        "Ban Quản lý các KCN tỉnh Bắc Ninh: kết quả 9 tháng năm 2025. Trong 9 tháng năm 2025, 200 dự án được cấp mới.",
        "board:bac-ninh@2025",
        months(2025, "09-30"),
    ),
    Wording(
        "Quảng Trị, a province that shares a word with another board's zone",
        "Ban Quản lý Khu kinh tế tỉnh Quảng Trị tổng kết năm 2019, bàn phát triển KKT Đông Nam Quảng Trị.",
        "board:quang-tri",
        year(2019),
    ),
    # Boards that no name gives away
    Wording(
        "places alone: Gia Lai",
        "Ban Quản lý Khu kinh tế tỉnh tổng kết năm 2018\n\nNăm 2018, KCN Trà Đa lấp đầy, Khu kinh tế cửa khẩu Lệ "
        "Thanh có thêm 3 dự án; UBND tỉnh khen hai đơn vị của thành phố Pleiku.",
        "board:gia-lai",
        year(2018),
    ),
    Wording(
        "the provincial committee's name stands for the board's",
        "Ban Quản lý các khu công nghiệp tỉnh báo cáo kết quả năm 2021\n\nTheo UBND tỉnh Tiền Giang, trong năm 2021 "
        "các KCN nộp ngân sách 2.000 tỷ đồng.",
        "board:tien-giang",
        year(2021),
    ),
    # What no office's name gives away
    Wording(
        "a bloc told by the region before it",
        "Tây Nguyên: Khối thi đua Ban Quản lý KCN, KKT tổng kết công tác năm 2015\n\nNăm 2015, Khối thi đua có thêm 40 "
        "dự án. Năm 2016, Khối giao ước thu hút 45 dự án.",
        "bloc:central-highlands",
        year(2015),
    ),
    Wording(
        "a bloc told by its members",
        "Khối thi đua các Ban Quản lý KCN, KKT họp tổng kết năm 2018\n\nQuảng Ninh, Hải Phòng, Hải Dương, Hà Nam, Hưng "
        "Yên, Nam Định, Ninh Bình, Thái Bình, Vĩnh Phúc, Bắc Ninh, Hà Nội cùng dự. Năm 2018 toàn khối cấp 700 dự án.",
        "bloc:red-river-delta",
        year(2018),
    ),
    Wording(
        "a bloc whose host is named as often as the bloc itself",
        "Hội nghị Cụm thi đua các KCN, KKT vùng Duyên hải miền Trung năm 2019\n\nTại Quy Nhơn, Ban Quản lý Khu kinh tế "
        "Bình Định chủ trì. Ban Quản lý Khu kinh tế Bình Định đọc báo cáo. Năm 2019 Cụm thu hút 120 dự án.",
        "bloc:central-coast",
        year(2019),
    ),
    Wording(
        "zones listed after a colon, no board named",
        "Hoạt động các khu công nghiệp phía nam tỉnh nửa đầu năm 2017\n\nBan Quản lý các khu công nghiệp tỉnh họp. 4 "
        "khu đã làm hạ tầng: Hàm Kiệm 1, Hàm Kiệm 2, Sông Bình, Tuy Phong. Nửa đầu năm 2017 có thêm 2 dự án.",
        "board:binh-thuan",
        half(2017),
    ),
    Wording(
        "year in the headline alone, a plan that opens its sentence",
        "Kiên Giang 2016: khu công nghiệp đón nhà máy lớn\n\nBan Quản lý Khu kinh tế Kiên Giang cho biết vốn tăng gấp "
        "3 lần năm 2015. Sang năm 2017, Ban phấn đấu thêm 5 dự án.",
        "board:kien-giang",
        year(2016),
    ),
    Wording(
        "the year gone by, told by the day of publication",
        "Thứ Sáu, 14-01-2011\nCác KCN Bình Dương đón nhiều vốn mới\n\nBan Quản lý các KCN Bình Dương cho biết năm vừa "
        "qua các khu thu hút 500 triệu USD. Năm 2011, Ban dự kiến thu hút 600 triệu USD.",
        "board:binh-duong",
        year(2010),
    ),
    Wording(
        "nine months without the word for year, the board written together",
        "Hà Nam, ngày 26 tháng 9 năm 2022\nBÁO CÁO\nTình hình 9 tháng và kế hoạch 3 tháng cuối năm 2022\n\nBQLKCN tỉnh "
        "Hà Nam báo cáo: trong 9 tháng có 30 dự án mới.",
        "board:ha-nam",
        months(2022, "09-30"),
    ),
    Wording(
        "Điện Biên, whose economic zone is one of border gates",
        "Ban Quản lý Khu kinh tế tỉnh Điện Biên tổng kết năm 2023. Trong năm 2023, khu kinh tế có 2 dự án mới.",
        "board:dien-bien",
        year(2023),
    ),
    # Pages and letters with their furniture
    Wording(
        "an official letter with its letterhead",
        "UBND TỈNH BẮC GIANG\nBAN QUẢN LÝ CÁC KCN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 152/BC-KCN\nBắc Giang, ngày "
        "18 tháng 12 năm 2018\nBÁO CÁO\nKết quả thực hiện nhiệm vụ năm 2018, phương hướng, nhiệm vụ năm 2019\n\nTrong "
        "năm 2018, các KCN có thêm 50 dự án. Năm 2019, Ban sẽ hoàn thành hạ tầng KCN Quang Châu. Nơi nhận: UBND tỉnh.",
        "board:bac-giang",
        year(2018),
    ),
    Wording(
        "a bloc's conference on the page of the board that hosted it",
        "BAN QUẢN LÝ KHU KINH TẾ TỈNH KON TUM\nKhối thi đua các Ban Quản lý KCN, KKT các tỉnh Tây Nguyên tổng kết năm "
        "2017\nNgày đăng: 28/02/2018\n\nBan Quản lý Khu kinh tế tỉnh Kon Tum, Khối trưởng, đăng cai hội nghị của Khối "
        "thi đua. Năm 2017, Khối thi đua thu hút 20 dự án; Ban Quản lý KKT tỉnh Gia Lai làm Khối trưởng năm 2018.",
        "bloc:central-highlands",
        year(2017),
    ),
    Wording(
        "the boards of a region are its bloc",
        "Giao ban 6 tháng đầu năm 2019 các Ban Quản lý KCN, KCX, KKT miền Đông Nam Bộ\n\nNăm 2019 Khối thi đua có chín "
        "đơn vị, trong đó có Ban Quản lý các KCN Ninh Thuận. 6 tháng đầu năm, Khối thi đua cấp mới 90 dự án.",
        "bloc:southeast",
        half(2019),
    ),
    Wording(
        "news with a dateline, the province in the title alone",
        "Bắc Ninh: Các khu công nghiệp đón 500 triệu USD trong 6 tháng đầu năm\nThứ Sáu, 12/07/2019 | 09:15 GMT+7\n"
        "\nTheo Ban Quản lý các KCN tỉnh, 6 tháng đầu năm có 80 dự án, nhiều nhất tại KCN Quế Võ. Mục tiêu cả năm 2019 "
        "là 1 tỷ USD.",
        "board:bac-ninh",
        half(2019),
    ),
)

"""Sentences as officials word them, every figure marked `[figure|metric]` or `[figure|metric/comparison/origin]`.

The metric `null` marks figures that must not be given one. Belongs here: the examples and their marks. Does not: tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_MARK: Final = re.compile(r"\[(?P<quote>[^|\]]+)\|(?P<metric>\w+)(?:/(?P<comparison>\w+))?(?:/(?P<origin>\w+))?\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure at characters [start, end) of a text; `origin` None where the mark leaves it open."""

    start: int
    end: int
    metric: str | None
    comparison: str
    origin: str | None


def unmarked(example: str) -> tuple[str, list[Marked]]:
    """The text of an example without its marks, and the figures that they mark."""
    marked: list[Marked] = []
    text, at = "", 0
    for match in _MARK.finditer(example):
        text += example[at : match.start()]
        start, at = len(text), match.end()
        text += match["quote"]
        metric = None if match["metric"] == "null" else match["metric"]
        marked.append(Marked(start, len(text), metric, match["comparison"] or "level", match["origin"]))
    return text + example[at:], marked


EXAMPLES: Final[tuple[str, ...]] = (
    (
        "Trong quý, Ban Quản lý đã trao Giấy chứng nhận đăng ký đầu tư cho [7 dự án|projects_licensed] với "
        "tổng vốn đăng ký [45 triệu USD|capital_new]."
    ),
    (
        "Có [14 dự án|projects_licensed] được cấp Giấy chứng nhận đăng ký đầu tư lần đầu, tổng vốn [320 "
        "triệu USD|capital_new]."
    ),
    "Số dự án đầu tư mới là [21 dự án|projects_licensed], tổng mức đầu tư [1.250 tỷ đồng|capital_new].",
    "Ban đã thẩm định, cấp mới [9 dự án|projects_licensed], tổng vốn đầu tư đăng ký [88,5 triệu USD|capital_new].",
    (
        "Các khu công nghiệp đã tiếp nhận và cấp phép cho [11 dự án mới|projects_licensed] với số vốn [150 "
        "triệu USD|capital_new]."
    ),
    "Tổng số dự án được cấp mới trong kỳ: [16 dự án|projects_licensed]; vốn đầu tư: [2.300 tỷ đồng|capital_new].",
    "Ban Quản lý chấp thuận chủ trương đầu tư đồng thời chấp thuận nhà đầu tư [5 dự án|projects_licensed].",
    (
        "Quyết định chấp thuận chủ trương đầu tư cho [06 dự án|projects_licensed], tổng vốn đăng ký [4.120 "
        "tỷ đồng|capital_new]."
    ),
    "Về thu hút đầu tư, toàn tỉnh đã có thêm [18 dự án đầu tư mới|projects_licensed] vào các khu công nghiệp.",
    "Thực hiện thủ tục điều chỉnh Giấy chứng nhận đăng ký đầu tư cho [54 lượt dự án|project_adjustments].",
    (
        "Điều chỉnh giấy chứng nhận đăng ký đầu tư [42 dự án|project_adjustments], trong đó điều chỉnh tăng "
        "vốn [10 dự án|project_expansions] với vốn tăng thêm [98 triệu USD|capital_increase]."
    ),
    (
        "Có [29 lượt dự án|project_adjustments] đăng ký điều chỉnh, [13 lượt dự án|project_expansions] điều "
        "chỉnh tăng vốn, tổng vốn tăng thêm là [77,4 triệu USD|capital_increase]."
    ),
    "Cấp thay đổi giấy chứng nhận cho [33 dự án|project_adjustments].",
    (
        "Có [15 lượt dự án|project_expansions] mở rộng quy mô, nâng công suất với vốn tăng thêm [210 triệu "
        "USD|capital_increase]."
    ),
    "Điều chỉnh giảm vốn [3 dự án|project_reductions] với số vốn giảm [12 triệu USD|capital_decrease].",
    ("Có [4 dự án|project_reductions] điều chỉnh giảm quy mô vốn, vốn đăng ký giảm [18,2 triệu USD|capital_decrease]."),
    "Chấm dứt hoạt động [5 dự án|projects_revoked], vốn đăng ký [30 triệu USD|capital_revoked].",
    "Ban đã ban hành quyết định chấm dứt hoạt động của [03 dự án|projects_revoked] do nhà đầu tư không triển khai.",
    (
        "Thu hồi giấy chứng nhận đăng ký đầu tư của [7 dự án|projects_revoked] với tổng vốn [540 tỷ "
        "đồng|capital_revoked]."
    ),
    "Số dự án bị chấm dứt, thu hồi là [6 dự án|projects_revoked].",
    "Trong kỳ có [2 dự án|projects_revoked] tự nguyện chấm dứt hoạt động trước thời hạn.",
    (
        "Lũy kế đến nay, các khu công nghiệp có [512 dự án|projects_active] còn hiệu lực, tổng vốn đăng ký "
        "[6,8 tỷ USD|capital_registered]."
    ),
    (
        "Tính đến hết tháng 6, trên địa bàn các KCN có tổng số [346 dự án|projects_active] với tổng vốn đầu "
        "tư đăng ký [5,1 tỷ USD|capital_registered]."
    ),
    (
        "Hiện các khu công nghiệp đang thu hút [275 dự án|projects_active] đầu tư với tổng vốn [48.500 tỷ "
        "đồng|capital_registered]."
    ),
    "Đến thời điểm báo cáo có [198 dự án|projects_active] đang có hiệu lực hoạt động.",
    "Tổng số dự án đầu tư thứ cấp còn hiệu lực trong các KCN là [421 dự án|projects_active].",
    (
        "Các KCN, KKT đã thu hút lũy kế [633 dự án|projects_active]; tổng vốn đầu tư đăng ký quy đổi đạt "
        "[12,4 tỷ USD|capital_registered]."
    ),
    "Đến nay đã có [160 dự án|projects_operating] đi vào hoạt động sản xuất kinh doanh.",
    (
        "Trong tổng số dự án có [220 dự án|projects_operating] đã đi vào sản xuất, [45 dự "
        "án|projects_under_construction] đang triển khai xây dựng."
    ),
    (
        "Số dự án đang hoạt động là [301 dự án|projects_operating]; số dự án đang xây dựng nhà xưởng là [52 "
        "dự án|projects_under_construction]."
    ),
    "Có [28 dự án|projects_under_construction] đang đầu tư xây dựng, lắp đặt máy móc thiết bị.",
    "Trong 6 tháng đầu năm có thêm [12 dự án|projects_started_operation] đi vào hoạt động.",
    "Có [9 dự án mới|projects_started_operation] đi vào sản xuất trong kỳ.",
    (
        "Tổng vốn đầu tư thu hút mới và tăng thêm đạt [640 triệu USD|capital_new_and_increase], đạt "
        "[64%|capital_new_and_increase/vs_plan] kế hoạch năm."
    ),
    "Tổng vốn đầu tư đăng ký cấp mới và điều chỉnh tăng đạt [512,7 triệu USD|capital_new_and_increase].",
    "Tổng vốn đầu tư FDI cấp mới và tăng thêm quy đổi [420 triệu USD|capital_new_and_increase/level/fdi].",
    (
        "Thu hút vốn FDI đạt [380 triệu USD|capital_attracted/level/fdi], tăng "
        "[15%|capital_attracted/yoy/fdi] so với cùng kỳ."
    ),
    "Thu hút vốn đầu tư trong nước được [3.400 tỷ đồng|capital_attracted/level/ddi].",
    "Tổng vốn đầu tư thu hút trong 6 tháng đạt [715 triệu USD|capital_attracted].",
    "Vốn đầu tư thu hút mới đạt [12.300 tỷ đồng|capital_new].",
    (
        "Vốn FDI thực hiện ước đạt [260 triệu USD|capital_disbursed/level/fdi], bằng "
        "[108%|capital_disbursed/yoy_index/fdi] so với cùng kỳ."
    ),
    "Vốn thực hiện của các dự án trong kỳ đạt [1.800 tỷ đồng|capital_disbursed].",
    "Các doanh nghiệp đã giải ngân vốn đầu tư [185 triệu USD|capital_disbursed] trong 6 tháng đầu năm.",
    "Tổng vốn đầu tư thực hiện trong kỳ ước [95 triệu USD|capital_disbursed] và [2.100 tỷ đồng|capital_disbursed].",
    (
        "Lũy kế vốn đầu tư thực hiện đạt [3,4 tỷ USD|capital_disbursed_cumulative], bằng "
        "[62%|capital_disbursed_cumulative/share] tổng vốn đăng ký."
    ),
    "Tổng vốn thực hiện lũy kế đến nay khoảng [28.700 tỷ đồng|capital_disbursed_cumulative].",
    "Vốn đã giải ngân lũy kế ước đạt [4,9 tỷ USD|capital_disbursed_cumulative].",
    "Đến nay, tổng vốn đầu tư đã thực hiện của các dự án là [2,7 tỷ USD|capital_disbursed_cumulative].",
    "Toàn tỉnh có [14 KCN|zones_established] được thành lập với tổng diện tích [4.200 ha|zone_area].",
    (
        "Đến nay, tỉnh đã thành lập [12 khu công nghiệp|zones_established], tổng diện tích đất tự nhiên "
        "[3.120 ha|zone_area], diện tích đất công nghiệp [2.050 ha|industrial_land_area]."
    ),
    (
        "Có [9 KCN|zones_operating] đã đi vào hoạt động, [3 KCN|zones_under_construction] đang đầu tư xây "
        "dựng kết cấu hạ tầng."
    ),
    (
        "Trong số đó [10 KCN|zones_operating] đang vận hành, [02 KCN|zones_under_construction] trong giai "
        "đoạn đền bù, giải phóng mặt bằng."
    ),
    (
        "Theo quy hoạch đến năm 2020, tỉnh có [19 khu công nghiệp|zones_planned] với tổng diện tích [5.600 "
        "ha|zone_area]."
    ),
    "Thủ tướng Chính phủ đã chấp thuận quy hoạch [17 KCN|zones_planned] trên địa bàn tỉnh.",
    "Hiện có [8/9 KCN|zones_with_wastewater_plant] đang hoạt động có nhà máy xử lý nước thải tập trung.",
    (
        "Đã có [7 khu công nghiệp|zones_with_wastewater_plant] hoàn thành xây dựng và đưa vào vận hành hệ "
        "thống xử lý nước thải tập trung."
    ),
    "Diện tích đất công nghiệp đã cho thuê là [1.310 ha|leased_area], tỷ lệ lấp đầy đạt [68,4%|occupancy_rate].",
    (
        "Tổng diện tích đất công nghiệp có thể cho thuê [2.400 ha|industrial_land_area]; đã cho thuê [1.690 "
        "ha|leased_area]."
    ),
    "Diện tích đất đã cho thuê lại [980 ha|leased_area], đạt tỷ lệ lấp đầy bình quân [71%|occupancy_rate].",
    "Tỷ lệ lấp đầy bình quân các KCN đang hoạt động đạt [73,5%|occupancy_rate].",
    "Tỷ lệ sử dụng đất công nghiệp đạt [66%|occupancy_rate].",
    (
        "Doanh thu của các doanh nghiệp ước đạt [54.000 tỷ đồng|revenue], tăng [12%|revenue/yoy] so với cùng "
        "kỳ năm trước."
    ),
    "Tổng doanh thu sản xuất kinh doanh đạt [2,9 tỷ USD|revenue], đạt [48%|revenue/vs_plan] kế hoạch năm.",
    "Doanh thu thuần của khối doanh nghiệp trong KCN là [31.200 tỷ đồng|revenue].",
    "Giá trị sản xuất công nghiệp (giá so sánh 2010) đạt [41.500 tỷ đồng|industrial_output].",
    ("Giá trị SXCN ước thực hiện [18.900 tỷ đồng|industrial_output], bằng [112%|industrial_output/yoy_index] cùng kỳ."),
    "Giá trị sản lượng công nghiệp đạt [22.400 tỷ đồng|industrial_output].",
    "Kim ngạch xuất khẩu ước đạt [1,9 tỷ USD|exports], kim ngạch nhập khẩu [1,4 tỷ USD|imports].",
    "Giá trị xuất, nhập khẩu lần lượt đạt [820 triệu USD|exports] và [640 triệu USD|imports].",
    "Giá trị kim ngạch xuất khẩu hàng hóa [745 triệu USD|exports], tăng [9,3%|exports/yoy].",
    "Trị giá hàng hóa nhập khẩu [560 triệu USD|imports].",
    "Doanh thu xuất khẩu đạt [930 triệu USD|exports].",
    "Nộp ngân sách nhà nước [1.450 tỷ đồng|budget_contribution], đạt [57%|budget_contribution/vs_plan] kế hoạch.",
    "Các doanh nghiệp đã thực hiện nghĩa vụ thuế và nộp ngân sách [980 tỷ đồng|budget_contribution].",
    "Thuế và các khoản nộp ngân sách ước [2.300 tỷ đồng|budget_contribution].",
    "Số thu nộp ngân sách đạt [760 tỷ đồng|budget_contribution].",
    "Các khoản thuế, phí nộp Nhà nước đạt [415 tỷ đồng|budget_contribution].",
    (
        "Tổng số lao động đang làm việc trong các KCN là [85.400 người|workers], trong đó lao động nữ "
        "[51.200 người|workers_female]."
    ),
    (
        "Giải quyết việc làm cho [64.300 lao động|workers], thu nhập bình quân [7,2 triệu "
        "đồng/người/tháng|average_income]."
    ),
    "Các dự án sử dụng [120.500 lao động|workers], trong đó lao động địa phương chiếm [72%|workers_local/share].",
    "Tổng số lao động [98.200 người|workers], lao động nước ngoài [1.450 người|workers_foreign].",
    "Trong 6 tháng đã giải quyết việc làm mới cho [4.800 lao động|jobs_created].",
    "Tạo thêm việc làm mới cho khoảng [6.200 người|jobs_created].",
    "Số lao động tuyển dụng mới là [3.900 người|jobs_created].",
    "Thu hút thêm [5.100 lao động|jobs_created] vào làm việc.",
    "Lương bình quân của người lao động đạt [8,1 triệu đồng/tháng|average_income].",
    "Mức lương bình quân khoảng [6,5 triệu đồng/người/tháng|average_income].",
    (
        "Hiện có [412 doanh nghiệp|enterprises] trong các KCN, trong đó [350 doanh "
        "nghiệp|enterprises_operating] đang hoạt động sản xuất kinh doanh."
    ),
    "Có [287 doanh nghiệp|enterprises_operating] đi vào hoạt động ổn định.",
    "Tổng số doanh nghiệp đăng ký hoạt động tại các KCN là [530 doanh nghiệp|enterprises].",
    "Chấp thuận nhu cầu sử dụng lao động nước ngoài cho [145 doanh nghiệp|foreign_worker_approvals].",
    "Cấp mới [620 giấy phép lao động|work_permits_new], cấp lại [210 giấy phép|work_permits_reissued].",
    "Đã cấp mới, cấp lại, gia hạn giấy phép lao động; trong đó cấp mới [318 giấy phép|work_permits_new].",
    "Tiếp nhận đăng ký thang lương, bảng lương của [88 doanh nghiệp|wage_scale_registrations].",
    "Đăng ký nội quy lao động cho [64 doanh nghiệp|labour_regulations_accepted].",
    "Tiếp nhận thỏa ước lao động tập thể của [51 doanh nghiệp|collective_agreements].",
    "Cấp giấy phép xây dựng cho [38 dự án|construction_permits].",
    "Cấp [47 giấy phép xây dựng|construction_permits] cho các dự án thứ cấp.",
    "Phê duyệt quy hoạch tổng mặt bằng tỷ lệ 1/500 cho [25 dự án|masterplan_approvals].",
    "Chấp thuận tổng mặt bằng [19 dự án|masterplan_approvals].",
    "Thẩm định thiết kế cơ sở cho [16 dự án|basic_design_appraisals].",
    "Cung cấp thông tin quy hoạch cho [22 doanh nghiệp|planning_information_provided].",
    (
        "Trung tâm đã ký kết [35 hợp đồng|consulting_contracts] tư vấn với tổng giá trị [4,2 tỷ "
        "đồng|consulting_revenue]."
    ),
    (
        "Tổng số hồ sơ TTHC tiếp nhận trong kỳ là [2.340 hồ sơ|dossiers_received], trong đó tiếp nhận trực "
        "tuyến [1.980 hồ sơ|dossiers_received_online]."
    ),
    "Đã giải quyết [2.210 hồ sơ|dossiers_resolved], đang giải quyết [130 hồ sơ|dossiers_pending].",
    (
        "Bộ phận Một cửa tiếp nhận [1.120 hồ sơ|dossiers_received]; đã trả kết quả [1.075 hồ "
        "sơ|dossiers_resolved], tỷ lệ đúng hạn đạt [99,8%|on_time_rate]."
    ),
    "Số hồ sơ giải quyết đúng và trước hạn đạt [100%|on_time_rate].",
    "Cắt giảm [35%|processing_time_cut] thời gian giải quyết thủ tục hành chính.",
    "Rút ngắn thời gian giải quyết của [24 thủ tục|procedures_shortened].",
    "Dịch vụ công trực tuyến mức độ 3 đạt [85%|procedures_online_level3].",
    (
        "Có [18 dự án|projects_licensed] đầu tư mới, gồm [11 dự án FDI|projects_licensed/level/fdi] với vốn "
        "[96 triệu USD|capital_new/level/fdi] và [7 dự án DDI|projects_licensed/level/ddi] với vốn [1.240 tỷ "
        "đồng|capital_new/level/ddi]."
    ),
    (
        "Tổng vốn đầu tư nước ngoài đăng ký mới [210 triệu USD|capital_new/level/fdi], vốn trong nước [1.900 "
        "tỷ đồng|capital_new/level/ddi]."
    ),
    (
        "Đến nay có [310 dự án FDI|projects_active/level/fdi] với tổng vốn đăng ký [4,1 tỷ "
        "USD|capital_registered/level/fdi] và [190 dự án trong nước|projects_active/level/ddi] với tổng vốn "
        "[38.000 tỷ đồng|capital_registered/level/ddi]."
    ),
    (
        "Vốn đầu tư trong nước đạt [5.600 tỷ đồng|capital_attracted/level/ddi], gấp [2,1 "
        "lần|capital_attracted/multiple/ddi] cùng kỳ."
    ),
    "Xuất khẩu của các doanh nghiệp KCN chiếm [65%|exports/share] tổng kim ngạch xuất khẩu của tỉnh.",
    (
        "Nộp ngân sách tăng [18%|budget_contribution/yoy] so với cùng kỳ và đạt "
        "[61%|budget_contribution/vs_plan] dự toán năm."
    ),
    (
        "Doanh thu, nộp ngân sách và xuất khẩu lần lượt đạt [24.000 tỷ đồng|revenue], [1.100 tỷ "
        "đồng|budget_contribution] và [610 triệu USD|exports]."
    ),
    "Các dự án FDI có doanh thu [1,5 tỷ USD|null], xuất khẩu [1,2 tỷ USD|null].",
    "Suất vốn đầu tư bình quân một dự án là [9,5 triệu USD|null].",
    "Vốn điều lệ của các doanh nghiệp đăng ký là [5.200 tỷ đồng|null].",
    "Ban đã kiểm tra [22 doanh nghiệp|null] về chấp hành pháp luật môi trường.",
    "Các doanh nghiệp nợ bảo hiểm xã hội [14 tỷ đồng|null].",
    "Có [11 dự án|null] chậm triển khai so với tiến độ đăng ký.",
    (
        "Lũy kế đến hết tháng 6, các KCN có [245 dự án FDI|projects_active/level/fdi], vốn đăng ký [3,2 tỷ "
        "USD|capital_registered/level/fdi], vốn thực hiện [1,9 tỷ "
        "USD|capital_disbursed_cumulative/level/fdi], đạt [59%|capital_disbursed_cumulative/share/fdi] vốn "
        "đăng ký; [130 dự án DDI|projects_active/level/ddi], vốn đăng ký [21.400 tỷ "
        "đồng|capital_registered/level/ddi], vốn thực hiện [12.600 tỷ "
        "đồng|capital_disbursed_cumulative/level/ddi]."
    ),
    (
        "Ban đã cấp mới [12 dự án|projects_licensed] (trong đó [8 dự án FDI|projects_licensed/level/fdi], [4 "
        "dự án DDI|projects_licensed/level/ddi]), tổng vốn đăng ký [85 triệu USD|capital_new/level/fdi] và "
        "[650 tỷ đồng|capital_new/level/ddi]; điều chỉnh tăng vốn [9 dự án|project_expansions] với số vốn "
        "tăng thêm [40 triệu USD|capital_increase]."
    ),
    (
        "Thu hút đầu tư FDI: cấp mới [6 dự án|projects_licensed/level/fdi], vốn [33 triệu "
        "USD|capital_new/level/fdi]; tăng vốn [5 dự án|project_expansions/level/fdi] với [21 triệu "
        "USD|capital_increase/level/fdi]; tổng vốn cấp mới và tăng thêm [54 triệu "
        "USD|capital_new_and_increase/level/fdi], bằng [90%|capital_new_and_increase/yoy_index/fdi] cùng kỳ."
    ),
    (
        "Về đầu tư trong nước: cấp mới [7 dự án|projects_licensed/level/ddi], tổng vốn [1.020 tỷ "
        "đồng|capital_new/level/ddi], tăng [12%|capital_new/yoy/ddi] so với cùng kỳ."
    ),
    (
        "Các doanh nghiệp KCN đạt doanh thu [1,2 tỷ USD|revenue] và [15.000 tỷ đồng|revenue]; xuất khẩu [980 "
        "triệu USD|exports]; nhập khẩu [870 triệu USD|imports]; nộp ngân sách [1.150 tỷ "
        "đồng|budget_contribution]."
    ),
    (
        "Tổng doanh thu ước đạt [32.000 tỷ đồng|revenue] (đạt [52%|revenue/vs_plan] kế hoạch, tăng "
        "[11%|revenue/yoy] so với cùng kỳ); giá trị xuất khẩu ước đạt [740 triệu USD|exports] (đạt "
        "[49%|exports/vs_plan] kế hoạch, tăng [7,5%|exports/yoy])."
    ),
    (
        "Kim ngạch xuất khẩu tháng 6 ước [120 triệu USD|exports], lũy kế 6 tháng đạt [690 triệu "
        "USD|exports], tăng [8%|exports/yoy] so với cùng kỳ."
    ),
    (
        "Nộp ngân sách ước thực hiện 6 tháng [860 tỷ đồng|budget_contribution], đạt "
        "[54%|budget_contribution/vs_plan] so với kế hoạch và tăng [6%|budget_contribution/yoy] so với cùng "
        "kỳ."
    ),
    (
        "Số lao động trong các KCN là [52.300 người|workers], tăng [2.100 người|workers/change] so với đầu "
        "năm; trong đó lao động nữ [31.000 người|workers_female], lao động là người địa phương [40.200 "
        "người|workers_local], lao động nước ngoài [620 người|workers_foreign]."
    ),
    (
        "Trong tổng số lao động, lao động nữ chiếm [60%|workers_female/share], lao động địa phương chiếm "
        "[75%|workers_local/share]."
    ),
    (
        "Các KCN hiện có [36.500 công nhân|workers] lao động, thu nhập bình quân [6,8 triệu "
        "đồng/người/tháng|average_income], tăng [7%|average_income/yoy]."
    ),
    "Đến nay, [8/10 KCN|zones_with_wastewater_plant] đã có hệ thống xử lý nước thải tập trung hoạt động ổn định.",
    (
        "Toàn tỉnh có [10 KCN|zones_established] với tổng diện tích [2.700 ha|zone_area], trong đó diện tích "
        "đất công nghiệp cho thuê là [1.850 ha|industrial_land_area]; đã cho thuê [1.200 ha|leased_area], "
        "đạt tỷ lệ [64,8%|occupancy_rate]."
    ),
    "Tỷ lệ lấp đầy tại các KCN đạt [72%|occupancy_rate] (nếu tính riêng các KCN đã đi vào hoạt động là [81%|null]).",
    "Thu hồi, chấm dứt hoạt động [4 dự án|projects_revoked] với tổng vốn đăng ký [22 triệu USD|capital_revoked].",
    (
        "Có [15 dự án|projects_started_operation] mới đi vào hoạt động, nâng tổng số dự án đi vào hoạt động "
        "lên [230 dự án|projects_operating]."
    ),
    (
        "Ban Quản lý đã cấp [320 giấy phép lao động|work_permits_new] cho người nước ngoài; cấp lại [85 giấy "
        "phép|work_permits_reissued]."
    ),
    (
        "Trong tháng 6, cấp mới [2 dự án|projects_licensed], vốn [10 triệu USD|capital_new]. Lũy kế 6 tháng "
        "cấp mới [11 dự án|projects_licensed], vốn [63 triệu USD|capital_new]."
    ),
    (
        "Trong 6 tháng, tổng vốn FDI thu hút (cả cấp mới và tăng vốn) đạt [420 triệu "
        "USD|capital_new_and_increase/level/fdi]."
    ),
    (
        "Số vốn đầu tư nước ngoài thu hút được là [210 triệu USD|capital_attracted/level/fdi], gấp [1,4 "
        "lần|capital_attracted/multiple/fdi] so với cùng kỳ năm trước."
    ),
    (
        "Vốn đầu tư thực hiện của các doanh nghiệp FDI ước [150 triệu USD|capital_disbursed/level/fdi], "
        "doanh nghiệp trong nước ước [900 tỷ đồng|capital_disbursed/level/ddi]."
    ),
    "Dẫn đầu là Hàn Quốc với [85 dự án|null].",
    (
        "Giá trị sản xuất công nghiệp ước đạt [12.500 tỷ đồng|industrial_output], chiếm "
        "[45%|industrial_output/share] giá trị sản xuất công nghiệp toàn tỉnh."
    ),
    "Kim ngạch xuất khẩu chiếm trên [80%|exports/share] kim ngạch xuất khẩu của tỉnh.",
    (
        "Kế hoạch năm 2019: thu hút [500 triệu USD|capital_attracted], doanh thu [60.000 tỷ đồng|revenue], "
        "xuất khẩu [1,5 tỷ USD|exports], nộp ngân sách [2.000 tỷ đồng|budget_contribution], giải quyết việc "
        "làm cho [5.000 lao động|jobs_created]."
    ),
    (
        "Phấn đấu trong năm thu hút [30 - 35 dự án|projects_licensed] mới với tổng vốn đăng ký [400 - 450 "
        "triệu USD|capital_new]."
    ),
    (
        "Lũy kế từ đầu năm đến nay, toàn tỉnh thu hút được [25 dự án|projects_licensed] FDI và [9 dự "
        "án|projects_licensed/level/ddi] DDI."
    ),
    (
        "Tính đến 30/6/2019, có [410 doanh nghiệp|enterprises_operating] đang hoạt động, trong đó [230 doanh "
        "nghiệp FDI|null]."
    ),
    "Doanh thu của các doanh nghiệp FDI đạt [2,1 tỷ USD|null].",
    "Bình quân mỗi dự án có vốn [8,5 triệu USD|null], suất đầu tư đạt [4,2 triệu USD/ha|null].",
    "Vốn đầu tư xây dựng hạ tầng KCN thực hiện trong kỳ [240 tỷ đồng|null].",
    "Các KCN có [28 dự án hạ tầng|null] với tổng vốn [15.000 tỷ đồng|null].",
    (
        "So với cùng kỳ, doanh thu tăng [9%|revenue/yoy], xuất khẩu tăng [12%|exports/yoy], nộp ngân sách "
        "giảm [3%|budget_contribution/yoy], lao động tăng [5%|workers/yoy]."
    ),
    "Đã có [95%|null] doanh nghiệp thực hiện tốt công tác bảo vệ môi trường.",
    (
        "Tỷ lệ giải quyết hồ sơ đúng hạn đạt [99,5%|on_time_rate], dịch vụ công mức độ 3 đạt "
        "[70%|procedures_online_level3]."
    ),
    "Ban đã rút ngắn [30%|processing_time_cut] thời gian giải quyết so với quy định.",
    "Đã hoàn thành bồi thường giải phóng mặt bằng [120 ha|null].",
    (
        "KCN A có diện tích [350 ha|zone_area], đã thu hút [45 dự án|projects_active] với tổng vốn [620 "
        "triệu USD|capital_registered], tỷ lệ lấp đầy [85%|occupancy_rate]."
    ),
)

"""Whose a figure is: publisher, members, zones, companies, countries, the whole province or what lies outside."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import entities_of, facts_of

DELTA = "bloc:red-river-delta"
BOARD = "board:vinh-long"
BINH_DINH = "board:binh-dinh"
PROVINCE = "province:vinh-long"
NATION = "nation:viet-nam"


def test_the_publisher_owns_what_names_nobody() -> None:
    [fact] = facts_of("Cấp mới 12 dự án.", publisher=DELTA)
    assert fact.entity == DELTA


def test_a_member_named_at_the_start_owns_its_paragraph() -> None:
    text = "Ban Quản lý các KCN tỉnh Bắc Ninh: Cấp mới 12 dự án. Nộp ngân sách 30 tỷ đồng.\nToàn Khối cấp mới 9 dự án."
    facts = facts_of(text, publisher=DELTA)
    assert [fact.entity for fact in facts] == ["board:bac-ninh", "board:bac-ninh", DELTA]
    assert any(cue.role == "entity" for cue in facts[0].cues)


def test_bare_names_own_the_figures_of_a_list_in_a_bloc_s_report() -> None:
    text = "Các đơn vị cấp mới 30 dự án. Trong đó Hải Dương 12 dự án, Hưng Yên 18 dự án."
    assert [fact.entity for fact in facts_of(text, publisher=DELTA)] == [DELTA, "board:hai-duong", "board:hung-yen"]


def test_one_zone_s_figure_is_not_the_board_s() -> None:
    [fact] = facts_of("Riêng KCN Quang Minh cấp mới 4 dự án.")
    assert fact.entity == "zone:quang-minh"


def test_investor_countries_are_foreign() -> None:
    facts = facts_of("Cấp mới 9 dự án FDI. Trong đó Nhật Bản 5 dự án, Hàn Quốc 4 dự án.")
    assert [(fact.entity, fact.origin) for fact in facts[1:]] == [("country:japan", "fdi"), ("country:korea", "fdi")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cấp mới 12 dự án; ngoài khu công nghiệp có 29 dự án mới.", [BOARD, PROVINCE]),
        ("Cấp mới 12 dự án, còn lại 31 dự án nằm ngoài khu.", [BOARD, PROVINCE]),
        ("Trên địa bàn có 16 cụm công nghiệp đã thành lập, diện tích 820 ha.", [PROVINCE, PROVINCE]),
        ("KCN Hòa Phú lấp đầy 96%; toàn tỉnh lấp đầy 70%.", ["zone:hoa-phu", BOARD]),
        ("Tại Hòa Phú, tỷ lệ lấp đầy đạt 96%.", ["zone:hoa-phu"]),
        ("Hòa Phú giai đoạn 2 lấp đầy 67%.", ["zone:hoa-phu"]),
        ("Nhà máy Samsung nộp ngân sách 650 tỷ đồng.", ["company:nha-may-samsung"]),
        ("Nộp ngân sách 900 tỷ đồng; riêng Formosa nộp 650 tỷ đồng.", [BOARD, "company:formosa"]),
        ("Đài Loan đứng đầu với 31 dự án còn hiệu lực và 1,3 tỷ USD.", ["country:taiwan", "country:taiwan"]),
    ],
)
def test_in_the_report_of_a_board(text: str, expected: list[str]) -> None:
    assert entities_of(text, BOARD) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toàn tỉnh thu hút 58 dự án; các KCN thu hút 12 dự án.", [PROVINCE, BOARD]),
        ("Thu hút 58 dự án, trong đó 12 dự án vào các KCN.", [PROVINCE, BOARD]),
        ("Theo Ban Quản lý các KCN tỉnh, xuất khẩu đạt 200 triệu USD; toàn tỉnh 400 triệu USD.", [BOARD, PROVINCE]),
        ("Trong năm, Ban cấp mới 11 dự án. Lao động 9.000 người.", [BOARD, BOARD]),
        ("Ban hành 3 quyết định; xuất khẩu đạt 400 triệu USD.", [PROVINCE]),
    ],
)
def test_in_an_article_on_a_province(text: str, expected: list[str]) -> None:
    assert entities_of(text, PROVINCE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cả nước có 335 KCN được thành lập. Đồng Nai lấp đầy 82%.", [NATION, "board:dong-nai"]),
        ("Hải Dương nộp ngân sách 900 tỷ đồng còn Thái Bình 300 tỷ đồng.", ["board:hai-duong", "board:thai-binh"]),
        (
            "Bắc Giang nổi lên: Ban Quản lý các KCN tỉnh cấp mới 61 dự án. Trên địa bàn cả tỉnh, thu hút 90 dự án.",
            ["board:bac-giang", "province:bac-giang"],
        ),
    ],
)
def test_in_an_article_on_the_nation(text: str, expected: list[str]) -> None:
    assert entities_of(text, NATION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dẫn đầu là Bắc Ninh với 95 dự án cấp mới, kế đến Hà Nội 60 dự án.", ["board:bac-ninh", "board:ha-noi"]),
        ("Vĩnh Phúc nộp ngân sách 950 tỷ đồng; toàn Khối 4.100 tỷ đồng.", ["board:vinh-phuc", DELTA]),
        ("Hải Dương giữ vai trưởng Khối. Các đơn vị cấp mới 15 dự án.", [DELTA]),
    ],
)
def test_in_the_report_of_a_bloc(text: str, expected: list[str]) -> None:
    assert entities_of(text, DELTA) == expected


def test_the_money_of_a_named_count_is_of_the_same_name() -> None:
    text = "Cấp mới 30 dự án, gồm Hải Dương 12 dự án, vốn 90 triệu USD; Hưng Yên 18 dự án, vốn 70 triệu USD."
    owners = entities_of(text, DELTA)
    assert owners == [DELTA, *["board:hai-duong"] * 2, *["board:hung-yen"] * 2]


def test_a_count_that_only_sets_a_scope_is_no_fact() -> None:
    facts = facts_of("Hai KCN Hòa Phú và Bình Minh có 58 dự án còn hiệu lực.", BOARD)
    assert [(fact.quote, fact.entity) for fact in facts] == [("58 dự án", BOARD)]


@pytest.mark.parametrize(
    ("text", "publisher", "entities"),
    [
        (
            "Các KCN Bắc Ninh thu hút 45 dự án; các KCN tỉnh Hải Dương thu hút 12 dự án.",
            DELTA,
            ["bac-ninh", "hai-duong"],
        ),
        ("Vĩnh Long có 2 KCN đang hoạt động, diện tích 260 ha, lấp đầy 90%.", PROVINCE, ["vinh-long"] * 3),
        ("Cả nước có 370 KCN, trong đó Vĩnh Long có 3 KCN.", PROVINCE, ["viet-nam", "vinh-long"]),
        ("Hơn một nghìn lao động làm việc ở KCN Hòa Phú.", BOARD, ["hoa-phu"]),
        ("KCN VSIP Vĩnh Long đã cho thuê 58 ha.", BOARD, ["vsip-vinh-long"]),
        (
            "KCN Hòa Phú (giai đoạn 1 rộng 120 ha) và KCN Bình Minh có 47 dự án còn hiệu lực.",
            BOARD,
            ["hoa-phu", "vinh-long"],
        ),
        ("Công ty TNHH Nitto (KCN Hòa Phú) đã nộp ngân sách 99 tỷ đồng.", BOARD, ["cong-ty-tnhh-nitto"]),
        (
            "Nộp ngân sách 120 tỷ đồng, trong đó Công ty Lọc dầu Hòa Phú nộp 99 tỷ đồng.",
            BOARD,
            ["vinh-long", "cong-ty-loc-dau-hoa-phu"],
        ),
        ("Riêng Công ty Lọc dầu Hòa Phú đã nộp ngân sách 99 tỷ đồng.", BOARD, ["cong-ty-loc-dau-hoa-phu"]),
    ],
)
def test_names_around_the_figures(text: str, publisher: str, entities: list[str]) -> None:
    assert [(entity or "").partition(":")[2] for entity in entities_of(text, publisher)] == entities


def test_clusters_and_their_land_stay_with_the_province() -> None:
    text = "Ba cụm công nghiệp đã thành lập rộng 168 ha, lấp đầy 36%."
    assert set(entities_of(text, PROVINCE)) == {PROVINCE}


def test_the_country_behind_a_count_and_its_money_in_brackets() -> None:
    facts = facts_of("Cấp mới 40 dự án FDI, trong đó Hàn Quốc có 21 dự án (85 triệu USD).")
    assert [fact.entity for fact in facts[1:]] == ["country:korea", "country:korea"]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Hơn 130 tỷ đồng đăng ký đầu tư vào KKT Nhơn Hội.", ["zone:nhon-hoi"]),
        ("Bình Định đã thu hút 125 dự án đầu tư vào KKT Nhơn Hội.", ["zone:nhon-hoi"]),
        ("Trưởng Ban Quản lý KKT Bình Định, cho biết KCN Long Mỹ đã thu hút 61 dự án.", ["zone:long-my"]),
        (
            "KCN Long Mỹ có 9 dự án, rộng 110 ha. Trong đó, có 3 KCN đang hoạt động.",
            ["zone:long-my"] * 2 + ["board:binh-dinh"],
        ),
        (
            "Kết quả các KCN.\nTrong đó, KCN Long Mỹ có 9 dự án. Hiện có 5 dự án đang hoạt động.",
            ["zone:long-my"] * 2,
        ),
        ("KKT Nhơn Hội có 9 dự án. Tại các KCN ngoài KKT có 275 dự án.", ["zone:nhon-hoi", "board:binh-dinh"]),
        ("Ở KKT Nhơn Hội có 9 dự án. Tại các KCN, hiện có 275 dự án.", ["zone:nhon-hoi", "board:binh-dinh"]),
    ],
)
def test_zones_around_the_figures(text: str, entities: list[str]) -> None:
    assert entities_of(text, "board:binh-dinh") == entities


@pytest.mark.parametrize("origin", ["đến từ", "có vốn đầu tư từ", "của", "của các nhà đầu tư"])
def test_the_country_that_the_investors_come_from(origin: str) -> None:
    assert entities_of(f"Trong năm có 6 dự án {origin} Đài Loan.", "board:binh-dinh") == ["country:taiwan"]


def test_the_country_of_a_currency_is_nobody() -> None:
    assert entities_of("Xuất khẩu đạt 2 tỷ đô la Mỹ (chiếm 74% toàn ngành).", "board:binh-dinh")[0] == "board:binh-dinh"


def test_the_name_of_another_province_owns_nothing_in_the_report_of_a_board() -> None:
    text = "Dự án mới được UBND Quảng Ngãi cấp phép với tổng vốn đăng ký hơn 4.254 tỷ đồng."
    assert entities_of(text, "board:quang-ngai-dung-quat") == ["board:quang-ngai-dung-quat"]


@pytest.mark.parametrize(
    "text",
    [
        "Đối với các KCN nằm ngoài KKT, tại KCN Hòa Phú có 40 dự án.",
        "Ở ngoài khu kinh tế, tại KCN Hòa Phú có 40 dự án.",
    ],
)
def test_words_of_territory_before_a_zone_make_no_list_with_it(text: str) -> None:
    assert entities_of(text, BOARD) == ["zone:hoa-phu"]


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Khu CNC Đà Nẵng cấp mới 4 dự án.", "board:da-nang"),
        ("Khu công nghệ cao Đà Nẵng cấp mới 4 dự án.", "board:da-nang"),
        ("Tại KKTCK Lào Cai có 40 dự án.", "board:lao-cai"),
    ],
)
def test_a_kind_that_a_province_has_one_of_is_one_zone_under_the_province_s_name(text: str, publisher: str) -> None:
    [entity] = entities_of(text, publisher)
    assert entity is not None and entity.startswith("zone:")


def test_of_other_kinds_the_province_s_name_means_all() -> None:
    assert entities_of("KCN Lào Cai cấp mới 4 dự án.", "board:lao-cai") == ["board:lao-cai"]


@pytest.mark.parametrize(
    ("text", "publisher", "kinds"),
    [
        (
            "KKT Nhơn Hội đã có dự án.\n\nNhơn Hội rộng 140 ha nhưng đất cho thuê chỉ 12 ha.",
            BINH_DINH,
            ["zone", "zone"],
        ),
        ("Tại Nhơn Hội khi ấy 900 công nhân, bây giờ là 6.000 công nhân.", BINH_DINH, ["zone", "zone"]),
        ("KKT Nhơn Hội, tỉnh Bình Định thu hút 19 dự án.", BINH_DINH, ["zone"]),
        ("Trong số 9 KCN, KCN Phú Tài có diện tích 68 ha.", BINH_DINH, ["zone"]),
        ("Chủ hạ tầng KCN Phú Tài là Công ty Hoa Mai nhưng tỷ lệ lấp đầy mới đạt 43%.", BINH_DINH, ["zone"]),
        ("Tại KCN Phú Tài, Ban cấp mới 6 dự án.", BINH_DINH, ["zone"]),
        ("Tại KCN Phú Tài (TP. Quy Nhơn), trong quý I/2019, Ban cấp mới 6 dự án.", BINH_DINH, ["zone"]),
        (
            "Các doanh nghiệp trong KCN Phú Tài đạt doanh thu 6 tỷ đồng. Nộp thuế đạt 3 tỷ đồng.",
            BINH_DINH,
            ["zone", "zone"],
        ),
        ("Tỉnh có 6 KCN nằm trong quy hoạch KCN Việt Nam.", BINH_DINH, ["board"]),
        ("Có 9 KCN đưa vào quy hoạch các KCN cả nước, trong đó 3 KCN đang hoạt động.", BINH_DINH, ["board", "board"]),
        ("Phú Tài có 90 dự án (150 triệu USD và 3.000 tỷ đồng).", BINH_DINH, ["zone"] * 3),
        ("Toàn Khối nộp 12 tỷ đồng vào ngân sách.", "bloc:red-river-delta", ["bloc"]),
    ],
)
def test_whose_figure_it_is(text: str, publisher: str, kinds: list[str]) -> None:
    assert [str(entity).partition(":")[0] for entity in entities_of(text, publisher)] == kinds


def test_beside_the_nation_the_bare_name_is_the_province() -> None:
    text = "Trong khi cả nước thu hút 20 tỷ USD vốn FDI thì Vĩnh Long góp mặt với 37 triệu USD."
    assert entities_of(text, publisher=BOARD) == [NATION, PROVINCE]


def test_an_office_of_the_province_tells_of_all_of_it() -> None:
    assert entities_of("Sở Tài chính cho biết toàn tỉnh cấp mới 94 dự án.", publisher=BOARD) == [PROVINCE]


def test_a_list_of_zones_that_are_not_known_is_the_board_s() -> None:
    text = "KCN Mỹ Lợi, Phú Hậu, Tân Đông và khu kinh tế cửa khẩu có 91 dự án."
    assert entities_of(text, publisher=BOARD) == [BOARD]


def test_what_a_member_has_apart_is_its_own() -> None:
    text = "Các đơn vị cấp mới 30 dự án. Trong đó Hưng Yên 13 dự án, riêng vốn FDI tăng thêm đã 66 triệu USD."
    assert entities_of(text, publisher=DELTA)[-1] == "board:hung-yen"

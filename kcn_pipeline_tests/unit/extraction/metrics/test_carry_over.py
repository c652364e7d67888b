"""What a question lends to its answer."""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import facts_of


def test_the_answer_counts_the_projects_of_the_origin_asked_for() -> None:
    text = (
        "- Năm nay các khu cấp mới 19 dự án FDI với 270 triệu USD.\n"
        "- Còn doanh nghiệp trong nước?\n- Ít hơn: 6 dự án, 1.700 tỷ đồng.\n"
    )
    assert [(f.metric, f.origin) for f in facts_of(text)][2:] == [("projects_licensed", "ddi"), ("capital_new", "ddi")]


def test_members_split_up_the_count_right_before_them() -> None:
    text = (
        "Có 91 dự án còn hiệu lực.\nCác khu có 48 dự án đang hoạt động (15 dự án FDI). "
        "Cụ thể, tại KCN Lộc Sơn có 26 dự án (6 dự án FDI), tại KCN Phú Hội có 22 dự án."
    )
    assert [f.metric for f in facts_of(text)][3:] == ["projects_operating"] * 3

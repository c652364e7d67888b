"""Lists that run in parallel, and one figure for each name of a list."""

from __future__ import annotations

from kcn_pipeline_tests.unit.extraction.builders import entities_of, facts_of

DELTA = "bloc:red-river-delta"


def test_names_and_figures_in_the_same_order() -> None:
    text = "Hải Dương, Hưng Yên và Hà Nam lần lượt cấp mới 34, 18 và 9 dự án."
    assert entities_of(text, DELTA) == ["board:hai-duong", "board:hung-yen", "board:ha-nam"]


def test_lists_of_different_length_are_left_alone() -> None:
    text = "Hải Dương, Hưng Yên và Hà Nam lần lượt cấp mới 34 và 18 dự án."
    assert entities_of(text, DELTA) == [DELTA, DELTA]


def test_one_figure_for_each_name() -> None:
    facts = facts_of("Hải Dương, Hưng Yên mỗi nơi cấp mới 4 dự án.", DELTA)
    assert [(fact.entity, fact.quote) for fact in facts] == [
        ("board:hai-duong", "4 dự án"),
        ("board:hung-yen", "4 dự án"),
    ]
    assert len({fact.figure_id for fact in facts}) == 2


def test_a_rate_alike_for_several_zones_is_told_of_each() -> None:
    text = "Đất cho thuê 174 ha; Sa Đéc và Sông Hậu đều lấp đầy trên 91%."
    facts = facts_of(text, publisher="board:dong-thap")
    assert [(fact.entity, str(fact.value)) for fact in facts[1:]] == [("zone:sa-dec", "91"), ("zone:song-hau", "91")]


def test_zones_with_their_kind_share_out_a_list() -> None:
    facts = facts_of("KCN Sa Đéc và KCN Sông Hậu lấp đầy lần lượt 64% và 57%.", publisher="board:dong-thap")
    assert [fact.entity for fact in facts] == ["zone:sa-dec", "zone:song-hau"]


def test_a_rate_right_behind_several_zones_is_told_of_each() -> None:
    text = "Tỷ lệ lấp đầy bình quân 71%, trong đó Sa Đéc và Sông Hậu trên 93%."
    facts = facts_of(text, publisher="board:dong-thap")
    assert [fact.entity for fact in facts] == ["board:dong-thap", "zone:sa-dec", "zone:song-hau"]


def test_a_share_of_several_zones_is_theirs_together() -> None:
    text = "Có 90 dự án, trong đó Sa Đéc và Sông Hậu chiếm 80%."
    assert len(facts_of(text, publisher="board:dong-thap")) == 2


def test_what_is_told_of_each_in_brackets_parts_no_list() -> None:
    text = "Hai khu Đại An (174 ha) và Nam Sách (63 ha) lấp đầy lần lượt 81% và 97%."
    assert entities_of(text, "board:hai-duong")[-2:] == ["zone:dai-an", "zone:nam-sach"]

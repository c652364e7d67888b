"""Longest match within a role, independence between roles."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.text.phrase_index import Mention, PhraseIndex
from kcn_pipeline.extraction.text.tokens import Tokens


def found(index: PhraseIndex, text: str) -> list[Mention]:
    return index.mentions(Tokens(text))


def test_the_longest_phrase_of_a_role_hides_those_inside() -> None:
    index = PhraseIndex([("tỷ", "scale", 9), ("nghìn tỷ", "scale", 12)])
    assert found(index, "5 nghìn tỷ và 3 tỷ") == [Mention("scale", 12, 1, 3), Mention("scale", 9, 5, 6)]


def test_roles_do_not_hide_each_other() -> None:
    index = PhraseIndex([("kế hoạch năm", "plan", 1), ("kế hoạch", "section", 2)])
    assert {(m.role, m.last - m.first) for m in found(index, "đạt kế hoạch năm")} == {("plan", 3), ("section", 2)}


def test_one_phrase_may_stand_for_several_values() -> None:
    index = PhraseIndex([("vốn", "metric", "new"), ("vốn", "metric", "registered")])
    assert [m.value for m in found(index, "vốn")] == ["new", "registered"]


def test_case_and_line_breaks_do_not_matter() -> None:
    index = PhraseIndex([("tổng doanh thu", "metric", "revenue")])
    assert len(found(index, "TỔNG\nDoanh  thu")) == 1


def test_overlapping_phrases_of_a_role_are_both_kept() -> None:
    index = PhraseIndex([("a b", "r", 1), ("b c d", "r", 2)])
    assert [m.value for m in found(index, "a b c d")] == [1, 2]


def test_a_longer_phrase_hides_only_those_of_its_kind() -> None:
    index = PhraseIndex([("thu hút", "m", "workers"), ("đã thu hút", "m", "projects")], kind_of=lambda _, value: value)
    assert {m.value for m in found(index, "đã thu hút")} == {"workers", "projects"}


INTERPOSED = [("vốn", "m", 1), ("vốn cấp mới", "m", 2), ("dự án đầu tư", "unit", 3), ("fdi", "origin", 4)]


@pytest.mark.parametrize(("text", "value"), [("vốn cấp mới", 2), ("vốn FDI cấp mới", 2), ("vốn FDI tăng", 1)])
def test_words_of_one_role_may_stand_inside_a_phrase(text: str, value: int) -> None:
    index = PhraseIndex(INTERPOSED, interposed="origin", hosts=("m",))
    assert [m.value for m in found(index, text) if m.role == "m"] == [value]


def test_but_only_inside_phrases_of_their_hosts() -> None:
    index = PhraseIndex(INTERPOSED, interposed="origin", hosts=("m",))
    assert not [m for m in found(index, "dự án FDI đầu tư") if m.role == "unit"]


def test_an_interposed_phrase_that_begins_inside_another_is_none() -> None:
    index = PhraseIndex([("trong nước", "origin", 1), ("nước ngoài", "origin", 2)], interposed="origin")
    assert [m.value for m in found(index, "vốn trong nước ngoài ngân sách")] == [1]


def test_a_phrase_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="has no word"):
        PhraseIndex([(" ", "r", 1)])


def test_no_phrases_no_mentions() -> None:
    assert found(PhraseIndex([]), "chữ 5") == []

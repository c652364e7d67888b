"""Longest match within a role, independence between roles."""

from __future__ import annotations

import pytest

from kcn_pipeline.extraction.phrase_index import Mention, PhraseIndex
from kcn_pipeline.extraction.tokens import Tokens


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


def test_a_phrase_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="has no word"):
        PhraseIndex([(" ", "r", 1)])


def test_no_phrases_no_mentions() -> None:
    assert found(PhraseIndex([]), "chữ 5") == []

"""What holds of extraction whatever the text: no exception, sound quotes, nothing out of nothing."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline_tests.unit.extraction.builders import facts_of

PHRASES = """cấp mới|thu hút|dự án|vốn đăng ký|tỷ|triệu|USD|đồng|FDI|DDI|trong đó|gồm|tăng|giảm|so với cùng kỳ|kế hoạch
năm 2019|đến nay|12|3,5|1.200|100%|;|.|,|:|(|)|và|là|KCN|Bắc Ninh|người|lao động|trên|gần|lần lượt|#|%|đến"""
WORDS = st.sampled_from(PHRASES.replace("\n", "|").split("|"))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_sound_facts_or_none(text: str) -> None:
    assert_sound(facts_of(text), text)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_words_of_the_genre_in_any_order_give_sound_facts(words: list[str]) -> None:
    text = " ".join(words)
    assert_sound(facts_of(text), text)


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Nd", "Nl", "No"]), max_size=200))
def test_a_text_without_numbers_states_no_level_in_digits(text: str) -> None:
    assert not any(character.isdigit() for fact in facts_of(text) for character in fact.quote)


@settings(max_examples=50, deadline=None)
@given(st.integers(min_value=1, max_value=999), st.integers(min_value=1, max_value=99_999))
def test_planted_figures_are_found(projects: int, money: int) -> None:
    grouped = f"{money:,}".replace(",", ".")
    count, capital = facts_of(f"Cấp mới {projects} dự án, tổng vốn đăng ký {grouped} tỷ đồng.")
    assert (count.value, count.metric) == (Decimal(projects), "projects_licensed")
    assert (capital.value, capital.metric) == (Decimal(money) * 10**9, "capital_new")


@settings(max_examples=30, deadline=None)
@given(st.permutations(["Cấp mới 12 dự án.", "Doanh thu đạt 5 tỷ USD.", "Tạo việc làm ổn định cho 9.100 lao động."]))
def test_the_order_of_unrelated_sentences_changes_nothing(sentences: list[str]) -> None:
    found = {(fact.metric, fact.value) for fact in facts_of("\n".join(sentences))}
    assert found == {
        ("projects_licensed", Decimal(12)),
        ("revenue", Decimal(5 * 10**9)),
        ("workers", Decimal(9100)),
    }


def assert_sound(facts: list[Fact], text: str) -> None:
    assert len({fact.figure_id for fact in facts}) == len(facts)
    for fact in facts:
        assert fact.span.of(text) == fact.quote
        assert fact.interval.contains(fact.value)
        assert Fact.from_row(fact.as_row()) == fact

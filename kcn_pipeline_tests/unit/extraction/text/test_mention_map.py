"""Mentions found by role and by the tokens they stand at."""

from __future__ import annotations

from kcn_pipeline.extraction.text.mention_map import MentionMap
from kcn_pipeline.extraction.text.phrase_index import Mention

SHORT = Mention("scale", 9, 3, 4)
LONG = Mention("scale", 12, 2, 4)
UNIT = Mention("unit", "USD", 4, 5)
HEDGE = Mention("hedge", "over", 0, 2)
ALL = [HEDGE, LONG, SHORT, UNIT]


def test_mentions_that_start_at_a_token() -> None:
    mentions = MentionMap([*ALL, Mention("unit", "VND", 4, 6)])
    assert mentions.starting(4, "unit") == UNIT
    assert [m.value for m in mentions.all_starting(4, "unit")] == ["USD", "VND"]
    assert mentions.starting(4, "scale") is None
    assert mentions.all_starting(4, "scale") == []


def test_of_those_that_end_at_a_token_the_longest_comes_first() -> None:
    mentions = MentionMap(ALL)
    assert mentions.ending(4, "scale") == LONG
    assert mentions.all_ending(4, "scale") == [LONG, SHORT]
    assert mentions.ending(5, "scale") is None


def test_all_places_of_a_role_at_once() -> None:
    mentions = MentionMap(ALL)
    assert mentions.by_start("scale") == {2: [LONG], 3: [SHORT]}
    assert mentions.by_end("scale") == {4: [LONG, SHORT]}
    assert mentions.by_end("place").get(4, ()) == ()


def test_everything_that_starts_at_a_token() -> None:
    mentions = MentionMap(ALL)
    assert mentions.at(3) == [SHORT]
    assert mentions.at(1) == []


def test_mentions_of_several_roles_keep_the_order_of_the_text() -> None:
    mentions = MentionMap(ALL)
    assert mentions.of("unit", "hedge") == [HEDGE, UNIT]
    assert list(mentions.of("scale")) == [LONG, SHORT]
    assert not mentions.of("place")


def test_the_map_of_a_sentence_has_its_own_mentions_and_all_neighbours() -> None:
    sentence = MentionMap(ALL).within([UNIT])
    assert sentence.mentions == [UNIT]
    assert not sentence.of("scale")
    assert list(sentence.of("unit")) == [UNIT]
    assert sentence.ending(4, "scale") == LONG


def test_a_list_that_is_not_there_may_be_changed() -> None:
    mentions = MentionMap([])
    mentions.all_starting(0, "unit").append(UNIT)
    assert mentions.all_starting(0, "unit") == []


def test_mentions_of_several_roles_come_in_the_order_of_the_text() -> None:
    mentions = MentionMap(ALL)
    assert mentions.of("unit", "hedge") == [HEDGE, UNIT]
    assert mentions.of("scale", "no such role") == [LONG, SHORT]
    assert list(mentions.of("no such role", "nor this one")) == []

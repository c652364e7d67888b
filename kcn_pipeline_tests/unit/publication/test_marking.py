"""Marked text as HTML: nothing lost, nothing let through, marks where they belong."""

from __future__ import annotations

import pytest

from kcn_pipeline.publication.marking import ChangeMark, CueMark, FigureMark, Mark, marked, visible
from kcn_pipeline.quantities import Span
from kcn_pipeline_tests.unit.publication.page import Page, parsed

TEXT = "cấp mới 255 dự án, gồm 186 dự án FDI"


def figure(start: int, end: int, number: int = 1, state: str = "plain") -> FigureMark:
    return FigureMark(Span(start, end), f"id{number}", number, state)


def page_of(text: str, marks: list[Mark]) -> Page:
    return parsed(f"<p>{marked(text, marks, 'figure-')}</p>")


def test_text_without_marks_is_only_escaped() -> None:
    assert marked("a < b & c", [], "x-") == "a &lt; b &amp; c"


def test_empty_text_gives_nothing() -> None:
    assert marked("", [], "x-") == ""


def test_a_figure_is_a_link_to_its_card_with_an_anchor() -> None:
    page = page_of(TEXT, [figure(8, 17)])

    link = page.one("a", css="figure")
    assert link.text == "255 dự án"
    assert link.attributes["href"] == "#card-id1"
    assert page.one(id="figure-id1").text == "255 dự án"


def test_the_state_of_a_figure_is_its_class() -> None:
    assert page_of(TEXT, [figure(8, 17, state="unknown")]).one("a").classes == {"figure", "unknown"}


def test_text_around_marks_stays() -> None:
    assert page_of(TEXT, [figure(8, 17), figure(23, 32, 2)]).one("p").text == TEXT


def test_two_figures_on_the_same_words_share_a_link_and_have_two_anchors() -> None:
    page = page_of("từ 02 đến 05 ngày", [figure(3, 17, 1), figure(3, 17, 2)])

    assert page.one("a").attributes["data-figures"] == "1 2"
    assert page.ids == ["figure-id2", "figure-id1"]
    assert page.one(id="figure-id1").text == page.one(id="figure-id2").text == "02 đến 05 ngày"


def test_overlapping_figures_are_anchored_once_each() -> None:
    page = page_of("0123456789", [figure(0, 6, 1), figure(3, 9, 2)])

    assert [(a.text, a.attributes["data-figures"]) for a in page.having("a")] == [
        ("012", "1"),
        ("345", "1 2"),
        ("678", "2"),
    ]
    assert sorted(page.ids) == ["figure-id1", "figure-id2"]
    assert page.one("p").text == "0123456789"


def test_a_cue_names_its_role_and_its_figures() -> None:
    page = page_of(TEXT, [figure(8, 17), CueMark(Span(0, 7), "metric", (1, 2))])

    cue = page.one("span", css="cue")
    assert (cue.text, cue.attributes["data-role"], cue.attributes["data-of"]) == ("cấp mới", "metric", "1 2")


def test_a_cue_inside_a_figure_does_not_break_the_link() -> None:
    page = page_of("hơn 17 dự án", [figure(0, 12), CueMark(Span(0, 3), "hedge", (1,))])

    assert [a.text for a in page.having("a")] == ["hơn 17 dự án"]
    assert page.one("span", css="cue").text == "hơn"


def test_a_cue_across_the_edge_of_a_figure_is_cut() -> None:
    page = page_of("vốn 17 tỷ", [figure(4, 9), CueMark(Span(0, 6), "metric", (1,))])

    assert [cue.text for cue in page.having(css="cue")] == ["vốn ", "17"]
    assert page.one("a").text == "17 tỷ"


def test_one_word_in_two_roles_carries_both() -> None:
    page = page_of("FDI", [CueMark(Span(0, 3), "origin", (1,)), CueMark(Span(0, 3), "metric", (2,))])

    assert {cue.attributes["data-role"] for cue in page.having(css="cue")} == {"origin", "metric"}


def test_a_change_shows_what_the_other_text_has() -> None:
    change = page_of("2,9 t USD", [ChangeMark(Span(4, 5), "restored", "tỷ")]).one(css="restored")

    assert (change.text, change.attributes["title"]) == ("t", "tỷ")


def test_empty_marks_are_left_out() -> None:
    assert marked("abc", [figure(1, 1)], "x-") == "abc"


def test_a_mark_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match=r"mark \[2, 9\) reaches beyond 3 characters"):
        marked("abc", [figure(2, 9)], "x-")


def test_the_order_of_marks_does_not_matter() -> None:
    marks: list[Mark] = [figure(8, 17), figure(23, 32, 2), CueMark(Span(0, 7), "metric", (1,))]

    assert marked(TEXT, marks, "x-") == marked(TEXT, list(reversed(marks)), "x-")


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</p></a>", "&lt;b&gt;"]
)
def test_hostile_text_stays_text(hostile: str) -> None:
    page = page_of(hostile, [figure(0, len(hostile)), ChangeMark(Span(0, 2), "restored", hostile)])

    assert page.one("p").text == hostile
    assert {element.tag for element in page.elements} == {"p", "a", "span"}


def test_hostile_roles_and_ids_stay_attributes() -> None:
    bad = '"><script>'
    page = page_of("abc", [FigureMark(Span(0, 1), bad, 1, bad), CueMark(Span(1, 2), bad, (1,))])

    assert not page.having("script")
    assert page.one(css="cue").attributes["data-role"] == bad


@pytest.mark.parametrize(
    ("character", "shown"),
    [("\x00", "\u2400"), ("\x07", "\u2407"), ("\x1b", "\u241b"), ("\x7f", "\ufffd"), ("\x9b", "\ufffd")],
)
def test_control_characters_are_shown(character: str, shown: str) -> None:
    assert visible(f"a{character}b") == f"a{shown}b"


@pytest.mark.parametrize("override", ["\u202a", "\u202e", "\u2066", "\u2069", "\ud800"])
def test_characters_that_reorder_or_break_text_are_replaced(override: str) -> None:
    assert visible(f"12{override}34") == "12\ufffd34"


def test_line_breaks_tabs_and_vietnamese_stay() -> None:
    assert visible("Tỷ\tđồng\r\nỹ\n") == "Tỷ\tđồng\r\nỹ\n"

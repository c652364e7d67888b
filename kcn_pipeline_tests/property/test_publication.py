"""What must hold of publication for any text, number and marks."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from kcn_pipeline.publication.figures import amount, number, rounded
from kcn_pipeline.publication.marking import ChangeMark, CueMark, FigureMark, Mark, marked, visible
from kcn_pipeline.publication.mart_columns import DECIMAL, column_array
from kcn_pipeline.quantities import Span
from kcn_pipeline_tests.unit.publication.page import parsed

decimals = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=6)
# Browsers and parsers alike turn a carriage return into a line feed: not a matter of marking.
texts = st.text(st.characters(exclude_characters="\r"), min_size=1, max_size=80)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(texts)
    marks: list[Mark] = []
    for number_ in range(1, draw(st.integers(0, 6)) + 1):
        start = draw(st.integers(0, len(text)))
        span = Span(start, draw(st.integers(start, len(text))))
        kinds: list[Mark] = [
            FigureMark(span, f"f{number_}", number_, "plain"),
            CueMark(span, "metric", (number_,)),
            ChangeMark(span, "restored", draw(texts)),
        ]
        marks.append(draw(st.sampled_from(kinds)))
    return text, marks


@settings(deadline=None)
@given(marked_texts())
def test_marking_neither_loses_nor_adds_nor_reorders_a_character(case: tuple[str, list[Mark]]) -> None:
    text, marks = case

    assert parsed(f"<p>{marked(text, marks, 'x-')}</p>").one("p").text == visible(text)


@settings(deadline=None)
@given(marked_texts())
def test_every_figure_is_anchored_exactly_once(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    page = parsed(f"<p>{marked(text, marks, 'x-')}</p>")

    assert sorted(page.ids) == sorted(f"x-{m.figure_id}" for m in marks if isinstance(m, FigureMark) and len(m.span))


@settings(deadline=None)
@given(marked_texts())
def test_the_pieces_of_a_figure_make_up_its_words(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    links = parsed(f"<p>{marked(text, marks, 'x-')}</p>").having("a")

    for mark in marks:
        if isinstance(mark, FigureMark):
            pieces = [link.text for link in links if str(mark.number) in str(link.attributes["data-figures"]).split()]
            assert "".join(pieces) == visible(mark.span.of(text))


@settings(deadline=None)
@given(st.text(max_size=60))
def test_showing_controls_keeps_every_offset(text: str) -> None:
    assert len(visible(text)) == len(text)


@settings(deadline=None)
@given(decimals, st.sampled_from(["vi", "en"]))
def test_numbers_can_be_read_back(value: Decimal, language: str) -> None:
    groups, mark = (".", ",") if language == "vi" else (",", ".")
    written = number(value, language).replace(groups, "").replace(mark, ".").replace("\N{MINUS SIGN}", "-")

    assert Decimal(written) == value


@settings(deadline=None)
@given(decimals)
def test_amounts_keep_every_digit(value: Decimal) -> None:
    digits = "".join(char for char in amount(value, "USD", "en") if char.isdigit()).strip("0")

    assert digits == "".join(char for char in format(abs(value), "f") if char.isdigit()).strip("0")


@settings(deadline=None)
@given(decimals, st.integers(1, 12))
def test_rounding_is_off_by_less_than_one_part_in_its_digits(value: Decimal, digits: int) -> None:
    found = rounded(value, digits)

    assert found is not None
    assert abs(found - value) <= max(abs(value) * Decimal(10) ** (1 - digits), Decimal(0)) / 2 + Decimal("0.0000005")


@settings(deadline=None)
@given(st.lists(st.none() | decimals, max_size=10))
def test_the_mart_stores_what_it_was_given(values: list[Decimal | None]) -> None:
    column = pd.Series([None if value is None else format(value, "f") for value in values], dtype=object)

    assert column_array(column, DECIMAL, "t.c").to_pylist() == values

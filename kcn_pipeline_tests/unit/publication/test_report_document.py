"""Documents in the report: both texts, marks, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kcn_pipeline.extraction.facts import facts_of_rows
from kcn_pipeline.publication.inputs import records
from kcn_pipeline.publication.marking import visible
from kcn_pipeline.publication.report_document import DocumentView, document_views
from kcn_pipeline_tests.unit.publication.frames import (
    BLOC_TEXT,
    HANOI_TEXT,
    HOSTILE_TEXT,
    Tables,
    bloc_facts,
    empty_tables,
    hanoi_facts,
    synthetic_tables,
)
from kcn_pipeline_tests.unit.publication.gold_frames import gold_tables
from kcn_pipeline_tests.unit.publication.page import Page, parsed


def views(tables: Tables) -> dict[str, DocumentView]:
    facts = facts_of_rows(records(tables["extracted_metrics"]))
    found = document_views(tables["raw_documents"], tables["cleaned_texts"], facts, {})
    return {view.document.name: view for view in found}


def view(name: str = "khoi.txt") -> DocumentView:
    return views(synthetic_tables())[name]


def texts(tables: Tables, table: str) -> dict[str, str]:
    return dict(zip(tables[table]["document"], tables[table]["text"], strict=True))


def raw_page(name: str = "khoi.txt") -> Page:
    return parsed(f"<p>{view(name).raw}</p>")


def clean_page(name: str = "khoi.txt") -> Page:
    return parsed(f"<p>{view(name).clean}</p>")


def test_the_latest_half_year_comes_first_then_by_name() -> None:
    assert list(views(synthetic_tables())) == ["<b>x</b>.txt", "ha-noi.txt", "khoi.txt"]


def test_the_raw_text_is_whole() -> None:
    assert raw_page().one("p").text == BLOC_TEXT
    assert raw_page("ha-noi.txt").one("p").text == HANOI_TEXT


def test_the_cleaned_text_is_whole() -> None:
    cleaned = texts(synthetic_tables(), "cleaned_texts")["khoi.txt"]

    assert clean_page().one("p").text == cleaned
    assert "tỷ USD" in cleaned
    assert "Lượt xem" not in cleaned


def test_every_figure_is_marked_with_its_quote() -> None:
    page = raw_page()

    for fact in bloc_facts().values():
        assert page.one(id=f"figure-{fact.figure_id}").text == fact.quote


def test_figures_are_marked_where_cleaning_moved_them() -> None:
    assert clean_page().one(id=f"clean-{bloc_facts()['capital'].figure_id}").text == "51.390 tỷ USD"


def test_figures_are_numbered_in_the_order_of_the_text() -> None:
    found = view().cards

    assert [card.number for card in found] == [1, 2, 3, 4, 5, 6]
    assert [card.quote for card in found][:2] == ["255 dự án", "186 dự án"]


def test_two_facts_of_one_quote_are_both_anchored() -> None:
    page = raw_page("ha-noi.txt")
    least, most = hanoi_facts()["least"], hanoi_facts()["most"]

    assert page.one(id=f"figure-{least.figure_id}").text == "02 đến 05 ngày"
    assert page.one(id=f"figure-{most.figure_id}").text == "02 đến 05 ngày"


def test_figures_without_a_metric_look_otherwise() -> None:
    marks = {link.text: link.classes for link in raw_page().having("a", css="figure")}

    assert "unknown" in marks["17 đoàn khách"]
    assert "unknown" not in marks["255 dự án"]


def test_a_cue_that_several_figures_share_is_one_element() -> None:
    cues = {cue.text: cue.attributes for cue in raw_page().having(css="cue")}

    assert cues["cấp mới"]["data-of"] == "1 2 3"
    assert cues["cấp mới"]["data-role"] == "metric"


def test_cues_are_marked_in_the_cleaned_text_too() -> None:
    assert [cue.text for cue in clean_page().having(css="cue", data_role="metric")] == ["cấp mới"]


def test_furniture_is_shown_in_the_raw_text_only() -> None:
    assert raw_page().one(css="furniture").text.strip() == "Lượt xem: 4821"
    assert not clean_page().having(css="furniture")


def test_a_restored_word_shows_its_other_form_on_both_sides() -> None:
    raw, clean = (page.one(css="restored").attributes["title"] for page in (raw_page(), clean_page()))
    assert str(raw).startswith("tỷ USD")
    assert str(clean).startswith("t USD")


def test_a_document_that_was_not_cleaned_has_no_cleaned_text() -> None:
    found = view("<b>x</b>.txt")

    assert found.clean is None
    assert not found.changed


def test_only_a_changed_text_is_worth_a_second_pane() -> None:
    assert view("khoi.txt").changed
    assert not view("ha-noi.txt").changed


def test_hostile_text_is_shown_and_does_nothing() -> None:
    page = raw_page("<b>x</b>.txt")

    assert page.one("p").text == HOSTILE_TEXT.replace("\u202e", "\ufffd").replace("\x07", "\u2407")
    assert {element.tag for element in page.elements} <= {"p", "a", "span"}


@pytest.mark.parametrize(("name", "link"), [("khoi.txt", "https://example.org/khoi"), ("<b>x</b>.txt", None)])
def test_only_web_addresses_become_links(name: str, link: str | None) -> None:
    assert view(name).link == link


def test_evidence_quotes_the_words_that_told_the_period() -> None:
    (evidence,) = view().evidence

    assert (evidence.field, evidence.value) == ("period", "2019-H1")
    assert evidence.quote in BLOC_TEXT


def test_counts_tell_understood_figures() -> None:
    assert (len(view().cards), view().understood) == (6, 5)


def test_the_publisher_may_be_unknown() -> None:
    tables = synthetic_tables()
    tables["raw_documents"]["publisher"] = None

    assert {found.publisher for found in views(tables).values()} == {None}


def test_a_quote_that_is_not_there_is_refused() -> None:
    tables = synthetic_tables()
    tables["extracted_metrics"].loc[0, "quote"] = "256 dự án"

    with pytest.raises(ValueError, match=r"khoi\.txt \[\d+, \d+\): figure \w+ quotes '256 dự án'.*extract again"):
        views(tables)


def test_a_cleaned_text_that_its_segments_do_not_give_is_refused() -> None:
    tables = synthetic_tables()
    tables["cleaned_texts"].loc[0, "text"] = "something else"

    with pytest.raises(ValueError, match=r"khoi\.txt: its segments do not give its cleaned text; clean it again"):
        views(tables)


def test_segments_beyond_the_text_are_refused() -> None:
    tables = synthetic_tables()
    broken = {"raw_start": 0, "raw_end": 10_000, "text": "", "kind": "furniture", "rule": "x", "score": None}
    tables["cleaned_texts"].loc[0, "segments"] = json.dumps([broken])

    with pytest.raises(ValueError, match=r"khoi\.txt: segment .*clean it again"):
        views(tables)


def test_figures_of_an_unregistered_document_are_refused() -> None:
    tables = synthetic_tables()
    tables["raw_documents"] = tables["raw_documents"].iloc[1:]

    with pytest.raises(ValueError, match=r"not registered: khoi\.txt"):
        views(tables)


def test_no_documents_give_no_views() -> None:
    assert views(empty_tables()) == {}


def test_real_documents_keep_their_text_and_their_figures(shared_dir: Path) -> None:
    tables = gold_tables(shared_dir)
    found = views(tables)

    assert len(found) == 5
    for name, shown in found.items():
        page = parsed(f"<p>{shown.raw}</p>")
        assert page.one("p").text == visible(texts(tables, "raw_documents")[name])
        anchored = {element.attributes["id"]: element.text for element in page.having(css="anchor")}
        for card in shown.cards:
            # Where figures overlap, the anchor stands around the first piece.
            words = " ".join(anchored[f"figure-{card.figure_id}"].split())
            assert words and card.quote.startswith(words)


def test_a_doubtful_word_stands_out_in_both_texts_with_what_else_it_may_read() -> None:
    raw, clean = raw_page().one(css="doubtful"), clean_page().one(css="doubtful")
    assert (raw.text, raw.attributes["title"]) == ("t USD", "tỷ USD (? tỉ USD)")
    assert (clean.text, clean.attributes["title"]) == ("tỷ USD", "t USD (? tỉ USD)")
    assert "restored" in clean.classes


def test_figures_to_be_reviewed_are_counted() -> None:
    assert view().to_review == 1
    assert view("ha-noi.txt").to_review == 0

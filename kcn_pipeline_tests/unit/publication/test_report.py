"""The page as a whole: complete, self-contained, safe, stable."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from kcn_pipeline.publication import report
from kcn_pipeline.publication.report import render_report, write_report
from kcn_pipeline.reference.report_texts import load_texts
from kcn_pipeline_tests.unit.publication.frames import empty_tables, synthetic_tables
from kcn_pipeline_tests.unit.publication.gold_frames import gold_tables
from kcn_pipeline_tests.unit.publication.page import Page, parsed


@pytest.fixture(scope="module")
def html() -> str:
    return render_report(synthetic_tables())


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return parsed(html)


def test_the_page_is_well_formed_and_its_ids_are_unique(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))


def test_every_figure_document_and_relation_has_its_anchor(page: Page) -> None:
    tables = synthetic_tables()
    expected = {
        *("figure-" + figure for figure in tables["extracted_metrics"]["figure_id"]),
        *("document-" + document for document in tables["raw_documents"]["document_id"]),
        *("verdict-" + verdict for verdict in tables["reconciled_aggregates"]["verdict_id"]),
        *(f"contradiction-{row.contradiction}-{row.period}" for row in tables["suspects"].itertuples()),
    }

    assert expected <= set(page.ids)


def test_every_link_inside_the_page_leads_somewhere(page: Page) -> None:
    inside = {link[1:] for link in page.links if link.startswith("#")}

    assert inside <= set(page.ids)


def test_nothing_is_requested_from_outside(page: Page) -> None:
    assert not [element for element in page.elements if "src" in element.attributes]
    assert [element.attributes["href"] for element in page.having("link")] == ["data:,"]
    assert "@import" not in page.one("style").text
    assert "url(" not in page.one("style").text


def test_only_our_own_script_and_style_may_run(page: Page) -> None:
    policy = page.one("meta", http_equiv="Content-Security-Policy").attributes["content"]

    assert policy is not None
    assert policy.startswith("default-src 'none'")
    for tag in ("script", "style"):
        digest = hashlib.sha256(page.one(tag).text.encode()).digest()
        assert f"{tag}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy


def test_no_element_styles_or_scripts_itself(page: Page) -> None:
    for element in page.elements:
        assert "style" not in element.attributes
        assert not [name for name in element.attributes if name.startswith("on")]


def test_hostile_documents_stay_text(page: Page, html: str) -> None:
    assert len(page.having("script")) == 1
    assert not page.having("img")
    assert not page.having("b")
    assert "<i>no metric</i>" not in html
    assert not [link for link in page.links if link.startswith("javascript")]


def test_every_wording_stands_in_both_languages(page: Page) -> None:
    vietnamese = [element.text for element in page.having("span", css="vi")]
    english = [element.text for element in page.having("span", css="en")]

    assert len(vietnamese) == len(english) > 100
    assert all(vietnamese) and all(english)


def test_the_page_begins_in_vietnamese(page: Page) -> None:
    assert page.one("html").attributes["lang"] == "vi"
    assert page.one("title").text == "Số liệu khu công nghiệp đã đối chiếu"


def test_tallies_tell_the_size_of_it(page: Page) -> None:
    # documents, figures, not understood, panel rows, relations
    assert [element.text for element in page.having("strong")][:5] == ["3", "10", "2", "6", "5"]


def test_a_matrix_cell_names_its_counts_for_those_who_cannot_see_them(page: Page) -> None:
    cell = page.having("button", css="cell")[0]

    assert "2019-H1" in cell.text
    assert "1 mâu thuẫn" in cell.text
    assert "contradiction" in cell.text


def test_a_relation_is_told_with_its_parties(page: Page) -> None:
    (error,) = [a for a in page.having("article", css="relation") if "error" in a.classes]

    assert "Thử quan hệ bloc_sum: INCOMPATIBLE." in error.text
    assert "169 dự án" in error.text
    assert "BQL Bình Thuận" in error.text


def test_panel_rows_lead_to_the_words_they_were_read_from(page: Page) -> None:
    rows = [element for element in page.having("tr") if "data-metric" in element.attributes]

    assert len(rows) == 6
    assert {row.attributes["data-verdict"] for row in rows} == {
        "EXACT", "INCOMPATIBLE", "COVERAGE_BREAK", "NOT_PUBLISHED",
    }  # fmt: skip


def test_figures_that_were_not_understood_tell_why(page: Page) -> None:
    (card,) = [c for c in page.having("details", css="unknown") if "17 đoàn khách" in c.text]

    assert "no metric counts delegations" in card.text
    assert "Metric not understood" in card.text


def test_the_vintage_is_told(page: Page) -> None:
    assert "01/02/2020" in page.one(css="vintage").text


def test_the_same_tables_give_the_same_page(html: str) -> None:
    assert render_report(synthetic_tables()) == html


def test_an_empty_pipeline_says_so() -> None:
    empty = parsed(render_report(empty_tables()))

    assert "Chưa có dữ liệu" in empty.one("main").text
    assert not empty.having("table")
    assert not empty.having(css="vintage")


def test_the_file_is_written_whole_and_named(tmp_path: Path) -> None:
    path = tmp_path / "report" / "index.html"

    assert write_report(path, synthetic_tables()) == [path]
    assert path.read_text(encoding="utf-8").endswith("</html>")
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["index.html", "index.html.lock"]


def test_a_page_that_cannot_be_made_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    write_report(path, synthetic_tables())
    before = path.read_bytes()
    tables = synthetic_tables()
    tables["extracted_metrics"].loc[0, "quote"] = "no such words"

    with pytest.raises(ValueError, match="no such words"):
        write_report(path, tables)

    assert path.read_bytes() == before


def test_lacking_tables_are_named(tmp_path: Path) -> None:
    tables = synthetic_tables()
    del tables["cleaned_texts"]

    with pytest.raises(ValueError, match="cleaned_texts"):
        write_report(tmp_path / "index.html", tables)


def test_every_text_that_the_templates_ask_for_exists() -> None:
    # A wording behind a condition is otherwise missed until a report needs it.
    asked = set()
    for template in report.TEMPLATES.glob("*.j2"):
        asked |= set(re.findall(r'\b[tn]\("([\w.]+)"[,)]', template.read_text(encoding="utf-8")))

    assert len(asked) > 40
    assert asked <= set(load_texts())


def test_real_documents_make_a_sound_page(shared_dir: Path) -> None:
    real = parsed(render_report(gold_tables(shared_dir)))

    assert len(real.ids) == len(set(real.ids))
    assert len([link for link in real.having("a", css="figure") if "data-figures" in link.attributes]) >= 300


def test_figures_to_be_reviewed_carry_a_sign_in_their_card_and_their_row(page: Page) -> None:
    signs = page.having(css="doubt")

    assert [sign.text for sign in signs] == ["?", "?"]
    assert all(sign.attributes["title"] == sign.attributes["data-title-vi"] for sign in signs)
    assert "“tỉ USD”" in str(signs[1].attributes["data-title-en"])

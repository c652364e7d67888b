"""The report in a real browser: offline, bilingual, and every part of it answering."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from kcn_pipeline.publication.report import write_report
from kcn_pipeline_tests.unit.publication.frames import bloc_facts, synthetic_tables

pytestmark = pytest.mark.browser

CHROMIUM: Final = Path("/usr/bin/chromium")
FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
READ: Final = (
    *("h1", ".lead", ".hint", "thead th", ".switch button[aria-pressed=true]", ".count.holds", ".panel .window"),
    *(".relation p", ".permalink", ".party.missing", ".party .bounds"),
    *(".contradiction li", ".contradiction .note", ".probability"),
    *(".pill.error", ".pill.warning", ".pill.holds", ".pill.untried"),
    *(".text", ".text a.figure:not(.chosen)", ".text a.figure.chosen", ".change.furniture", ".card-metric"),
)
CAPITAL: Final = bloc_facts()["capital"].figure_id


@dataclass
class Visit:
    """An open report, with everything that it asked for or complained about."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, anchor: str = "") -> Page:
        # A new address that differs in its anchor alone would not load the page again.
        self.page.goto("about:blank")
        self.page.goto(self.address + anchor)
        return self.page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed, so the report is not tried in a browser")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "index.html"
    write_report(path, synthetic_tables())
    return path


@pytest.fixture
def visit(browser: Browser, report: Path) -> Iterator[Visit]:
    """The report on a desk screen; whatever a test does, nothing may be requested and nothing may go wrong."""
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, color_scheme="light", reduced_motion="reduce"
    )
    opened = Visit(context.new_page(), report.as_uri())
    opened.page.on("request", lambda request: opened.requests.append(request.url))
    opened.page.on("console", lambda message: opened.complaints.append(message.text))
    opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.go()
    yield opened
    context.close()
    assert {url.partition("#")[0] for url in opened.requests} == {opened.address}
    assert opened.complaints == []


def colours(page: Page, selector: str) -> tuple[list[float], list[float]]:
    """Colour of the text of the first such element, and of what lies under it, 0 to 255."""
    return page.evaluate(  # type: ignore[no-any-return]
        """selector => {
            const element = document.querySelector(selector);
            const numbers = text => text.match(/[\\d.]+/g).map(Number);
            let under = element;
            while ((numbers(getComputedStyle(under).backgroundColor)[3] ?? 1) === 0) under = under.parentElement;
            return [numbers(getComputedStyle(element).color), numbers(getComputedStyle(under).backgroundColor)];
        }""",
        selector,
    )


def luminance(colour: list[float]) -> float:
    linear = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(page: Page, selector: str) -> float:
    light, dark = sorted(map(luminance, colours(page, selector)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_page_opens_and_hostile_documents_do_nothing(visit: Visit) -> None:
    expect(visit.page.locator("h1")).to_be_visible()
    expect(visit.page).to_have_title("Số liệu khu công nghiệp đã đối chiếu")


def test_the_language_switches_everything(visit: Visit) -> None:
    page = visit.page
    expect(page.locator("h1")).to_have_text("Số liệu khu công nghiệp đã đối chiếu", use_inner_text=True)

    page.get_by_role("button", name="English").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text("Industrial zones: the checked figures", use_inner_text=True)
    expect(page).to_have_title("Industrial zones: the checked figures")
    expect(page.locator("select[name=metric] option").first).to_have_text("All")
    expect(page.get_by_role("navigation", name="Sections")).to_be_visible()
    assert page.locator(".vi").filter(visible=True).count() == 0

    page.get_by_role("button", name="Tiếng Việt").click()
    assert page.locator(".en").filter(visible=True).count() == 0


def test_the_language_is_remembered(visit: Visit) -> None:
    visit.page.get_by_role("button", name="English").click()

    expect(visit.go().locator("html")).to_have_attribute("lang", "en")


def test_open_questions_are_shown_before_anything_is_chosen(visit: Visit) -> None:
    shown = visit.page.locator(".relation").filter(visible=True)

    expect(shown).to_have_count(2)
    assert [shown.nth(n).get_attribute("data-severity") for n in range(2)] == ["error", "warning"]


def test_a_cell_shows_its_relations_and_gives_them_back(visit: Visit) -> None:
    page = visit.page
    cell = page.locator("button.cell[data-cell=bloc-red-river-delta-2019-H1]")
    shown = page.locator(".relation").filter(visible=True)

    cell.click()
    expect(cell).to_have_attribute("aria-pressed", "true")
    expect(shown).to_have_count(4)
    expect(shown.first).to_contain_text("Thử quan hệ bloc_sum: INCOMPATIBLE.")
    expect(shown.first).to_contain_text("BQL Bình Thuận")

    page.locator("button.cell[data-cell=board-ha-noi-2019-H2]").click()
    expect(shown).to_have_count(1)
    expect(cell).to_have_attribute("aria-pressed", "false")

    page.locator("#open-questions").click()
    expect(shown).to_have_count(2)


def test_a_cell_is_reached_by_the_keyboard(visit: Visit) -> None:
    visit.page.locator("button.cell").first.focus()
    visit.page.keyboard.press("Enter")

    expect(visit.page.locator(".relation").filter(visible=True)).to_have_count(4)


def test_the_anchor_of_a_figure_opens_its_document_and_card(visit: Visit) -> None:
    page = visit.go(f"#figure-{CAPITAL}")

    mark = page.locator(f"a.figure:has(#figure-{CAPITAL})")
    expect(mark).to_be_in_viewport()
    expect(mark).to_have_class("figure warning chosen flash")
    card = page.locator(f"#card-{CAPITAL}")
    expect(card).to_have_attribute("open", "")
    expect(card).to_contain_text("Tổng vốn đăng ký")
    expect(card).to_be_in_viewport()
    expect(page.locator(f"a.figure:has(#clean-{CAPITAL})")).to_be_in_viewport()


def test_the_anchor_of_a_relation_shows_it(visit: Visit) -> None:
    exact = synthetic_tables()["reconciled_aggregates"].set_index("verdict").loc["EXACT", "verdict_id"]
    page = visit.go(f"#verdict-{exact}")

    expect(page.locator(f"#verdict-{exact}")).to_be_in_viewport()


def test_the_anchor_of_a_document_unfolds_it(visit: Visit) -> None:
    document = bloc_facts()["total"].document_id
    page = visit.go(f"#document-{document}")

    expect(page.locator(f"#document-{document} .pane.raw")).to_be_visible()
    expect(page.locator("details.document[open]")).to_have_count(1)


def test_a_wrong_anchor_harms_nothing(visit: Visit) -> None:
    expect(visit.go("#figure-%E0%A4%A").locator("h1")).to_be_visible()


def test_a_relation_leads_to_the_words_of_its_figures(visit: Visit) -> None:
    visit.page.locator(f".relation .tried a[href='#figure-{CAPITAL}']").filter(visible=True).click()

    expect(visit.page.locator(f"a.figure:has(#figure-{CAPITAL})")).to_be_in_viewport()


def test_a_suspect_leads_to_the_words_it_was_read_from(visit: Visit) -> None:
    box = visit.page.locator("#suspects .contradiction.error")
    expect(box.locator(".probability")).to_have_text(["80%", "20%"])

    box.get_by_role("link", name="Xem trong văn bản").first.click()

    expect(visit.page.locator(f"a.figure:has(#figure-{CAPITAL})")).to_be_in_viewport()


def test_the_anchor_of_a_contradiction_shows_it(visit: Visit) -> None:
    anchor = visit.page.locator("#suspects .contradiction").first.get_attribute("id")

    expect(visit.go(f"#{anchor}").locator(f"#{anchor}")).to_be_in_viewport()


def test_a_figure_shows_its_cues_in_both_texts(visit: Visit) -> None:
    fdi = bloc_facts()["fdi"].figure_id
    page = visit.go(f"#document-{bloc_facts()['fdi'].document_id}")

    page.locator(f"a.figure:has(#clean-{fdi})").click()

    expect(page.locator(f"a.figure.chosen:has(#figure-{fdi})")).to_be_visible()
    expect(page.locator(".pane.raw .cue.on")).to_have_text(["6 tháng đầu năm 2019", "cấp mới", "FDI và"])
    expect(page.locator(".pane.clean .cue.on")).to_have_count(3)
    expect(page.locator(f"#card-{fdi} .cue-list")).to_contain_text("projects_licensed")
    assert page.evaluate("location.hash") == f"#figure-{fdi}"

    page.keyboard.press("Escape")
    expect(page.locator(".cue.on")).to_have_count(0)


def test_pointing_at_a_figure_points_at_its_cues(visit: Visit) -> None:
    page = visit.go(f"#document-{bloc_facts()['fdi'].document_id}")

    page.locator(f"a.figure:has(#figure-{bloc_facts()['fdi'].figure_id})").hover()
    expect(page.locator(".pane.raw .cue.peek")).to_have_count(3)

    page.locator(".pane.raw h4").filter(visible=True).hover()
    expect(page.locator(".peek")).to_have_count(0)


def test_a_figure_that_was_not_understood_tells_why(visit: Visit) -> None:
    unknown = bloc_facts()["unknown"].figure_id
    page = visit.go(f"#figure-{unknown}")

    expect(page.locator(f"#card-{unknown}")).to_contain_text("no metric counts delegations")
    assert page.locator(f"a.figure:has(#figure-{unknown})").evaluate("e => getComputedStyle(e).fontStyle") == "italic"


def test_the_texts_can_be_read_one_at_a_time(visit: Visit) -> None:
    document = f"#document-{bloc_facts()['total'].document_id}"
    page = visit.go(document)
    expect(page.locator(f"{document} .pane").filter(visible=True)).to_have_count(2)

    page.locator(f"{document} .views button[data-view=clean]").click()

    expect(page.locator(f"{document} .pane").filter(visible=True)).to_have_count(1)
    expect(page.locator(f"{document} .pane.clean")).to_contain_text("tỷ USD")


def test_the_panel_is_filtered_by_words_without_diacritics(visit: Visit) -> None:
    page = visit.page
    rows = page.locator(".panel tbody tr").filter(visible=True)
    expect(rows).to_have_count(6)

    page.locator("input[name=search]").fill("ha noi")
    expect(rows).to_have_count(1)
    expect(page.locator("#shown")).to_have_text("1")

    page.locator("input[name=search]").fill("nowhere")
    expect(rows).to_have_count(0)
    expect(page.locator("#no-match")).to_be_visible()

    page.locator("#filters button[type=reset]").click()
    expect(rows).to_have_count(6)


def test_the_panel_is_filtered_by_choice(visit: Visit) -> None:
    visit.page.locator("select[name=verdict]").select_option("INCOMPATIBLE")

    expect(visit.page.locator(".panel tbody tr").filter(visible=True)).to_have_count(2)


def test_the_panel_is_sorted_by_value_both_ways(visit: Visit) -> None:
    page = visit.page
    button = page.locator("button.sort[data-column=value]")

    for order, direction in (("ascending", 1), ("descending", -1)):
        button.click()
        expect(page.locator("th.value")).to_have_attribute("aria-sort", order)
        values = page.locator(".panel tbody tr").evaluate_all("rows => rows.map(row => Number(row.dataset.value))")
        assert values == sorted(values, reverse=direction < 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_told_from_its_ground(browser: Browser, report: Path, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{report.as_uri()}#figure-{CAPITAL}")
    expect(page.locator("html")).to_have_attribute("data-theme", scheme)

    for selector in READ:
        assert contrast(page, selector) >= 4.5, selector
    context.close()


def test_the_theme_can_be_turned(visit: Visit) -> None:
    before = colours(visit.page, "h1")

    visit.page.locator("#theme").click()

    expect(visit.page.locator("html")).to_have_attribute("data-theme", "dark")
    assert colours(visit.page, "h1") != before


@pytest.mark.parametrize("width", [420, 768, 1400])
def test_nothing_is_wider_than_the_screen(browser: Browser, report: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{report.as_uri()}#figure-{CAPITAL}")

    assert page.evaluate("document.documentElement.scrollWidth") == width
    expect(page.locator(f"a.figure:has(#figure-{CAPITAL})")).to_be_in_viewport()
    context.close()


def test_everything_is_unfolded_for_the_printer(visit: Visit) -> None:
    page = visit.page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details:not([open])")).to_have_count(0)
    page.emulate_media(media="print")
    expect(page.locator(".bar")).to_be_hidden()

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details[open]")).to_have_count(0)


def test_without_scripts_everything_can_still_be_read(browser: Browser, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())

    expect(page.locator(".relation").filter(visible=True)).to_have_count(5)
    expect(page.locator(".panel tbody tr").filter(visible=True)).to_have_count(6)
    assert page.locator(".en").filter(visible=True).count() == 0
    context.close()


def test_a_script_that_came_in_would_not_run(browser: Browser, report: Path) -> None:
    page = browser.new_page()
    page.goto(report.as_uri())

    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'taken over'";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=\\"document.title = 'taken over'\\">");
        }"""
    )
    page.wait_for_timeout(200)

    expect(page).to_have_title("Số liệu khu công nghiệp đã đối chiếu")
    page.close()

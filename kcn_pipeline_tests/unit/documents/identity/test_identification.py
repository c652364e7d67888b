"""Who reports on which period: many short reports, whole and damaged, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kcn_pipeline.documents.identity.identification import MAX_EVIDENCE, identify
from kcn_pipeline.documents.problems import Unidentified
from kcn_pipeline.documents.sidecar import Sidecar
from kcn_pipeline.periods import Window
from kcn_pipeline.reference.blocs import Bloc, load_blocs
from kcn_pipeline.reference.boards import Board, boards_on
from kcn_pipeline_tests.unit.documents.damages import DAMAGES, Damage
from kcn_pipeline_tests.unit.documents.refusals import REFUSALS, Refusal
from kcn_pipeline_tests.unit.documents.wordings import WORDINGS, Wording

REPORT = "Ban Quản lý các KCN Bắc Ninh tổng kết năm 2018. Trong năm 2018, Ban Quản lý cấp mới 60 dự án."


def told(text: str) -> tuple[str | None, str]:
    identity = identify(text)
    return identity.publisher, f"{identity.window.start}/{identity.window.end}"


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.name)
def test_a_report_tells_publisher_and_period(wording: Wording) -> None:
    assert told(wording.text) == (wording.publisher, wording.window)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.name)
def test_a_damaged_report_tells_the_same(wording: Wording, damage: Damage) -> None:
    assert told(damage(wording.text)) == (wording.publisher, wording.window)


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.name)
def test_an_ambiguous_text_is_refused_with_reason_cure_and_candidates(refusal: Refusal) -> None:
    with pytest.raises(Unidentified, match=refusal.reason) as caught:
        identify(refusal.text)
    assert set(refusal.candidates) <= set(caught.value.candidates)
    assert ".meta.yaml" in caught.value.cure


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.name)
def test_damage_makes_no_ambiguous_text_clear(refusal: Refusal, damage: Damage) -> None:
    with pytest.raises(Unidentified):
        identify(damage(refusal.text))


@pytest.mark.parametrize("damage", [str, *DAMAGES], ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("year", [2019, 2026])
def test_no_title_in_the_reference_is_ever_taken_for_another(damage: Damage, year: int) -> None:
    rows: list[Board | Bloc] = [*boards_on(date(year, 12, 31)), *load_blocs().values()]
    titles = [(row.entity, title) for row in rows for title in (row.name, *row.aliases) if len(title.split()) > 2]
    found, taken_for_another = 0, []
    for entity, title in titles:
        try:
            publisher, _ = told(damage(f"{title} tổng kết công tác năm {year}, triển khai nhiệm vụ năm {year + 1}"))
        except Unidentified:
            continue
        found += publisher == entity
        # The bare wording of a region is no publisher: two blocs share parts of it with boards' zones.
        taken_for_another += [(title, publisher)] if publisher != entity else []
    assert taken_for_another == []
    assert found >= 0.9 * sum("thi đua" in title or "Ban Quản" in title or "BQL" in title for _, title in titles)


@pytest.mark.parametrize(
    ("seed", "publisher", "window", "published"),
    [
        ("000", "bloc:red-river-delta", Window.of_months(2019, 1, 6), None),
        ("001", "board:ha-noi", Window.of_year(2019), date(2020, 3, 26)),
        ("002", "bloc:northern-midlands-mountains", Window.of_year(2016), date(2017, 4, 19)),
        ("003", "board:binh-thuan", Window.of_year(2019), None),
        ("004", "bloc:red-river-delta", Window.of_year(2019), None),
    ],
)
def test_real_documents(shared_dir: Path, seed: str, publisher: str, window: Window, published: date | None) -> None:
    [path] = (shared_dir / "seeds").glob(f"{seed}_*.txt")
    text = path.read_bytes().decode()
    identity = identify(text)
    assert (identity.publisher, identity.window, identity.published_on) == (publisher, window, published)
    assert identity.kind == f"{publisher.partition(':')[0]}_report"
    assert identity.title in text
    assert {evidence.field for evidence in identity.evidence} >= {"period", "publisher"}
    assert all(text[evidence.start : evidence.end] for evidence in identity.evidence)


def test_evidence_is_the_words_it_was_read_from_and_not_all_of_them() -> None:
    text = f"Cập nhật ngày 10/01/2019\r\n{REPORT * 9}"
    evidence = identify(text).evidence
    quotes = {(e.field, text[e.start : e.end]) for e in evidence}
    assert ("publisher", "Ban Quản lý các KCN Bắc Ninh") in quotes
    assert ("period", "năm 2018") in quotes
    assert ("published_on", "ngày 10/01/2019") in quotes
    for field in ("period", "publisher"):
        assert 1 <= sum(e.field == field for e in evidence) <= MAX_EVIDENCE


def test_values_of_the_evidence_are_those_of_the_identity() -> None:
    identity = identify(REPORT)
    values = {e.field: e.value for e in identity.evidence}
    assert values == {"period": "2018-01-01/2018-12-31", "publisher": "board:bac-ninh"}


def test_a_yearly_report_files_under_the_second_half() -> None:
    assert identify(REPORT).period.label == "2018-H2"


def test_the_sidecar_overrules_the_text() -> None:
    sidecar = Sidecar(
        url="https://example.vn/1",
        title="Tên khác",
        published_on=date(2017, 7, 1),
        period="2017-H1",
        publisher="bloc:red-river-delta",
    )
    identity = identify(REPORT, sidecar=sidecar)
    assert identity.window == Window.of_months(2017, 1, 6)
    assert (identity.publisher, identity.kind) == ("bloc:red-river-delta", "bloc_report")
    assert (identity.title, identity.url, identity.published_on) == (
        "Tên khác",
        "https://example.vn/1",
        date(2017, 7, 1),
    )
    assert {(e.rule, e.start, e.end) for e in identity.evidence} == {("sidecar", 0, 0)}


def test_a_sidecar_of_the_half_year_alone_leaves_the_months_to_the_text() -> None:
    assert identify(REPORT, sidecar=Sidecar(period="2018-H2")).window == Window.of_year(2018)
    assert identify(REPORT, sidecar=Sidecar(period="2018-H1")).window == Window.of_months(2018, 1, 6)
    assert identify(REPORT, sidecar=Sidecar(period="2018-07/2018-09")).window == Window.of_months(2018, 7, 9)


def test_a_sidecar_supplies_what_the_text_leaves_open() -> None:
    text = "Ban Quản lý các KCN Bắc Ninh họp."
    assert identify(text, sidecar=Sidecar(period="2018-H2")).window == Window.of_months(2018, 7, 12)
    text = "Kết quả 6 tháng đầu năm tại Ban Quản lý các KCN Bắc Ninh."
    assert identify(text, sidecar=Sidecar(published_on=date(2018, 7, 9))).window == Window.of_months(2018, 1, 6)


def test_press_by_sidecar_has_no_publisher() -> None:
    identity = identify(REPORT, sidecar=Sidecar(publisher="press"))
    assert (identity.publisher, identity.kind) == (None, "press")


def test_a_given_title_names_the_document() -> None:
    assert identify(REPORT, title="Tên bài").title == "Tên bài"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "123", "?"])
def test_a_text_of_nothing_is_refused(text: str) -> None:
    with pytest.raises(Unidentified):
        identify(text)


def test_megabytes_are_identified_by_their_head_and_tail() -> None:
    padding = "Ban Quản lý các KCN Phú Thọ tổng kết năm 2011. " * 100_000
    tail = "Nơi nhận: như trên. " * 1_000
    # The middle would outvote head and tail, were it looked at.
    text = f"{REPORT * 800}{padding}{tail}"
    assert told(text) == ("board:bac-ninh", "2018-01-01/2018-12-31")

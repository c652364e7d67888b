"""What the register of a half-year tells of its documents."""

from __future__ import annotations

from kcn_pipeline.defs.assets_documents import copies, files_read
from kcn_pipeline.documents.near_duplicates import groups_of
from kcn_pipeline.documents.shelf import PeriodDocuments, Problem
from kcn_pipeline_tests.unit.documents.releases import OTHER_FIGURES, document, edited, release


def found(*texts: str, problems: tuple[Problem, ...] = ()) -> PeriodDocuments:
    documents = tuple(document(text, name=f"{number}.txt") for number, text in enumerate(texts))
    return PeriodDocuments(documents, problems, groups_of(documents), {})


def test_copies_of_one_text_are_listed_together() -> None:
    shown = copies(found(release(), release(OTHER_FIGURES), edited(release())))
    assert shown.value == "- 0.txt, 2.txt"


def test_a_half_year_without_copies_says_so() -> None:
    assert copies(found(release())).value == "none"


def test_what_was_not_read_is_a_finding() -> None:
    finding = files_read(found(release(), problems=(Problem("raw/a", "the file is empty", "check it"),)))
    assert (finding.tried, len(finding.failing)) == (2, 1)
    assert "raw/a; the file is empty; check it" in finding.message

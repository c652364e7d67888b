"""Whom an article without a publisher speaks of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcn_pipeline.documents.document import DocumentKind
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline_tests.unit.extraction.builders import document_of, untouched


@pytest.mark.parametrize(
    ("text", "kind", "entities"),
    [
        (
            "Các KCN cả nước thu hút 40 dự án.\n\nDoanh thu đạt 9 tỷ USD.",
            "press",
            ["nation:viet-nam", "nation:viet-nam"],
        ),
        ("Các KCN thu hút 40 dự án.", "press", [None]),
        ("Cả nước thu hút 40 dự án.\n\nDoanh thu đạt 9 tỷ USD.", "board_report", ["nation:viet-nam", None]),
    ],
)
def test_national_press_speaks_of_the_nation_that_it_names(
    text: str, kind: DocumentKind, entities: list[str | None]
) -> None:
    document = document_of(text, publisher=None)
    document = replace(document, identity=replace(document.identity, kind=kind))
    assert [fact.entity for fact in extract_facts(document, untouched(text))] == entities

"""The origin that a paragraph turns to holds for its figures without a word of their own."""

from __future__ import annotations

import pytest

from kcn_pipeline_tests.unit.extraction.builders import facts_of


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("Về vốn trong nước, có 6 dự án cấp mới. Lũy kế có 52 dự án.", ["ddi", "ddi"]),
        ("- Đối với đầu tư nước ngoài: cấp mới 2 dự án. Lũy kế có 8 dự án.", ["fdi", "fdi"]),
        # A word of its own, another paragraph, or a sentence that only names an origin.
        ("Về vốn trong nước, có 6 dự án cấp mới. Lũy kế có 52 dự án FDI.", ["ddi", "fdi"]),
        ("Về vốn trong nước, có 6 dự án cấp mới.\n\nLũy kế có 52 dự án.", ["ddi", "total"]),
        ("Dự án FDI cấp mới là 6 dự án. Lũy kế có 52 dự án.", ["fdi", "total"]),
        # Both origins named hand none on.
        ("Về vốn trong nước và FDI, có 6 dự án cấp mới. Lũy kế có 52 dự án.", ["fdi", "total"]),
    ],
)
def test_origins(text: str, origins: list[str]) -> None:
    assert [fact.origin for fact in facts_of(text) if fact.metric is not None] == origins

"""A figure that rests on a doubtful word is marked, and no other."""

from __future__ import annotations

import pytest

from kcn_pipeline.alignment import Alignment, Segment
from kcn_pipeline.cleaning.cleaned import CleanedText
from kcn_pipeline.extraction.extract import extract_facts
from kcn_pipeline.extraction.facts import Fact
from kcn_pipeline_tests.unit.extraction.builders import document_of

RAW = "Năm 2019 trên da bàn cp mi 12 d án. Kim ngch xut khu dt 300 triu USD."
WORDS = {
    "da bàn": "địa bàn",
    "cp": "cấp",
    "mi": "mới",
    "d án": "dự án",
    "ngch": "ngạch",
    "xut": "xuất",
    "khu": "khẩu",
    "dt": "đạt",
    "triu": "triệu",
}


def facts(*doubtful: str) -> list[Fact]:
    """The figures of the text with the doubtful words told by how they are written in it."""
    segments = []
    for raw, word in WORDS.items():
        start = RAW.index(raw)
        score = 0.3 if raw in doubtful else 8.0
        segments.append(Segment(start, start + len(raw), word, "restored", "test", score, ("khác",)))
    alignment = Alignment(segments, len(RAW))
    return extract_facts(document_of(RAW), CleanedText(RAW, alignment.apply(RAW), alignment, ()))


def marked(*doubtful: str) -> dict[str, list[str]]:
    return {fact.quote: [doubt.word for doubt in fact.review] for fact in facts(*doubtful)}


def test_without_doubtful_words_nothing_is_to_be_reviewed() -> None:
    assert marked() == {"12 d án": [], "300 triu USD": []}


@pytest.mark.parametrize(
    ("doubtful", "projects", "exports"),
    [
        (["d án"], ["dự án"], []),
        (["triu"], [], ["triệu"]),
        (["mi", "cp"], ["cấp", "mới"], []),
        (["xut", "triu"], [], ["xuất", "triệu"]),
        (["da bàn"], [], []),
    ],
    ids=["unit", "scale between number and unit", "words of the metric", "metric and scale", "a word beside"],
)
def test_a_doubtful_word_marks_the_figures_that_were_read_by_it(
    doubtful: list[str], projects: list[str], exports: list[str]
) -> None:
    assert marked(*doubtful) == {"12 d án": projects, "300 triu USD": exports}


def test_doubts_come_back_from_the_row_of_a_fact() -> None:
    fact = facts("triu")[1]
    assert fact.review[0].alternatives == ("khác",)
    assert fact.review[0].span.of(RAW) == "triu"
    assert Fact.from_row(fact.as_row()) == fact

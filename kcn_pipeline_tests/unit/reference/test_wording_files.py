"""Wordings of metrics, units, phrases, periods and grammar: what extraction may rely on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcn_pipeline.reference.countries import COUNTRIES_FILE, load_countries
from kcn_pipeline.reference.function_words import FUNCTION_WORDS_FILE, function_words, load_function_words
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.metrics import METRICS_FILE, load_metrics
from kcn_pipeline.reference.patterns import load_number_roles, load_period_patterns
from kcn_pipeline.reference.phrases import PHRASES_FILE, load_phrases
from kcn_pipeline.reference.units import base_units, load_number_words, load_scales, load_units


def test_every_metric_has_wordings_with_the_slot_at_an_end() -> None:
    metrics = load_metrics()
    assert len(metrics) == 74
    for metric in metrics.values():
        assert metric.phrases
        for phrase in (*metric.phrases, *metric.weak_phrases):
            assert phrase == phrase.lower()
            assert "#" not in phrase.strip("#")


def test_companions_are_counts() -> None:
    metrics = load_metrics()
    for metric in metrics.values():
        for code in metric.companion_of:
            assert {"project", "zone", "contract"} & set(metrics[code].dimensions)


def test_every_unit_word_means_a_base_unit_of_its_dimension() -> None:
    for word in load_units().values():
        assert word.unit in base_units(word.dimension) or word.unit in {"times", "project"}
        assert word.factor > 0


def test_scales_multiply() -> None:
    assert all(scale.factor >= 10 for scale in load_scales().values())


def test_hedges_bound_the_printed_value() -> None:
    hedges = [phrase for phrase in load_phrases() if phrase.role == "hedge"]
    assert len(hedges) > 20
    for hedge in hedges:
        assert hedge.least <= 1 <= hedge.most
        assert hedge.value in {"lower", "upper", "approx"}


def test_words_for_months_are_read_in_periods() -> None:
    [match] = load_period_patterns().matches("chín tháng đầu năm 2015")
    assert (match.label, match.parts["count_word"], match.parts["year"]) == ("first_months", "chín", "2015")


@pytest.mark.parametrize(
    ("text", "role"),
    [("Nghị định số 35/2022/NĐ-CP", "document_number"), ("ISO 14001:2015", "standard"), ("08:30", "time")],
)
def test_numbers_that_count_nothing_are_recognised(text: str, role: str) -> None:
    assert [match.label for match in load_number_roles().matches(text)] == [role]


def test_a_plan_s_percentage_is_no_document_number() -> None:
    assert load_number_roles().matches("vượt kế hoạch 3,3%") == []


def test_number_words_and_countries_load() -> None:
    assert load_number_words()["mười"].value == 10
    assert load_countries()["japan"].entity == "country:japan"


def test_function_words_by_group() -> None:
    assert function_words("and") == {"và"}
    with pytest.raises(KeyError):
        function_words("unheard-of")


@pytest.mark.parametrize("path", [COUNTRIES_FILE, FUNCTION_WORDS_FILE, METRICS_FILE, PHRASES_FILE])
def test_a_row_without_its_source_is_refused_with_its_line(path: Path, tmp_path: Path) -> None:
    rows = path.read_text(encoding="utf-8")
    broken = tmp_path / path.name
    broken.write_text(rows + "- {nothing: here}\n", encoding="utf-8")
    loaders = {
        COUNTRIES_FILE: load_countries,
        FUNCTION_WORDS_FILE: load_function_words,
        METRICS_FILE: load_metrics,
        PHRASES_FILE: load_phrases,
    }
    with pytest.raises(BrokenReference, match=rf"{path.name}:\d+"):
        loaders[path](broken)

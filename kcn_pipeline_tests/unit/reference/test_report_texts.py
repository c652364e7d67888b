"""The words of the report: loading, and what a broken row is told."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest

from kcn_pipeline.extraction.facts import Cue
from kcn_pipeline.quantities import BOUNDS, COMPARISONS, ORIGINS
from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.metrics import load_metrics
from kcn_pipeline.reference.report_texts import load_texts
from kcn_pipeline.reference.units import base_units, load_units
from kcn_pipeline.tables import CELL_STATUSES, RULE_FAMILIES, VERDICTS


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "texts.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_code_that_a_report_shows_has_a_wording() -> None:
    expected = {
        *(f"verdict.{verdict}" for verdict in VERDICTS),
        *(f"rule.{rule}" for rule in RULE_FAMILIES),
        *(f"status.{status}" for status in CELL_STATUSES),
        *(f"origin.{origin}" for origin in ORIGINS),
        *(f"bound.{bound}" for bound in BOUNDS),
        *(f"comparison.{comparison}" for comparison in COMPARISONS if comparison != "level"),
    }

    assert expected <= set(load_texts())


def test_every_unit_of_the_vocabulary_has_a_wording() -> None:
    units = {unit for metric in load_metrics().values() for kind in metric.dimensions for unit in base_units(kind)}
    units |= {word.unit for word in load_units().values()}

    assert not {unit for unit in units if f"unit.{unit}" not in load_texts()}


def test_vietnamese_and_english_differ_in_sentences() -> None:
    sentences = [row for row in load_texts().values() if len(row.vi.split()) > 4]

    assert len(sentences) > 10
    assert not [row.key for row in sentences if row.vi == row.en]


def test_units_hold_exactly_their_number() -> None:
    for key, row in load_texts().items():
        if key.startswith("unit."):
            assert [name for _, name, _, _ in Formatter().parse(row.vi) if name] == ["number"], key


def test_different_fields_in_the_two_languages_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, '- {key: a.b, vi: "{x} một", en: "one"}')

    with pytest.raises(BrokenReference, match=r"texts\.yaml:1: .*'a\.b' do not name the same"):
        load_texts(path)


def test_the_singular_needs_the_same_fields(tmp_path: Path) -> None:
    path = written(tmp_path, '- {key: a.b, vi: "{n} cái", en: "{n} things", en_one: "thing"}')

    with pytest.raises(BrokenReference, match="same"):
        load_texts(path)


@pytest.mark.parametrize("row", ['{key: "A b", vi: x, en: y}', "{key: a.b, vi: x}", '{key: a.b, vi: "", en: y}'])
def test_a_broken_row_is_named_with_its_line(tmp_path: Path, row: str) -> None:
    path = written(tmp_path, f"- {{key: a.c, vi: x, en: y}}\n- {row}\n")

    with pytest.raises(BrokenReference, match=r"texts\.yaml:2: "):
        load_texts(path)


def test_a_key_may_stand_only_once(tmp_path: Path) -> None:
    path = written(tmp_path, "- {key: a.b, vi: x, en: y}\n- {key: a.b, vi: z, en: w}\n")

    with pytest.raises(BrokenReference, match=r"a\.b"):
        load_texts(path)


def test_the_roles_of_cues_are_words_not_codes() -> None:
    assert load_texts()[f"role.{Cue('metric', '', 0, 1).role}"].vi == "chỉ tiêu"

"""Identities that begin, end and pass their territory on: what a file must and must not say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kcn_pipeline.reference.loading import BrokenReference
from kcn_pipeline.reference.succession import Identity, heirs, read_identities

SOUND = """
- {code: a, name: A, successors: [c], valid_to: 2009-12-31, source: a decision}
- {code: b, name: B, successors: [c, d], valid_to: 2009-12-31, source: a decision}
- {code: c, name: C, successors: [e], valid_from: 2010-01-01, valid_to: 2019-12-31, source: a decision}
- {code: d, name: D, valid_from: 2010-01-01, source: a decision}
- {code: e, name: A, valid_from: 2020-01-01, source: a decision}
"""


def identities(folder: Path, text: str) -> dict[str, Identity]:
    path = folder / "things.yaml"
    path.write_text(text.lstrip("\n"), encoding="utf-8")
    return read_identities(path, Identity, "thing")


def test_heirs_follow_every_branch(tmp_path: Path) -> None:
    rows = identities(tmp_path, SOUND)
    assert heirs(rows, "b", date(2000, 1, 1)) == {"b"}
    assert heirs(rows, "b", date(2015, 1, 1)) == {"c", "d"}
    assert heirs(rows, "b", date(2020, 1, 1)) == {"d", "e"}
    assert heirs(rows, "a", date(2020, 1, 1)) == {"e"}
    assert heirs(rows, "e", date(2015, 1, 1)) == frozenset()


def test_an_unknown_code_has_no_heirs(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        heirs(identities(tmp_path, SOUND), "z", date(2020, 1, 1))


def test_names_put_the_name_first(tmp_path: Path) -> None:
    rows = identities(tmp_path, "- {code: a, name: A, aliases: [AA, AAA], source: a decision}")
    assert rows["a"].names == ("A", "AA", "AAA")


def test_overlap_needs_a_common_day(tmp_path: Path) -> None:
    rows = identities(tmp_path, SOUND)
    assert rows["a"].overlaps(rows["b"])
    assert not rows["a"].overlaps(rows["c"])
    assert rows["d"].overlaps(rows["e"])


@pytest.mark.parametrize(
    ("sound", "broken", "line", "problem"),
    [
        ("successors: [c], valid_to", "successors: [x], valid_to", 1, "unknown thing: x"),
        ("successors: [c, d], valid_to: 2009-12-31", "successors: [c, d]", 2, "only one of valid_to and successors"),
        ("successors: [e], ", "", 3, "only one of valid_to and successors"),
        (
            "name: D, valid_from: 2010-01-01",
            "name: D, valid_from: 2011-01-01",
            2,
            "'d' does not exist on the day after",
        ),
        ("name: D,", "name: C,", 4, "'C' is given twice on one day: by 'c' and by 'd'"),
        ("name: D,", "name: D, aliases: [d],", 4, "'d' is given twice on one day: by 'd' and by 'd'"),
        ("code: e", "code: a", 5, "'a' stands twice"),
    ],
)
def test_broken_successions_are_refused(tmp_path: Path, sound: str, broken: str, line: int, problem: str) -> None:
    assert sound in SOUND
    with pytest.raises(BrokenReference) as caught:
        identities(tmp_path, SOUND.replace(sound, broken, 1))
    assert caught.value.line == line
    assert problem in caught.value.problem
    assert caught.value.cure

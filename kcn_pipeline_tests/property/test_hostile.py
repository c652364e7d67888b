"""Two thousand damaged files of every format: each is read or refused, and nothing else happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kcn_pipeline.documents.archives.contents import unpack
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers.choice import decode
from kcn_pipeline_tests.hostile.corpus import LIMITS
from kcn_pipeline_tests.hostile.mutations import mutated, mutated_within
from kcn_pipeline_tests.hostile.sound_files import sound_files

PACKED = ("docx", "xlsx", "zip")
KINDS = (*((ending, mutated) for ending in sound_files()), *((ending, mutated_within) for ending in PACKED))
MUTATIONS = 2_000
# Enough for the pictures here; one that claims to be larger is refused before Tesseract has to read it.
PIXELS = 20_000


@pytest.fixture(autouse=True)
def low_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, limit in {**LIMITS, "image_pixels": PIXELS}.items():
        monkeypatch.setenv(f"KCN_LIMIT_{name.upper()}", str(limit))


def test_damage_is_the_same_every_time_and_is_damage() -> None:
    data = sound_files()["docx"]
    assert [mutated(data, seed) for seed in range(20)] == [mutated(data, seed) for seed in range(20)]
    assert sum(mutated(data, seed) != data for seed in range(100)) > 95


@pytest.mark.parametrize(("ending", "damage"), KINDS)
def test_damaged_files_are_read_or_refused(ending: str, damage: Callable[[bytes, int], bytes]) -> None:
    sound = sound_files()[ending]
    seeds = range(-(-MUTATIONS // len(KINDS)))
    read = sum(is_read(damage(sound, seed), ending, seed) for seed in seeds)
    # A test in which everything is refused at the door would reach no parser; checksums do that for packed files.
    assert read > 0 or (ending in PACKED and damage is mutated)


def is_read(data: bytes, ending: str, seed: int) -> bool:
    """Whether a damaged file was read to its end; a blank picture is, though it is then refused for being blank."""
    try:
        if ending == "zip":
            return bool(unpack(data, "a").members)
        decoded = decode(data, "a")
    except UnreadableDocument as problem:
        assert problem.name == "a", (ending, seed)
        assert problem.reason, (ending, seed)
        assert problem.cure, (ending, seed)
        # Readers say themselves what is wrong; nothing here may be left to the net below them.
        assert "its reader failed" not in problem.reason, (ending, seed, problem.reason)
        return problem.reason == "the file holds no text"
    assert decoded.text.strip(), (ending, seed)
    decoded.text.encode()
    assert all(0 <= place.start <= place.end <= len(decoded.text) for place in decoded.places), (ending, seed)
    return True

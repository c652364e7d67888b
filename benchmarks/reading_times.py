"""How long one reader takes for some texts: a process of its own, on one core, without what it loads once.

Belongs here: the readers, ours and the peers, and the clock. Does not: where peers are installed (`peers`), which texts
are read and the tables (`speed`). `python reading_times.py READER FILE` is one such process: FILE holds a JSON list of
documents (`text`, `publisher`, `start`, `end`). Nothing but the reader it was asked for is imported, so that it runs
under an interpreter that has only that.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

RUNS: Final = 3
_SHORT_CHARACTERS: Final = 2000
Read = Callable[[], object]


@dataclass(frozen=True, slots=True)
class ReadingTime:
    """Processor seconds for all texts, the median of `RUNS`; the texts' characters, and the peak of memory in bytes."""

    seconds: float
    characters: int
    peak_bytes: int

    @property
    def characters_a_second(self) -> float:
        """Characters read in one second of one core."""
        return self.characters / self.seconds

    @property
    def microseconds_a_character(self) -> float:
        """What one character costs."""
        return 1e6 * self.seconds / self.characters


def reading_time(
    reader: str, documents: Sequence[Mapping[str, Any]], python: Path | None = None, runs: int = RUNS
) -> ReadingTime:
    """Measure in a fresh process of the interpreter `python`. Errors: CalledProcessError when that fails."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "documents.json")
        file.write_text(json.dumps(documents), encoding="utf-8")
        # Not as a module: a peer's interpreter must see nothing of this project.
        command = [str(python or sys.executable), "-P", __file__, reader, str(file), str(runs)]
        errors = subprocess.DEVNULL if python else None  # what a peer warns of is its own affair
        ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=errors, check=True)  # noqa: S603
    return ReadingTime(**json.loads(ended.stdout.splitlines()[-1]))


def _cleaning(documents: Sequence[Mapping[str, Any]]) -> list[Read]:
    from kcn_pipeline.cleaning.clean import clean_text  # noqa: PLC0415

    return [lambda text=document["text"]: clean_text(text) for document in documents]  # type: ignore[misc]


def _extraction(documents: Sequence[Mapping[str, Any]]) -> list[Read]:
    """Everything of `extract_facts`; cleaning is done before the clock runs."""
    from datetime import date  # noqa: PLC0415

    from kcn_pipeline.cleaning.clean import clean_text  # noqa: PLC0415
    from kcn_pipeline.documents.document import DecodedText, Document, Identity  # noqa: PLC0415
    from kcn_pipeline.extraction.extract import extract_facts  # noqa: PLC0415
    from kcn_pipeline.periods import Window  # noqa: PLC0415

    def read(given: Mapping[str, Any]) -> Read:
        text, window = given["text"], Window(date.fromisoformat(given["start"]), date.fromisoformat(given["end"]))
        identity = Identity(given["publisher"], "press", window, None, "", None, ())
        document = Document("0" * 64, "text", "text", len(text), DecodedText(text, "text/plain", "utf-8"), identity)
        cleaned = clean_text(text)
        return lambda: extract_facts(document, cleaned)

    return [read(document) for document in documents]


def _recognizers(documents: Sequence[Mapping[str, Any]]) -> list[Read]:
    """Bare numbers; it knows no Vietnamese, and Spanish writes digits the same way ('.' groups, ',' decimal)."""
    from recognizers_number import Culture, NumberRecognizer  # type: ignore[import-not-found]  # noqa: PLC0415

    model = NumberRecognizer(Culture.Spanish).get_number_model(Culture.Spanish, True)
    return [lambda text=document["text"]: model.parse(text) for document in documents]  # type: ignore[misc]


def _underthesea(documents: Sequence[Mapping[str, Any]]) -> list[Read]:
    from underthesea import word_tokenize  # type: ignore[import-not-found]  # noqa: PLC0415

    return [lambda text=document["text"]: word_tokenize(text) for document in documents]  # type: ignore[misc]


def _quantulum(documents: Sequence[Mapping[str, Any]]) -> list[Read]:
    from quantulum3 import parser  # type: ignore[import-not-found]  # noqa: PLC0415

    return [lambda text=document["text"]: parser.parse(text) for document in documents]  # type: ignore[misc]


READERS: Final[Mapping[str, Callable[[Sequence[Mapping[str, Any]]], list[Read]]]] = {
    "cleaning": _cleaning,
    "extraction": _extraction,
    "recognizers-text-suite": _recognizers,
    "underthesea": _underthesea,
    "quantulum3": _quantulum,
}


def one_process(reader: str, documents: Sequence[Mapping[str, Any]], runs: int) -> ReadingTime:
    """What it takes this process, once it has read the beginning of the first text."""
    short = {**documents[0], "text": documents[0]["text"][:_SHORT_CHARACTERS]}
    (warm_up,) = READERS[reader]([short])
    warm_up()
    reads = READERS[reader](documents)
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        for read in reads:
            read()
        seconds.append(time.process_time() - start)
    characters = sum(len(document["text"]) for document in documents)
    return ReadingTime(statistics.median(seconds), characters, _peak_bytes())


def _peak_bytes() -> int:
    # What `resource` knows was inherited from the process that started this one.
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (kibibytes,) = (line.split()[1] for line in lines if line.startswith("VmHWM"))
    return int(kibibytes) * 1024


def main() -> None:
    """Read the texts of a file on one core and print the time."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    reader, file, runs = sys.argv[1:]
    documents = json.loads(Path(file).read_text(encoding="utf-8"))
    sys.stdout.write("\n" + json.dumps(asdict(one_process(reader, documents, int(runs)))))


if __name__ == "__main__":
    main()

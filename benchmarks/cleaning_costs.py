"""What cleaning costs: time on one core and memory, of a fresh process for each kind of text.

Belongs here: starting the processes, medians. Does not: the texts and the table (`restoration`).
`python -m benchmarks.cleaning_costs FILE` is one such process: FILE holds a JSON list of texts.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Final

RUNS: Final = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor until the model is there, to clean all texts the first time and again; peak in bytes."""

    load_seconds: float
    first_seconds: float
    again_seconds: float
    peak_bytes: float
    words: float
    bytes: float

    @property
    def first_words_a_second(self) -> float:
        """Words of the damaged texts, as blanks part them."""
        return self.words / self.first_seconds

    @property
    def again_words_a_second(self) -> float:
        """The same when the process has met every word."""
        return self.words / self.again_seconds

    @property
    def first_bytes_a_second(self) -> float:
        """Bytes of UTF-8."""
        return self.bytes / self.first_seconds

    @property
    def again_bytes_a_second(self) -> float:
        """The same when the process has met every word."""
        return self.bytes / self.again_seconds


def measured_cost(texts: Sequence[str]) -> Cost:
    """The median of several processes. Errors: CalledProcessError when one fails."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "texts.json")
        file.write_text(json.dumps(texts), encoding="utf-8")
        command = [sys.executable, "-m", "benchmarks.cleaning_costs", str(file)]
        runs = [json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(RUNS)]  # noqa: S603
    return Cost(*(statistics.median(values) for values in zip(*(astuple(Cost(**run)) for run in runs), strict=True)))


def one_process(texts: Sequence[str]) -> Cost:
    """What it costs this process, which must not have cleaned anything before."""
    start = time.process_time()
    from kcn_pipeline.cleaning.ngrams.table import load_model  # noqa: PLC0415

    load_model()
    loaded = time.process_time() - start
    from kcn_pipeline.cleaning.clean import clean_text  # noqa: PLC0415

    # What every process does once, whatever it cleans: tables of syllables and wordings.
    clean_text("Ban Quan ly cac khu cong nghiep tinh\n\n")
    seconds = []
    for _ in range(1 + RUNS):
        start = time.process_time()
        for text in texts:
            clean_text(text)
        seconds.append(time.process_time() - start)
    words, size = sum(len(text.split()) for text in texts), sum(len(text.encode()) for text in texts)
    return Cost(loaded, seconds[0], statistics.median(seconds[1:]), _peak_bytes(), words, size)


def _peak_bytes() -> float:
    # What `resource` knows was inherited from the process that started this one.
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (kibibytes,) = (line.split()[1] for line in lines if line.startswith("VmHWM"))
    return float(kibibytes) * 1024


def main() -> None:
    """Clean the texts of a file on one core and print the cost."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sys.stdout.write(json.dumps(asdict(one_process(texts))))


if __name__ == "__main__":
    main()

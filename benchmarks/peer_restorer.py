"""What pyvi makes of texts without marks, in a process of an interpreter that has it.

Belongs here: calling that peer. Does not: where it is installed (`peers`), or counting its words (`restoration`).
`python peer_restorer.py` is one such process: a JSON list of texts comes in, a JSON list of texts goes out. Nothing of
this project is imported there.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

PEER = "pyvi"


def restored_by_peer(texts: Sequence[str], python: Path) -> list[str]:
    """The texts as the peer under the interpreter `python` restores them. Errors: CalledProcessError."""
    ended = subprocess.run(  # noqa: S603
        [str(python), "-P", __file__],
        input=json.dumps(list(texts)),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return list(json.loads(ended.stdout.splitlines()[-1]))


def accented(words: Sequence[str], add_accents: Callable[[str], str]) -> str:
    """What the peer makes of one line; it fails on lines with certain words, which are taken out by halving."""
    if not words:
        return ""
    try:
        return add_accents(" ".join(words))
    except KeyError:
        half = len(words) // 2
        return " ".join(accented(part, add_accents) for part in (words[:half], words[half:])) if half else words[0]


def main() -> None:
    """Restore the texts of the standard input, line by line."""
    from pyvi.ViUtils import add_accents  # type: ignore[import-not-found]  # noqa: PLC0415

    texts = json.load(sys.stdin)
    lines = ["\n".join(accented(line.split(), add_accents) for line in text.split("\n")) for text in texts]
    sys.stdout.write("\n" + json.dumps(lines))


if __name__ == "__main__":
    main()

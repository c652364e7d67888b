"""Other packages that read numbers or words or restore marks, to be measured beside us: no dependencies of the project.

Belongs here: what they are, and a throw-away environment for them under `build/`. Does not: calling them
(`reading_times`, `peer_restorer`), or the tables (`speed`, `restoration`).
"""

from __future__ import annotations

import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.corpora import REPOSITORY

ENVIRONMENT: Final = REPOSITORY / "build" / "peers"
RESTORING_ENVIRONMENT: Final = REPOSITORY / "build" / "restoring_peer"
"""Apart, because another version of scikit-learn stops quantulum3."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A package, what it has to be installed with, and which of its work is timed."""

    package: str
    requirements: tuple[str, ...]
    work: str


PEERS: Final = (
    # It imports with the old interface of emoji only.
    Peer("recognizers-text-suite", ("recognizers-text-suite", "emoji<2"), "numbers alone, as Spanish writes them"),
    Peer("underthesea", ("underthesea",), "`word_tokenize`"),
    Peer("quantulum3", ("quantulum3",), "quantities, as English writes them"),
)
RESTORING_PEER: Final = Peer("pyvi", ("pyvi",), "`add_accents`")


def interpreter_of(peer: Peer, environment: Path = ENVIRONMENT) -> Path | None:
    """The interpreter that has the peer, installed if need be; None where it cannot be had."""
    python = environment / "bin" / "python"
    if not python.exists():
        venv.create(environment, with_pip=True)
    if _has(python, peer.package):
        return python
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *peer.requirements]
    subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    return python if _has(python, peer.package) else None


def version_of(peer: Peer, python: Path) -> str:
    """The installed version, empty where there is none."""
    command = [str(python), "-c", "import sys; from importlib.metadata import version; print(version(sys.argv[1]))"]
    ended = subprocess.run([*command, peer.package], capture_output=True, text=True, check=False)  # noqa: S603
    return ended.stdout.strip()


def _has(python: Path, package: str) -> bool:
    return bool(version_of(Peer(package, (), ""), python))


def main() -> None:
    """Install all of them and say which are there."""
    places = {**dict.fromkeys(PEERS, ENVIRONMENT), RESTORING_PEER: RESTORING_ENVIRONMENT}
    for peer, environment in places.items():
        python = interpreter_of(peer, environment)
        sys.stdout.write(f"{peer.package} {version_of(peer, python) if python else 'not installed'}\n")


if __name__ == "__main__":
    main()

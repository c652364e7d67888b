"""Serves the report's folder on loopback while `kcn dev` runs: browsers open no file links from a web page.

Belongs here: the server and its end with the process that started it. Does not: writing the report.
Run as `python -m kcn_pipeline.commands.report_server PORT FOLDER PARENT_PROCESS_ID`.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

HOST: Final = "127.0.0.1"


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line a request on the terminal, which belongs to Dagster's own log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Say nothing."""


class ReportServer(ThreadingHTTPServer):
    """Ends by itself once `parent` is no longer its parent, however that process ended."""

    daemon_threads = True

    def __init__(self, port: int, folder: Path, parent: int) -> None:
        super().__init__((HOST, port), partial(QuietHandler, directory=str(folder)))
        self._parent = parent

    def service_actions(self) -> None:
        """Look for the parent between two requests. Errors: SystemExit when it is gone."""
        if os.getppid() != self._parent:
            raise SystemExit(0)


def main(arguments: list[str]) -> None:
    """Serve until the parent ends or Ctrl-C."""
    port, folder, parent = arguments
    try:
        ReportServer(int(port), Path(folder), int(parent)).serve_forever()
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main(sys.argv[1:])

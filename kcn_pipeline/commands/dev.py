"""`kcn dev`: Dagster's web pages and daemon over one data directory, on this machine only.

Belongs here: the environment and arguments of `dagster dev`, and the report served one port further on.
Does not: what it loads (`definitions`).
"""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Final

import click

from kcn_pipeline.commands.options import Command, Option, Port, chosen_data, data_dir_option
from kcn_pipeline.messages import say
from kcn_pipeline.settings import DATA_DIR_VARIABLE

HOST: Final = "127.0.0.1"


@click.command("dev", cls=Command, help="help.dev")
@click.option("--port", cls=Option, type=Port(), default=3000, metavar="metavar.port", help="option.port")
@data_dir_option
def command(port: int) -> None:
    """Becomes Dagster's process and so never returns. Errors: ClickException when it cannot start."""
    data = chosen_data(existing=True)
    if importlib.util.find_spec("dagster_webserver") is None:
        raise click.ClickException(say("dev.no_webserver"))
    report_port = port + 1
    _require_free(port)
    _require_free(report_port)
    from kcn_pipeline.defs.describing import REPORT_URL_VARIABLE
    from kcn_pipeline.defs.launch import prepare_dagster_home

    home = prepare_dagster_home(data)
    click.echo(say("dev.starting", address=f"http://{HOST}:{port}"))
    sys.stdout.flush()
    quiet = ["-W", "ignore:Function `dev_command` is superseded"]  # its successor is another package, dagster-dg
    arguments = [*quiet, "-m", "dagster", "dev", "-h", HOST, "-p", str(port), "-m", "kcn_pipeline.definitions"]
    environment = {
        **os.environ,
        DATA_DIR_VARIABLE: str(data.root),
        "DAGSTER_HOME": str(home),
        REPORT_URL_VARIABLE: f"http://{HOST}:{report_port}",
    }
    serve_report(report_port, data.report.parent)
    os.execve(sys.executable, [sys.executable, *arguments], environment)  # noqa: S606 (our own interpreter)


def serve_report(port: int, folder: Path) -> None:
    """Start the server of the report; it ends with this process, which becomes Dagster's."""
    folder.mkdir(parents=True, exist_ok=True)
    arguments = ["-m", "kcn_pipeline.commands.report_server", str(port), str(folder), str(os.getpid())]
    subprocess.Popen([sys.executable, *arguments])  # noqa: S603 (our own interpreter)


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise click.ClickException(say("dev.port_taken", port=port)) from error

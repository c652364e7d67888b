"""`kcn dev` starts Dagster on loopback over the data directory chosen, or says why it cannot."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from kcn_pipeline import cli
from kcn_pipeline.commands import dev
from kcn_pipeline.messages import say

Started = tuple[list[str], dict[str, str]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Started]:
    """Command lines and environments that would have replaced this process."""
    calls: list[Started] = []
    monkeypatch.delenv("KCN_LANG", raising=False)
    monkeypatch.setattr(dev, "serve_report", lambda *_: None)
    monkeypatch.setattr(os, "execve", lambda _, arguments, environment: calls.append((arguments, environment)))
    return calls


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_binds_to_loopback_only(started: list[Started], tmp_path: Path) -> None:
    port = free_port()
    assert cli.run(["dev", "--port", str(port), "--data-dir", str(tmp_path)]) == 0
    ((arguments, environment),) = started
    assert arguments[0] == sys.executable
    assert " ".join(arguments).count("-m dagster dev ") == 1
    assert arguments[arguments.index("-h") + 1] == "127.0.0.1"
    assert arguments[arguments.index("-p") + 1] == str(port)
    assert arguments[-1] == "kcn_pipeline.definitions"
    assert environment["KCN_DATA_DIR"] == str(tmp_path)


def test_dagster_finds_its_settings_with_telemetry_off(started: list[Started], tmp_path: Path) -> None:
    cli.run(["dev", "--port", str(free_port()), "--data-dir", str(tmp_path)])
    home = Path(started[0][1]["DAGSTER_HOME"])
    assert home.is_relative_to(tmp_path)
    assert "telemetry:\n  enabled: false" in (home / "dagster.yaml").read_text(encoding="utf-8")


def test_links_to_the_report_lead_to_a_server_one_port_further_on(
    started: list[Started], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[tuple[int, Path]] = []
    monkeypatch.setattr(dev, "serve_report", lambda *where: served.append(where))
    port = free_port()
    cli.run(["dev", "--port", str(port), "--data-dir", str(tmp_path)])
    assert started[0][1]["KCN_REPORT_URL"] == f"http://127.0.0.1:{port + 1}"
    assert served == [(port + 1, tmp_path / "report")]


def test_the_report_server_answers_on_loopback_and_ends_with_its_parent(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("báo cáo", encoding="utf-8")
    port = free_port()
    module = [sys.executable, "-m", "kcn_pipeline.commands.report_server", str(port), str(tmp_path)]
    with subprocess.Popen([*module, str(os.getpid())]) as server:
        assert page_at(f"http://127.0.0.1:{port}/index.html") == "báo cáo"
        server.kill()  # a shell that ignores SIGTERM hands that down to its children
    with subprocess.Popen([*module, "1"]) as orphan:
        assert orphan.wait(timeout=30) == 0


def page_at(address: str) -> str:
    """The page once its server is up, asked for at most a hundred times."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 (loopback, from this test)
                return str(answer.read().decode("utf-8"))
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} never answered")


def test_a_port_in_use_is_told(
    started: list[Started], taken_port: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["dev", "--port", str(taken_port), "--data-dir", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"error: {say('dev.port_taken', port=taken_port)}\n"
    assert started == []


def test_without_the_web_pages_installed(
    started: list[Started], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert cli.run(["dev", "--data-dir", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"error: {say('dev.no_webserver')}\n"
    assert started == []

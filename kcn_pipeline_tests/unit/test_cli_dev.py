"""`kcn dev` starts Dagster on loopback over the data directory chosen, or says why it cannot."""

from __future__ import annotations

import importlib.util
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kcn_pipeline import cli
from kcn_pipeline.messages import say

Started = tuple[list[str], dict[str, str]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Started]:
    """Command lines and environments that would have replaced this process."""
    calls: list[Started] = []
    monkeypatch.delenv("KCN_LANG", raising=False)
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

"""Whatever a parser does, the caller gets a text or a refusal, and the next file is read."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.documents.readers import isolation
from kcn_pipeline_tests.conftest import REPOSITORY
from kcn_pipeline_tests.unit.documents import misbehaving

MODULE = misbehaving.__name__


def read(function: str, data: bytes = b"x", *, has_pages: bool = False) -> DecodedText:
    return isolation.run(f"{MODULE}:{function}", data, has_pages=has_pages)


@pytest.fixture(autouse=True)
def next_file_is_read() -> Iterator[None]:
    yield
    assert read("read_well", "Năm 2019".encode()).text == "Năm 2019"


class TestWorker:
    def test_it_is_another_process_and_stays(self) -> None:
        first, second = read("tell_process").text, read("tell_process").text
        assert first == second
        assert int(first.split()[0]) != os.getpid()

    def test_it_does_not_import_the_main_module_again(self) -> None:
        assert read("tell_process").text.split()[1] == "None"

    def test_limits_of_the_moment_hold_in_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KCN_LIMIT_PAGES", "7")
        assert read("tell_limits").text == "7"
        monkeypatch.delenv("KCN_LIMIT_PAGES")
        assert read("tell_limits").text == "2000"

    def test_threads_take_turns(self) -> None:
        with ThreadPoolExecutor(4) as threads:
            texts = list(threads.map(lambda number: read("read_well", str(number).encode()).text, range(40)))
        assert texts == [str(number) for number in range(40)]

    def test_a_large_file_arrives_whole(self) -> None:
        assert len(read("read_well", b"9" * 5_000_000).text) == 5_000_000


class TestRefusals:
    @pytest.mark.parametrize(
        ("function", "reason"),
        [
            ("refuse", "it is not to my liking"),
            ("fail", "its reader failed .KeyError"),
            ("panic", "a panic of another language"),
            ("recurse", "nested too deeply"),
            ("crash", "crashes .SIGSEGV"),
            ("abort", "crashes .SIGABRT"),
            ("leave", "crashes .exit status 9"),
            ("no_such_reader", "its reader failed .AttributeError"),
        ],
    )
    def test_each_failure_says_what_it_is(self, function: str, reason: str) -> None:
        with pytest.raises(UnreadableDocument, match=reason) as caught:
            read(function)
        assert caught.value.cure
        assert len(caught.value.reason) < 300
        caught.value.reason.encode()

    def test_a_reader_keeps_its_own_cure(self) -> None:
        with pytest.raises(UnreadableDocument) as caught:
            read("refuse")
        assert caught.value.cure == "bring another"

    @pytest.mark.parametrize("function", ["hang", "hang_deaf"])
    def test_time_is_limited(self, function: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KCN_LIMIT_SECONDS", "1")
        with pytest.raises(UnreadableDocument, match=r"longer than 1 s; .*KCN_LIMIT_SECONDS"):
            read(function)

    def test_pages_add_to_the_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KCN_LIMIT_SECONDS", "1")
        monkeypatch.setenv("KCN_LIMIT_SECONDS_A_SCANNED_PAGE", "20")
        assert read("sleep_a_second", b"3", has_pages=True).text == "slept"

    def test_memory_is_limited(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert read("devour", str(300 << 20).encode()).text == str(300 << 20)
        monkeypatch.setenv("KCN_LIMIT_MEMORY_BYTES", str(200 << 20))
        with pytest.raises(UnreadableDocument, match=r"209,715,200 bytes of memory; .*KCN_LIMIT_MEMORY_BYTES"):
            read("devour", str(300 << 20).encode())

    def test_a_worker_that_leaves_without_a_word_is_missed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(isolation, "_START_SECONDS", 1)
        monkeypatch.setenv("KCN_LIMIT_SECONDS", "1")
        with pytest.raises(UnreadableDocument):
            read("leave", b"politely")

    def test_half_characters_are_replaced_and_told(self) -> None:
        decoded = read("give_half_characters")
        assert (decoded.text, decoded.title) == ("a\ufffdb", "\ufffd")
        assert "halves of characters" in decoded.decisions[0]


class TestForbidden:
    @pytest.mark.parametrize("function", ["look_up", "run_program", "fork"])
    def test_what_no_reader_may(self, function: str) -> None:
        with pytest.raises(UnreadableDocument, match="which no reader may"):
            read(function)

    def test_no_connection_is_made(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            with pytest.raises(UnreadableDocument, match=r"socket\.connect"):
                read("call_home", str(server.getsockname()[1]).encode())
            server.settimeout(0)
            with pytest.raises(BlockingIOError):
                server.accept()

    def test_nothing_is_written(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableDocument, match="OSError"):
            read("write_file", os.fsencode(tmp_path / "file"))
        assert (tmp_path / "file").stat().st_size == 0


class TestParent:
    """What becomes of the worker when its parent ends, however it ends."""

    # A script without a guard: were it imported by the worker, it would start workers without end.
    SCRIPT = f"""
from kcn_pipeline.documents.readers import isolation
print(isolation.run("{MODULE}:tell_process", b"x").text, flush=True)
"""

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments], capture_output=True, text=True, check=True, timeout=60, cwd=REPOSITORY
        )

    def test_a_script_without_a_guard_works_and_ends(self, tmp_path: Path) -> None:
        script = tmp_path / "script.py"
        script.write_text(self.SCRIPT)
        done = self.run("-c", f"import runpy; runpy.run_path({str(script)!r}, run_name='__main__')")
        assert done.stdout.count("\n") == 1
        assert done.stderr == ""
        assert not is_running(int(done.stdout.split()[0]))

    def test_a_script_run_by_name_works_and_ends(self, tmp_path: Path) -> None:
        script = tmp_path / "script.py"
        script.write_text(f"import sys\nsys.path.insert(0, {str(REPOSITORY)!r})\n{self.SCRIPT}")
        done = self.run(str(script))
        assert (done.stdout.count("\n"), done.stderr) == (1, "")
        assert not is_running(int(done.stdout.split()[0]))

    @pytest.mark.parametrize("busy", [True, False])
    def test_a_killed_parent_leaves_no_orphan(self, busy: bool, tmp_path: Path) -> None:
        work = f'isolation.run("{MODULE}:write_pid_and_hang", {str(tmp_path / "pid")!r}.encode())'
        code = self.SCRIPT + (work if busy else "import time; time.sleep(60)")
        with subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=REPOSITORY
        ) as parent:
            assert parent.stdout is not None
            worker = int(parent.stdout.readline().split()[0])
            if busy:
                until(lambda: list(tmp_path.glob("pid.*")) != [])
            assert is_running(worker)
            parent.send_signal(signal.SIGKILL)
        until(lambda: not is_running(worker))

    def test_a_forked_child_has_a_worker_of_its_own(self) -> None:
        worker = read("tell_process").text
        reader, writer = os.pipe()
        if (child := os.fork()) == 0:
            os.write(writer, read("tell_process").text.encode())
            os._exit(0)
        os.waitpid(child, 0)
        assert os.read(reader, 1000).decode() not in {"", worker}
        os.close(reader)
        os.close(writer)


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def until(holds: object, seconds: float = 20) -> None:
    assert callable(holds)
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)

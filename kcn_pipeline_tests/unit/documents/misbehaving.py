"""Readers that do what a parser under attack might do; they are called by name in the worker process.

Belongs here: one function a misdeed. Does not: what must come of it (`test_isolation`).
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NoReturn

from kcn_pipeline.documents.document import DecodedText
from kcn_pipeline.documents.problems import UnreadableDocument
from kcn_pipeline.settings import limits


def decoded(text: str) -> DecodedText:
    return DecodedText(text, "text/plain", "utf-8")


def count_pages(data: bytes) -> int:
    return int(data) if data.isdigit() else 0


def read_well(data: bytes) -> DecodedText:
    return decoded(data.decode())


def tell_process(data: bytes) -> DecodedText:
    return decoded(f"{os.getpid()} {sys.modules['__main__'].__dict__.get('__file__')}")


def tell_limits(data: bytes) -> DecodedText:
    return decoded(str(limits().pages))


def refuse(data: bytes) -> NoReturn:
    raise UnreadableDocument("it is not to my liking", "bring another")


def fail(data: bytes) -> NoReturn:
    raise KeyError(f"no \udc80 {'x' * 10_000}")


def panic(data: bytes) -> NoReturn:
    raise BaseException("a panic of another language")  # noqa: TRY002


def recurse(data: bytes) -> DecodedText:
    return recurse(data)


def hang(data: bytes) -> NoReturn:
    while True:
        time.sleep(60)


def sleep_a_second(data: bytes) -> DecodedText:
    time.sleep(1.2)
    return decoded("slept")


def hang_deaf(data: bytes) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    hang(data)


def devour(data: bytes) -> DecodedText:
    return decoded(str(len(bytearray(int(data)))))


def crash(data: bytes) -> DecodedText:
    return decoded(str(ctypes.string_at(0)))


def abort(data: bytes) -> NoReturn:
    os.abort()


def leave(data: bytes) -> NoReturn:
    os._exit(0 if data == b"politely" else 9)


def call_home(data: bytes) -> NoReturn:
    socket.socket().connect(("127.0.0.1", int(data)))
    raise AssertionError


def look_up(data: bytes) -> NoReturn:
    socket.getaddrinfo("localhost", 80)
    raise AssertionError


def run_program(data: bytes) -> NoReturn:
    subprocess.run(["true"], check=True)
    raise AssertionError


def fork(data: bytes) -> NoReturn:
    os.fork()
    raise AssertionError


def write_file(data: bytes) -> NoReturn:
    Path(os.fsdecode(data)).write_bytes(b"stolen")
    raise AssertionError


def give_half_characters(data: bytes) -> DecodedText:
    return DecodedText("a\ud800b", "text/plain", "utf-8", title="\udfff")


def write_pid_and_hang(data: bytes) -> NoReturn:
    os.mkfifo(f"{os.fsdecode(data)}.{os.getpid()}")
    threading.Event().wait()
    raise AssertionError

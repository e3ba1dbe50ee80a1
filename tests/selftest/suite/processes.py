# SPDX-License-Identifier: GPL-3.0-or-later
"""Children: pinned, bounded in time, ended by their id, and gone when we are, however we end."""

import json
import select
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from .place import Failed, Place

READY_S = 10
DISTURBER = Path(__file__).with_name("disturber.py")


def with_us(command, cpu=None) -> list:
    """The kernel kills it should we die without ending it; a child of ours is no child of the engine's."""
    pinned = ["taskset", "--cpu-list", str(cpu)] if cpu is not None else []
    return ["setpriv", "--pdeathsig", "KILL", *pinned, *map(str, command)]


def end(process: subprocess.Popen):
    if process.stdin:
        process.stdin.close()
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(timeout=3)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()


class Lines:
    """Lines of a pipe, none waited for longer than the deadline."""

    def __init__(self, pipe):
        self._pipe = pipe
        self._rest = b""

    def next(self, deadline: float):
        """None at the end; TimeoutError when there is none in time."""
        while b"\n" not in self._rest:
            ready, _, _ = select.select([self._pipe], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError
            got = self._pipe.read1(65536)
            if not got:
                return None
            self._rest += got
        line, _, self._rest = self._rest.partition(b"\n")
        return line


@contextmanager
def disturber(kind: str, *arguments, cpu=None):
    """The process, once it says that it has begun."""
    command = with_us([sys.executable, "-B", DISTURBER, kind, *arguments], cpu)
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, start_new_session=True)
    try:
        yield process
    finally:
        end(process)


@contextmanager
def latency_server(place: Place, milliseconds: float):
    """Its URL."""
    command = with_us([place.ours("selftest-latencyserver"), f"{milliseconds:.6f}"], place.cpus[1])
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        line = Lines(process.stdout).next(time.monotonic() + READY_S)
        if not line:
            raise Failed("selftest-latencyserver ended early")
        yield f"http://127.0.0.1:{json.loads(line)['port']}"
    except TimeoutError:
        raise Failed("selftest-latencyserver did not start") from None
    finally:
        end(process)

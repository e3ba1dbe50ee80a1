# SPDX-License-Identifier: GPL-3.0-or-later
"""Children: pinned to one core, bounded in time, and gone when we are, however we end."""

import os
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

READY_S = 20
TICKS = os.sysconf("SC_CLK_TCK")


class Failed(Exception):
    """A child did not do what it was started for."""


def pinned(command, core):
    """The command on one core only; the kernel kills it should we die without ending it."""
    return ["setpriv", "--pdeathsig", "KILL", "taskset", "--cpu-list", str(core), *map(str, command)]


def run(command, core, timeout, env=None, cwd=None) -> str:
    """Runs a command to its end; what it printed."""
    try:
        done = subprocess.run(pinned(command, core), stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=timeout, env=env, cwd=cwd)
    except subprocess.TimeoutExpired:
        raise Failed(f"{command[0]} did not end within {timeout} s") from None
    text = done.stdout.decode(errors="replace")
    if done.returncode != 0:
        said = (text + done.stderr.decode(errors="replace")).strip()
        raise Failed(f"{command[0]} ended with {done.returncode}: {said[-400:]}")
    return text


class Child:
    """A process that stays until it is stopped."""

    def __init__(self, command, core, log: Path, stdin=subprocess.DEVNULL, env=None, cwd=None):
        self.name = Path(command[0]).name
        self.log = log
        self.complaints = log.with_suffix(".err")
        with log.open("wb") as out, self.complaints.open("wb") as err:
            self.process = subprocess.Popen(pinned(command, core), stdin=stdin, stdout=out, stderr=err, env=env,
                                            cwd=cwd)

    def output(self) -> str:
        return self.log.read_text(errors="replace")

    def last_words(self) -> str:
        return (self.output() + self.complaints.read_text(errors="replace")).strip()[-400:]

    def alive(self) -> bool:
        return self.process.poll() is None

    def cpu_s(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def peak_memory_mib(self) -> float:
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        raise Failed(f"{self.name} has ended")

    def wait_for(self, ready, what: str):
        """Waits until ready() is truthy and returns that."""
        deadline = time.monotonic() + READY_S
        while time.monotonic() < deadline:
            if result := ready():
                return result
            if not self.alive():
                raise Failed(f"{self.name} ended early: {self.last_words()}")
            time.sleep(0.02)
        raise Failed(f"{self.name}: no {what} within {READY_S} s: {self.last_words()}")

    def wait_for_end(self, timeout: float) -> str:
        """What it printed."""
        try:
            code = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise Failed(f"{self.name} did not end in time") from None
        if code != 0:
            raise Failed(f"{self.name} ended with {code}: {self.last_words()}")
        return self.output()

    def wait_for_port(self, port: int):
        self.wait_for(lambda: accepts(port), f"answer on port {port}")

    def stop(self):
        if self.process.stdin:
            self.process.stdin.close()
        if self.alive():
            self.process.terminate()
        try:
            self.process.wait(timeout=3)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def child(command, core, log, **options):
    it = Child(command, core, log, **options)
    try:
        yield it
    finally:
        it.stop()


def accepts(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]

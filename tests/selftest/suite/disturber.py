# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that disturbs others, for a bounded time: disturber.py cpu SHARE SECONDS | memory SHARE SECONDS |
disk FOLDER SECONDS. It says "begun" when it does."""

import mmap
import os
import sys
import tempfile
import time
from pathlib import Path

NAME = "selftest-hog"  # as others see it
LEAST_LEFT = 1 << 30  # bytes of memory that stay available whatever is asked
STEP = 64 << 20
PERIOD_S = 0.02
MOST_WRITTEN = 200 << 20


def begun():
    print("begun", flush=True)


def cpu(share: float, until: float):
    """Keeps its CPU busy for a share of every 20 ms."""
    begun()
    while (now := time.monotonic()) < until:
        while time.monotonic() < now + share * PERIOD_S:
            pass
        time.sleep(max(0.0, now + PERIOD_S - time.monotonic()))


def memory(left: float, until: float):
    """Takes memory until only this share of it is available; gives it back should others need more."""
    Path("/proc/self/oom_score_adj").write_text("1000")  # whatever goes wrong, it is the first to go
    total, _ = memory_bytes()
    goal = left * total
    if goal < LEAST_LEFT:
        return
    held = []
    while memory_bytes()[1] > goal and time.monotonic() < until:
        held.append(mmap.mmap(-1, STEP, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | mmap.MAP_POPULATE))
    if time.monotonic() >= until:
        return
    begun()
    while time.monotonic() < until and memory_bytes()[1] > LEAST_LEFT - STEP:
        time.sleep(PERIOD_S)


def memory_bytes() -> tuple:
    """Total and available."""
    lines = Path("/proc/meminfo").read_text().splitlines()
    fields = {line.split(":")[0]: int(line.split()[1]) * 1024 for line in lines}
    return fields["MemTotal"], fields["MemAvailable"]


def disk(folder: str, until: float):
    """Writes to a disk over and over, and waits each time until it is there."""
    chunk = os.urandom(1 << 20)
    written = 0
    begun()
    with tempfile.TemporaryFile(dir=folder) as file:
        while time.monotonic() < until:
            if written % MOST_WRITTEN == 0:
                file.seek(0)
            file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
            written += len(chunk)


def main():
    kind, argument, seconds = sys.argv[1:]
    Path("/proc/self/comm").write_text(NAME)
    until = time.monotonic() + float(seconds)
    if kind == "disk":
        disk(argument, until)
    else:
        {"cpu": cpu, "memory": memory}[kind](float(argument), until)


if __name__ == "__main__":
    main()

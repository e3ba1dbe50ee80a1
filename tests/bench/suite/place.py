# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a bench runs: our programs, its folders, how long it may take."""

import os
import shutil
import time
from dataclasses import dataclass, replace
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[1]  # tests/bench
GENERATOR_CORE = 0
SERVER_CORE = 1


class Absent(Exception):
    """Something that a measurement needs is not on this machine."""


@dataclass(frozen=True)
class Place:
    bin: Path  # our programs
    cache: Path  # kept from run to run: the peers' libraries and classes
    scratch: Path  # gone at the end
    quick: bool
    seconds: int  # length of one measurement
    rounds: int

    def lasting(self, seconds: int) -> "Place":
        return replace(self, seconds=seconds)

    def ours(self, name: str) -> str:
        path = self.bin / name
        if not path.exists():
            raise Absent(f"{name} is not built")
        return str(path)


def program(name: str, package: str) -> str:
    """The path of a peer's program, also for users whose PATH has no sbin."""
    path = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin")
    if path is None:
        raise Absent(f"{name} is missing; its Debian package is {package}")
    return path


def busy_cores(seconds=1.0) -> float:
    """How many cores of this machine are in use right now, by whatever it is."""

    def used_ticks():
        fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
        user, nice, system, _idle, _iowait, irq, softirq = map(int, fields[:7])
        return user + nice + system + irq + softirq

    before = used_ticks()
    time.sleep(seconds)
    return (used_ticks() - before) / os.sysconf("SC_CLK_TCK") / seconds

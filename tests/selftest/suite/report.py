# SPDX-License-Identifier: GPL-3.0-or-later
"""What the self-test found, as a Markdown table."""

import os
import platform
import re
import sys
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

PASSED, FAILED, SKIPPED, UNAVAILABLE = "pass", "FAIL", "skipped", "unavailable"


@dataclass(frozen=True)
class Finding:
    check: str
    asked: str
    seen: str
    result: str

    @property
    def failed(self) -> bool:
        return self.result == FAILED


def judged(check: str, asked: str, seen: str, holds: bool) -> Finding:
    return Finding(check, asked, seen, PASSED if holds else FAILED)


def skipped(check: str, asked: str, why: str) -> Finding:
    return Finding(check, asked, why, SKIPPED)


def table(findings) -> str:
    rows = [("check", "asked", "seen", "result"), ("---",) * 4]
    rows += [(it.check, it.asked, it.seen, it.result) for it in findings]
    return "\n".join("| " + " | ".join(map(cell, row)) + " |" for row in rows)


def cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def caption(quick: bool, seed: int, cpus: tuple) -> str:
    """What a reader of the table needs to know of its origin."""
    form = "The quick form, which shows that it runs, not that it holds" if quick else "The full form"
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    day = datetime.now(timezone.utc).strftime("%Y-%m-%d")
    return (f"{form}; {day}, {model[1] if model else platform.machine()}, {os.cpu_count()} CPUs of which "
            f"{cpus[0]} and {cpus[1]} were used, Linux {platform.release()}, seed {seed}.")


def tell(text: str):
    """Progress, apart from the table."""
    print(text, file=sys.stderr, flush=True)

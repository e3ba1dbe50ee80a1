# SPDX-License-Identifier: GPL-3.0-or-later
"""What the self-test found, as a Markdown table."""

import sys
from dataclasses import dataclass

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


def tell(text: str):
    """Progress, apart from the table."""
    print(text, file=sys.stderr, flush=True)

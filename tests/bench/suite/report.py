# SPDX-License-Identifier: GPL-3.0-or-later
"""What a bench found, and how it is shown."""

import statistics
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    what: str
    value: float
    limit: float
    at_least: bool = True  # else: below
    note: str = ""

    @property
    def passed(self) -> bool:
        return self.value >= self.limit if self.at_least else self.value < self.limit

    def row(self):
        sign = ">=" if self.at_least else "<"
        return self.what, f"{self.value:.2f}", f"{sign} {self.limit:g}", "pass" if self.passed else "FAIL", self.note


@dataclass(frozen=True)
class Skipped:
    what: str
    why: str
    passed = True

    def row(self):
        return self.what, "", "", "skipped", self.why


@dataclass(frozen=True)
class Broken:
    what: str
    why: str
    passed = False

    def row(self):
        return self.what, "", "", "FAIL", self.why


def tell(text: str):
    """Progress, apart from the table."""
    print(f"  {text}", file=sys.stderr, flush=True)


def thousands(value: float) -> str:
    return f"{value:,.0f}".replace(",", " ")


def interleaved(contestants: dict, rounds: int, unit="requests/s") -> dict:
    """Measures all of them in turn, several times over (A B A B …), so that a slow minute of the machine hits each
    alike. The medians."""
    found = {name: [] for name in contestants}
    for number in range(rounds):
        for name, measure in contestants.items():
            value = measure()
            found[name].append(value)
            tell(f"round {number + 1} of {rounds}   {name:24} {thousands(value):>9} {unit}")
    return {name: statistics.median(values) for name, values in found.items()}


def table(findings) -> str:
    rows = [("check", "value", "required", "", ""), *(finding.row() for finding in findings)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, (*widths, 0))).rstrip() for row in rows]
    lines.insert(1, "-" * max(map(len, lines)))
    return "\n".join(lines)

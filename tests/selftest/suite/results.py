# SPDX-License-Identifier: GPL-3.0-or-later
"""A results folder, read: what was concluded, what was measured, what was held against each trial."""

import csv
import json
import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from .arithmetic import Interval

FLAGGED = ("mark", "void")


@dataclass(frozen=True)
class Conclusion:
    """One row of verdict.json."""
    metric: str
    blocks: int
    ratio: Optional[float]
    interval: Optional[Interval]
    verdict: str

    def claims_a_difference(self) -> bool:
        return self.interval is not None and not self.interval.contains(1)


@dataclass(frozen=True)
class Check:
    """One row of checks.csv, without its limits."""
    trial: int
    name: str
    value: str
    unit: str
    outcome: str
    text: str

    def __str__(self):
        return f"{self.name} {self.outcome}" + (f" ({short(self.value)} {self.unit})" if self.value else "")


def short(number: str) -> str:
    return f"{float(number):.3g}"


def rows_of(path: Path) -> list:
    if not path.exists():  # nothing was finished
        return []
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Results:
    def __init__(self, folder: Path):
        self.folder = folder

    def _verdict(self) -> dict:
        path = self.folder / "verdict.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def primary(self) -> Optional[Conclusion]:
        rows = self._verdict().get("primary", [])
        return conclusion(rows[0]) if rows else None

    def exploratory(self, operation: str, metric: str) -> Optional[Conclusion]:
        rows = [row for row in self._verdict().get("exploratory", [])
                if (row["operation"], row["metric"]) == (operation, metric)]
        return conclusion(rows[0]) if rows else None

    def void_blocks(self) -> int:
        return self._verdict().get("blocks_void", 0)

    def median_ms(self, arm: str, operation: str = "refresh") -> Optional[float]:
        """Of the arm's valid trials: the median of their response p50."""
        found = [float(row["response_p50_us"]) / 1000 for row in rows_of(self.folder / "trials.csv")
                 if (row["arm"], row["operation"], row["status"]) == (arm, operation, "ok") and row["response_p50_us"]]
        return statistics.median(found) if found else None

    def checks(self, trial: int, *names: str) -> list:
        """Those with these names that were asked of the trial."""
        rows = [row for row in rows_of(self.folder / "checks.csv") if int(row["trial"]) == trial]
        return [Check(trial, row["check"], row["value"], row["unit"], row["outcome"], row["text"])
                for row in rows if row["check"] in names]


def flagged(checks: list) -> list:
    return [check for check in checks if check.outcome in FLAGGED]


def conclusion(row: dict) -> Conclusion:
    interval = Interval(*row["interval"]) if row["interval"] else None
    return Conclusion(row["metric"], row["blocks"], row["ratio"], interval, row["verdict"] or "")

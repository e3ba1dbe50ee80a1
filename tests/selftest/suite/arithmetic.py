# SPDX-License-Identifier: GPL-3.0-or-later
"""How many surprises chance explains, and what the truth of a comparison is."""

from dataclasses import dataclass
from math import comb

CHANCE = 0.05  # that an honest 95 % interval misses the truth
IMPROBABLE = 0.017  # so seldom may chance alone break a limit: the ledger's own limits are 3 of 20, 5 of 40, 10 of 100
RESOLUTION = 0.001  # of the histograms, as a share


def at_least(hits: int, tries: int, chance: float = CHANCE) -> float:
    """P(X >= hits) for X binomial."""
    return sum(comb(tries, k) * chance**k * (1 - chance) ** (tries - k) for k in range(hits, tries + 1))


def most_by_chance(tries: int) -> int:
    """The most intervals of so many that may miss the truth before something must be wrong."""
    return next(most for most in range(tries + 1) if at_least(most + 1, tries) < IMPROBABLE)


@dataclass(frozen=True)
class Interval:
    low: float
    high: float

    def contains(self, ratio: float, resolution: float = 0) -> bool:
        return self.low * (1 - resolution) <= ratio <= self.high * (1 + resolution)

    def __str__(self):
        return f"{self.low:.3f} to {self.high:.3f}"


def true_ratio(arm_ms: float, control_ms: float, floor_ms: float) -> float:
    """What must be found for two servers of constant service time, when loopback and generator add a floor to both."""
    return (arm_ms + floor_ms) / (control_ms + floor_ms)

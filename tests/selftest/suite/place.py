# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the self-test runs: our programs, its folders, its CPUs, how long things may take."""

from dataclasses import dataclass
from pathlib import Path

from .plans import PlanText, Windows, memory_arm


# A virtual machine is now and then held up by its host for some ms: at 1 500/s that alone is more than the 0.1 % of
# late requests that make a window of 4 s void; at this rate it is not.
RATE_PER_S = 300


class Failed(Exception):
    """Something that the self-test itself needs did not work."""


@dataclass(frozen=True)
class Place:
    bin: Path  # our programs
    scratch: Path  # on a disk, gone at the end unless it is to be kept
    cpus: tuple  # of the generator, of the target
    quick: bool
    seed: int
    equal_arms_s: float = 600  # of experiments with equal arms, about

    def ours(self, name: str) -> str:
        path = self.bin / name
        if not path.exists():
            raise Failed(f"{name} is not built")
        return str(path)

    def plan(self, name: str, **chosen) -> PlanText:
        """An A/A experiment, unless more is chosen."""
        windows = Windows(warmup=0.5, measure=1) if self.quick else Windows(warmup=1, measure=4)
        usual = {"arms": (memory_arm("memory"), memory_arm("memory again")), "cpus": self.cpus, "windows": windows,
                 "seed": self.seed, "rate_per_s": RATE_PER_S}
        return PlanText(name=name, **{**usual, **chosen})

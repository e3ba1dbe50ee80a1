# SPDX-License-Identifier: GPL-3.0-or-later
"""The plans of the self-test: one level at a fixed rate, the median of refresh decides."""

import json
from dataclasses import dataclass, replace

LEVEL = "paced"


@dataclass(frozen=True)
class Windows:
    """Seconds."""
    warmup: float
    measure: float
    washout: float = 0.2


@dataclass(frozen=True)
class PlanText:
    name: str
    arms: tuple  # tables as text
    cpus: tuple  # of the generator, of the target
    windows: Windows
    seed: int
    rate_per_s: int
    blocks: int = 6
    action: str = "void"
    quiet_wait_s: float = 0
    latency_band: float = 0.05

    def lasting(self, **windows) -> "PlanText":
        return replace(self, windows=replace(self.windows, **windows))

    def trial_s(self) -> float:
        """About, with the starting of processes and what is asked of the machine before and after."""
        return self.windows.warmup + self.windows.measure + self.windows.washout + 4

    def text(self) -> str:
        generator, target = self.cpus
        return f"""format = 1
name = "{self.name}"
seed = {self.seed}
blocks = {self.blocks}

[guard]
action = "{self.action}"
quiet_wait_s = {self.quiet_wait_s}

[accounts]
count = 50
cost = 4

[load]
model = "rate"
arrivals = "fixed"
spawn_per_s = 100
timeout_s = 5

[phases]
idle_s = 0
login_grace_s = 0.5
warmup_s = {self.windows.warmup}
measure_s = {self.windows.measure}
drain_s = 2
washout_s = {self.windows.washout}

[cpus]
generator = [{generator}]
server = [{target}]
store = [{target}]

[decision]
operation = "refresh"
metric = "response_p50"
latency_band = {self.latency_band}

[[level]]
name = "{LEVEL}"
users = 50
rate_per_s = {self.rate_per_s}

""" + "\n".join(self.arms)


def memory_arm(name: str) -> str:
    return f'[[arm]]\nname = {json.dumps(name)}\nstore = "memory"\n'


def foreign_arm(name: str, url: str) -> str:
    return f"[[arm]]\nname = {json.dumps(name)}\nurl = {json.dumps(url)}\n"

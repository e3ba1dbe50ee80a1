# SPDX-License-Identifier: GPL-3.0-or-later
"""The observer effect: equal arms, one of them run while the window shows it."""

import os
import subprocess
from contextlib import ExitStack, contextmanager

from . import engine
from .arithmetic import Interval
from .place import Place
from .plans import foreign_arm
from .processes import end, latency_server, with_us
from .report import Finding, judged, skipped, tell
from .truth import answered, shown

CLOSED, OPEN = "window closed", "window open"
BAND = 0.02
BLOCKS = 8
SERVICE_MS = 5.0  # constant: a server's own restlessness is many times what is looked for
CHECK = "window open / closed, refresh p50"
ASKED = f"equivalent: the interval within {BAND * 100:.0f} %"


@contextmanager
def window(place: Place, folder: str):
    """Shows the experiment that goes on in this folder; without a display it draws all the same."""
    display = {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
    command = with_us([place.ours("ceteris"), "--new-instance", "--page", "live", folder])
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env={**os.environ, **display})
    try:
        yield process
    finally:
        end(process)


class Follower:
    """Opens the window in the warm-up of its arm's trials, behind the canary, and closes it after the window."""

    def __init__(self, place: Place):
        self._place = place
        self._stack = ExitStack()
        self._folder = None
        self._arm = None
        self._shown = None
        self.crashed = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._stack.close()

    def __call__(self, event: dict, _engine: int):
        if event["type"] == "experiment_started":
            self._folder = event["folder"]
        if event["type"] == "trial_started":
            self._arm = event["arm"]
        if event["type"] == "phase_started" and event["phase"] == "warmup" and self._arm == OPEN:
            self._shown = self._stack.enter_context(window(self._place, self._folder))
        if event["type"] == "phase_started" and event["phase"] == "drain" and self._shown:
            self.crashed += self._shown.poll() is not None
            self._stack.close()
            self._shown = None


def window_open_and_closed(place: Place):
    """Whether it can be told from the figures that somebody was looking."""
    with ExitStack() as stack:
        arms = tuple(foreign_arm(name, stack.enter_context(latency_server(place, SERVICE_MS)))
                     for name in (CLOSED, OPEN))
        # "mark": the guard must not take away the very trials that watching disturbed. What else disturbs comes to both
        # arms alike, by the random order, and can only widen the interval.
        plan = place.plan("observer", arms=arms, blocks=2 if place.quick else BLOCKS, action="mark", latency_band=BAND)
        if not place.quick:
            plan = plan.lasting(warmup=3, measure=6)  # the window has started before anything counts
        follower = stack.enter_context(Follower(place))
        results = engine.run(place, plan, follower)
    found = finding_of(results.primary(), follower.crashed)
    tell(f"  {found.seen}, {found.result}")
    return [found]


def finding_of(conclusion, crashed: int) -> Finding:
    if crashed:
        return judged(CHECK, ASKED, f"the window ended by itself in {crashed} trials", False)
    if not answered([conclusion]):
        return skipped(CHECK, ASKED, "fewer than 6 valid blocks: the machine was disturbed")
    inside, outside = 1 - BAND, 1 + BAND
    interval: Interval = conclusion.interval
    if interval.low > outside or interval.high < inside:
        return judged(CHECK, ASKED, shown(conclusion), False)
    if interval.low < inside or interval.high > outside:
        return skipped(CHECK, ASKED, f"{shown(conclusion)}: the machine is too restless to tell")
    return judged(CHECK, ASKED, shown(conclusion), True)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Each disturbance in one trial of an experiment, and none in the trial before it: the check that is meant for it has
to flag the one and to leave the other alone."""

import os
import signal
import subprocess
import time
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Callable

from . import engine
from .disturber import NAME
from .place import Place
from .processes import Lines, disturber
from .report import UNAVAILABLE, Finding, judged, skipped, tell
from .results import Results, flagged

CALM, TOUCHED = 1, 2  # trials
ATTEMPTS = 3  # while something else flags the trial that is to be left alone
LONGEST_S = 120  # that a disturber lives, whatever happens
MEMORY_LEFT = 0.08  # of all; the guard's limit is 0.10, and 1 GiB always stays
STOP_S = 0.3


@dataclass(frozen=True)
class Disturbance:
    name: str  # of its plans
    check: str
    intended: tuple  # names of the checks that are meant for it
    begin: Callable  # (stack, engine id): begins it; what is on the stack ends with the measure window
    named: bool = False  # the check has to name the culprit
    in_washout: bool = False  # begins before the trial, because it takes its time
    washout_s: float = 0.2


def hog(place: Place, kind: str, *arguments):
    def begin(stack: ExitStack, _engine: int):
        return stack.enter_context(disturber(kind, *arguments, LONGEST_S, cpu=place.cpus[1]))
    return begin


def stop_generator(_stack: ExitStack, pid: int):
    time.sleep(0.2)  # well inside the window
    os.kill(pid, signal.SIGSTOP)
    try:
        time.sleep(STOP_S)
    finally:
        os.kill(pid, signal.SIGCONT)


def disturbances(place: Place) -> list:
    return [
        Disturbance("cpu-20", "CPU hog, 20 % of a core", ("foreign_cpu",), hog(place, "cpu", 0.2), named=True),
        Disturbance("cpu-100", "CPU hog, 100 % of a core", ("foreign_cpu",), hog(place, "cpu", 1), named=True),
        Disturbance("stop", "generator stopped for 300 ms", ("loop_hiccup", "lag_p99"), stop_generator),
        Disturbance("memory", "memory hog", ("memory_used", "swapping"), hog(place, "memory", MEMORY_LEFT),
                    in_washout=True, washout_s=10 if place.quick else 60),
        Disturbance("disk", "disk writer", ("io_pressure",), hog(place, "disk", place.scratch)),
    ]


class Follower:
    """Begins the disturbance in its trial, and ends it after the measure window."""

    def __init__(self, disturbance: Disturbance):
        self._disturbance = disturbance
        self._stack = ExitStack()
        self._process = None
        self.reached = True  # what was to be done could be done

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._stack.close()

    def __call__(self, event: dict, pid: int):
        if event["type"] != "phase_started":
            return
        trial, phase = event["trial"], event["phase"]
        first = (CALM, "washout") if self._disturbance.in_washout else (TOUCHED, "measure")
        if (trial, phase) == first:
            self._process = self._disturbance.begin(self._stack, pid)
        if (trial, phase) == (TOUCHED, "measure") and self._disturbance.in_washout:
            self.reached = has_begun(self._process)
        if (trial, phase) == (TOUCHED, "drain"):
            self._stack.close()


def has_begun(process: subprocess.Popen) -> bool:
    try:
        return Lines(process.stdout).next(time.monotonic()) == b"begun"
    except TimeoutError:
        return False


def contaminations(place: Place):
    """Programs that disturb on purpose: each is seen by the check that is meant for it."""
    return [one(place, disturbance) for disturbance in disturbances(place)]


def one(place: Place, disturbance: Disturbance) -> Finding:
    for attempt in range(1, ATTEMPTS + 1):
        plan = place.plan(f"disturbed-{disturbance.name}-{attempt}", blocks=1, action="mark", seed=place.seed + attempt)
        plan = plan.lasting(measure=3 if place.quick else 6, washout=disturbance.washout_s)
        with Follower(disturbance) as follower:
            results = engine.run(place, plan, follower)
        finding = finding_of(disturbance, results, follower.reached)
        tell(f"  {finding.check}: {finding.seen}, {finding.result}")
        if not flagged(results.checks(CALM, *disturbance.intended)):
            break
    return finding


def finding_of(disturbance: Disturbance, results: Results, reached: bool) -> Finding:
    names = " or ".join(disturbance.intended)
    asked = f"{names} flags it{' by name' if disturbance.named else ''}, and not the trial before"
    if not reached:
        why = "not reached: filling the memory would take too long, or leave less than 1 GiB"
        return skipped(disturbance.check, asked, why)
    before, touched = (results.checks(trial, *disturbance.intended) for trial in (CALM, TOUCHED))
    if not touched:
        return judged(disturbance.check, asked, "the trial has no such check", False)
    if all(check.outcome == UNAVAILABLE for check in touched):
        return Finding(disturbance.check, asked, touched[0].text, UNAVAILABLE)
    hits = flagged(touched)
    is_named = not disturbance.named or any(NAME in check.text for check in hits)
    seen = ", ".join(map(str, hits or touched)) + ("" if is_named else ", culprit not named")
    if early := flagged(before):
        seen += f"; the trial before: {', '.join(map(str, early))}"
    return judged(disturbance.check, asked, seen, bool(hits) and is_named and not early)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine, run on a plan and followed through its event stream."""

import json
import subprocess
import time
from pathlib import Path

from .place import Failed, Place
from .plans import PlanText
from .processes import Lines, end, with_us
from .results import Results

DONE, RULE_FAILED, NO_VERDICT = 0, 1, 2  # exit codes of ceteris-cli


def plan_file(place: Place, plan: PlanText) -> Path:
    path = place.scratch / f"{plan.name}.ceteris.toml"
    path.write_text(plan.text(), encoding="utf-8")
    return path


def preflight(place: Place, plan: PlanText, limit_s: float):
    """Exit code and what was said."""
    command = with_us([place.ours("ceteris-cli"), "preflight", plan_file(place, plan)])
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=limit_s, encoding="utf-8")
    except subprocess.TimeoutExpired:
        raise Failed(f"ceteris-cli preflight did not end within {limit_s:.0f} s") from None
    return done.returncode, done.stdout


def run(place: Place, plan: PlanText, follow=None) -> Results:
    """One experiment to its end. follow(event, id of the engine) is called for each event as it comes."""
    limit_s = 60 + 4 * plan.blocks * len(plan.arms) * plan.trial_s()  # blocks that are void run again
    complaints = place.scratch / f"{plan.name}.err"
    command = [place.ours("ceteris-cli"), "run", plan_file(place, plan), "--events", "--output", place.scratch]
    with complaints.open("wb") as err:
        process = subprocess.Popen(with_us(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=err)
    folder = None
    try:
        lines = Lines(process.stdout)
        deadline = time.monotonic() + limit_s
        while (line := lines.next(deadline)) is not None:
            event = json.loads(line)
            folder = folder or (event["type"] == "experiment_started" and event["folder"])
            if follow:
                follow(event, process.pid)
        code = process.wait(timeout=10)
    except (TimeoutError, subprocess.TimeoutExpired):
        raise Failed(f"{plan.name}: the engine did not end within {limit_s:.0f} s") from None
    finally:
        end(process)
    if code not in (DONE, RULE_FAILED, NO_VERDICT) or not folder:
        raise Failed(f"{plan.name}: ceteris-cli ended with {code}: {complaints.read_text(errors='replace').strip()}")
    return Results(Path(folder))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves Ceteris on the real pipeline, with experiments whose answer is known; packaging/selftest builds what this
needs."""

import argparse
import os
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from suite import readiness
from suite.contamination import contaminations
from suite.observer import window_open_and_closed
from suite.place import Failed, Place
from suite.report import FAILED, Finding, caption, skipped, table, tell
from suite.truth import equal_arms, known_effects

PARTS = {"contamination": contaminations, "known effects": known_effects, "equal arms (A/A)": equal_arms,
         "observer": window_open_and_closed}


def arguments():
    parser = argparse.ArgumentParser(
        prog="packaging/selftest", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Runs experiments whose answer is known, about 30 minutes on two quiet CPUs, and prints a table:\n"
                    "equal arms, known differences, programs that disturb on purpose, the window open and closed.\n"
                    "It fills memory and CPUs for seconds: not for a machine that others work on.",
        epilog="Exit code: 0 all passed or skipped (a busy machine is skipped, not passed), 1 something failed.")
    parser.add_argument("--quick", action="store_true", help="a shortened form: whether it runs, not whether it holds")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the table into this file too")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep plans and results folders here")
    parser.add_argument("--seed", type=int, default=1, help="of everything random (default: %(default)s)")
    parser.add_argument("--aa-minutes", type=float, default=10, metavar="M",
                        help="of experiments with equal arms (default: %(default)s); more tell more")
    parser.add_argument("--only", choices=PARTS, action="append", metavar="PART",
                        help=f"one of {', '.join(PARTS)}; may be given again (default: all)")
    parser.add_argument("--busy", action="store_true", help="go on even when pre-flight says that others disturb")
    parser.add_argument("--build", type=Path, default=Path("build/ci"), help="build folder (default: %(default)s)")
    return parser.parse_args()


def findings_of(part: str, place: Place) -> list:
    began = time.monotonic()
    tell(f"{part}: {PARTS[part].__doc__}")
    try:
        found = PARTS[part](place)
    except (Failed, OSError) as reason:
        found = [Finding(part, "to run", str(reason), FAILED)]
    tell(f"  {time.monotonic() - began:.0f} s")
    return found


def test(place: Place, parts, even_if_busy: bool) -> list:
    try:
        reason = readiness.ask(place)
    except Failed as failure:
        return [Finding("pre-flight", "the machine is quiet", str(failure), FAILED)]
    if reason and not even_if_busy:
        tell(f"SKIPPED: {reason}")
        return [skipped("pre-flight", "the machine is quiet", f"SKIPPED: {reason}"),
                *(skipped(part, "", "") for part in parts)]
    asked = Finding("pre-flight", "the machine is quiet", reason or "it is", "ignored" if reason else "pass")
    return [asked, *(finding for part in parts for finding in findings_of(part, place))]


def main() -> int:
    chosen = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # unwinds, so that children end and folders go
    cpus = tuple(sorted(os.sched_getaffinity(0))[:2])
    if len(cpus) < 2:
        print("SKIPPED: two CPUs are needed, one for the load and one for the target.")
        return 0
    build = chosen.build.resolve()
    with ExitStack() as stack:
        # Beside the programs, because /tmp may be memory and the disk writer needs a disk.
        scratch = chosen.keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="selftest-", dir=build)))
        scratch.mkdir(parents=True, exist_ok=True)
        findings = test(Place(build / "bin", scratch.resolve(), cpus, chosen.quick, chosen.seed,
                              60 * chosen.aa_minutes), chosen.only or PARTS, chosen.busy)
    text = f"{table(findings)}\n\n{caption(chosen.quick, chosen.seed, cpus)}"
    print(text)
    if chosen.output:
        chosen.output.write_text(text + "\n", encoding="utf-8")
    return 1 if any(finding.failed for finding in findings) else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)

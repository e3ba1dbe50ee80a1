# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Ceteris against its peers; packaging/bench installs and builds what this needs."""

import argparse
import os
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path

from suite.benches import BENCHES
from suite.place import GENERATOR_CORE, SERVER_CORE, Absent, Place, busy_cores
from suite.processes import Failed
from suite.report import Broken, table, tell


def arguments():
    names = "\n".join(f"  {name:10} {bench.__doc__}" for name, bench in BENCHES.items())
    parser = argparse.ArgumentParser(
        prog="packaging/bench", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Measures Ceteris against its peers, one core for the load and one for the server.",
        epilog=f"benches:\n{names}\n\n"
               "Exit code: 0 every limit is kept or its peer is absent, 1 one is not kept, 3 cannot measure here.")
    parser.add_argument("names", metavar="NAME", nargs="*", help="run these only; all when none is named")
    parser.add_argument("--quick", action="store_true", help="one short round each: whether it runs, not how fast")
    parser.add_argument("--build", type=Path, default=Path("build/ci"), help="build folder (default: %(default)s)")
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - set(BENCHES):
        parser.error(f"no such bench: {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}")
    return chosen


def findings_of(name: str, place: Place):
    began = time.monotonic()
    print(f"{name}: {BENCHES[name].__doc__}", file=sys.stderr, flush=True)
    try:
        found = list(BENCHES[name](place))
    except (Absent, Failed, OSError) as reason:
        found = [Broken(name, str(reason))]
        tell(str(reason))
    tell(f"{time.monotonic() - began:.0f} s")
    return found


def main() -> int:
    chosen = arguments()
    if not {GENERATOR_CORE, SERVER_CORE} <= os.sched_getaffinity(0):
        print("Two cores are needed, 0 and 1: one for the load, one for the server.", file=sys.stderr)
        return 3
    os.sched_setaffinity(0, {GENERATOR_CORE})
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # unwinds, so that children end and folders go

    if (busy := busy_cores()) > 0.1:
        print(f"Other programs keep {busy:.1f} cores busy: the ratios below are less sure than on a quiet machine.",
              file=sys.stderr)

    cache = chosen.build.resolve() / "bench"
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="ceteris-bench-") as scratch:
        place = Place(bin=chosen.build.resolve() / "bin", cache=cache, scratch=Path(scratch), quick=chosen.quick,
                      seconds=2 if chosen.quick else 5, rounds=1 if chosen.quick else 3)
        findings = [finding for name in chosen.names or BENCHES for finding in findings_of(name, place)]
    print(table(findings))
    return 0 if all(finding.passed for finding in findings) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)

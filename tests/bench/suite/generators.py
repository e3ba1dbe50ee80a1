# SPDX-License-Identifier: GPL-3.0-or-later
"""Load generators, each on the generator's core: requests a second, one at a time per user, no think time."""

import csv
import json
import os
import re

from .place import GENERATOR_CORE, SOURCES, Place, program
from .processes import Failed, run

SLACK_S = 30  # to start and to end, on top of the measurement


def number_after(pattern: str, text: str, tool: str) -> float:
    found = re.search(pattern + r"\s*([\d.]+)", text)
    if found is None:
        raise Failed(f"{tool} printed no rate: {text.strip()[-400:]}")
    return float(found[1])


def wrk(place: Place, url: str, users=50, cookie="") -> float:
    headers = ["-H", f"Cookie: {cookie}"] if cookie else []
    text = run([program("wrk", "wrk"), "-t1", f"-c{users}", f"-d{place.seconds}s", "--timeout", "10s", *headers, url],
               GENERATOR_CORE, place.seconds + SLACK_S)
    if "Non-2xx" in text:
        raise Failed(f"answers other than 2xx from {url}")
    return number_after("Requests/sec:", text, "wrk")


def hey(place: Place, url: str, users=50) -> float:
    text = run([program("hey", "hey"), "-z", f"{place.seconds}s", "-c", users, url], GENERATOR_CORE,
               place.seconds + SLACK_S, env={**os.environ, "GOMAXPROCS": "1"})
    return number_after("Requests/sec:", text, "hey")


def ceteris(place: Place, url: str, users=50) -> float:
    text = run([place.ours("ceteris-cli"), "load", url, "--users", users, "--think", 0, "--duration", place.seconds,
                "--threads", 1, "--json"], GENERATOR_CORE, place.seconds + SLACK_S)
    result = json.loads(text)
    if result["errors"]:
        raise Failed(f"ceteris-cli load: {result['errors']} errors from {url}")
    return result["requests_per_s"]


def locust(place: Place, url: str, users: int, locustfile: str) -> float:
    prefix = place.scratch / "locust"
    run([program("locust", "python3-locust"), "--headless", "--only-summary", "--locustfile",
         SOURCES / "locust" / locustfile, "--host", url, "--users", users, "--spawn-rate", users, "--reset-stats",
         "--run-time", f"{place.seconds + 1}s", "--csv", prefix], GENERATOR_CORE, place.seconds + SLACK_S)
    with open(f"{prefix}_stats.csv", newline="") as stats:
        total = next(row for row in csv.DictReader(stats) if row["Name"] == "Aggregated")
    if int(total["Failure Count"]):
        raise Failed(f"Locust: {total['Failure Count']} failures from {url}")
    return float(total["Requests/s"])


def locust_fast(place: Place, url: str, users=50) -> float:
    return locust(place, url, users, "fast.py")


def locust_plain(place: Place, url: str, users=50) -> float:
    return locust(place, url, users, "plain.py")

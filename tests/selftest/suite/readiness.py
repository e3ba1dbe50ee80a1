# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether this machine is quiet enough for the self-test to mean anything."""

import re
from typing import Optional

from . import engine
from .place import Place

QUIET_WAIT_S = 60
ROW = "Other programs"


def reason_to_skip(code: int, said: str) -> Optional[str]:
    """One sentence; None when the machine is ready."""
    if code != 0:
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        return f"ceteris-cli preflight ended with {code}: {lines[-1] if lines else 'it said nothing'}"
    row = next((line for line in said.splitlines() if line[1:].strip().startswith(ROW)), None)
    if row is None:
        return f'ceteris-cli preflight has no row "{ROW}".'
    value = row.partition(ROW)[2].strip()
    return None if row.startswith("✔") else f"Other programs disturb: {re.sub(' {2,}', '; ', value)}."


def ask(place: Place) -> Optional[str]:
    wait_s = 5 if place.quick else QUIET_WAIT_S
    return reason_to_skip(*engine.preflight(place, place.plan("ready", quiet_wait_s=wait_s), wait_s + 60))

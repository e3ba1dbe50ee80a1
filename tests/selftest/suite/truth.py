# SPDX-License-Identifier: GPL-3.0-or-later
"""Experiments whose answer is known: equal arms, and services that are slower by a known share."""

import random
import time
from contextlib import ExitStack
from dataclasses import dataclass

from . import engine
from .arithmetic import RESOLUTION, Interval, most_by_chance, true_ratio
from .place import Place
from .plans import foreign_arm
from .processes import latency_server
from .report import Finding, judged, skipped, tell

FEWEST_BLOCKS = 6  # for a verdict
BASE_MS = 10.0
ATTEMPTS = 2  # for an answer
NO_ANSWER = "no experiment got what an answer needs, 6 valid blocks and enough requests"
EFFECTS = (0, 5, 10, 20)  # per cent


def equal_arms(place: Place):
    """As many A/A experiments as there is time for: how often a difference is claimed."""
    began = time.monotonic()
    found, longest = [], 0.0
    while not found or (not place.quick and time.monotonic() - began + longest < place.equal_arms_s):
        start = time.monotonic()
        number = len(found) + 1
        results = engine.run(place, place.plan(f"equal-{number}", seed=place.seed + number))
        found.append((results.primary(), results.exploratory("refresh", "response_p95")))
        longest = max(longest, time.monotonic() - start)
        tell(f"  {number}: p50 {shown(found[-1][0])}; p95 {shown(found[-1][1])}; "
             f"{results.void_blocks()} void blocks, {longest:.0f} s")
    return [false_claims("A/A, refresh p50 (registered)", [p50 for p50, _ in found]),
            for_the_record("A/A, refresh p95", [p95 for _, p95 in found])]


def answered(conclusions) -> list:
    return [it for it in conclusions if it and it.interval and it.blocks >= FEWEST_BLOCKS]


def shown(conclusion) -> str:
    return f"{conclusion.ratio:.3f} ({conclusion.interval})" if conclusion and conclusion.interval else "no interval"


def claims(conclusions) -> str:
    valid = answered(conclusions)
    if not valid:
        return NO_ANSWER
    count = sum(it.claims_a_difference() for it in valid)
    widest = max(max(it.interval.high, 1 / it.interval.low) - 1 for it in valid)
    text = f"{count} of {len(valid)} claim a difference; no interval reaches further than {widest * 100:.1f} %"
    return text + (f"; {len(conclusions) - len(valid)} without an answer" if len(valid) < len(conclusions) else "")


def false_claims(check: str, conclusions) -> Finding:
    valid = answered(conclusions)
    if not valid:
        return skipped(check, "few false claims", NO_ANSWER)
    most = most_by_chance(len(valid))
    count = sum(it.claims_a_difference() for it in valid)
    return judged(check, f"at most {most} false claims of {len(valid)}", claims(conclusions), count <= most)


def for_the_record(check: str, conclusions) -> Finding:
    return Finding(check, "for the record", claims(conclusions), "")


@dataclass(frozen=True)
class Effect:
    """What one experiment was given and what it found; the arms are called by letters."""
    percent: int
    slower: str  # the arm, drawn from the seed
    floor_ms: float
    found: Interval
    ratio: float

    def truth(self, floor_ms: float = 0) -> float:
        slow_ms = BASE_MS * (1 + self.percent / 100)
        arm_ms, control_ms = (slow_ms, BASE_MS) if self.slower == "b" else (BASE_MS, slow_ms)
        return true_ratio(arm_ms, control_ms, floor_ms)

    def is_right(self) -> bool:
        return self.found.contains(self.truth(self.floor_ms), RESOLUTION)

    def is_found(self) -> bool:
        return not self.found.contains(1)


def known_effects(place: Place):
    """Services whose times differ by a known share: what is found, and which of them is called the slower one."""
    effects, findings = [], []
    for percent in (0, 20) if place.quick else EFFECTS:
        check = f"known effect of {percent} %"
        effect = measured(place, percent)
        if effect is None:
            findings.append(skipped(check, "an interval", "fewer than 6 valid blocks: the machine was disturbed"))
        else:
            effects.append(effect)
            findings.append(effect_finding(check, effect))
        tell(f"  {percent} %: {findings[-1].seen}")
    if effects:
        most = most_by_chance(len(effects))
        wrong = sum(not effect.is_right() for effect in effects)
        asked = f"at most {most} of {len(effects)} intervals miss the truth"
        seen = f"{wrong} of {len(effects)} miss it"
        findings.append(judged("known effects, all of them", asked, seen, wrong <= most))
    return findings


def measured(place: Place, percent: int):
    """None when the machine was disturbed too often. Again only for want of an interval, never for what it says."""
    attempts = (attempted(place, percent, attempt) for attempt in range(1, ATTEMPTS + 1))
    return next((effect for effect in attempts if effect), None)


def attempted(place: Place, percent: int, attempt: int):
    slow_ms = BASE_MS * (1 + percent / 100)
    slower = random.Random(f"{place.seed} {percent}").choice("ab")
    with ExitStack() as stack:
        def arm(name):
            milliseconds = slow_ms if name == slower else BASE_MS
            return foreign_arm(name, stack.enter_context(latency_server(place, milliseconds)))

        plan = place.plan(f"effect-{percent}-{attempt}", arms=(arm("a"), arm("b")), seed=place.seed + attempt)
        results = engine.run(place, plan)
    conclusion, control_ms = results.primary(), results.median_ms("a")
    if not answered([conclusion]) or control_ms is None:
        return None
    floor_ms = control_ms - (slow_ms if slower == "a" else BASE_MS)
    return Effect(percent, slower, floor_ms, conclusion.interval, conclusion.ratio)


def effect_finding(check: str, effect: Effect) -> Finding:
    truth = effect.truth(effect.floor_ms)
    asked = f"{effect.truth():.3f}; {truth:.3f} with the {effect.floor_ms:.2f} ms on the way"
    seen = f"{effect.ratio:.3f} ({effect.found}), {'holds' if effect.is_right() else 'misses'} the truth"
    if effect.percent == 0:
        return Finding(check, asked, seen, "")  # judged with the others: chance may miss one
    return judged(check, asked + ", and found", seen + (", found" if effect.is_found() else ", not found"),
                  effect.is_found())

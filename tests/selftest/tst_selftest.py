# SPDX-License-Identifier: GPL-3.0-or-later
"""The self-test's own arithmetic, its reading of results, its table; and that nothing it starts outlives it."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from suite import arithmetic, contamination, observer, processes, readiness, report, truth  # noqa: E402
from suite.arithmetic import Interval  # noqa: E402
from suite.place import Place  # noqa: E402
from suite.results import Conclusion, Results, flagged  # noqa: E402


class Arithmetic(unittest.TestCase):
    def test_limits_are_those_of_the_ledger(self):
        for tries, most in ((1, 1), (4, 1), (6, 2), (20, 3), (40, 5), (100, 10)):
            with self.subTest(tries=tries):
                self.assertEqual(arithmetic.most_by_chance(tries), most)

    def test_binomial_tail(self):
        self.assertAlmostEqual(arithmetic.at_least(4, 20), 0.0159, places=4)
        self.assertAlmostEqual(arithmetic.at_least(0, 5), 1)

    def test_floor_makes_the_true_ratio_smaller(self):
        self.assertAlmostEqual(arithmetic.true_ratio(12, 10, 0), 1.2)
        self.assertAlmostEqual(arithmetic.true_ratio(12, 10, 10), 1.1)

    def test_interval_grants_the_resolution_of_the_histograms(self):
        interval = Interval(1.1, 1.2)
        for ratio, resolution, inside in ((1.1, 0, True), (1.2, 0, True), (1.2005, 0, False), (1.2005, 0.001, True),
                                          (1.0995, 0, False), (1.0995, 0.001, True), (1.21, 0.001, False)):
            with self.subTest(ratio=ratio, resolution=resolution):
                self.assertEqual(interval.contains(ratio, resolution), inside)


def conclusion(low, high, blocks=6):
    return Conclusion("response_p50", blocks, (low + high) / 2, Interval(low, high), "INCONCLUSIVE")


class Truth(unittest.TestCase):
    def test_false_claims_are_counted_against_chance(self):
        quiet, claim = conclusion(0.99, 1.01), conclusion(1.01, 1.02)
        for claims, result in ((0, report.PASSED), (2, report.PASSED), (3, report.FAILED)):
            with self.subTest(claims=claims):
                finding = truth.false_claims("A/A", [claim] * claims + [quiet] * (6 - claims))
                self.assertEqual(finding.result, result)
                self.assertIn(f"{claims} of 6", finding.seen)

    def test_no_answer_is_skipped_not_passed(self):
        unsure = Conclusion("response_p50", 0, None, None, "NOT COMPARABLE")
        finding = truth.false_claims("A/A", [None, unsure, conclusion(1.1, 1.2, blocks=5)])
        self.assertEqual(finding.result, report.SKIPPED)
        self.assertIn("6 valid blocks", truth.for_the_record("A/A", [None]).seen)

    def test_effect_is_right_when_its_interval_holds_the_truth(self):
        for slower, low, high, right, found in (("b", 1.19, 1.21, True, True), ("b", 1.10, 1.15, False, True),
                                                ("b", 0.99, 1.25, True, False), ("a", 0.82, 0.84, True, True),
                                                ("a", 1.19, 1.21, False, True)):
            with self.subTest(slower=slower, low=low):
                effect = truth.Effect(20, slower, 0.0, Interval(low, high), 1.0)
                self.assertEqual((effect.is_right(), effect.is_found()), (right, found))

    def test_no_effect_must_not_be_found_but_chance_may_miss_one(self):
        finding = truth.effect_finding("none", truth.Effect(0, "b", 0.1, Interval(1.01, 1.02), 1.015))
        self.assertIn("misses", finding.seen)
        self.assertFalse(finding.failed)

    def test_missed_effect_fails(self):
        finding = truth.effect_finding("5 %", truth.Effect(5, "b", 0.1, Interval(0.99, 1.06), 1.03))
        self.assertTrue(finding.failed)


VERDICT = {"blocks_void": 2, "primary": [{"metric": "response_p50", "operation": "refresh", "blocks": 6, "ratio": 1.02,
                                          "interval": [1.01, 1.03], "verdict": "EQUIVALENT"}],
           "exploratory": [{"metric": "response_p99", "operation": "refresh", "blocks": 6, "ratio": None,
                            "interval": None, "verdict": "NOT COMPARABLE"}]}
CHECKS = """block,trial,arm,level,kind,check,value,unit,mark_limit,void_limit,outcome,text
1,1,memory,paced,guard,foreign_cpu,0.01,share,0.05,0.12,{before},{text}
1,1,memory,paced,guard,io_pressure,,share,0.01,0.1,unavailable,no /proc/pressure
1,2,memory,paced,guard,foreign_cpu,0.2456,share,0.05,0.12,{touched},"{text}"
1,2,memory,paced,guard,io_pressure,,share,0.01,0.1,unavailable,no /proc/pressure
"""
TRIALS = """trial,arm,operation,status,response_p50_us
1,a,login,ok,90000
1,a,refresh,ok,10100
2,a,refresh,ok,10300
3,a,refresh,void,99000
4,a,refresh,ok,
5,b,refresh,ok,12000
"""



class Observer(unittest.TestCase):
    def test_only_an_interval_inside_the_band_passes(self):
        for low, high, result in ((0.985, 1.015, report.PASSED), (1.001, 1.015, report.PASSED),
                                  (0.97, 1.01, report.SKIPPED), (0.99, 1.03, report.SKIPPED),
                                  (1.021, 1.05, report.FAILED), (0.9, 0.979, report.FAILED)):
            with self.subTest(low=low, high=high):
                self.assertEqual(observer.finding_of(conclusion(low, high), 0).result, result)

    def test_a_window_that_crashed_proves_nothing(self):
        self.assertEqual(observer.finding_of(conclusion(0.99, 1.01), 1).result, report.FAILED)
        self.assertEqual(observer.finding_of(None, 0).result, report.SKIPPED)

    def test_the_window_is_open_in_the_trials_of_its_arm_only(self):
        opened = []

        class Shown:
            def __enter__(self):
                opened.append("open")
                return self

            def __exit__(self, *_):
                opened.append("closed")

            def poll(self):
                return None

        real, observer.window = observer.window, lambda place, folder: Shown()
        try:
            follower = observer.Follower(None)
            for event in ({"type": "experiment_started", "folder": "x"},
                          {"type": "trial_started", "arm": observer.CLOSED},
                          {"type": "phase_started", "phase": "warmup"}, {"type": "phase_started", "phase": "drain"},
                          {"type": "trial_started", "arm": observer.OPEN},
                          {"type": "phase_started", "phase": "warmup"}, {"type": "phase_started", "phase": "measure"},
                          {"type": "phase_started", "phase": "drain"}):
                follower(event, 0)
                if event.get("phase") == "measure":
                    self.assertEqual(opened, ["open"])
        finally:
            observer.window = real
        self.assertEqual(opened, ["open", "closed"])
        self.assertEqual(follower.crashed, 0)


class Reading(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.results = Results(self.folder)

    def checks(self, before="ok", touched="void", text="Others: selftest-hog 0.49"):
        (self.folder / "checks.csv").write_text(CHECKS.format(before=before, touched=touched, text=text))

    def test_verdict(self):
        (self.folder / "verdict.json").write_text(json.dumps(VERDICT))
        self.assertEqual(self.results.primary().interval, Interval(1.01, 1.03))
        self.assertTrue(self.results.primary().claims_a_difference())
        self.assertIsNone(self.results.exploratory("refresh", "response_p99").interval)
        self.assertIsNone(self.results.exploratory("login", "response_p99"))
        self.assertEqual(self.results.void_blocks(), 2)

    def test_folder_of_an_experiment_that_got_nowhere(self):
        self.assertIsNone(self.results.primary())
        self.assertIsNone(self.results.median_ms("a"))
        self.assertEqual(self.results.checks(1, "foreign_cpu"), [])

    def test_median_of_valid_refreshes(self):
        (self.folder / "trials.csv").write_text(TRIALS)
        self.assertAlmostEqual(self.results.median_ms("a"), 10.2)

    def test_checks_of_one_trial(self):
        self.checks()
        touched, = self.results.checks(2, "foreign_cpu")
        self.assertEqual(str(touched), "foreign_cpu void (0.246 share)")
        self.assertEqual(flagged(self.results.checks(1, "foreign_cpu", "io_pressure")), [])

    def test_disturbance_has_to_be_seen_by_name_and_only_where_it_was(self):
        hog = contamination.Disturbance("hog", "hog", ("foreign_cpu",), lambda *_: None, named=True)
        for expected, rows in ((report.PASSED, {}), (report.PASSED, {"touched": "mark"}),
                               (report.FAILED, {"touched": "ok"}), (report.FAILED, {"before": "mark"}),
                               (report.FAILED, {"text": "Others: cc1plus 0.49"})):
            with self.subTest(rows=rows):
                self.checks(**rows)
                self.assertEqual(contamination.finding_of(hog, self.results, True).result, expected)

    def test_what_cannot_be_read_or_reached_is_said(self):
        self.checks()
        disk = contamination.Disturbance("disk", "disk", ("io_pressure",), lambda *_: None)
        self.assertEqual(contamination.finding_of(disk, self.results, True).result, report.UNAVAILABLE)
        self.assertEqual(contamination.finding_of(disk, self.results, False).result, report.SKIPPED)
        gone = contamination.Disturbance("x", "x", ("no_such_check",), lambda *_: None)
        self.assertEqual(contamination.finding_of(gone, self.results, True).result, report.FAILED)


class Readiness(unittest.TestCase):
    def test_reasons(self):
        quiet = "✔ Other programs        0.4 % of the CPUs  limit 5 %\n✔ CPU sets  apart\n"
        busy = "⚠ Other programs        19.1 % of the CPUs, most of all cc1plus  limit 5 %\n    Why: x\n"
        self.assertIsNone(readiness.reason_to_skip(0, quiet))
        self.assertEqual(readiness.reason_to_skip(0, busy),
                         "Other programs disturb: 19.1 % of the CPUs, most of all cc1plus; limit 5 %.")
        self.assertIn("no row", readiness.reason_to_skip(0, "✔ CPU sets  apart\n"))
        self.assertIn("ended with 2: too few files", readiness.reason_to_skip(2, quiet + "too few files\n"))


class Report(unittest.TestCase):
    def test_table(self):
        text = report.table([report.judged("a | b", "x", "y\nz", False), report.skipped("c", "", "why")])
        self.assertEqual(text.splitlines(), ["| check | asked | seen | result |", "| --- | --- | --- | --- |",
                                             "| a \\| b | x | y z | FAIL |", "| c |  | why | skipped |"])


class Processes(unittest.TestCase):
    def test_follower_disturbs_one_window_of_one_trial(self):
        seen = []

        def begin(stack, pid):
            seen.append(pid)
            stack.callback(seen.append, "over")

        with contamination.Follower(contamination.Disturbance("x", "x", ("y",), begin)) as follower:
            for trial in (1, 2):
                for phase in ("warmup", "measure", "drain"):
                    follower({"type": "phase_started", "trial": trial, "phase": phase}, 7)
                    follower({"type": "tick", "trial": trial, "phase": phase}, 7)
                    expected = [] if trial == 1 or phase == "warmup" else [7] if phase == "measure" else [7, "over"]
                    self.assertEqual(seen, expected)

    def test_disturber_has_a_name_of_its_own_and_ends_with_us(self):
        with processes.disturber("cpu", 0.1, 20, cpu=min(os.sched_getaffinity(0))) as process:
            self.assertEqual(processes.Lines(process.stdout).next(time.monotonic() + 10), b"begun")
            self.assertEqual(Path(f"/proc/{process.pid}/comm").read_text().strip(), "selftest-hog")
        self.assertIsNotNone(process.returncode)

    def test_disturber_ends_by_itself(self):
        with processes.disturber("cpu", 0.1, 0.2) as process:
            self.assertEqual(process.wait(timeout=10), 0)

    def test_memory_that_is_there_is_not_taken(self):
        with processes.disturber("memory", 1, 0.2) as process:  # all may be left: nothing to take
            self.assertEqual(processes.Lines(process.stdout).next(time.monotonic() + 10), b"begun")
            self.assertEqual(process.wait(timeout=10), 0)

    def test_generator_goes_on_after_its_stop(self):
        process = subprocess.Popen(["sleep", "60"])
        try:
            contamination.stop_generator(None, process.pid)
            self.assertNotEqual(Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[0], "T")
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()

    def test_late_line_is_not_waited_for(self):
        process = subprocess.Popen(["sleep", "60"], stdout=subprocess.PIPE)
        try:
            with self.assertRaises(TimeoutError):
                processes.Lines(process.stdout).next(time.monotonic() + 0.05)
        finally:
            processes.end(process)

    def test_plan_is_for_two_cpus(self):
        text = Place(Path(), Path(), (3, 5), True, 1).plan("x").text()
        self.assertIn("generator = [3]\nserver = [5]\nstore = [5]", text)


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The bench suite's own promises: medians of interleaved rounds, honest verdicts, no child left behind."""

import contextlib
import io
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from suite import benches, generators, pace, processes, report  # noqa: E402
from suite.place import Absent, Place, program  # noqa: E402


class Report(unittest.TestCase):
    def test_limits(self):
        for value, limit, at_least, passed in ((1.0, 1.0, True, True), (0.99, 1.0, True, False),
                                               (4.99, 5.0, False, True), (5.0, 5.0, False, False)):
            with self.subTest(value=value, limit=limit):
                self.assertEqual(report.Check("x", value, limit, at_least).passed, passed)

    def test_rounds_take_turns_and_medians_are_reported(self):
        order = []
        rates = {"a": iter((5.0, 1.0, 3.0)), "b": iter((30.0, 10.0, 20.0))}

        def contestant(name):
            return lambda: order.append(name) or next(rates[name])

        with contextlib.redirect_stderr(io.StringIO()):
            medians = report.interleaved({name: contestant(name) for name in rates}, 3)
        self.assertEqual(order, ["a", "b"] * 3)
        self.assertEqual(medians, {"a": 3.0, "b": 20.0})

    def test_table_shows_value_limit_and_verdict(self):
        text = report.table([report.Check("ours / theirs", 0.5, 1.0), report.Skipped("peer", "not here")])
        self.assertRegex(text, r"ours / theirs +0\.50 +>= 1 +FAIL")
        self.assertRegex(text, r"peer +skipped +not here")


class Generators(unittest.TestCase):
    def test_rate_is_found_or_missed_loudly(self):
        self.assertEqual(generators.number_after("Requests/sec:", "x\nRequests/sec:  1234.5\n", "wrk"), 1234.5)
        with self.assertRaises(processes.Failed):
            generators.number_after("Requests/sec:", "unable to connect", "wrk")

    def test_missing_program_names_its_package(self):
        with self.assertRaisesRegex(Absent, "no-such-package"):
            program("no-such-program", "no-such-package")

    def test_our_own_missing_program_fails_the_bench(self):
        with tempfile.TemporaryDirectory() as empty:
            with self.assertRaises(Absent):
                list(benches.memory(Place(Path(empty), Path(empty), Path(empty), True, 1, 1)))


class Pace(unittest.TestCase):
    def test_answer_in_pieces_is_read_whole(self):
        server, client = socket.socketpair()
        pieces = (b"HTTP/1.1 200 OK\r\nContent-Le", b"ngth: 5\r\n\r\nab", b"cde")

        def send():
            for piece in pieces:
                server.sendall(piece)
                time.sleep(0.01)
            server.close()

        with client:
            threading.Thread(target=send).start()
            self.assertTrue(pace.answer(client).startswith(b"HTTP/1.1 200"))
            self.assertEqual(client.recv(1), b"")


class Processes(unittest.TestCase):
    def setUp(self):
        self.core = min(os.sched_getaffinity(0))
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.log = Path(folder.name) / "log"

    def test_child_runs_on_its_core_and_is_stopped(self):
        with processes.child(["sleep", "60"], self.core, self.log) as it:
            it.wait_for(lambda: os.sched_getaffinity(it.process.pid) == {self.core}, "core")
        self.assertFalse(it.alive())

    def test_early_end_says_why(self):
        with processes.child(["sh", "-c", "echo no luck >&2; exit 1"], self.core, self.log) as it:
            with self.assertRaisesRegex(processes.Failed, "no luck"):
                it.wait_for(lambda: False, "anything")

    def test_endless_command_is_cut(self):
        with self.assertRaisesRegex(processes.Failed, "did not end within"):
            processes.run(["sleep", "60"], self.core, timeout=0.2)

    def test_children_of_a_killed_suite_die(self):
        parent = subprocess.Popen([sys.executable, "-B", "-c", f"""
import sys, time
sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from suite.processes import Child
it = Child(["sleep", "60"], {self.core}, Path({str(self.log)!r}))
it.wait_for(lambda: "sleep" in Path(f"/proc/{{it.process.pid}}/comm").read_text(), "start")
print(it.process.pid, flush=True)
time.sleep(60)
"""], stdout=subprocess.PIPE)
        pid = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        parent.stdout.close()
        deadline = time.monotonic() + 5
        while running(pid):
            self.assertLess(time.monotonic(), deadline, "the child outlived the suite")
            time.sleep(0.01)


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


if __name__ == "__main__":
    unittest.main()

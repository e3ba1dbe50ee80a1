# SPDX-License-Identifier: GPL-3.0-or-later
"""The benches by name: each takes a Place and returns findings. The limits are those that Ceteris promises."""

import json
import re
import sys
import time
from contextlib import ExitStack
from functools import partial

from . import generators, servers
from .pace import paced_p99_us
from .place import GENERATOR_CORE, SOURCES, Absent, Place
from .processes import Failed, child, run
from .report import Check, Skipped, interleaved, tell, thousands


def generator(place: Place):
    """Requests a second of one core of load generation, against other tools."""
    limits = {"hey": 1.0, "Locust FastHttpUser": 5.0, "Locust HttpUser": 20.0, "wrk": None}
    tools = {"ceteris": generators.ceteris, "hey": generators.hey, "wrk": generators.wrk,
             "Locust FastHttpUser": generators.locust_fast, "Locust HttpUser": generators.locust_plain}
    absent = {}
    with servers.nginx(place) as url:
        usable = {}
        for name, tool in tools.items():
            try:
                tool(place.lasting(1), url)
                usable[name] = partial(tool, place, url)
            except Absent as reason:
                if name == "ceteris":
                    raise
                absent[name] = reason
        rate = interleaved(usable, place.rounds)
    for name, limit in limits.items():
        what = f"generator / {name}"
        if name in absent:
            yield Skipped(what, str(absent[name]))
        elif limit is None:
            tell(f"for orientation: {what} = {rate['ceteris'] / rate[name]:.2f}")
        else:
            note = f"{thousands(rate['ceteris'])} and {thousands(rate[name])} requests/s, 50 users"
            yield Check(what, rate["ceteris"] / rate[name], limit, note=note)


def users(place: Place):
    """What a hundred times the users costs the generator."""
    with servers.nginx(place) as url:
        contestants = {f"{tool.__name__}, {count} users": partial(tool, place, url, count)
                       for count in (50, 5000) for tool in (generators.ceteris, generators.wrk)}
        rate = interleaved(contestants, place.rounds)
    share = {tool: rate[f"{tool}, 5000 users"] / rate[f"{tool}, 50 users"] for tool in ("ceteris", "wrk")}
    note = f"{thousands(rate['ceteris, 5000 users'])} requests/s at 5 000 users"
    yield Check("share of the rate kept at 5 000 users", share["ceteris"], 0.5, note=note)
    yield Check("that share / wrk's own", share["ceteris"] / share["wrk"], 1.0, note=f"wrk keeps {share['wrk']:.2f}")


def think(place: Place):
    """5 000 users who think: processor and memory of the engine, seen from outside."""
    settle, watch = (4, 6) if place.quick else (6, 20)
    with servers.nginx(place) as url:
        command = [place.ours("ceteris-cli"), "load", url, "--users", 5000, "--think", "0.5-3", "--duration",
                   settle + watch + 2, "--threads", 1, "--json"]
        with child(command, GENERATOR_CORE, place.scratch / "think.log") as it:
            time.sleep(settle)
            before, began = it.cpu_s(), time.monotonic()
            time.sleep(watch)
            cores = (it.cpu_s() - before) / (time.monotonic() - began)
            memory = it.peak_memory_mib()
            result = json.loads(it.wait_for_end(30))
    rate = result["requests_per_s"]
    yield Check("requests/s of 5 000 thinking users / 2 850", rate / 2850, 0.95, note=f"{thousands(rate)} requests/s")
    yield Check("generator cores for 5 000 thinking users", cores, 0.6, at_least=False)
    yield Check("engine memory with them, MiB", memory, 400, at_least=False, note="highest")


def memory(place: Place):
    """The recorder's memory after ten million requests, next to one million."""
    text = run([place.ours("bench-records"), 10_000_000], GENERATOR_CORE, 60)
    resident = {int(count): float(mib) for count, mib in (line.split() for line in text.splitlines())}
    first, last = resident[1_000_000], resident[10_000_000]
    tell(f"{first:.1f} MiB after 1 million records, {last:.1f} MiB after 10 million")
    yield Check("memory after 10 million records / after 1 million", last / first, 1.05, at_least=False,
                note=f"{last:.1f} MiB")


def analysis(place: Place):
    """The analysis of 15 blocks, 4 arms and 3 levels."""
    seconds, contrasts = run([place.ours("bench-analysis")], GENERATOR_CORE, 60).split()
    yield Check("seconds to analyse 15 blocks x 4 arms x 3 levels", float(seconds), 1.0, at_least=False,
                note=f"{contrasts} contrasts")


def control(place: Place):
    """What watching costs: the guard and the monitor once a second, the oracle for each page."""
    guard = run([place.ours("bench-guard"), 4 if place.quick else 10], GENERATOR_CORE, 60)
    cores = float(re.search(r"guard and monitor cores ([\d.]+)", guard)[1])
    yield Check("cores of guard and monitor at 1 Hz", cores, 0.02, at_least=False)
    oracle = run([place.ours("bench-oracle")], GENERATOR_CORE, 60)
    nanoseconds = float(re.search(r"page judged +([\d.]+)", oracle)[1])
    yield Check("microseconds of the oracle for a page", nanoseconds / 1000, 20, at_least=False)


def charts(place: Place):
    """A full redraw of six charts of 4 lines x 300 points at 1280 x 760, without a display."""
    text = run([place.ours("bench-charts")], GENERATOR_CORE, 60)
    median = float(re.search(r"charts redraw ms ([\d.]+)", text)[1])
    yield Check("CPU milliseconds to redraw six charts", median, 40, at_least=False)


def window(place: Place):
    """The desktop application at 1280 x 800 while a run is on its screen, without a display."""
    seconds = 10 if place.quick else 30
    text = run([place.ours("bench-window"), seconds], GENERATOR_CORE, seconds + 30)
    cores, key_ms = (float(re.search(rf"{name} ([\d.]+)", text)[1]) for name in ("cores", "key ms"))
    yield Check("cores of the window while a run is on its screen", cores, 0.05, at_least=False)
    yield Check("milliseconds that a key waits meanwhile", key_ms, 100, at_least=False, note="the longest")
    start = run(["env", "QT_QPA_PLATFORM=offscreen", place.ours("ceteris"), "--bench-start"], GENERATOR_CORE, 30)
    yield Check("milliseconds from the start to the first paint", float(re.search(r"paint (\d+)", start)[1]), 1000,
                at_least=False)


def server(place: Place):
    """Authenticated GET / on one core with 50 connections: our auth app and its peers."""
    absent = {}
    with ExitStack() as stack:
        redis_port = stack.enter_context(servers.redis(place))
        sites = {"memory": stack.enter_context(servers.ceteris_server(place, "memory")),
                 "redis": stack.enter_context(servers.ceteris_server(place, "redis", redis_port))}
        page_bytes = len(servers.home_page(sites["memory"], servers.sign_in(sites["memory"])))
        peers = {"bare QtHttpServer": partial(servers.bare_qt, place),
                 "express + connect-redis": partial(servers.express, place, redis_port, page_bytes),
                 "Tomcat HttpSession": partial(servers.tomcat, place, page_bytes)}
        for name, peer in peers.items():
            try:
                sites[name] = stack.enter_context(peer())
            except Absent as reason:
                absent[name] = reason
        cookies = {name: "" if name == "bare QtHttpServer" else servers.sign_in(url) for name, url in sites.items()}
        warm_up = {"Tomcat HttpSession": 10 if place.quick else 30, "express + connect-redis": 5}
        for name, url in sites.items():
            tell(f"warming up {name}")
            generators.wrk(place.lasting(warm_up.get(name, 2)), url + "/", cookie=cookies[name])
        rate = interleaved({name: partial(generators.wrk, place, url + "/", cookie=cookies[name])
                            for name, url in sites.items()}, place.rounds)
        for name in set(sites) - {"bare QtHttpServer"}:
            servers.home_page(sites[name], cookies[name])
    for ours, peer, limit, note in (("memory", "bare QtHttpServer", 0.6, ""),
                                    ("redis", "express + connect-redis", 5.0, ""),
                                    ("memory", "Tomcat HttpSession", 0.8, ", the aim is 1.0")):
        what = f"auth app, {ours} / {peer}"
        if peer in absent:
            yield Skipped(what, str(absent[peer]))
        else:
            yield Check(what, rate[ours] / rate[peer], limit,
                        note=f"{thousands(rate[ours])} and {thousands(rate[peer])} requests/s{note}")


def refresh(place: Place):
    """Refresh at a modest fixed rate while logins keep the password pool full, and without them."""
    seconds = 4 if place.quick else 10

    def with_logins(url, cookie):
        with child([sys.executable, SOURCES / "suite/logins.py", url], GENERATOR_CORE, place.scratch / "logins.log") as it:
            time.sleep(1)
            p99 = paced_p99_us(url, cookie, seconds)
        made = int(it.output() or 0)
        if made == 0:
            raise Failed("no login succeeded meanwhile")
        tell(f"{made / (seconds + 1):.0f} logins/s meanwhile")
        return p99

    with servers.ceteris_server(place, "memory", cost=10) as url:
        cookie = servers.sign_in(url)
        servers.home_page(url, cookie)
        p99 = interleaved({"refresh alone": partial(paced_p99_us, url, cookie, seconds),
                           "refresh beside logins": partial(with_logins, url, cookie)}, place.rounds, "us p99")
    alone, beside = p99["refresh alone"], p99["refresh beside logins"]
    yield Check("refresh p99 beside logins / alone", beside / alone, 5.0, at_least=False,
                note=f"{thousands(beside)} and {thousands(alone)} us")


def layouts(place: Place):
    """Memory of a session in Redis in the five layouts of Deliveroo's article of 2016."""
    text = run([place.ours("bench-layouts"), 20_000 if place.quick else 100_000], GENERATOR_CORE, 120)
    relative = [float(line[32:].split()[1]) for line in text.splitlines()[1:]]
    note = "baseline, packed, hash, 256 and 65 536 partitions: " + ", ".join(f"{value:.2f}" for value in relative)
    _, packed, hashed, few, many = relative
    yield Check("binary key and MessagePack / baseline", packed, 0.85, at_least=False, note=note)
    yield Check("a hash / baseline", hashed, 0.85, at_least=False)
    yield Check("256 partitions / baseline", few, 0.95)
    yield Check("65 536 partitions / baseline", many, 0.5, at_least=False)


def connect(place: Place):
    """A session that our auth app and express-session with connect-redis use in turn, each beginning it once."""
    def visits(url, cookie):
        return int(re.search(rb'(?:visit |data-visits=")(\d+)', servers.home_page(url, cookie))[1])

    with servers.redis(place) as redis_port, \
            servers.ceteris_server(place, "redis", redis_port, layout="connect") as ours, \
            servers.express(place, redis_port, 0) as theirs:
        for first, second in ((ours, theirs), (theirs, ours)):
            cookie = servers.sign_in(first)
            seen = [visits(url, cookie) for url in (first, second, second, first, second)]
            tell(f"visits {seen}")
            yield Check("visits, signed in to " + ("us" if first == ours else "Express"), seen == [1, 2, 3, 4, 5], 1)


BENCHES = {bench.__name__: bench
           for bench in (generator, users, think, memory, analysis, control, charts, window, server, refresh, layouts,
                         connect)}

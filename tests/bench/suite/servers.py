# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers on the server's core, each as a context manager that yields where it is found."""

import json
import subprocess
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from .place import SERVER_CORE, SOURCES, Absent, Place, program
from .processes import Failed, child, free_port, run

CONNECTIONS = 10_000


def url_of(port: int) -> str:
    return f"http://127.0.0.1:{port}"


def sign_in(url: str) -> str:
    """Signs user1 in; the session cookie."""
    request = urllib.request.Request(url + "/auth/login", method="POST", data=b'{"username":"user1","password":"1"}',
                                     headers={"Content-Type": "application/json", "Accept": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.headers["Set-Cookie"].partition(";")[0]


def home_page(url: str, cookie: str) -> bytes:
    request = urllib.request.Request(url + "/", headers={"Cookie": cookie})
    with urllib.request.urlopen(request, timeout=10) as answer:
        page = answer.read()
    if b'data-user="user1"' not in page:
        raise Failed(f"{url}/ does not know user1")
    return page


@contextmanager
def nginx(place: Place):
    """A fixed 200 from one process."""
    port = free_port()
    folder = place.scratch / "nginx"
    folder.mkdir(exist_ok=True)
    kinds = "\n".join(f"  {kind}_temp_path {folder}/{kind};" for kind in
                      ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    config = folder / "nginx.conf"
    config.write_text(f"""
daemon off;
master_process off;
pid {folder}/pid;
error_log stderr;
worker_rlimit_nofile {CONNECTIONS + 100};
events {{ worker_connections {CONNECTIONS}; }}
http {{
{kinds}
  access_log off;
  keepalive_requests 1000000000;
  keepalive_timeout 600s;
  server {{
    listen 127.0.0.1:{port} backlog=8192;
    default_type text/html;
    location / {{ return 200 "<!DOCTYPE html><title>Fixed</title><p>always the same</p>"; }}
  }}
}}
""")
    with child([program("nginx", "nginx"), "-p", folder, "-e", "stderr", "-c", config], SERVER_CORE,
               folder / "log") as it:
        it.wait_for_port(port)
        yield url_of(port)


@contextmanager
def redis(place: Place):
    """A private Redis that writes nothing to disk; its port."""
    port = free_port()
    with child([program("redis-server", "redis-server"), "--bind", "127.0.0.1", "--port", port, "--save", "",
                "--appendonly", "no", "--dir", place.scratch], SERVER_CORE, place.scratch / "redis.log") as it:
        it.wait_for_port(port)
        yield port


@contextmanager
def ceteris_server(place: Place, store: str, redis_port=0, cost=4, layout="spring"):
    """One listener thread, no CSRF tokens, so that every peer is signed in to alike. Layout "connect" is that of the
    Express peer, with its cookie, so that each takes the other's sessions."""
    config = {"threads": 1, "csrf": False, "store": {"kind": store},
              "accounts": {"count": 10, "cost": cost, "cache_directory": str(place.cache / "accounts")}}
    if redis_port:
        config["store"] |= {"redis": {"port": redis_port}, "layout": layout}
    if layout == "connect":
        config |= {"cookie_name": "connect.sid", "cookie_secret": "bench"}
    log = place.scratch / f"ceteris-{store}-{cost}.log"
    with child([place.ours("ceteris-server")], SERVER_CORE, log, stdin=subprocess.PIPE) as it:
        it.process.stdin.write(json.dumps(config).encode() + b"\n")
        it.process.stdin.flush()
        yield url_of(it.wait_for(lambda: announced_port(it.output()), "ready line"))


def announced_port(output: str):
    for line in output.splitlines():
        if '"ready"' in line:
            return json.loads(line)["port"]
    return None


@contextmanager
def bare_qt(place: Place):
    """QtHttpServer as it comes, answering a constant."""
    port = free_port()
    with child([place.ours("bench-bareqthttp"), "--port", port], SERVER_CORE, place.scratch / "bare.log") as it:
        it.wait_for_port(port)
        yield url_of(port)


@contextmanager
def express(place: Place, redis_port: int, page_bytes: int):
    """express-session with connect-redis."""
    node = program("node", "nodejs")
    folder = place.cache / "express"
    fetch_packages(folder)
    (folder / "app.js").write_bytes((SOURCES / "express/app.js").read_bytes())
    port = free_port()
    with child(["env", "NODE_ENV=production", node, "app.js", port, redis_port, page_bytes], SERVER_CORE,
               place.scratch / "express.log", cwd=folder) as it:
        it.wait_for_port(port)
        yield url_of(port)


def fetch_packages(folder: Path):
    """npm ci, once for each lock file."""
    folder.mkdir(parents=True, exist_ok=True)
    done = folder / "done.json"
    lock = (SOURCES / "express/package-lock.json").read_bytes()
    if done.exists() and done.read_bytes() == lock:
        return
    for name in ("package.json", "package-lock.json"):
        (folder / name).write_bytes((SOURCES / "express" / name).read_bytes())
    try:
        run([program("npm", "npm"), "ci", "--omit=dev", "--no-audit", "--no-fund"], SERVER_CORE, 120, cwd=folder)
    except Failed as failure:
        raise Absent(f"npm could not fetch the packages: {failure}") from None
    done.write_bytes(lock)


@contextmanager
def tomcat(place: Place, page_bytes: int):
    """Embedded Tomcat 10 with HttpSession, from Debian's jars."""
    parts = ("catalina", "coyote", "util", "util-scan", "juli", "jni", "api", "servlet-api", "annotations-api",
             "jaspic-api")
    jars = [Path(f"/usr/share/java/tomcat10-{part}.jar") for part in parts]
    if not all(jar.exists() for jar in jars):
        raise Absent("Tomcat 10 is missing; its Debian package is libtomcat10-java")
    classes = place.scratch / "tomcat"
    path = ":".join(map(str, (*jars, classes)))
    run([program("javac", "openjdk-17-jdk-headless"), "-nowarn", "-cp", path, "-d", classes,
         SOURCES / "tomcat/SessionServer.java"], SERVER_CORE, 60)
    port = free_port()
    with child([program("java", "openjdk-17-jdk-headless"), "-cp", path, "SessionServer", port, page_bytes],
               SERVER_CORE, place.scratch / "tomcat.log", cwd=classes) as it:
        it.wait_for_port(port)
        yield url_of(port)

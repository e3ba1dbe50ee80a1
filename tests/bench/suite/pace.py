# SPDX-License-Identifier: GPL-3.0-or-later
"""A refresh every few milliseconds from a fixed schedule, timed from when it was due."""

import socket
import time
from urllib.parse import urlsplit

from .processes import Failed

RATE_PER_S = 200
CONNECTIONS = 4


def answer(connection: socket.socket) -> bytes:
    """One whole answer with a Content-Length."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            raise Failed("the server closed a connection that was kept open")
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(int(line.partition(b":")[2]) for line in head.lower().split(b"\r\n")
                  if line.startswith(b"content-length:"))
    while len(body) < length:
        body += connection.recv(65536)
    return head


def paced_p99_us(url: str, cookie: str, seconds: int) -> float:
    address = urlsplit(url)
    request = f"GET / HTTP/1.1\r\nHost: {address.netloc}\r\nCookie: {cookie}\r\n\r\n".encode()
    connections = [socket.create_connection((address.hostname, address.port), timeout=10) for _ in range(CONNECTIONS)]
    times_us = []
    try:
        start = time.monotonic()
        for number in range(seconds * RATE_PER_S):
            due = start + number / RATE_PER_S
            time.sleep(max(0.0, due - time.monotonic()))
            connection = connections[number % CONNECTIONS]
            connection.sendall(request)
            if not answer(connection).startswith(b"HTTP/1.1 200"):
                raise Failed("a refresh was not answered with 200")
            times_us.append((time.monotonic() - due) * 1e6)
    finally:
        for connection in connections:
            connection.close()
    return sorted(times_us)[int(len(times_us) * 0.99)]

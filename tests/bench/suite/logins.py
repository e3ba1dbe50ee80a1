# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs in over and over on eight connections until it is ended; then prints how often: logins.py URL"""

import http.client
import signal
import sys
import threading
from urllib.parse import urlsplit

CONNECTIONS = 8
LONGEST_S = 60

made = [0] * CONNECTIONS
over = threading.Event()


def sign_in_repeatedly(number: int):
    connection = http.client.HTTPConnection(urlsplit(sys.argv[1]).netloc, timeout=30)
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    while not over.is_set():
        connection.request("POST", "/auth/login", '{"username":"user1","password":"1"}', headers)
        answer = connection.getresponse()
        answer.read()
        made[number] += answer.status == 200


def main():
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    for number in range(CONNECTIONS):
        threading.Thread(target=sign_in_repeatedly, args=(number,), daemon=True).start()
    over.wait(LONGEST_S)
    print(sum(made))


main()

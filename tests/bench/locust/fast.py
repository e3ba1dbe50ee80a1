# SPDX-License-Identifier: GPL-3.0-or-later
from locust import FastHttpUser, task


class Visitor(FastHttpUser):
    """No wait_time: as fast as it goes."""

    @task
    def home(self):
        self.client.get("/")

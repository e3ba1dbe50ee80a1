# SPDX-License-Identifier: GPL-3.0-or-later
from locust import HttpUser, task


class Visitor(HttpUser):
    """No wait_time: as fast as it goes."""

    @task
    def home(self):
        self.client.get("/")

"""gspread, pointed at the stand-in: everything else about it stays as it is."""

from typing import Any

import gspread
import requests
from google.auth.credentials import AnonymousCredentials

GOOGLE = ("https://sheets.googleapis.com", "https://www.googleapis.com")


class LoopbackClient(gspread.HTTPClient):
    """The HTTP client of gspread with another host in front of every path."""

    root = ""

    def request(self, method: str, endpoint: str, *args: Any, **options: Any) -> requests.Response:
        """Send a request to the stand-in instead of Google."""
        for host in GOOGLE:
            endpoint = endpoint.replace(host, self.root, 1)
        return super().request(method, endpoint, *args, **options)


def connect(root: str, timeout: float | None = 30) -> gspread.Client:
    """Return a gspread client that talks to a stand-in; close its `http_client.session` when done."""
    host = type("Loopback", (LoopbackClient,), {"root": root})
    client = gspread.Client(AnonymousCredentials(), http_client=host)  # type: ignore[no-untyped-call]
    client.set_timeout(timeout)
    return client

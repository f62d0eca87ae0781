"""The stand-in for tests elsewhere: a `conftest.py` imports these two and names them in `__all__`."""

from collections.abc import Iterator

import gspread
import pytest

from .client import connect
from .server import StandIn


@pytest.fixture
def google() -> Iterator[StandIn]:
    """Give a running stand-in on a free port that checks each of its own answers; it is closed afterwards."""
    with StandIn(check_answers=True) as running:
        yield running


@pytest.fixture
def gspread_client(google: StandIn) -> Iterator[gspread.Client]:
    """Give gspread, talking to the stand-in."""
    client = connect(google.root)
    yield client
    client.http_client.session.close()

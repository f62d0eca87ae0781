"""A life of `python -m community worker` (`lives.py`): the command itself, by the town's clock and quick to look."""

import sys
from datetime import timedelta

from community.__main__ import cli
from community.casework import propose
from community.commands import worker
from community.forms import load as load_forms
from community.matching import warm
from community.messages import send_message
from community.runtime import job_handlers
from community.settings import load
from tests.faults.town_clock import clock_of_life, keep_time

LOADED = (propose, send_message)
"""What stands behind late doors is loaded before the first life begins; so is whatever takes long to read."""
warm()
load_forms(load())


def main() -> None:
    """Work until killed."""
    keep_time(job_handlers.worker, clock_of_life())
    worker.LOOK_EVERY = timedelta(milliseconds=10)
    sys.argv[:] = ["community", "worker"]
    cli()

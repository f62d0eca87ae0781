"""A life of `python -m intake` (`lives.py`): the program itself, by the town's clock."""

from intake import __main__ as program
from intake.web_app import Intake
from tests.faults.town_clock import clock_of_life, keep_time


def main() -> None:
    """Serve until killed."""
    keep_time(Intake.__init__, clock_of_life())
    program.main()

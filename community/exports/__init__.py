"""The one door through which a file leaves the book: nothing in it comes alive, and it is noted who took how much."""

from community.exports.departures import Departure, NotNotedError, note, noted
from community.exports.tabular import SUFFIXES, as_file, defused

__all__ = ["SUFFIXES", "Departure", "NotNotedError", "as_file", "defused", "note", "noted"]

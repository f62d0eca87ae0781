"""The one door through which a file leaves the book: nothing in it comes alive, and it is noted who took how much."""

from community.exports.export_log import FILE, Departure, NotNotedError, forget_old, note, noted, too_old, unreadable
from community.exports.spreadsheet_export import SUFFIXES, as_file

__all__ = [
    "FILE",
    "SUFFIXES",
    "Departure",
    "NotNotedError",
    "as_file",
    "forget_old",
    "note",
    "noted",
    "too_old",
    "unreadable",
]

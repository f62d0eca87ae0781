"""Exports: the only way for a file to leave the book. No cell is run as a formula, and who took how much is noted."""

from community.exports.export_log import FILE, NotNotedError, forget_old, note, noted, too_old, unreadable
from community.exports.spreadsheet_export import SUFFIXES, as_file

__all__ = [
    "FILE", "SUFFIXES", "NotNotedError", "as_file", "forget_old", "note", "noted", "too_old", "unreadable",
]  # fmt: skip

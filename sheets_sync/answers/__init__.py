"""Answers to Google's own forms: the tabs in which Google writes them are only read."""

from sheets_sync.answers.keys import BY
from sheets_sync.answers.known import InBook, Known, Last
from sheets_sync.answers.taking import Answers, Aside, Correction, take_in

__all__ = ["BY", "Answers", "Aside", "Correction", "InBook", "Known", "Last", "take_in"]

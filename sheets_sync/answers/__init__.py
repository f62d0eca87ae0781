"""Answers to Google's own forms. The tabs that Google writes them to are only read."""

from community.book import BY_GOOGLE_FORM as BY
from sheets_sync.answers.take_answers import Answers, take_in

__all__ = ["BY", "Answers", "take_in"]

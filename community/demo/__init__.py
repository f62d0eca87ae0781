"""The invented town: a community of the first one's size, made up from a seed, for looking, learning and testing."""

from community.demo.demo_calendar import default_today
from community.demo.demo_folder import NotInvented, fresh_book
from community.demo.make_town import make_town

__all__ = ["NotInvented", "default_today", "fresh_book", "make_town"]

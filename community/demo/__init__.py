"""The invented town: a community of the first one's size, made up from a seed, for looking, learning and testing."""

from community.demo.folder import NotInvented, TownIsThere, fresh_book
from community.demo.making import make_town

__all__ = ["NotInvented", "TownIsThere", "fresh_book", "make_town"]

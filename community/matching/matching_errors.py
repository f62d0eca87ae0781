"""The errors that matching raises."""

from community.errors import UserFacingError


class MatchingError(UserFacingError, ValueError):
    """A board or a set of weights that can't be matched. Names columns and counts, never people."""


class TooManyPairs(MatchingError):
    """More eligible pairs than a table should hold."""


class TooLarge(Exception):
    """A board beyond what the engine has room for."""


class GuaranteeBroken(MatchingError):
    """The board is so large, or an empty place so cheap, that "most urgent first" can no longer be promised."""

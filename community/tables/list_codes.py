"""The codes of lists of people: how a list is narrowed, what is done for all on it, and why somebody is left out."""

from enum import StrEnum


class AskedWhen(StrEnum):
    """When a volunteer was last asked to help."""

    NEVER = "never"
    UNUSED = "unasked"
    """Ready, helping nobody, and not asked for as long as the settings say."""
    LATELY = "lately"
    """Asked within that time."""


class ChecksStand(StrEnum):
    """How a volunteer's checks stand."""

    DUE = "due"
    """One is to be reviewed soon, or should have been."""
    NO_DBS = "no_dbs"


class ListOrder(StrEnum):
    """In which order a list stands."""

    NEWEST = "newest"
    NAME = "by_name"
    LONGEST = "longest_unasked"


class ForMany(StrEnum):
    """What is done for many volunteers at once."""

    PAUSE = "not_asked"
    INDUCTED = "inducted"
    TRAINED = "trained"
    CHECKED = "checked"
    GIVEN = "given_to_hub"
    THANKED = "thanked"


class LeftOut(StrEnum):
    """Why somebody on a list is left out of what is done for, or written to, all on it."""

    DIED = "has_died"
    STOPPED = "has_stopped"
    SPEAK_FIRST = "speak_first"
    NOT_AGREED = "not_agreed"
    RESTS = "is_away"
    NO_MESSAGES = "no_messages"
    NOWHERE = "nowhere"
    ALREADY = "already"

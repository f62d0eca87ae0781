"""The kinds of jobs, and how far a job has come. A job is work that the machine does at a time, by itself."""

from enum import StrEnum


class JobKind(StrEnum):
    """What a job does. Casework names the kind; `community.runtime` says which function does it."""

    PROPOSE = "propose"
    SEND_MESSAGE = "send_message"
    FILL_PLACES = "fill_places"
    """Gives free places at a session to those who wait, and tells them."""
    SETTLE_NEWSLETTER = "settle_newsletter"
    """Asks those who want the newsletter whether it was them, where the form that asked was not seen to."""
    PUBLISH_LISTS = "publish_lists"
    BACK_UP = "back_up"
    REMOVE_OLD = "remove_old"
    WRITE_EQUALITY = "write_equality"
    """Writes down the answers about equality that waited, shuffled."""
    TELL_DUTY = "tell_duty"
    """Tells one person on duty that something waits."""
    READ_RETURNED_MAIL = "read_returned_mail"
    """Looks in the mailbox to which emails return that could not be delivered."""


BOARD, LISTS, NEWSLETTER = "board", "lists", "newsletter"
"""The keys of jobs that are about the whole board, all lists and all readers."""


class JobState(StrEnum):
    """How far a job has come. While somebody works on it, it is `waiting` and leased."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    """It was tried as often as it should be, and stays until a person says “again” or it is asked for anew."""
    WITHDRAWN = "withdrawn"
    """The decision that asked for it was undone before it was done."""


class JobError(StrEnum):
    """Why a job failed, as a code: the words that an error brings may hold what somebody wrote."""

    DISK_FULL = "disk_full"
    NO_PERMISSION = "no_permission"
    NO_NETWORK = "no_network"
    BOOK_UNAVAILABLE = "book_unavailable"
    INTERRUPTED = "interrupted"
    TRACES_LEFT = "traces_left"
    CLOCK_LEAPT = "clock_leapt"
    NOT_SENT = "not_sent"
    MAILBOX_SHUT = "mailbox_shut"
    MAIL_KEPT_BACK = "mail_kept_back"
    RESTORED = "restored"
    """It waited in a backup that was restored, and may have been done since the backup was made."""
    REFUSED = "refused"
    """One of our own errors, whose words stand in the worker's output."""
    FAULT = "fault"

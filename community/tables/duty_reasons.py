"""The reasons for which somebody on duty is told that something waits."""

from enum import StrEnum


class DutyReason(StrEnum):
    """What kind of thing waits. `community.runtime.duty_watch` finds what there is of each."""

    URGENT_REQUEST = "urgent_request"
    """Somebody asks for help today, or writes words that may mean danger, and nobody has dealt with it."""
    CONCERN = "concern"
    """A safeguarding concern that nobody has acknowledged."""
    URGENT_MATCH = "urgent_match"
    """Help that a volunteer had agreed to give is missing, and is wanted today."""
    URGENT_CALL = "urgent_call"
    """Somebody may be in trouble, or travels in vain, unless they are rung today."""
    MESSAGE_FAILED = "message_failed"
    """A message about help for today or tomorrow that did not arrive, or may not have."""
    SYNC_STOPPED = "sync_stopped"
    """The spreadsheet and the book have not been in step for long."""
    BACKUP_FAILED = "backup_failed"
    JOB_FAILED = "job_failed"
    """Something else that comes back by itself needs a person."""

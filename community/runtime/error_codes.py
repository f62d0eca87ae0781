"""Why something failed, as a code and a place in the program: the words of an error may hold what somebody wrote."""

import errno
import sqlite3
import traceback
from collections.abc import Iterator
from pathlib import Path

from community.book import BookUnavailable
from community.errors import UserFacingError
from community.tables.job_kinds import JobError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_SHUT = {errno.EACCES, errno.EPERM, errno.EROFS}
_SQLITE = {
    sqlite3.SQLITE_FULL: JobError.DISK_FULL,
    sqlite3.SQLITE_READONLY: JobError.NO_PERMISSION,
    sqlite3.SQLITE_CANTOPEN: JobError.NO_PERMISSION,
}
_POSTGRES_FULL = "53100"


class ClockLeaptError(UserFacingError):
    """The clock has gone on by more than anybody leaves a book alone, so nothing was removed by it."""


class NotSentError(UserFacingError):
    """A message could not be sent now, and did not go out."""


class MailboxShutError(UserFacingError):
    """The mailbox to which undelivered emails return could not be read."""


class MailKeptBackError(UserFacingError):
    """One mail in that mailbox could not be read, however often it was asked for."""


class TracesLeftError(UserFacingError):
    """What was deleted may still be read in the book's file, because another program holds it open."""


def error_code(error: BaseException) -> JobError:
    """The code. What lies behind an error of ours says more than the error itself."""
    chain = list(_behind(error))
    if isinstance(error, MailboxShutError):
        return JobError.MAILBOX_SHUT  # what lies behind it is about the mailbox's server, not about this machine
    if isinstance(error, MailKeptBackError):
        return JobError.MAIL_KEPT_BACK
    for each in chain:
        if (found := _of_the_machine(each)) is not None:
            return found
    for kind, code in (
        (ClockLeaptError, JobError.CLOCK_LEAPT),
        (NotSentError, JobError.NOT_SENT),
        (TracesLeftError, JobError.TRACES_LEFT),
        (BookUnavailable, JobError.BOOK_UNAVAILABLE),
        (UserFacingError, JobError.REFUSED),
    ):
        if any(isinstance(each, kind) for each in chain):
            return code
    return JobError.FAULT


def error_place(error: BaseException) -> str:
    """The kind of error, and the file and line it comes from."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    """The error and those that led to it, also where `from None` keeps them from being printed."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        driver = getattr(error, "orig", None)
        if isinstance(driver, BaseException):
            yield driver
        error = error.__cause__ or error.__context__


def _of_the_machine(error: BaseException) -> JobError | None:
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if getattr(error, "sqlstate", None) == _POSTGRES_FULL:
        return JobError.DISK_FULL
    if isinstance(error, ConnectionError | TimeoutError):
        return JobError.NO_NETWORK
    if isinstance(error, OSError):
        return JobError.DISK_FULL if error.errno in _FULL else JobError.NO_PERMISSION if error.errno in _SHUT else None
    return None

"""What a person sees of the jobs, and the one thing they may do: say "again"."""

from datetime import datetime, timedelta

from community.casework import NotAllowed, NotNow, WorkContext
from community.casework.permissions import granted
from community.jobs import JobView, last_seen, overview, read_clock, run_again, trust_clock
from community.runtime.backup_keys import BadPublicKey, public_key
from community.tables.job_kinds import JobKind
from community.tables.roles import Grant

SILENT_AFTER = timedelta(hours=1)


def jobs(context: WorkContext) -> list[JobView]:
    """How each job stands, what failed first; nothing for somebody who may not see it."""
    if not granted(context.user, Grant.SEE_JOBS):
        return []
    with context.book.reading() as reader:
        return overview(reader, context.clock())


def troubles(context: WorkContext) -> list[JobView]:
    """The jobs that need a person: given up, or failed several times."""
    return [each for each in jobs(context) if each.needs_a_person]


def silent_since(context: WorkContext) -> datetime | None:
    """When a worker last looked for work, if that is long ago; None where one did lately, or none ever did."""
    if context.settings.kept_in_sheet or not granted(context.user, Grant.SEE_JOBS):
        return None
    with context.book.reading() as reader:
        seen = last_seen(reader)
    return seen if seen is not None and context.clock() - seen > SILENT_AFTER else None


def clock_leapt(context: WorkContext) -> bool:
    """Whether nothing is done at its time until somebody says that the clock is right."""
    with context.book.reading() as reader:
        return granted(context.user, Grant.RUN_JOBS_AGAIN) and read_clock(reader, context.clock()).leapt


def backups_are_encrypted(context: WorkContext) -> bool | None:
    """Whether they will be from now on; None where it is not this person's to know, or no backup is made."""
    settings = context.settings
    if settings.demo or settings.kept_in_sheet or not granted(context.user, Grant.SEE_JOBS):
        return None
    try:
        return public_key(settings) is not None
    except BadPublicKey:  # so none is made, and the job that failed says why
        return None


def do_again(context: WorkContext, kind: str, key: str) -> None:
    """Let the job be done at once, with all its tries. Raises NotAllowed, and NotNow while a worker is at it."""
    _check(context)
    if kind not in set(JobKind) or not run_again(context.book, JobKind(kind), key, context.clock()):
        raise NotNow("It is being done just now, or there is nothing like it any more.")


def clock_is_right(context: WorkContext) -> None:
    """Go on with what waits for a time. Raises NotAllowed."""
    _check(context)
    trust_clock(context.book, context.clock())


def _check(context: WorkContext) -> None:
    if not granted(context.user, Grant.RUN_JOBS_AGAIN):
        raise NotAllowed("Only the director lets it be done again.")

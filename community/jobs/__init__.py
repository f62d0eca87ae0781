"""Work done at a time: jobs asked for by decisions, by the clock or by what is new, each leased to one worker.

The rows stand in the book's own table `jobs`, so that a decision and its jobs are one transaction. This room knows no
kinds: `community.runtime` says which function does which.
"""

from community.jobs.job_lease import (
    LEASE,
    MOST_TRIES,
    Claimed,
    Withdrawn,
    ask,
    check_still_wanted,
    claim,
    fail,
    finish,
    finish_within,
    give_back,
    is_due,
    renew,
    run_again,
)
from community.jobs.job_overview import AskedBefore, JobView, asked_before, done_as_well, forget_old_jobs, overview
from community.jobs.recurring_jobs import EVERY_DAY, DailyAt, EveryMinutes, Recurring, keep_recurring
from community.jobs.worker_clock import WorkerClock, last_seen, read_clock, trust_clock
from community.jobs.worker_loop import Failure, Handler, Ran, Worker

__all__ = [
    "EVERY_DAY", "LEASE", "MOST_TRIES", "AskedBefore", "Claimed", "DailyAt", "EveryMinutes", "Failure", "Handler",
    "JobView", "Ran", "Recurring", "Withdrawn", "Worker", "WorkerClock", "ask", "asked_before", "check_still_wanted",
    "claim", "done_as_well", "fail", "finish", "finish_within", "forget_old_jobs", "give_back", "is_due",
    "keep_recurring", "last_seen", "overview", "read_clock", "renew", "run_again", "trust_clock",
]  # fmt: skip

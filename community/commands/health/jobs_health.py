"""Checks of what the machine does by itself: whether a worker looks for work, and what failed."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from community.book import Reader
from community.commands.health import HealthFinding
from community.jobs import JobView, last_seen, overview, read_clock
from community.settings import Settings
from community.wording import counted, when_words, wording

_SILENT = timedelta(hours=1)


def look(reader: Reader, settings: Settings, now: datetime) -> Iterator[HealthFinding]:
    """The worker and the jobs. Nothing is changed."""
    if settings.kept_in_sheet:
        return
    seen, clock, found = last_seen(reader), read_clock(reader, now), overview(reader, now)
    if clock.leapt:
        words = f"The clock has leapt since {clock.sure:%Y-%m-%d}. If it is right: `worker --clock-is-right`."
        yield HealthFinding("worker", "think", words)
    elif seen is None:
        yield HealthFinding("worker", "think", "None has looked for work yet. `run` starts it.")
    elif now - seen > _SILENT:
        words = f"It last looked for work {when_words(seen, now)}. Start `run`, or `worker --once` by a timetable."
        yield HealthFinding("worker", "think", words)
    else:
        yield HealthFinding("worker", "well", f"It looked for work {when_words(seen, now)}.")
    yield from _jobs(found, now)


def _jobs(found: list[JobView], now: datetime) -> Iterator[HealthFinding]:
    wrong = [each for each in found if each.fails]
    for each in wrong[:10]:
        what, why = wording().job.get(each.kind, each.kind), wording().job_failed[each.error] if each.error else ""
        then = "It waits for a person" if each.given_up else f"Next {when_words(each.due, now)}"
        words = f"{what} failed: {why}. Tried {counted(max(each.tries, 1), 'time')}. {then}: see the page Sheet."
        yield HealthFinding("jobs", "think", words)
    done = [each.finished_at for each in found if each.finished_at]
    if done and not wrong:
        yield HealthFinding("jobs", "well", f"Nothing failed. The last one was done {when_words(max(done), now)}.")

"""By when whoever raised a concern hears that somebody has read it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from community import concerns
from community.settings import PersonOnDuty
from tests.concerns.duty import Duties
from tests.concerns.test_raise_concern import raised


def test_a_reply_is_due_within_the_hour_that_the_settings_name(duties: Duties) -> None:
    raised(duties)
    (line,) = concerns.concerns_for(duties.lead)
    assert (line.reply_due - line.at).total_seconds() == 3600


def test_a_reply_is_due_when_somebody_is_there_and_at_any_hour_where_somebody_is_on_duty(duties: Duties) -> None:
    """On a Friday, ten minutes before the hub shuts: the other fifty are those of Monday."""
    duties.office.clock.now = datetime(2026, 11, 27, 16, 50, tzinfo=UTC)
    raised(duties)
    (line,), (mine,) = concerns.concerns_for(duties.lead), concerns.mine(duties.office.handler)
    assert abs(line.reply_due - datetime(2026, 11, 30, 9, 50, tzinfo=UTC)) < timedelta(minutes=1)
    assert mine.reply_due == line.reply_due
    night = PersonOnDuty(who="the deputy", text="07700 900123", hears_of=("concern",))
    messages = duties.office.settings.messages.model_copy(update={"text": True})
    settings = duties.office.settings.model_copy(update={"duty": {"night": night}, "messages": messages})
    (line,) = concerns.concerns_for(replace(duties.lead, settings=settings))
    assert (line.reply_due - line.at).total_seconds() == 3600

"""After how long something is due, asked again or looked at again: calls, complaints, the directory, help wanted."""

from datetime import date, timedelta

from pydantic import Field

from community.settings.frozen_settings import FrozenSettings
from community.tables.vocabulary import Urgency


class FollowUp(FrozenSettings):
    """When something comes back to Today: how long we wait before somebody asks, rings or looks again."""

    ring_again_hours: int = Field(
        2, ge=1, le=12, description="Nobody answered, and help is wanted today: so many hours later we ring again"
    )
    once_done_days: int = Field(
        2,
        ge=1,
        le=60,
        description="So many days after the last word about help wanted once we ask whether it was given, "
        "but not before the agreed day is over",
    )
    weekly_done_days: int = Field(14, ge=1, le=60, description="The same for help that is given every week")
    pair_first_weeks: int = Field(
        4, ge=1, le=52, description="So many weeks after the first visit we ask both how it goes"
    )
    pair_again_weeks: int = Field(
        13, ge=1, le=104, description="So many weeks later we ask again, unless somebody chooses another day"
    )
    unused_days: int = Field(
        14, ge=1, le=365, description="A ready volunteer who was not asked for so many days is on Today"
    )
    many_residents: int = Field(
        4, ge=2, le=50, description="From so many residents on we ask a volunteer whether it is too much"
    )
    money_days: int = Field(
        14, ge=1, le=365, description="Money that a volunteer laid out is on Today so many days later, until it is back"
    )
    mile_pence: int = Field(45, ge=0, le=500, description="What a volunteer gets for each mile driven, pence")
    renew_days: int = Field(30, ge=1, le=365, description="So many days before a check runs out it is on Today")
    look_again_days: int = Field(
        14, ge=1, le=365, description="So many days a line stays off Today, unless somebody chooses another day"
    )
    referral_days: int = Field(
        5,
        ge=1,
        le=60,
        description="So many working days after somebody was passed on to a service we ask it for an answer",
    )
    same_request_days: int = Field(
        14, ge=1, le=365, description="A closed request of the last so many days may still be one that is sent twice"
    )


class Calls(FrozenSettings):
    """What a call handler does before they speak about somebody, and when a call comes back that was never finished."""

    facts_first: int = Field(
        2, ge=1, le=4, description="So many facts a caller tells unasked before anything is said about somebody"
    )
    unfinished_minutes: int = Field(
        30, ge=5, le=600, description="A call that was begun and not finished is on Today after so many minutes"
    )


class Complaints(FrozenSettings):
    """By when somebody who complains hears that we have it, and gets an answer."""

    acknowledge_days: int = Field(
        3, ge=1, le=30, description="Within so many working days we tell them that we have their complaint"
    )
    answer_days: int = Field(
        20,
        ge=1,
        le=60,
        description="So many working days after that we answer; the same once more where somebody else looks at it",
    )
    data_days: int = Field(
        30, ge=1, le=30, description="A request about somebody's own data is answered within so many days"
    )
    remind_days: int = Field(7, ge=1, le=60, description="So many days before an answer is due it is on Today")


class Directory(FrozenSettings):
    """How long what the directory says is believed."""

    check_again_days: int = Field(
        183,
        ge=7,
        le=1095,
        description="So many days after somebody last checked a service, the site says that it may have changed, and "
        "the dashboard lists it",
    )

    def is_overdue(self, checked_on: str | None, today: date) -> bool:
        """Whether a service that was last checked on this day, if ever, is to be checked again."""
        return checked_on is None or today - date.fromisoformat(checked_on) > timedelta(days=self.check_again_days)


class ResponseDays(FrozenSettings):
    """Within how many days help should be there, by how soon it was asked for. After that it counts as more urgent."""

    today: int = Field(1, ge=1, le=30, description="Response time for help wanted today, in days")
    two_days: int = Field(
        2, ge=1, le=60, description="For help wanted within two days; after so many days it counts as wanted today"
    )
    this_week: int = Field(
        7, ge=1, le=120, description="For help wanted this week; after so many days it counts as wanted within two days"
    )
    whenever: int = Field(
        28,
        ge=1,
        le=730,
        description="For help wanted whenever it suits; after so many days it counts as `whenever_up_to`",
    )
    whenever_up_to: Urgency = Field(
        Urgency.THIS_WEEK,
        description="The most urgent that help wanted whenever it suits ever counts, however long somebody waits",
    )

    def of(self, urgency: Urgency) -> int:
        """The response time of this urgency, in days."""
        return int(getattr(self, urgency))

"""The settings of when something comes back to Today."""

from pydantic import Field

from community.settings.frozen_settings import FrozenSettings


class FollowUp(FrozenSettings):
    """When something comes back to Today: how long we wait before somebody asks, rings or looks again."""

    ring_again_hours: int = Field(
        2, ge=1, le=12, description="Nobody answered, and help is wanted today: so many hours later we ring again"
    )
    once_done_days: int = Field(
        2,
        ge=1,
        le=60,
        description="So many days after the last word about help wanted once we ask whether it was given",
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

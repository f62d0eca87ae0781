"""The settings of complaints and of requests about somebody's own data: by when we acknowledge and answer."""

from pydantic import Field

from community.settings.frozen_settings import FrozenSettings


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

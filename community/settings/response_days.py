"""Within how many days help should be there, by how soon it was asked for, and how long it may count as that urgent."""

from pydantic import Field

from community.settings.frozen_settings import FrozenSettings
from community.tables.vocabulary import Urgency


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

"""What a community decides about its directory of local services."""

from datetime import date, timedelta

from pydantic import Field

from community.settings.frozen_settings import FrozenSettings


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

"""The settings of telephone calls that somebody takes."""

from pydantic import Field

from community.settings.frozen_settings import FrozenSettings


class Calls(FrozenSettings):
    """What a call handler does before they speak about somebody, and when a call comes back that was never finished."""

    facts_first: int = Field(
        2, ge=1, le=4, description="So many facts a caller tells unasked before anything is said about somebody"
    )
    unfinished_minutes: int = Field(
        30, ge=5, le=600, description="A call that was begun and not finished is on Today after so many minutes"
    )

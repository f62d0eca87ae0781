"""The settings of the figures for funders and trustees: what the work costs, and beside what it is shown."""

from pydantic import Field

from community.settings.frozen_settings import FrozenSettings


class Impact(FrozenSettings):
    """What a year costs, and what a completed task cost elsewhere."""

    costs_a_year: int = Field(
        0, ge=0, description="What a year of the work costs, in pounds; 0: no cost for each task is reckoned"
    )
    compared_with: str = Field(
        "NHS and Care Volunteer Responders", description="A scheme whose cost for each completed task is known"
    )
    compared_pence: int = Field(
        4074, ge=0, description="What a completed task cost there, in pence (an answer in Parliament); 0: not shown"
    )

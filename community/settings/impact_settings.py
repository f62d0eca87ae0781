"""The settings of the figures for funders and trustees: what the work costs, and whether it is asked who is reached."""

from pydantic import Field

from community.settings.frozen_settings import FrozenSettings


class Impact(FrozenSettings):
    """What a year costs, what a completed task cost elsewhere, and whether it is asked who is reached."""

    costs_a_year: int = Field(
        0, ge=0, description="What a year of the work costs, in pounds; 0: no cost for each task is reckoned"
    )
    compared_with: str = Field(
        "NHS and Care Volunteer Responders", description="A scheme whose cost for each completed task is known"
    )
    compared_pence: int = Field(
        4074, ge=0, description="What a completed task cost there, in pence (an answer in Parliament); 0: not shown"
    )
    ask_equality: bool = Field(
        False,
        description="true: whoever asked for help or volunteered is invited to a page of questions about equality. "
        "Answers name nobody, and are kept apart from everything else",
    )

"""Where a form is asked that we do not draw ourselves."""

from typing import Annotated

from pydantic import Field

from community.settings.frozen_settings import FrozenSettings


class GoogleForm(FrozenSettings):
    """A form that is asked on Google's website: the page of that form leads there."""

    address: Annotated[str, Field(pattern=r"^https://(docs\.google\.com/forms/|forms\.gle/)[!-~]+$")] = Field(
        description="The form's address to share, from the tab Forms of the spreadsheet"
    )

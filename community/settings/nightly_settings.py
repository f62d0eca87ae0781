"""What the machine does each night by itself, and for how long it is noted what left the data folder."""

from datetime import time

from pydantic import Field

from community.settings.frozen_settings import FrozenSettings


class Exports(FrozenSettings):
    """Lists, files and backups that leave the data folder, and what is noted of them."""

    noted_months: int = Field(24, ge=6, le=600, description="So many months it is noted who took what, and when")


class Nightly(FrozenSettings):
    """What the machine does each night by itself, at these times in London."""

    back_up_at: time = Field(time(3, 15), description="When the book is backed up into the data folder")
    remove_old_at: time = Field(time(3, 45), description="When what was kept long enough is removed; after the backup")

"""What every part of the settings is: never changed once read, and nothing in it that nobody knows."""

from pydantic import BaseModel, ConfigDict


class FrozenSettings(BaseModel):
    """The base of each part."""

    model_config = ConfigDict(frozen=True, extra="forbid")

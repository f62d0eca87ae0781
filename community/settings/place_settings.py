"""The settings of the hubs, and of how their areas are drawn."""

from typing import Annotated

from pydantic import Field

from community.settings.frozen_settings import FrozenSettings


class Hub(FrozenSettings):
    """A local organisation's area: a set of wards."""

    name: str = Field(description="Its name")
    area: str = Field(description="Its area, in words")
    wards: tuple[Annotated[str, Field(pattern=r"^[A-Z][0-9]{8}$")], ...] = Field(
        description="The wards' codes (Office for National Statistics)"
    )
    telephone: str | None = Field(
        None, pattern=r"(\d.*){3}", description="Its own number, if it has one; left out, the community's"
    )
    opening: str | None = Field(None, description="When it answers, in words; left out, as the community does")
    where: str | None = Field(None, description="Where people can come in, as it is printed on its page")


class PlaceSettings(FrozenSettings):
    """How the hubs' areas are drawn."""

    areas: str = Field(
        "",
        pattern=r"^(|[^/\\\\]+\.(geo)?json)$",
        description="The name of a GeoJSON file in the data folder with the hubs' own outlines: features whose "
        "property `hub` is a hub's code. Left out, the areas are drawn from the points of their postcodes",
    )
